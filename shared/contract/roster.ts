import { z } from 'zod';
import { command, count, filePath, query } from './define.ts';

export const rosterIssue = z.object({
  row: z.int(), column: z.string(), header: z.string(), value: z.string(), reason: z.string(), label: z.string(),
});

export const rosterSummary = z.object({
  created: count, updated: count, unchanged: count, merged: count, errors: z.array(rosterIssue),
  /** Homes accepted from the file, their total area (0.01 m²) and opening arrears. */
  homes: count, areaDm2: count, openingArrearsFen: count,
});

export const rosterRow = z.object({
  row: z.int(), action: z.enum(['create', 'update', 'unchanged', 'merged', 'refused']), label: z.string(),
  ownerName: z.string(), areaDm2: z.int().nullable(), rateE4: z.int().nullable(), arrearsFen: z.int().nullable(),
  status: z.string(), handoverOn: z.string().nullable(),
  /** For an update: which fields change, from what to what. For a refused row: column, value, reason. */
  changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
  issues: z.array(rosterIssue),
});

const source = { file: filePath, sheet: z.string().max(100).optional() };

export const roster = {
  'roster.import': command({
    roles: ['manager'],
    input: z.object({ ...source, commit: z.boolean(), onError: z.enum(['refuse', 'skip']) }),
    output: rosterSummary,
  }),
  /** What an import would do, row by row; writes nothing. */
  'roster.preview': query({
    roles: ['manager', 'office', 'auditor'],
    input: z.object(source),
    output: rosterSummary.extend({ sheet: z.string(), sheets: z.array(z.string()), headerRow: z.int(), headers: z.record(z.string(), z.string()), rows: z.array(rosterRow) }),
  }),
  /** Saves the preview (or the part with the given actions) as .xlsx for whoever must mend the workbook. */
  'roster.savePreview': query({
    roles: ['manager', 'office', 'auditor'],
    input: z.object({ ...source, actions: z.array(rosterRow.shape.action).optional(), search: z.string().max(60).optional(), saveAs: filePath }),
    output: z.object({ file: z.string(), rows: count }),
  }),
};

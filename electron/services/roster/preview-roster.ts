import type { z } from 'zod';
import type { rosterRow } from '../../../shared/contract/roster.ts';
import type { RosterHome } from '../../../shared/domain/roster.ts';
import { writeXlsx } from '../../files/write-table.ts';
import { spareBooks } from '../../jobs/backups.ts';
import type { Handler } from '../../context.ts';
import { planRoster, summarisePlan, type Change, type Plan, type PlanIssue } from './plan-roster.ts';
import { COLUMN_NAMES, describeAction, describeChange, describeIssue, STATUS_NAMES } from './roster-words.ts';

type Row = z.input<typeof rosterRow>;

export const previewRoster: Handler<'roster.preview'> = async (context, source) => {
  const plan = await planRoster(context, source);
  const { sheet, headerRow, headers } = plan.file;
  return { ...summarisePlan(plan), sheet, sheets: plan.sheets, headerRow, headers, rows: rowsOf(plan) };
};

function rowsOf(plan: Plan): Row[] {
  const merged = new Map(plan.file.homes.map((home) => [home.label, home]));
  const refused = new Map<number, PlanIssue[]>();
  for (const issue of plan.issues) refused.set(issue.row, [...(refused.get(issue.row) ?? []), issue]);
  const rows = [
    ...plan.creates.map((home) => rowOf('create', home)),
    ...plan.updates.map(({ home, changes }) => rowOf('update', home, changes)),
    ...plan.unchanged.map((home) => rowOf('unchanged', home)),
    ...plan.file.merged.map(({ row, label }) => ({ ...rowOf('merged', merged.get(label)), row, label })),
    ...[...refused].map(([row, issues]) => ({ ...rowOf('refused', undefined), row, label: issues[0]?.label ?? '', issues })),
  ];
  return rows.sort((left, right) => left.row - right.row);
}

function rowOf(action: Row['action'], home: RosterHome | undefined, changes: Change[] = []): Row {
  return {
    row: home?.row ?? 0, action, label: home?.label ?? '', ownerName: home?.ownerName ?? '', areaDm2: home?.areaDm2 ?? null, rateE4: home?.rateE4 ?? null, arrearsFen: home?.arrearsFen ?? null,
    status: home?.status ?? '', handoverOn: home?.handoverOn ?? null, changes, issues: [],
  };
}

/** Saves the rows that the screen shows, with the reasons in words. */
export const savePreview: Handler<'roster.savePreview'> = async (context, { actions, search, saveAs, ...source }) => {
  spareBooks(saveAs, context.dataFolder);
  const plan = await planRoster(context, source);
  const wanted = rowsOf(plan).filter((row) => (!actions?.length || actions.includes(row.action)) && (!search || row.label.includes(search) || row.ownerName.includes(search)));
  await writeXlsx(saveAs, {
    sheets: [{
      name: '导入预览',
      columns: [
        { title: '行', width: 6, kind: 'int' }, { title: '结果', width: 8, kind: 'text' }, { title: '房号', width: 12, kind: 'text' }, { title: '业主', width: 10, kind: 'text' },
        { title: '建筑面积 m²', width: 12, kind: 'area' }, { title: '单价', width: 8, kind: 'rate' }, { title: '期初欠费', width: 12, kind: 'fen' }, { title: '状态', width: 8, kind: 'text' }, { title: '交房日期', width: 12, kind: 'date' },
        { title: '列', width: 12, kind: 'text' }, { title: '说明', width: 48, kind: 'text' },
      ],
      rows: wanted.map((row) => [
        row.row, describeAction(row.action), row.label, row.ownerName, row.areaDm2, row.rateE4, row.arrearsFen, STATUS_NAMES[row.status] ?? row.status, row.handoverOn,
        row.issues.map(({ header, column }) => header || (COLUMN_NAMES[column] ?? column)).join('、'), [...row.issues.map(describeIssue), ...row.changes.map(describeChange)].join('；'),
      ]),
    }],
  });
  return { file: saveAs, rows: wanted.length };
};

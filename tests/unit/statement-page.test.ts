import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statementPage } from '../../electron/print/statement-page.ts';
import { phonePage } from '../../electron/print/statement-phone.ts';
import type { StatementContent } from '../../shared/contract/statement-content.ts';
import { statementPapers } from '../../shared/contract/statement-postings.ts';
import { formatFen } from '../../shared/domain/money.ts';
import { COMMON_STATEMENT, FEES_STATEMENT } from '../support/statement-fixture.ts';

const frame = { paper: 'a4', code: '7K2M-9QHD-4XRT', qr: 'MB1 7K2M9QHD4XRT', mark: '', pages: 1 } as const;
const head = { code: frame.code, digest: 'ab12'.repeat(16), state: 'published', supersededWhy: null } as const;
const textOf = (html: string) => html.slice(html.indexOf('<body>')).replace(/<[^>]+>/g, '|').replace(/\|[|\s]*/g, '|');

/** Every amount that a content carries, but those of the ledger's lines, which the rows are made of. */
function figuresOf(value: unknown, key = ''): number[] {
  if (typeof value === 'number') return key.endsWith('Fen') ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => figuresOf(one));
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, one]) => (name === 'lines' ? [] : figuresOf(one, name))) : [];
}
/** Rows of fees have no costs beside them, and no steps out of the balance but what is left. */
function wantedOf(content: StatementContent): unknown {
  if (content.kind === 'common') return content;
  const { interestFen: _interest, toMaintenanceFen: _maintenance, subsidyFen: _subsidy, otherFen: _other, ...rest } = content;
  return { ...rest, table: content.table.map(({ billedFen, receivedFen }) => ({ billedFen, receivedFen })), totals: { billedFen: content.totals.billedFen, receivedFen: content.totals.receivedFen } };
}
const printed = (fen: number): string => formatFen(fen).replace('-', '−');

describe.each([['common income', COMMON_STATEMENT], ['fees', FEES_STATEMENT]] as const)('the sheet of %s', (_, content) => {
  it.each(statementPapers)('carries every figure on %s, with separators, and what a sheet must say', (paper) => {
    const text = textOf(statementPage(content, { ...frame, paper }));
    const wanted = wantedOf(content);
    for (const fen of figuresOf(wanted)) expect(text).toContain(printed(fen));
    for (const part of [content.title, content.subtitle, content.number, content.postedFrom, content.postedTo, `${String(content.workdays)} 个工作日`, '制表', '复核', '业委会监督', '盖章', '签名', frame.code, content.phone, '12315', '第 1 页，共 1 页', content.monthsFinding, content.compareFinding, ...content.notes]) expect(text).toContain(part);
    expect(text).not.toContain('**');
  });

  it('carries the same on a phone, from one file without script or anything from elsewhere', () => {
    const html = phonePage(content, head, frame.qr);
    const wanted = wantedOf(content);
    for (const fen of figuresOf(wanted)) expect(textOf(html)).toContain(printed(fen));
    for (const part of [content.title, content.number, frame.code, head.digest, ...content.notes]) expect(textOf(html)).toContain(part);
    expect(html).not.toMatch(/https?:|<script|<link|<img|url\((?!#)|@import|src=/i);
    expect(html).toContain('<meta name="robots" content="noindex,nofollow">');
  });
});

describe('what is not on the wall yet, or no longer', () => {
  it('is marked on each page, and a draft has no code', () => {
    const draft = statementPage(COMMON_STATEMENT, { ...frame, code: null, qr: null, mark: '草稿（账期未结）' });
    expect(draft).toContain('<body><div class="mark long"><b>草稿（账期未结）</b></div>');
    expect(textOf(draft)).toContain('公布后才有核验码');
    expect(draft).not.toContain('class="qr"');
    expect(statementPage(COMMON_STATEMENT, frame)).not.toContain('class="mark');
    expect(textOf(phonePage(COMMON_STATEMENT, { ...head, state: 'superseded', supersededWhy: '第 2 版' }, null))).toContain('已被取代：第 2 版');
    expect(textOf(phonePage(COMMON_STATEMENT, { ...head, state: 'draft', code: null, digest: null }, null))).toContain('|草稿|');
  });

  it('says first what a later version changed', () => {
    const second = { ...COMMON_STATEMENT, version: 2, changes: ['广告实收 5,000.00 改为 6,000.00'] };
    for (const html of [statementPage(second, frame), phonePage(second, head, null)]) {
      expect(textOf(html)).toContain('第 2 版改了什么');
      expect(textOf(html)).toContain('广告实收 5,000.00 改为 6,000.00');
    }
  });

  it('numbers each page it takes', () => {
    const text = textOf(statementPage(COMMON_STATEMENT, { ...frame, pages: 3 }));
    for (const part of ['第 1 页，共 3 页', '第 2 页，共 3 页', '第 3 页，共 3 页']) expect(text).toContain(part);
  });
});

it('draws A3 as A4 times the root of two', () => {
  const html = statementPage(COMMON_STATEMENT, { ...frame, paper: 'a3' });
  expect(html).toContain('@page{size:297mm 420mm;margin:0}');
  expect(html).toContain('table.page{width:296.98mm');
  expect(html).not.toMatch(/\d\.\d{3,}(?:mm|pt)/);
});

it('lets no text become markup, and has no script', () => {
  fc.assert(fc.property(fc.string(), (text) => {
    const word = `<script x="1" y='2'>${text}</style>`;
    const evil = (content: StatementContent): StatementContent => ({
      ...content, number: word, estate: word, title: word, subtitle: word, preparedOn: word, postedFrom: word, postedTo: word, phone: word, summary: [word], notes: [word], changes: [word], version: 2, monthsFinding: word, sourcesFinding: word, compareFinding: word,
      table: content.table.map((row) => ({ ...row, name: word, detail: word, place: word, party: word, term: word, standard: word })), steps: content.steps.map((step) => ({ ...step, name: word, basis: word })), holdings: content.holdings.map((one) => ({ ...one, name: word, basis: word })), costs: content.costs.map((cost) => ({ ...cost, category: word, what: word })),
      equations: content.equations.map(({ terms }) => ({ ask: word, answer: word, terms: terms.map((term) => ({ ...term, name: word, sign: word })) })), months: content.months.map((month) => ({ ...month, month: word })), compare: content.compare.map((one) => ({ ...one, name: word })),
      fees: content.fees === null ? null : { ...content.fees, posts: [{ post: word, headcount: 1, amountFen: 1 }], rates: content.fees.rates.map((rate) => ({ ...rate, name: word, definition: word })) },
    });
    for (const content of [COMMON_STATEMENT, FEES_STATEMENT]) {
      for (const html of [statementPage(evil(content), { ...frame, code: word, mark: word }), phonePage(evil(content), { code: word, digest: word, state: 'superseded', supersededWhy: word }, null)]) {
        expect(html).not.toMatch(/<script|x="1"|y='2'/);
        expect(html.split('</style>')).toHaveLength(2);
      }
    }
  }), { numRuns: 40 });
});

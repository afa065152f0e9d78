import type { StatementContent } from '../../../shared/contract/statement-content.ts';
import { liveWorkbook, type LiveCell, type LiveSheet } from '../../files/write-formulas.ts';
import { KIND_NAMES } from '../ledger/ledger-words.ts';
import type { Printed } from './makers.ts';

const [SHEET, BALANCE, COSTS, ENTRIES] = ['公示表', '余额', '成本', '分录'] as const;
const ENTRY_HEAD = 1;

const text = (value: string): LiveCell => (value === '' ? null : { text: value });
const bold = (value: string): LiveCell => ({ text: value, bold: true });

/**
 * The statement as a workbook: every amount is a formula over the sheet of entries, and every total over those. What cannot be computed from the period's entries
 * stands as a value: the opening balance, where the money lies, and what was billed. Entries have no memo: it can name a home.
 */
export function statementWorkbook(printed: Printed): Promise<Uint8Array> {
  const { content } = printed;
  const sums = sumOf(printed);
  const table = tableSheet(printed, sums);
  const costs = costSheet(content, sums);
  return liveWorkbook([table.sheet, balanceSheet(content, sums, table.net), costs.sheet, entrySheet(printed)]);
}

/** The formula that adds the entries of some lines up; a line's key begins with #, so that no program takes it for a number. */
type Sums = (lines: readonly string[]) => string;

function sumOf({ entries }: Printed): Sums {
  const last = entries.length + ENTRY_HEAD;
  return (lines) => (lines.length === 0 || entries.length === 0 ? '0' : `ROUND(${lines.map((line) => `SUMIFS('${ENTRIES}'!$F$2:$F$${last},'${ENTRIES}'!$A$2:$A$${last},"#${line}")`).join('+')},2)`);
}

const signOf = (section: string): string => (section === 'income' ? '' : '-');

function headRows({ head, content }: Printed): LiveCell[][] {
  return [
    [bold(content.title)], [text(content.subtitle)],
    [text(`编号 ${content.number}　第 ${content.version} 版　${content.preparedOn} 制`), null, null, null, text(head.code === null ? '草稿，未公布' : `核验码 ${head.code}`)], [],
  ];
}

function tableSheet(printed: Printed, sums: Sums): { sheet: LiveSheet; net: string } {
  const { content } = printed;
  const [byLine, head] = [new Map(content.lines.map((line) => [line.line, line])), headRows(printed)];
  const common = content.kind === 'common';
  const titles = common ? ['来源', '', '位置/数量', '对方', '合同期', '标准（元）', '应收', '实收', '税费', '能耗', '直接成本', '净收益'] : ['来源', '', '', '', '', '', '应收', '实收'];
  const first = head.length + 2;
  const of = (row: StatementContent['table'][number], section: string): string => sums(row.lines.filter((line) => byLine.get(line)?.section === section));
  const rows = content.table.map((row, index): LiveCell[] => {
    const at = first + index;
    const words = [row.name, row.detail, row.place, row.party, row.term, row.standard].map(text);
    const received: LiveCell[] = [...words, { fen: row.billedFen }, { formula: of(row, 'income'), fen: row.receivedFen }];
    return common ? [...received, { formula: of(row, 'tax'), fen: row.taxFen }, { formula: of(row, 'energy'), fen: row.energyFen }, { formula: of(row, 'direct'), fen: row.directFen }, { formula: `ROUND(H${at}-I${at}-J${at}-K${at},2)`, fen: row.netFen }] : received;
  });
  const last = first + rows.length - 1;
  const { billedFen, receivedFen, taxFen, energyFen, directFen, netFen } = content.totals;
  const columns = ([['G', billedFen], ['H', receivedFen], ['I', taxFen], ['J', energyFen], ['K', directFen], ['L', netFen]] as const).slice(0, common ? 6 : 2);
  const total: LiveCell[] = [bold('合计'), null, null, null, null, null, ...columns.map(([column, fen]): LiveCell => ({ formula: rows.length === 0 ? '0' : `ROUND(SUM(${column}${first}:${column}${last}),2)`, fen, bold: true }))];
  const notes = content.notes.map((note, index): LiveCell[] => [text(`注 ${index + 1}　${note}`)]);
  const net = common ? `'${SHEET}'!L${last + 1}` : `ROUND('${SHEET}'!H${last + 1}-'${COSTS}'!C${content.costs.length + 2},2)`;
  return { sheet: { name: SHEET, widths: [16, 10, 26, 12, 18, 26, 14, 14, 12, 14, 12, 14], rows: [...head, titles.map(bold), ...rows, total, [], ...notes], head: head.length + 1 }, net };
}

function balanceSheet(content: StatementContent, sums: Sums, net: string): LiveSheet {
  const { steps, holdings, differenceFen } = content;
  const first = 2;
  const closing = first + steps.length - 1;
  const rows = steps.map(({ key, name, basis, amountFen, lines }, index): LiveCell[] => {
    const words = [text(name), text(basis)];
    if (key === 'opening') return [...words, { fen: amountFen }];
    if (key === 'closing') return [bold(name), text(basis), { formula: `ROUND(SUM(C${first}:C${first + index - 1}),2)`, fen: amountFen, bold: true }];
    if (key === 'net') return [...words, { formula: net, fen: amountFen }];
    // What goes out is positive on its line and taken off here.
    const sum = sums(lines);
    return [...words, { formula: key === 'interest' || sum === '0' ? sum : `${signOf(key)}${sum}`, fen: amountFen }];
  });
  const held = holdings.map(({ name, basis, amountFen }): LiveCell[] => [text(name), text(basis), { fen: amountFen }]);
  const [from, to] = [closing + 2, closing + 1 + held.length];
  const difference: LiveCell[] = [bold('差额'), text('期末余额 − 以上各项'), { formula: `ROUND(C${closing}-SUM(C${from}:C${to}),2)`, fen: differenceFen, bold: true }];
  return { name: BALANCE, widths: [22, 34, 18], rows: [['项目', '依据', '金额'].map(bold), ...rows, [], ...held, difference], head: 1 };
}

function costSheet({ costs, costTotalFen }: StatementContent, sums: Sums): { sheet: LiveSheet } {
  const rows = costs.map(({ category, what, amountFen, lines }): LiveCell[] => [text(category), text(what), { formula: sums(lines), fen: amountFen }]);
  const total: LiveCell[] = [bold('合计'), null, { formula: rows.length === 0 ? '0' : `ROUND(SUM(C2:C${rows.length + 1}),2)`, fen: costTotalFen, bold: true }];
  return { sheet: { name: COSTS, widths: [16, 40, 18], rows: [['类别', '内容', '金额'].map(bold), ...rows, total], head: 1 } };
}

function entrySheet({ entries }: Printed): LiveSheet {
  const rows = entries.map(({ line, account, on, entryId, kind, amountFen }): LiveCell[] => [text(`#${line}`), text(account), text(on), { whole: entryId }, text(KIND_NAMES[kind] ?? kind), { fen: amountFen }]);
  return { name: ENTRIES, widths: [26, 16, 12, 10, 14, 16], rows: [['行', '科目', '日期', '凭证号', '类别', '金额'].map(bold), ...rows], head: ENTRY_HEAD };
}

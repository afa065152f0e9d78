import { localDay } from '../../../shared/domain/period.ts';
import { KIND_NAMES } from '../ledger/ledger-words.ts';
import { drillStatement } from '../statements/drill.ts';
import { listStatementHeads } from '../statements/head.ts';
import { exportOf } from './list-type.ts';

const KINDS = { common: '公共收益', fees: '物业服务费' } as const;
const STATES = { draft: '草稿', reviewed: '已复核', published: '已公布', superseded: '已被取代' } as const;

export const statementLists = {
  'statements.list': exportOf('statements.list', listStatementHeads, (add) => [add({
    name: '公示表', items: ({ items }) => items,
    columns: (c) => [
      c.text('编号', ({ number }) => number, { width: 22 }), c.text('种类', ({ kind }) => KINDS[kind]), c.text('从', ({ from }) => from, { width: 10 }), c.text('至', ({ to }) => to, { width: 10 }), c.whole('版', ({ version }) => version), c.text('状态', ({ state }) => STATES[state]),
      c.day('制表', ({ preparedAt }) => localDay(new Date(preparedAt))), c.text('制表人', ({ preparedBy }) => preparedBy), c.day('公布', ({ publishedAt }) => (publishedAt === null ? null : localDay(new Date(publishedAt)))), c.text('公布人', ({ publishedBy }) => publishedBy), c.text('核验码', ({ code }) => code, { width: 18 }), c.text('说明', ({ supersededWhy }) => supersededWhy, { width: 30 }),
    ],
  })]),
  'statements.drill': exportOf('statements.drill', drillStatement, (add) => [add({
    name: '凭证', items: ({ entries }) => entries,
    columns: (c) => [c.day('日期', ({ on }) => on), c.whole('凭证号', ({ entryId }) => entryId), c.text('类别', ({ kind }) => KIND_NAMES[kind] ?? kind), c.text('摘要', ({ memo }) => memo, { width: 40 }), c.yuan('金额', ({ amountFen }) => amountFen)],
  })]),
};

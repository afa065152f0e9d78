import { localDay } from '../../../shared/domain/period.ts';
import { KIND_NAMES } from '../ledger/ledger-words.ts';
import { drillStatement } from '../statements/drill.ts';
import { listStatementHeads } from '../statements/head.ts';
import { listObjections } from '../statements/objections.ts';
import { listPostings } from '../statements/postings.ts';
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
  'statements.listPostings': exportOf('statements.listPostings', listPostings, (add) => [add({
    name: '张贴记录', items: ({ items }) => items,
    columns: (c) => [
      c.text('编号', ({ number }) => number, { width: 22 }), c.whole('版', ({ version }) => version), c.text('张贴处', ({ place }) => place, { width: 26 }), c.day('张贴日', ({ from }) => from), c.day('贴到', ({ until }) => until), c.day('撕下', ({ endedOn }) => endedOn),
      c.whole('已贴工作日', ({ workdays }) => workdays), c.whole('照片', ({ photos }) => photos.length), c.text('登记', ({ by }) => by), c.text('撕下原因', ({ reason }) => reason, { width: 26 }),
    ],
  })]),
  'statements.listObjections': exportOf('statements.listObjections', listObjections, (add) => [add({
    name: '异议和答复', items: ({ items }) => items,
    columns: (c) => [
      c.text('编号', ({ number }) => number, { width: 22 }), c.whole('版', ({ version }) => version), c.day('收到日', ({ on }) => on), c.text('异议内容', ({ what }) => what, { width: 40 }), c.text('登记', ({ by }) => by),
      c.day('答复日', ({ answeredOn }) => answeredOn), c.text('答复', ({ answer }) => answer ?? '没有答复', { width: 40 }), c.text('答复人', ({ answeredBy }) => answeredBy),
    ],
  })]),
};

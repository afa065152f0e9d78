import { periodCheckNames, periodDetail } from '../../../shared/domain/period-details.ts';
import type { MonthEndRefusals } from '../../../shared/errors-month-end.ts';
import { megabytes } from '../formats.ts';
import type { RefusalWords } from '../refusal-words.ts';
import { costRefusals } from './cost-refusals.ts';
import { marketRefusals } from './market-refusals.ts';

/** What a statement's check looks at. */
const CHECKS: Readonly<Record<string, string>> = {
  closingAddsUp: '期初加减各项不等于期末', closingEqualsPostings: '期末与科目余额对不上', linesSumToTotals: '各行之和不等于合计', quarterEqualsMonths: '各月之和不等于全期', linesEqualEntries: '各行与凭证对不上', allAccountsCovered: '有科目没有列进任何一行', bankEqualsLedger: '银行对账单余额没有录入或与账面不符', trialBalance: '账簿借贷不平',
};
const checkNames = (checks: readonly string[]): string => checks.map((check) => CHECKS[check] ?? check).join('、');

/** Sentences for refusals of the shop, of costs, of closing months and of statements. */
export const monthEndRefusals: Pick<RefusalWords, keyof MonthEndRefusals> = {
  PERIOD_CLOSED: ({ month, on }) => `${month} 已经月结，不能再记 ${on} 的账；要改先由经理反结账。`,
  NO_SUCH_STATEMENT: ({ statementId }) => `没有第 ${statementId} 号公示表。`,
  STATEMENT_TOO_LONG: ({ from, to, most }) => `${from} 至 ${to} 太长，一张公示表最多 ${most} 个月。`,
  STATEMENT_BEFORE_OPENING: ({ from, opensOn }) => `账簿从 ${opensOn} 开始，${from} 还没有账，请把起始月份改晚。`,
  STATEMENT_PUBLISHED: ({ number, version }) => `${number} 第 ${version} 版已经公布，不能再改；账有变动就另出新版。`,
  STATEMENT_OWN_REVIEW: ({ name }) => `这张公示表是 ${name} 自己制的，复核要换一个人。`,
  STATEMENT_DOES_NOT_ADD_UP: ({ checks }) => `这张公示表对不平，不能公布：${checkNames(checks)}。`,
  PERIOD_NOT_CLOSED: ({ months }) => `${months.join('、')} 没有月结。`,
  STATEMENT_STALE: ({ number }) => `${number} 制表以后账有变动，请重新生成再公布。`,
  NO_SUCH_LINE: ({ line }) => `这张公示表没有“${line}”这一行。`,
  STATEMENT_NOT_PUBLISHED: ({ number, version }) => `${number} 第 ${version} 版还没有公布，先公布再登记张贴和异议。`,
  NO_SUCH_POSTING: ({ postingId }) => `没有第 ${postingId} 号张贴记录。`,
  POSTING_BEFORE_PUBLISHING: ({ from, publishedOn }) => `张贴日 ${from} 早于公布日 ${publishedOn}，请改张贴日。`,
  POSTING_TWICE: ({ place, from }) => `“${place}”从 ${from} 起已经贴着这一版，撕下以后才能再登记。`,
  POSTING_ENDED: ({ place, on }) => `“${place}”的这一张已经在 ${on} 撕下。`,
  PHOTO_TOO_LARGE: ({ file, bytes, limitBytes }) => `照片“${file}”有 ${megabytes(bytes)} MB，最多 ${megabytes(limitBytes)} MB。`,
  PHOTO_NOT_IMAGE: ({ file }) => `“${file}”不是 JPEG 或 PNG 照片。`,
  NO_SUCH_PHOTO: () => '没有这张照片。',
  NO_SUCH_OBJECTION: () => '没有这条异议。',
  OBJECTION_ANSWERED: ({ on, by }) => `这条异议已由 ${by} 在 ${on} 答复。`,
  ...costRefusals,
  ...marketRefusals,
  PERIOD_NOT_OVER: ({ month, today }) => `${month} 还没过完（今天 ${today}），过完才能月结、录月末余额。`,
  PERIOD_ALREADY_CLOSED: ({ month, through }) => `${month} 已经月结（已结到 ${through}）。`,
  PERIOD_EARLIER_OPEN: ({ month, first }) => `月结按月依次做：先结 ${first}，再结 ${month}。`,
  PERIOD_NOT_READY: ({ month, items }) => `${month} 还不能月结——${items.map(({ name, facts }) => `${periodCheckNames.zh[name]}：${periodDetail('zh', name, facts)}`).join('；')}。`,
};

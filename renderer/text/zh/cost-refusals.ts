import { formatFen } from '../../../shared/domain/money.ts';
import type { RefusalWords } from '../refusal-words.ts';

const yuan = (fen: number) => `¥${formatFen(fen)}`;
const KINDS: Record<string, string> = { purchase: '支出', payroll: '工资', income: '收入', interest: '利息', maintenance: '转维修资金', transfer: '调拨' };
const FUNDS: Record<string, string> = { property: '物业费', common: '公共收益' };
const STATES: Record<string, string> = { waiting: '还在等审批', approved: '已经审批', rejected: '已经退回', reversed: '已经红冲' };
const DIFFERS = { direction: '收支方向或归属不同', amount: '金额不同', target: '记的科目不同' } as const;
const SCHEDULES = { NEITHER: '要选按月、按季、按半年或按年，或者一期一期写', BOTH: '按期生成和一期一期写只能选一样', ORDER: '各期的日子要从早到晚', TOO_MANY: '期数太多，有的期分不到一分钱' } as const;

type CostCode = Extract<keyof RefusalWords, `COST_${string}` | `CONTRACT_${string}` | 'NO_SUCH_COST' | 'NO_SUCH_INSTALMENT' | 'ATTACHMENT_KIND' | 'NO_SUCH_ATTACHMENT'>;

/** What is refused of cost vouchers and contracts. */
export const costRefusals: Pick<RefusalWords, CostCode> = {
  NO_SUCH_COST: () => '没有这张凭单。',
  COST_ID_REUSED: () => '这张表已经登记过另一份内容，请重新填一张。',
  COST_IN_FUTURE: ({ on }) => `付款日 ${on} 还没有到，付了再记。`,
  COST_FUND: ({ kind, fund }) => `“${KINDS[kind] ?? kind}”不能记在“${FUNDS[fund] ?? fund}”里。`,
  COST_TARGET: ({ line, kind, fund }) => `第 ${line} 行：${FUNDS[fund] ?? fund}的“${KINDS[kind] ?? kind}”没有这个去向，或者没有写去向。`,
  COST_POST: ({ line }) => `第 ${line} 行：工资要写岗位和人数，别的凭单不写。`,
  COST_ACCOUNT: ({ account, fund }) => `${FUNDS[fund] ?? fund}的钱不在科目“${account}”上，请改选账户。`,
  COST_NEEDS_RESOLUTION: () => '转维修资金要写业主大会决议的文号和日期。',
  COST_EXCEEDS_FUND: ({ account, amountFen, balanceFen }) => `账户 ${account} 上只有 ${yuan(balanceFen)}，不能转出 ${yuan(amountFen)}。`,
  COST_NEEDS_EVIDENCE: ({ amountFen, limitFen }) => `${yuan(amountFen)} 超过 ${yuan(limitFen)}，要附发票或收据的照片或 PDF。`,
  COST_NOT_WAITING: ({ costNo, state }) => `${costNo} ${STATES[state] ?? state}，不能再审批或退回。`,
  COST_NOT_APPROVED: ({ costNo, state }) => `${costNo} ${STATES[state] ?? state}，只有审批过的才能红冲。`,
  NO_SUCH_INSTALMENT: () => '合同里没有这一期。',
  COST_INSTALMENT_PAID: ({ code, no, costNo }) => `${code} 第 ${no} 期已经由 ${costNo} 结过，不能再结一次。`,
  COST_INSTALMENT_DIFFERS: ({ code, no, what, amountFen, dueFen }) => `这张凭单和 ${code} 第 ${no} 期对不上：${DIFFERS[what]}（凭单 ${yuan(amountFen)}，合同 ${yuan(dueFen)}）。`,
  CONTRACT_TERM: ({ from, to }) => `合同期要先开始后结束：${from} 到 ${to} 不对。`,
  CONTRACT_CODE_TAKEN: ({ code }) => `合同编号 ${code} 已经有了。`,
  COST_INSTALMENTS_SUM: ({ totalFen, sumFen }) => `各期合计 ${yuan(sumFen)}，不等于总额 ${yuan(totalFen)}。`,
  CONTRACT_SCHEDULE: ({ why }) => `分期不对：${SCHEDULES[why]}。`,
  ATTACHMENT_KIND: ({ file }) => `“${file}”不是照片（jpg、png、webp）也不是 PDF。`,
  NO_SUCH_ATTACHMENT: () => '没有这个附件。',
};

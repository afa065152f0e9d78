import type { StatementKind } from '../../../../shared/contract/statement-content.ts';

type Words = { name: string; basis: string };
const NAMES: Readonly<Record<string, Words>> = {
  '1001': { name: '库存现金', basis: '出纳盘点' }, '1012.01': { name: '微信在途', basis: '渠道未到账' }, '1012.02': { name: '支付宝在途', basis: '渠道未到账' }, '1122.01': { name: '充电平台在途', basis: '平台未结算' },
  '2203': { name: '减 预收', basis: '住户预付，尚未到期' }, '2203.01': { name: '减 充电预存', basis: '充电卡余额' }, '2241.09': { name: '减 待查款项', basis: '不知道是谁的钱' },
};

/** What stands against the closing balance, in the words of the sheet. */
export function holdingWords(kind: StatementKind, on: string): { bank: Words; bankUnknown: Words; bankUnused: Words; others: Words; of: (account: string) => Words } {
  const name = kind === 'common' ? '专户余额' : '基本户余额';
  return {
    bank: { name, basis: `银行对账单 ${on}` }, bankUnknown: { name, basis: `账面 ${on}，银行对账单还没有录入` }, bankUnused: { name, basis: '没有发生过收付' }, others: { name: '减 户内其他款项', basis: '代收、押金等不属于本表的钱' },
    of: (account) => NAMES[account] ?? (account === '1002.01' ? { name: '在基本户的公共收益', basis: '尚未划入专户' } : account === '1002.02' ? { name: '在专户的物业款', basis: '尚未划回基本户' } : { name: account, basis: '账面' }),
  };
}

import { yuan } from './amounts.ts';

type Shop = { resolutions: readonly string[]; waivedRentFen: number; salesFen: number; savingFen: number; growers: readonly { village: string; fen: number }[] };

/** What the shop gave in kind, which is no money of the sheet; villages, no names. */
export function shopNote({ resolutions, waivedRentFen, salesFen, savingFen, growers }: Shop): string {
  const rent = `惠民超市用房${resolutions.length === 0 ? '' : `按业主大会决议（${resolutions.join('、')}）`}免租，市场租金估值 ${yuan(waivedRentFen)} 元（不是现金，不计入本表）`;
  const paidFen = growers.reduce((sum, { fen }) => sum + fen, 0);
  const saved = salesFen === 0 ? '本期没有销售登记' : savingFen < 0 ? `本期售价合计比市场参考价高 ${yuan(0 - savingFen)} 元` : `本期比市场参考价为居民省 ${yuan(savingFen)} 元`;
  const paid = paidFen === 0 ? '' : `，付给种菜人 ${yuan(paidFen)} 元（${growers.map(({ village, fen }) => `${village} ${yuan(fen)} 元`).join('、')}）`;
  return `${rent}；${saved}${paid}。`;
}

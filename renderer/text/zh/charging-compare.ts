/** This year's income of charging beside last year's. */
export const chargingCompare = {
  compare: {
    against: '与去年同期比', name: '充电收益同比', now: '今年', last: '去年同期', difference: '相差', chart: '今年和去年同期的充电收益', note: '¥，按结束那天；{{from}} 至 {{to}}，对 {{lastFrom}} 至 {{lastTo}}', topMore: '；{{key}} 多得最多，多 ¥{{amount}}', since: '；去年的数从 {{since}} 才有', topLess: '；{{key}} 少得最多，少 ¥{{amount}}',
    finding: { none: '今年和去年同期都没有充电收益', noLast: '没有去年的数；今年 ¥{{now}}', noNow: '今年还没有充电收益；去年同期 ¥{{last}}', same: '和去年同期一样，¥{{now}}', more: '比去年同期多 {{percent, number}}%：¥{{now}}，去年 ¥{{last}}', less: '比去年同期少 {{percent, number}}%：¥{{now}}，去年 ¥{{last}}', moreBit: '比去年同期多不到 1%：¥{{now}}，去年 ¥{{last}}', lessBit: '比去年同期少不到 1%：¥{{now}}，去年 ¥{{last}}' },
  },
};

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const PLACES = ['', '拾', '佰', '仟'] as const;
/** Names of the groups of four digits, lowest first. */
const GROUPS = ['', '万', '亿'] as const;
const LIMIT_YUAN = 1_000_000_000_000;

/**
 * Writes an amount in Chinese capitals as a receipt prints it: 人民币 first, 整 after 元 and 角, never after 分.
 * Units: whole fen, below 10^12 yuan either way; a negative amount reads 人民币负…. Throws RangeError: a bug, not a refusal.
 * Source: 支付结算办法 附一, all of whose examples are tests. Where it leaves 零 open we follow its printed
 * examples: written between 元 and 角 when the yuan end in 0 (1680.32), not written between 万 and a thousand
 * (107000.53).
 * @example capitalAmount(140_950) // '人民币壹仟肆佰零玖元伍角整'
 */
export function capitalAmount(fen: number): string {
  if (!Number.isSafeInteger(fen) || Math.abs(fen) >= LIMIT_YUAN * 100) throw new RangeError(`cannot be written in capitals: ${String(fen)}`);
  const magnitude = Math.abs(fen);
  const cents = magnitude % 100;
  return `人民币${fen < 0 ? '负' : ''}${writeAmount((magnitude - cents) / 100, cents)}`;
}

function writeAmount(yuan: number, cents: number): string {
  const [jiao, fen] = [Math.floor(cents / 10), cents % 10];
  if (yuan === 0 && cents === 0) return '零元整';
  const whole = yuan === 0 ? '' : `${writeYuan(yuan)}元`;
  if (cents === 0) return `${whole}整`;
  // One 零 stands for the gap, whether the 0 is the last of the yuan, the jiao, or both.
  const gap = yuan > 0 && (yuan % 10 === 0 || jiao === 0) ? '零' : '';
  const tenths = jiao === 0 ? '' : `${digit(jiao)}角`;
  return `${whole}${gap}${tenths}${fen === 0 ? '整' : `${digit(fen)}分`}`;
}

/** Groups of four; a 零 stands for any run of zeros that is followed by a digit inside or between groups. */
function writeYuan(yuan: number): string {
  let text = '';
  let skippedGroup = false;
  for (let index = GROUPS.length - 1; index >= 0; index -= 1) {
    const group = Math.floor(yuan / 10_000 ** index) % 10_000;
    if (group === 0) {
      skippedGroup = true;
      continue;
    }
    const gap = text !== '' && (skippedGroup || group < 1000) ? '零' : '';
    text += `${gap}${writeGroup(group)}${GROUPS[index] ?? ''}`;
    skippedGroup = false;
  }
  return text;
}

/** 1 to 9999 without leading zeros. */
function writeGroup(group: number): string {
  let text = '';
  let zeros = false;
  for (let place = PLACES.length - 1; place >= 0; place -= 1) {
    const value = Math.floor(group / 10 ** place) % 10;
    if (value === 0) {
      zeros = text !== '';
      continue;
    }
    text += `${zeros ? '零' : ''}${digit(value)}${PLACES[place] ?? ''}`;
    zeros = false;
  }
  return text;
}

function digit(value: number): string {
  return DIGITS[value] ?? '';
}

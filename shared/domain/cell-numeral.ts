const DIGITS: Readonly<Record<string, number>> = {
  〇: 0, 零: 0, 一: 1, 壹: 1, 二: 2, 贰: 2, 两: 2, 三: 3, 叁: 3, 四: 4, 肆: 4,
  五: 5, 伍: 5, 六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/**
 * Reads a Chinese numeral below ten thousand, written by places (一百零二) or digit by digit (五〇一).
 * Answers undefined for anything else.
 * @example readChineseNumeral('二十三') // 23
 */
export function readChineseNumeral(text: string): number | undefined {
  if (text === '') return undefined;
  const signs = [...text];
  if (signs.every((sign) => DIGITS[sign] !== undefined)) {
    return signs.length > 4 ? undefined : Number(signs.map((sign) => DIGITS[sign]).join(''));
  }
  return readByPlaces(signs);
}

function readByPlaces(signs: readonly string[]): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let lastPlace = 10_000;
  let afterZero = false;
  for (const sign of signs) {
    const place = PLACES[sign];
    if (place === undefined) {
      const next = DIGITS[sign];
      if (next === undefined || (digit !== undefined && digit !== 0)) return undefined;
      afterZero = next === 0;
      digit = next;
      continue;
    }
    if (place >= lastPlace || digit === 0 || (digit === undefined && total > 0)) return undefined;
    total += (digit ?? 1) * place; // 十二 is 12, without a leading 一
    lastPlace = place;
    digit = undefined;
  }
  if (digit === undefined || afterZero) return total;
  // 一百二 is spoken for 120, but nobody numbers a building so; only 一百零二 and 十二 are read.
  return total > 0 && lastPlace > 10 && signs.at(-2) !== '零' && signs.at(-2) !== '〇' ? undefined : total + digit;
}

const PLAIN_NUMBER = /^0*(\d+)(?:\.0+)?$/;

/** Writes a number in any spelling (一百零二, 007, 12.0) as plain digits, and other text in capitals. */
export function plainNumeral(text: string): string {
  const plain = PLAIN_NUMBER.exec(text);
  if (plain) return plain[1] ?? text;
  const numeral = readChineseNumeral(text);
  return numeral === undefined ? text.toUpperCase() : String(numeral);
}

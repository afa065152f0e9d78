/** Plates of mainland China as GA 36-2018 has them. */
export type Plate = { /** Upper case, without dots and spaces. */ plate: string; /** blue: seven characters; green: eight, an electric or hybrid car. */ energy: 'blue' | 'green' };

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const OFFICE = `^[${PROVINCES}][A-HJ-NP-Z]`;
const BLUE = new RegExp(`${OFFICE}[A-HJ-NP-Z0-9]{5}$`);
/** Small cars carry their letter first, large ones last. */
const GREEN = new RegExp(`${OFFICE}(?:[A-HJK][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[A-HJK])$`);

/**
 * Reads a plate as people type it, in full width, lower case, with a dot or spaces; undefined when it is none.
 * @example readPlate('贵j·a1234') // { plate: '贵JA1234', energy: 'blue' }
 */
export function readPlate(text: string): Plate | undefined {
  // Most of half a million lines are written just so.
  if (BLUE.test(text)) return { plate: text, energy: 'blue' };
  const plate = text.normalize('NFKC').toUpperCase().replace(/[\s·•.．・-]/g, '');
  if (BLUE.test(plate)) return { plate, energy: 'blue' };
  return GREEN.test(plate) ? { plate, energy: 'green' } : undefined;
}

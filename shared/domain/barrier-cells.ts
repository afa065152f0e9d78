import { foldCell, isNothing, type Cell } from './cell-text.ts';
import { readPlate } from './plate.ts';

const UNLICENSED = /^(?:[_(]?无牌?照?[_)]?|无牌车?\w*|未识别|未?识别失败|无车牌|未知(?:车牌)?|临时车\d*|空牌|no ?plate|unknown|unlicensed|null)$/i;
const COLOUR = /^[蓝黄绿白黑渐变色牌]{1,4}[-_: ]?(?=[一-龥][A-Z])|[-_: ]?\(?[蓝黄绿白黑]色?牌?\)?$/gi;

export type PlateCell = { plate: string; fault: null } | { plate: string; fault: 'NO_PLATE' | 'PLATE_UNREADABLE' };

/** Reads a plate, with or without the colour that some systems write beside it; what cannot be read stays as it stands there, up to 20 characters. */
export function readPlateCell(cell: Cell | undefined): PlateCell {
  const text = foldCell(cell).replace(/^['`]/, '');
  if (isNothing(text) || UNLICENSED.test(text)) return { plate: isNothing(text) ? '' : text.slice(0, 20), fault: 'NO_PLATE' };
  const found = readPlate(text) ?? readPlate(text.toUpperCase().replace(COLOUR, ''));
  return found ? { plate: found.plate, fault: null } : { plate: text.slice(0, 20), fault: 'PLATE_UNREADABLE' };
}

/** in or out; undefined for neither, and for both (出入口). */
export function readDirection(cell: Cell | undefined): 'in' | 'out' | undefined {
  const text = foldCell(cell).toLowerCase();
  const isIn = /[进入]|^in(?:$|\W)|entr|enter/.test(text);
  const isOut = /[出离]|^out(?:$|\W)|exit|leav/.test(text);
  return isIn === isOut ? undefined : isIn ? 'in' : 'out';
}

import { plainNumeral } from './cell-numeral.ts';
import { isNothing, remembering, tightCell, type Cell } from './cell-text.ts';

/** A home's address as its cells give it; '' where a part is missing. */
export type Place = { building: string; unit: string; room: string };

const BUILDING_END = /(?:号楼|栋楼|栋|棟|幢|座|号|楼|#楼?)$/;
const BUILDING_START = /^(?:第|building|bldg\.?|block|tower)/i;
const UNIT_END = /(?:单元|单位|门栋|门|梯)$/;
const UNIT_START = /^(?:第|unit|entrance)/i;
const ROOM_END = /(?:号房|室|号|房|户)$/;
const ROOM_START = /^(?:第|room|flat|apt\.?|no\.?)/i;

const BUILDING_MARK = /^(.+?)(?:号楼|栋|棟|幢|座|#楼?|楼)[-‐-―−]*(.*)$/;
const UNIT_MARK = /^(.+?)(?:单元)[-‐-―−]*(.*)$/;
const PARTS = /[-‐-―−_/]+/;

/** Reads a building (3栋, 三号楼, ０３#, Building 3) as its bare name; '' when empty. */
function readBuilding(text: string): string {
  return bare(text, BUILDING_START, BUILDING_END);
}

/** Reads a unit (2单元, 二, Unit 2) as its bare name; '' when empty. */
function readUnit(text: string): string {
  return bare(text, UNIT_START, UNIT_END);
}

/** Reads a room (５０１室, 一百零二号, Room 501) as its bare number; '' when empty. */
function readRoom(text: string): string {
  return bare(text, ROOM_START, ROOM_END);
}

function bare(text: string, start: RegExp, end: RegExp): string {
  if (isNothing(text)) return '';
  const stripped = text.replace(start, '').replace(end, '');
  return plainNumeral(stripped === '' ? text : stripped);
}

/** Reads the three cells of an address; `agrees` is false where the room's own parts differ from the cells. */
export type PlaceReader = (building: Cell, unit: Cell, room: Cell) => Place & { agrees: boolean };

/**
 * Makes a reader of addresses for one roster. A room may carry the building and the unit (3-2-501,
 * 3栋2单元501室), a building may carry the unit (3栋2单元); the parts of a room never override the cells.
 */
export function placeReader(): PlaceReader {
  const buildingOf = remembering((cell) => splitBuilding(tightCell(cell)));
  const unitOf = remembering((cell) => readUnit(tightCell(cell)));
  const roomOf = remembering((cell) => splitRoom(tightCell(cell), { building: true, unit: true }));
  return (buildingCell, unitCell, roomCell) => {
    const own = buildingOf(buildingCell);
    const unit = unitOf(unitCell) || own.unit;
    const inRoom = own.building !== '' && unit !== ''
      ? roomOf(roomCell)
      : splitRoom(tightCell(roomCell), { building: own.building !== '', unit: unit !== '' });
    return {
      building: own.building || inRoom.building,
      unit: unit || inRoom.unit,
      room: inRoom.room,
      agrees: sameOrAbsent(own.building, inRoom.building) && sameOrAbsent(unit, inRoom.unit),
    };
  };
}

function sameOrAbsent(left: string, right: string): boolean {
  return left === '' || right === '' || left === right;
}

function splitBuilding(text: string): { building: string; unit: string } {
  const marked = text.includes('单元') ? BUILDING_MARK.exec(text) : null;
  if (!marked) return { building: readBuilding(text), unit: '' };
  return { building: readBuilding(marked[1] ?? ''), unit: readUnit(marked[2] ?? '') };
}

function splitRoom(text: string, known: { building: boolean; unit: boolean }): Place {
  if (isNothing(text)) return { building: '', unit: '', room: '' };
  if (/^[0-9]+$/.test(text)) return { building: '', unit: '', room: plainNumeral(text) };
  const atBuilding = BUILDING_MARK.exec(text);
  const building = atBuilding?.[2] ? readBuilding(atBuilding[1] ?? '') : '';
  const afterBuilding = building === '' ? text : (atBuilding?.[2] ?? '');
  const atUnit = UNIT_MARK.exec(afterBuilding);
  const unit = atUnit?.[2] ? readUnit(atUnit[1] ?? '') : '';
  const rest = unit === '' ? afterBuilding : (atUnit?.[2] ?? '');
  return fromParts(rest, { building, unit }, known);
}

/** Takes what dashes part in the rest of a room, from its end: room, unit, building. */
function fromParts(rest: string, found: Omit<Place, 'room'>, known: { building: boolean; unit: boolean }): Place {
  const parts = rest.split(PARTS).filter((part) => part !== '');
  const wants = Number(found.building === '') + Number(found.unit === '');
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 3 && wants === 2) {
    return { building: readBuilding(first), unit: readUnit(second), room: readRoom(third) };
  }
  if (parts.length === 2 && found.unit === '' && !known.unit && (found.building !== '' || known.building)) {
    return { building: found.building, unit: readUnit(first), room: readRoom(second) };
  }
  if (parts.length === 2 && wants === 2 && !known.building) {
    return { building: readBuilding(first), unit: '', room: readRoom(second) };
  }
  return { ...found, room: readRoom(rest) };
}

import { formatE4 } from '../../../shared/domain/meter.ts';
import { formatFen } from '../../../shared/domain/money.ts';
import type { RefusalWords } from '../refusal-words.ts';
import { charging } from './charging.ts';

const yuan = (fen: number) => `¥${formatFen(fen)}`;
const name = (file: string) => file.split(/[\\/]/).at(-1) ?? file;
const sessionColumns: Record<string, string> = charging.column;
const reviewReasons: Record<string, string> = charging.reason;
const dayKind = (variant: string): string => (variant === '' ? '' : `Days ${variant}: `);
const deviceFields: Record<string, string> = { kind: 'kind', connectors: 'number of connectors', ratedW: 'rated power', place: 'place', platform: 'platform', meter: 'meter', from: 'first day', to: 'end' };

type ChargingCode = Extract<keyof RefusalWords, `TARIFF_${string}` | `DEVICE_${string}` | `CHARGING_${string}` | `REVIEW_${string}` | `REGISTER_${string}` | `METER_READING_${string}` | 'GRID_BILL_TWICE' | 'GRID_PRICE_BEFORE' | 'NO_SUCH_DEVICE' | 'NO_SUCH_TARIFF' | 'NO_SUCH_SESSION' | 'NO_SUCH_REVIEW' | 'ASSIGN_WHAT' | 'SESSION_TIMES'>;

/** What is refused of chargers, tariffs and sessions. */
export const chargingRefusals: Pick<RefusalWords, ChargingCode> = {
  TARIFF_GAP: ({ from, to, variant }) => `${dayKind(variant)}no period covers ${from} to ${to}; a day must be covered exactly.`,
  TARIFF_OVERLAP: ({ from, to, variant }) => `${dayKind(variant)}two periods cover ${from} to ${to}.`,
  TARIFF_PERIOD_EMPTY: ({ from, variant }) => `${dayKind(variant)}the period from ${from} has no length.`,
  TARIFF_CLOCK: ({ from, to, variant }) => `${dayKind(variant)}write a period as 08:00 to 11:00, not “${from}” to “${to}”.`,
  DEVICE_DIFFERS: ({ device, field, ours, given }) => `Device ${device} is there already: its ${deviceFields[field] ?? field} is “${ours}”, not “${given}”. Change it under devices.`,
  DEVICE_DAYS: ({ device, from, to }) => `Device ${device} must go out of service after ${from}, not on ${to}.`,
  NO_SUCH_DEVICE: ({ device }) => `There is no device ${device}.`,
  TARIFF_KIND: ({ tariff, kind }) => `Tariff “${tariff}” is for ${kind === 'ev' ? 'cars' : 'e-bikes'}.`,
  TARIFF_LIMITS: ({ minimumFen, capFen }) => `The cap ${yuan(capFen)} is below the minimum ${yuan(minimumFen)}.`,
  TARIFF_TIERS: ({ basis }) => (basis === 'hour' ? 'Charging by the hour needs one price of an hour.' : 'Each tier of power must be above the one before, and the last without an end.'),
  TARIFF_VERSION_BEFORE: ({ tariff, from, latest }) => `The last version of “${tariff}” holds from ${latest}; a new one cannot hold from ${from}.`,
  NO_SUCH_TARIFF: ({ tariff }) => `There is no tariff “${tariff}”, or it does not hold yet on that day.`,
  ASSIGN_WHAT: () => 'Name either devices or a kind of device.',
  SESSION_TIMES: ({ at, why }) => (why === 'NO_SUCH_TIME' ? `There is no such time as ${at}.` : why === 'TOO_LONG' ? 'A session cannot last more than seven days.' : `${at} must be later than the time before it.`),
  CHARGING_ORDER_SCIENTIFIC: ({ row, value }) => `Row ${row} has the order number ${value}: Excel stored it as a number, and its digits are lost. Download the file again and do not save it with Excel. Nothing was imported.`,
  CHARGING_FILE_EMPTY: ({ file }) => `There are no sessions in ${name(file)}.`,
  CHARGING_FILE_OTHER_PLATFORM: ({ platform, other }) => `The devices of this file are all of “${other}”, not of “${platform}”. Choose another platform or file.`,
  CHARGING_FILE_OTHER_MONTH: ({ month, from, to }) => `The file has no session of ${month}; it has ${from}${from === to ? '' : ` to ${to}`}.`,
  NO_SUCH_SESSION: () => 'There is no such session.',
  NO_SUCH_REVIEW: () => 'The work list has no such line.',
  REVIEW_DECIDED: () => 'This line was decided already.',
  REVIEW_STILL_WRONG: ({ reason, value }) => `It cannot be booked yet: ${reviewReasons[reason] ?? reason}${value === '' ? '' : ` (${value})`}.`,
  CHARGING_COLUMNS_MISSING: ({ missing, headers }) => `These columns were not found: ${missing.map((column) => sessionColumns[column] ?? column).join(', ')}.${headers.length > 0 ? ` The file has: ${headers.join(', ')}.` : ''}`,
  METER_READING_FUTURE: ({ meter, at }) => `Meter ${meter}: ${at} is in the future.`,
  METER_READING_FALLS: ({ meter, at, energy, before }) => `Meter ${meter} shows ${formatE4(energy)} at ${at}, less than ${formatE4(before)} before. Nothing was written.`,
  METER_READING_DIFFERS: ({ meter, at, ours, given }) => `Meter ${meter} has ${formatE4(ours)} at ${at} already, not ${formatE4(given)}.`,
  GRID_BILL_TWICE: ({ month, period }) => `The bill of ${month} names the period “${period}” twice.`,
  GRID_PRICE_BEFORE: ({ from, latest }) => `The latest version of the grid’s prices is from ${latest}; a new one cannot be from ${from}.`,
  REGISTER_OUTSIDE: ({ at }) => `The reading of ${at} is not within this session.`,
  REGISTER_TIME_FALLS: ({ at, before }) => `Times of readings fall: ${at} comes after ${before}.`,
  REGISTER_FALLS: ({ at, energy, before }) => `The reading of ${at}, ${formatE4(energy)}, is below the one before, ${formatE4(before)}.`,
  REGISTER_ABOVE_TOTAL: ({ at, energy, total }) => `The reading of ${at}, ${formatE4(energy)}, does not fit the total ${formatE4(total)}.`,
};

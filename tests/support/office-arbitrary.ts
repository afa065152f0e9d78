import fc from 'fast-check';
import type { Method } from './office-model.ts';
import type { Turn } from './office-turns.ts';

const index = fc.nat({ max: 30 });
const fen = fc.integer({ min: 1, max: 60_000 });
/** A share of what there is; above 100 it must be refused. */
const percent = fc.integer({ min: 1, max: 104 });
const method = fc.constantFrom<Method>('cash', 'wechat', 'alipay', 'card');
const month = fc.nat({ max: 5 });
const turnOf = <Name extends Turn['do']>(name: Name, fields: { [Field in Exclude<keyof Extract<Turn, { do: Name }>, 'do'>]: fc.Arbitrary<Extract<Turn, { do: Name }>[Field]> }, weight: number): { weight: number; arbitrary: fc.Arbitrary<Turn> } =>
  ({ weight, arbitrary: fc.record({ do: fc.constant(name), ...fields }) as unknown as fc.Arbitrary<Turn> });
const payment = fc.record({ do: fc.constantFrom('void' as const, 'reverse' as const, 'refund' as const), payment: index });
/** Anything that an office may do next, the usual more often. */
export const turn: fc.Arbitrary<Turn> = fc.oneof(
  turnOf('issue', { month }, 5),
  turnOf('pay', { home: index, parts: fc.array(percent, { maxLength: 4 }), late: fc.boolean(), elsewhere: fc.boolean(), extraFen: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90_000 })), method, daysAgo: fc.nat({ max: 2 }) }, 10),
  { weight: 5, arbitrary: payment },
  turnOf('refundPart', { payment: index, percent }, 3),
  turnOf('refundHeld', { home: index, percent, method }, 2),
  turnOf('waive', { bill: index, percent }, 2),
  turnOf('cancel', { bill: index }, 3),
  turnOf('correct', { bill: index, fen }, 2),
  turnOf('once', { home: index, fen }, 1),
  turnOf('vacancy', { home: index, month, off: fc.integer({ min: 1, max: 1000 }) }, 1),
  turnOf('deposit', { home: index, fen, method }, 1),
  turnOf('return', { deposit: index, percent, retained: fc.nat({ max: 100 }) }, 1),
  turnOf('shift', { floatFen: fc.nat({ max: 50_000 }), difference: fc.integer({ min: -300, max: 300 }) }, 1),
  turnOf('days', { count: fc.integer({ min: 1, max: 25 }) }, 3),
);

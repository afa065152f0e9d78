import type { Output } from '../../../shared/contract/index.ts';

export type SettledDay = Output<'charging.listSettlements'>['items'][number];
export type SettlementState = SettledDay['state'];
export const settlementStates = ['equal', 'differs', 'unsettled', 'unbooked', 'decided'] as const satisfies readonly SettlementState[];
export const STATE_TONES: Readonly<Record<SettlementState, 'green' | 'red' | 'amber' | 'blue'>> = { equal: 'green', differs: 'red', unsettled: 'amber', unbooked: 'red', decided: 'blue' };

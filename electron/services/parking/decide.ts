import { insertDecision, listDecisionRows } from '../../../db/queries/parking-decisions.ts';
import { readBasis } from '../../../db/queries/parking-income.ts';
import { shareE6Of, shareOf, simulateYear } from '../../../shared/domain/parking-simulation.ts';
import type { Handler } from '../../context.ts';
import { setPrices } from './prices.ts';

/** Sets the prices of a resolution, and keeps it with the year that it was decided on. Throws what `parking.setPrices` does. */
export const decide: Handler<'parking.decide'> = async (context, { from, marketFen, residentFen, daytimeFen, daytimeShare, resolutionNo, resolutionOn, note }) => {
  const { db, user, now, today } = context;
  await setPrices(context, { from, marketFen, residentFen, resolutionNo });
  const { commonSpaces, residentLeases } = await readBasis(db, today);
  const shareE6 = shareE6Of(daytimeShare);
  const { daytime, subsidy } = simulateYear({ marketFen, commonSpaces, residentLeases }, { residentFen, daytimeFen, shareE6 });
  const decisionId = await insertDecision(db, {
    from, marketFen, residentFen, daytimeFen, shareE6, resolutionNo, resolutionOn: resolutionOn ?? null, note, commonSpaces, residentLeases, yearDaytimeFen: daytime, yearSubsidyFen: subsidy, userId: user.userId, by: user.name, at: now.toISOString(),
  });
  return { decisionId };
};

export const listDecisions: Handler<'parking.listDecisions'> = async ({ db }) => ({
  items: (await listDecisionRows(db)).map(({ shareE6, commonSpaces: _spaces, residentLeases: _leases, yearDaytimeFen, yearSubsidyFen, ...decision }) => ({
    ...decision, daytimeShare: shareOf(shareE6), yearFen: { daytime: yearDaytimeFen, subsidy: yearSubsidyFen, left: yearDaytimeFen - yearSubsidyFen },
  })),
});

import { periodCheckNames, periodDetail } from '../../../shared/domain/period-details.ts';
import type { MonthEndRefusals } from '../../../shared/errors-month-end.ts';
import { megabytes } from '../formats.ts';
import type { RefusalWords } from '../refusal-words.ts';
import { costRefusals } from './cost-refusals.ts';
import { marketRefusals } from './market-refusals.ts';

/** What a statement's check looks at. */
const CHECKS: Readonly<Record<string, string>> = {
  closingAddsUp: 'opening and movements do not give the closing balance', closingEqualsPostings: 'the closing balance differs from the accounts', linesSumToTotals: 'the lines do not sum to the totals', quarterEqualsMonths: 'the months do not sum to the period', linesEqualEntries: 'lines differ from their entries', allAccountsCovered: 'an account is on no line', bankEqualsLedger: 'the bank balance is missing or differs from the books', trialBalance: 'the books do not balance',
};
const checkNames = (checks: readonly string[]): string => checks.map((check) => CHECKS[check] ?? check).join('; ');

/** Sentences for refusals of the shop, of costs, of closing months and of statements. */
export const monthEndRefusals: Pick<RefusalWords, keyof MonthEndRefusals> = {
  PERIOD_CLOSED: ({ month, on }) => `${month} is closed and takes no entry dated ${on}; the manager can reopen it.`,
  NO_SUCH_STATEMENT: ({ statementId }) => `There is no statement ${statementId}.`,
  STATEMENT_TOO_LONG: ({ from, to, most }) => `${from} to ${to} is too long; a statement holds ${most} months at most.`,
  STATEMENT_BEFORE_OPENING: ({ from, opensOn }) => `The books begin on ${opensOn}; choose a first month later than ${from}.`,
  STATEMENT_PUBLISHED: ({ number, version }) => `${number} version ${version} is published and stays as it is; changes go into a new version.`,
  STATEMENT_OWN_REVIEW: ({ name }) => `${name} prepared this statement; somebody else must review it.`,
  STATEMENT_DOES_NOT_ADD_UP: ({ checks }) => `This statement does not add up and cannot be published: ${checkNames(checks)}.`,
  PERIOD_NOT_CLOSED: ({ months }) => `Not closed: ${months.join(', ')}.`,
  STATEMENT_STALE: ({ number }) => `The books changed since ${number} was prepared; prepare it again.`,
  NO_SUCH_LINE: ({ line }) => `This statement has no line “${line}”.`,
  STATEMENT_NOT_PUBLISHED: ({ number, version }) => `${number} version ${version} is not published; publish it before recording postings or objections.`,
  NO_SUCH_POSTING: ({ postingId }) => `There is no posting ${postingId}.`,
  POSTING_BEFORE_PUBLISHING: ({ from, publishedOn }) => `The posting of ${from} is before the publishing on ${publishedOn}; change its day.`,
  POSTING_TWICE: ({ place, from }) => `This version hangs at “${place}” since ${from}; record it again once it was taken down.`,
  POSTING_ENDED: ({ place, on }) => `The sheet at “${place}” was taken down on ${on}.`,
  PHOTO_TOO_LARGE: ({ file, bytes, limitBytes }) => `The picture “${file}” has ${megabytes(bytes)} MB; at most ${megabytes(limitBytes)} MB are taken.`,
  PHOTO_NOT_IMAGE: ({ file }) => `“${file}” is no JPEG or PNG picture.`,
  NO_SUCH_PHOTO: () => 'There is no such picture.',
  NO_SUCH_OBJECTION: () => 'There is no such objection.',
  OBJECTION_ANSWERED: ({ on, by }) => `${by} answered this objection on ${on}.`,
  ...costRefusals,
  ...marketRefusals,
  PERIOD_NOT_OVER: ({ month, today }) => `${month} is not over (today is ${today}): it is closed, and its bank balances entered, afterwards.`,
  PERIOD_ALREADY_CLOSED: ({ month, through }) => `${month} is closed already (all months through ${through} are).`,
  PERIOD_EARLIER_OPEN: ({ month, first }) => `Months are closed in order: close ${first} before ${month}.`,
  PERIOD_NOT_READY: ({ month, items }) => `${month} cannot be closed yet. ${items.map(({ name, facts }) => `${periodCheckNames.en[name]}: ${periodDetail('en', name, facts)}`).join('; ')}.`,
};

import type { BookSelection, Fund } from '../../../shared/contract/ledger.ts';

export const books = ['journal', 'account', 'home', 'trial', 'verify', 'audit'] as const;
export type Book = (typeof books)[number];

const FUNDS: readonly string[] = ['property', 'common', 'agency', 'deposit', 'maintenance'] satisfies Fund[];

/** What the address of the ledger says, e.g. `#/ledger?book=account&account=1122&fund=property&entry=12`. */
export type LedgerRoute = {
  book: Book;
  account?: string | undefined;
  fund?: Fund | undefined;
  homeId?: number | undefined;
  from?: string | undefined;
  to?: string | undefined;
  on?: string | undefined;
  search?: string | undefined;
  entry?: number | undefined;
};

/** Reads the address. `homeId` alone means the home's ledger, `account` alone the account's; unknown values are dropped. */
export function readLedgerRoute(params: URLSearchParams): LedgerRoute {
  const text = (name: string) => params.get(name) || undefined;
  const number = (name: string) => {
    const value = Number(params.get(name));
    return Number.isSafeInteger(value) && value > 0 ? value : undefined;
  };
  const homeId = number('homeId') ?? number('home');
  const account = text('account');
  const fund = text('fund');
  const named = books.find((book) => book === params.get('book'));
  return {
    book: named ?? (homeId === undefined ? (account === undefined ? 'journal' : 'account') : 'home'),
    account, fund: FUNDS.includes(fund ?? '') ? (fund as Fund) : undefined, homeId,
    from: text('from'), to: text('to'), on: text('on'), search: text('search'), entry: number('entry'),
  };
}

/** The parameters of an address for `linkTo('ledger', …)`; only what its book understands. */
export function ledgerParams(route: LedgerRoute): Record<string, string | number> {
  const { book, entry } = route;
  const wanted: Record<string, string | number | undefined> = { book, entry };
  if (book === 'journal' || book === 'account' || book === 'home') Object.assign(wanted, { from: route.from, to: route.to });
  if (book === 'journal') wanted['search'] = route.search;
  if (book === 'account') Object.assign(wanted, { account: route.account, fund: route.fund });
  if (book === 'home') wanted['homeId'] = route.homeId;
  if (book === 'trial') wanted['on'] = route.on;
  return Object.fromEntries(Object.entries(wanted).filter((pair): pair is [string, string | number] => pair[1] !== undefined && pair[1] !== ''));
}

/** What the rows of a book are selected by; undefined while the account or the home is not chosen. */
export function bookSelectionOf({ book, account, fund, homeId, from, to, search }: LedgerRoute): BookSelection | undefined {
  const days = { ...(from && { from }), ...(to && { to }) };
  if (book === 'journal') return { book, ...days, ...(search && { search }) };
  if (book === 'account' && account !== undefined) return { book, account, ...(fund && { fund }), ...days };
  if (book === 'home' && homeId !== undefined) return { book, homeId, ...days };
  return undefined;
}

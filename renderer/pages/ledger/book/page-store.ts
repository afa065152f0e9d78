import type { Refusal, Reply } from '../../../../shared/errors.ts';

export type Cursor = string | number;
export type PageValue<Row> = { items: Row[]; next?: Cursor | undefined };
type Page<Row> = { after: Cursor | undefined; items?: Row[] | undefined; stale: boolean; reading: boolean };

/** The rows of a keyset-paged list as far as they were read; far pages are forgotten and read again. */
export type PageStore<Row> = {
  rowAt: (index: number) => Row | undefined;
  /** Rows known to exist, and a few in waiting while more follow. */
  rowCount: () => number;
  /** Rows known to exist. */
  knownRows: () => number;
  complete: () => boolean;
  refusal: () => Refusal | undefined;
  /** Reads what rows `first` to `end` and the pages after them need. */
  ensure: (first: number, end: number) => void;
  /** Takes the first page as it was read anew; the others are read again when they are seen. */
  setFirst: (value: PageValue<Row>) => void;
  retry: () => void;
  subscribe: (listener: () => void) => () => void;
  version: () => number;
};

const PAGES_AHEAD = 2;
const KEPT_PAGES = 40;
const WAITING_ROWS = 20;

/** Makes a store whose pages have `limit` rows, all but the last. */
export function createPageStore<Row>(limit: number, read: (after: Cursor) => Promise<Reply<PageValue<Row>>>): PageStore<Row> {
  let pages: Page<Row>[] = [];
  let seen = { first: 0, end: 0 };
  let refusal: Refusal | undefined;
  let version = 0;
  const listeners = new Set<() => void>();

  const changed = () => {
    version += 1;
    for (const listener of listeners) listener();
  };
  const readPage = async (index: number, page: Page<Row>) => {
    if (page.after === undefined) return;
    page.reading = true;
    const reply = await read(page.after);
    page.reading = false;
    if (pages[index] !== page) return;
    if (reply.ok) pages = placed(pages, index, reply.value);
    else refusal = reply;
    forgetFar(pages, Math.floor(seen.first / limit));
    changed();
    if (reply.ok) ensure(seen.first, seen.end);
  };
  const ensure = (first: number, end: number) => {
    seen = { first, end };
    if (refusal) return;
    const last = Math.min(pages.length - 1, Math.floor(end / limit) + PAGES_AHEAD);
    for (let index = Math.floor(first / limit); index <= last; index += 1) {
      const page = pages[index];
      if (page && !page.reading && (page.stale || !page.items)) void readPage(index, page);
    }
  };
  const lastPage = () => pages.at(-1);

  return {
    rowAt: (index) => pages[Math.floor(index / limit)]?.items?.[index % limit],
    rowCount: () => Math.max(0, pages.length - 1) * limit + (lastPage()?.items?.length ?? (pages.length > 0 ? WAITING_ROWS : 0)),
    knownRows: () => Math.max(0, pages.length - 1) * limit + (lastPage()?.items?.length ?? 0),
    complete: () => lastPage()?.items !== undefined,
    refusal: () => refusal,
    ensure,
    setFirst: (value) => {
      refusal = undefined;
      for (const page of pages) page.stale = true;
      if (pages.length === 0) pages = [{ after: undefined, stale: false, reading: false }];
      pages = placed(pages, 0, value);
      changed();
      ensure(seen.first, seen.end);
    },
    retry: () => {
      refusal = undefined;
      changed();
      ensure(seen.first, seen.end);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
  };
}

/** Puts what was read into its page, and its cursor before the next one; pages of another chain are dropped. */
function placed<Row>(pages: readonly Page<Row>[], index: number, { items, next }: PageValue<Row>): Page<Row>[] {
  const page = pages[index];
  if (page) Object.assign(page, { items, stale: false });
  if (next === undefined) return pages.slice(0, index + 1);
  if (pages[index + 1]?.after === next) return [...pages];
  return [...pages.slice(0, index + 1), { after: next, stale: true, reading: false }];
}

/** Drops the rows of the pages that lie farthest from page `middle`, but not of the first and the last; their cursors stay. */
function forgetFar<Row>(pages: readonly Page<Row>[], middle: number): void {
  const loaded = pages.map((page, index) => ({ page, far: Math.abs(index - middle), index })).filter(({ page, index }) => index > 0 && index < pages.length - 1 && page.items);
  if (loaded.length <= KEPT_PAGES) return;
  loaded.sort((left, right) => right.far - left.far);
  for (const { page } of loaded.slice(0, loaded.length - KEPT_PAGES)) page.items = undefined;
}

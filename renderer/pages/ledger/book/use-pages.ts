import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { CallInput, Output } from '../../../../shared/contract/index.ts';
import type { Refusal } from '../../../../shared/errors.ts';
import { call, useQuery } from '../../../api.ts';
import { createPageStore, type Cursor } from './page-store.ts';

/** Endpoints that answer `{items, next?}` and take `limit` and `after`. */
export type PagedName = 'homes.list' | 'fees.listBills' | 'fees.listWaivers' | 'fees.listVacancies' | 'meters.list' | 'ledger.listPostings' | 'ledger.listAudit' | 'payments.list' | 'payments.listPrepaid' | 'deposits.list' | 'shifts.list' | 'shifts.listDays' | 'channels.list' | 'collection.homes' | 'arrears.list' | 'dunning.list' | 'dunning.calls' | 'barrier.findings' | 'barrier.faults' | 'parking.listSpaces' | 'parking.listLeases' | 'parking.listVehicles' | 'parking.listVouchers' | 'charging.listReview' | 'charging.listSessions' | 'charging.listAccounts' | 'market.listDeliveries' | 'market.listSales' | 'costs.list';
type RowOf<Name extends PagedName> = Output<Name>['items'][number];

export type Pages<Row, Head> = {
  /** The first page as it was answered, with what else it carries. */
  head: Head | undefined;
  loading: boolean;
  refusal: Refusal | undefined;
  retry: () => void;
  rowCount: number;
  /** Rows known to exist; `rowCount` has a few in waiting, too. */
  knownRows: number;
  /** Every row that the list has is known. */
  complete: boolean;
  rowAt: (index: number) => Row | undefined;
  ensure: (first: number, end: number) => void;
  /** Changes when the list is another one: scroll to its top. */
  listKey: string;
};

const PAGE_ROWS = 200;

/**
 * A keyset-paged list of any length: rows in view and a little ahead are read, far ones forgotten. It reads
 * again after every command, like a query.
 */
export function usePages<Name extends PagedName>(name: Name, input: Omit<CallInput<Name>, 'limit' | 'after'>): Pages<RowOf<Name>, Output<Name>> {
  const listKey = `${name} ${JSON.stringify(input)}`;
  // The generic endpoint hides that each of these inputs has exactly the two fields added here.
  const firstInput = { ...input, limit: PAGE_ROWS } as CallInput<Name>;
  const first = useQuery(name, firstInput);
  const store = useMemo(
    () =>
      createPageStore<RowOf<Name>>(PAGE_ROWS, async (after: Cursor) => {
        const asked: unknown = JSON.parse(listKey.slice(name.length + 1));
        const reply = await call(name, { ...(asked as object), limit: PAGE_ROWS, after } as CallInput<Name>);
        return reply;
      }),
    [listKey, name],
  );
  useSyncExternalStore(store.subscribe, store.version);
  const value = first.value;
  useEffect(() => {
    if (value) store.setFirst(value);
  }, [store, value]);
  const { reload } = first;
  const refusal = first.refusal ?? store.refusal();
  return {
    head: value, loading: first.state === 'loading' || (value !== undefined && store.version() === 0), refusal,
    retry: first.refusal ? reload : store.retry,
    rowCount: store.rowCount(), knownRows: store.knownRows(), complete: store.complete(), rowAt: store.rowAt, ensure: store.ensure, listKey,
  };
}

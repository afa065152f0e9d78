import { useState } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BookSelection, Fund } from '../../../shared/contract/ledger.ts';
import { useQuery } from '../../api.ts';
import { DayInput } from './book/DayInput.tsx';
import { SearchBox } from './book/SearchBox.tsx';
import { useLedgerWords } from './ledger-words.ts';
import type { LedgerRoute } from './selection.ts';

type BookFiltersProps = { route: LedgerRoute; book: BookSelection['book']; onChange: (changes: Partial<LedgerRoute>) => void };

const FUNDS = ['property', 'common', 'agency', 'deposit', 'maintenance'] as const satisfies readonly Fund[];
const ALL: Fund | 'all' = 'all';

/** What a book is narrowed by. */
export function BookFilters({ route, book, onChange }: BookFiltersProps) {
  const { t } = useTranslation(['ledger', 'common']);
  return (
    <>
      {book === 'account' && <AccountSelect value={route.account} onChange={(account) => onChange({ account, entry: undefined })} />}
      {book === 'account' && (
        <Select
          aria-label={t('fund')}
          style={{ width: 132 }}
          value={route.fund ?? ALL}
          onChange={(picked) => onChange({ fund: FUNDS.find((fund) => fund === picked) })}
          options={[{ value: ALL, label: t('allFunds') }, ...FUNDS.map((fund) => ({ value: fund, label: t(`common:fundLong.${fund}`) }))]}
        />
      )}
      {book === 'home' && <HomeSelect homeId={route.homeId} onChange={(homeId) => onChange({ homeId, entry: undefined })} />}
      <DayInput label={t('from')} value={route.from} onChange={(from) => onChange({ from })} />
      <DayInput label={t('to')} value={route.to} onChange={(to) => onChange({ to })} />
      {book === 'journal' && <SearchBox label={t('searchLabel')} placeholder={t('search')} value={route.search ?? ''} onChange={(search) => onChange({ search })} />}
    </>
  );
}

function AccountSelect({ value, onChange }: { value: string | undefined; onChange: (account: string) => void }) {
  const { t } = useTranslation('ledger');
  const words = useLedgerWords();
  const accounts = useQuery('ledger.listAccounts', {});
  return (
    <Select
      aria-label={t('account')}
      placeholder={t('chooseAccount')}
      style={{ width: 248 }}
      loading={accounts.state === 'loading'}
      value={value ?? null}
      onChange={(account) => account !== null && onChange(account)}
      showSearch={{ optionFilterProp: 'label' }}
      options={(accounts.value?.items ?? []).map(({ account, name }) => ({ value: account, label: `${account} ${words.account(account, name)}` }))}
    />
  );
}

function HomeSelect({ homeId, onChange }: { homeId: number | undefined; onChange: (homeId: number) => void }) {
  const { t } = useTranslation('ledger');
  const [text, setText] = useState('');
  const found = useQuery('homes.search', { text }, { enabled: text !== '', keepLast: true });
  const home = useQuery('homes.get', { homeId: homeId ?? 1 }, { enabled: homeId !== undefined });
  const nameOf = (label: string, owner: string) => t('homeFound', { label, owner }).trim();
  const options = (text === '' ? [] : (found.value?.items ?? [])).map((item) => ({ value: item.homeId, label: nameOf(item.label, item.ownerName) }));
  const chosen = homeId !== undefined && home.value && text === '' ? [{ value: homeId, label: nameOf(home.value.label, home.value.ownerName) }] : [];
  return (
    <Select
      aria-label={t('home')}
      placeholder={t('chooseHome')}
      style={{ width: 216 }}
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      value={homeId ?? null}
      onChange={(picked) => {
        setText('');
        if (picked !== null) onChange(picked);
      }}
      options={[...chosen, ...options]}
      notFoundContent={null}
    />
  );
}

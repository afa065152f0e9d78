import { useState, type ReactNode } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';

export type PickedHome = { homeId: number; label: string };

/** A home by room, name, pinyin initials or phone tail. */
export function HomeSelect({ label, value, onChange, autoFocus = false }: { label: string; value: PickedHome | undefined; onChange: (home: PickedHome) => void; autoFocus?: boolean }) {
  const { t } = useTranslation('parking');
  const [text, setText] = useState('');
  const found = useQuery('homes.search', { text }, { enabled: text.trim() !== '', keepLast: true });
  const items = text.trim() === '' ? [] : (found.value?.items ?? []);
  return (
    <Select<{ value: number; label?: ReactNode } | null>
      aria-label={label}
      labelInValue
      autoFocus={autoFocus}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      value={value ? { value: value.homeId, label: value.label } : null}
      placeholder={t('payer.findHome')}
      options={items.map(({ homeId, label: room, ownerName }) => ({ value: homeId, label: `${room} ${ownerName}`.trim() }))}
      notFoundContent={text.trim() === '' || found.state === 'loading' ? null : t('payer.noHome')}
      onChange={(picked) => {
        const home = items.find((item) => item.homeId === picked?.value);
        setText('');
        if (home) onChange({ homeId: home.homeId, label: `${home.label} ${home.ownerName}`.trim() });
      }}
    />
  );
}

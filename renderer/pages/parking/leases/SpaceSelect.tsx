import { useState } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../../api.ts';

/** A space by its code, with what it is and who has it today. */
export function SpaceSelect({ label, value, onChange }: { label: string; value: string; onChange: (code: string) => void }) {
  const { t } = useTranslation('parking');
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const found = useQuery('parking.listSpaces', { ...(text.trim() !== '' && { search: text.trim() }), limit: 40 }, { enabled: open, keepLast: true });
  const options = (found.value?.items ?? []).map(({ code, zone, title, blocked, residentLeaseId, daytimeLeaseId }) => {
    const state = blocked ? t('plan.state.blocked') : [residentLeaseId !== null && t('kind.resident'), daytimeLeaseId !== null && t('kind.daytime')].filter((word) => word !== false).join(t('comma')) || t('plan.state.free');
    return { value: code, label: code, words: `${zone} ${t(`title_.${title}`)} ${state}` };
  });
  return (
    <Select
      aria-label={label}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      open={open}
      onOpenChange={setOpen}
      value={value === '' ? null : value}
      placeholder={t('lease.findSpace')}
      popupMatchSelectWidth={300}
      options={options}
      optionRender={(option) => (
        <span className="space-option">
          <b>{option.data.label}</b> <span className="muted small">{option.data.words}</span>
        </span>
      )}
      notFoundContent={found.state === 'ready' ? t('lease.noSpaceFound') : null}
      onChange={(code: string | null) => {
        setText('');
        if (code !== null) onChange(code);
      }}
    />
  );
}

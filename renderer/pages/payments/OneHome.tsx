import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { Button, Tag } from '../../components/controls.tsx';

/** Says that a list is of one home only, and lets it be of all again. */
export function OneHome({ homeId, onClear }: { homeId: number | undefined; onClear: () => void }) {
  const { t } = useTranslation('payments');
  const home = useQuery('homes.get', { homeId: homeId ?? 1 }, { enabled: homeId !== undefined }).value;
  if (homeId === undefined) return null;
  return (
    <span className="one-home">
      <Tag tone="red">{home?.label ?? ''}</Tag>
      <Button look="link" onClick={onClear}>
        {t('records.everyHome')}
      </Button>
    </span>
  );
}

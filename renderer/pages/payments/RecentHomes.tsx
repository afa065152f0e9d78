import { useTranslation } from 'react-i18next';
import { Tag } from '../../components/controls.tsx';
import { useRecentHomes } from './recent-homes.ts';

/** The homes just served, one click away. */
export function RecentHomes({ homeId, onChoose }: { homeId: number | undefined; onChoose: (homeId: number) => void }) {
  const { t } = useTranslation(['payments', 'common']);
  const homes = useRecentHomes();
  if (homes.length === 0) return null;
  return (
    <div className="recent" role="group" aria-label={t('recent')}>
      <span className="muted small">{t('recent')}</span>
      {homes.map((home) => (
        <button key={home.homeId} type="button" aria-pressed={home.homeId === homeId} onClick={() => onChoose(home.homeId)}>
          {home.label}
          {(home.status === 'let' || home.status === 'vacant') && <Tag>{t(`common:homeStatus.${home.status}`)}</Tag>}
        </button>
      ))}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/PageHead.tsx';
import { Segments } from '../../components/controls.tsx';
import { goTo, useRoute } from '../../route.ts';
import { useMay } from '../../session.ts';
import { UsersPart } from '../users/UsersPart.tsx';
import { BackupsPart } from './BackupsPart.tsx';
import { EstatePart } from './EstatePart.tsx';
import { MachinePart } from './MachinePart.tsx';
import './settings.css';

const parts = ['estate', 'users', 'backups', 'machine'] as const;

/** Settings: the estate, people, backups, this machine. The part stands in the address. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const { params } = useRoute();
  const maySeeUsers = useMay('manager', 'auditor');
  const shown = parts.filter((one) => one !== 'users' || maySeeUsers);
  const part = parts.find((one) => one === params.get('part')) ?? 'estate';
  return (
    <main className="page">
      <PageHead title={t('title')} note={t(`note.${part}`)}>
        <Segments label={t('title')} value={part} choices={shown.map((one) => ({ value: one, label: t(`part.${one}`) }))} onChange={(one) => goTo('settings', { part: one })} />
      </PageHead>
      <div className="page-body">
        {part === 'estate' && <EstatePart />}
        {part === 'users' && <UsersPart />}
        {part === 'backups' && <BackupsPart />}
        {part === 'machine' && <MachinePart />}
      </div>
    </main>
  );
}

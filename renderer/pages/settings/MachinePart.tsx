import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { Segments } from '../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { changeLanguage, languages } from '../../text/language.ts';
import { OwnPassword } from '../users/OwnPassword.tsx';
import '../users/users.css';

/** What belongs to this machine and to whoever sits at it: language, own password, where the data lies. */
export function MachinePart() {
  const { t, i18n } = useTranslation('settings');
  const status = useQuery('estate.status', {});
  const language = languages.find((one) => one === i18n.language) ?? 'zh';
  return (
    <div className="machine">
      <section className="card settings-card">
        <div className="machine-language">
          <span className="label">{t('language')}</span>
          <Segments label={t('language')} value={language} choices={languages.map((one) => ({ value: one, label: t(`languages.${one}`) }))} onChange={(one) => void changeLanguage(one)} />
        </div>
        <RefusalNote refusal={status.refusal} onRetry={status.reload} />
        {!status.value && status.state === 'loading' && <Skeleton rows={3} />}
        {status.value && (
          <dl className="machine-facts">
            <dt>{t('dataFolder')}</dt>
            <dd className="selectable">{status.value.dataFolder}</dd>
            <dt>{t('version')}</dt>
            <dd>{status.value.version}</dd>
            <dt>{t('today')}</dt>
            <dd>{status.value.today}</dd>
          </dl>
        )}
      </section>
      <section className="card settings-card">
        <OwnPassword />
      </section>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';

export type Issues = Output<'charging.importDevices'>['issues'];
const SHOWN = 100;

/** What is wrong in a file of devices, row by row. */
export function ImportIssues({ issues }: { issues: Issues }) {
  const { t } = useTranslation('charging');
  return (
    <section className="card refusal" role="alert">
      <p>{t('devices.importNote')}</p>
      <ul className="meter-alarms">{issues.slice(0, SHOWN).map(({ row, code, field, reason, value }, index) => <li key={index}>{t('devices.importIssue', { row, code, field: t(`devices.field.${field}`), reason: t(`devices.issue.${reason}`), value })}</li>)}</ul>
    </section>
  );
}

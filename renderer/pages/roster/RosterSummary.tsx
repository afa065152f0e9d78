import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { area, yuan } from '../../text/formats.ts';

/** What a workbook holds, or when `done` held: homes, their area and arrears, repeats and refused rows. */
export function RosterSummary({ summary, refusedRows, done = false }: { summary: Output<'roster.import'>; refusedRows: number; done?: boolean }) {
  const { t } = useTranslation('roster');
  return (
    <dl className="card roster-summary">
      <Fact name={t(done ? 'homesDone' : 'homes')} value={t('homesValue', { count: summary.homes })} />
      <Fact name={t('area')} value={t('areaValue', { area: area(summary.areaDm2) })} />
      <Fact name={t('arrears')} value={yuan(summary.openingArrearsFen)} />
      <Fact name={t('merged')} value={t('rowsValue', { count: summary.merged })} />
      <Fact name={t('refused')} value={t('rowsValue', { count: refusedRows })} red={refusedRows > 0} />
    </dl>
  );
}

function Fact({ name, value, red = false }: { name: string; value: string; red?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={red ? 'red' : ''}>{value}</dd>
    </div>
  );
}

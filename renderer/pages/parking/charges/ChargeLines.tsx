import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { Button } from '../../../components/controls.tsx';
import { money } from '../../../text/formats.ts';
import { KindMark } from '../leases/KindMark.tsx';
import { goToParking } from '../parking-route.ts';

type Draft = Output<'parking.previewCharges'>;
const SHOWN = 200;

/** What a month would charge, each line with how it came about on demand, and why others are left out. */
export function ChargeLines({ lines, skipped }: Pick<Draft, 'lines' | 'skipped'>) {
  const { t } = useTranslation('parkingDesk');
  const [open, setOpen] = useState<number | undefined>();
  const [shown, setShown] = useState(SHOWN);
  const [skips, setSkips] = useState(SHOWN);
  return (
    <>
      {lines.length > 0 && (
        <table className="book" aria-label={t('charges.draft')}>
          <thead><tr><th>{t('charges.lease')}</th><th /><th>{t('charges.who')}</th><th>{t('charges.space')}</th><th>{t('charges.days')}</th><th className="num led">{t('charges.amount')} ¥</th><th className="num">{t('charges.subsidy')} ¥</th><th /></tr></thead>
          <tbody>
            {lines.slice(0, shown).map((line, index) => (
              <Fragment key={`${line.leaseId}-${line.space}`}>
                <tr>
                  <td><Button look="link" onClick={() => goToParking({ tab: 'leases', lease: line.leaseId })}>{line.leaseNo}</Button></td><td><KindMark kind={line.kind} /></td>
                  <td>{line.lessee === line.label ? line.label : `${line.label} ${line.lessee}`}</td><td>{line.space}</td><td>{line.from} – {line.to}</td><td className="num led">{money(line.amountFen)}</td><td className="num">{line.subsidyFen === 0 ? <span className="muted">—</span> : money(line.subsidyFen)}</td>
                  <td><Button look="link" aria-expanded={open === index} onClick={() => setOpen(open === index ? undefined : index)}>{t('charges.parts')}</Button></td>
                </tr>
                {open === index && (
                  <tr><td colSpan={8}>{line.parts.map((part) => (
                    <span key={`${part.space}-${part.from}`} className="parts">{part.space} {t('charges.part', { from: part.from, to: part.to, price: money(part.monthlyFen), days: part.days, monthDays: part.monthDays })}{part.marketFen !== null && t('charges.market', { price: money(part.marketFen) })} = {money(part.amountFen)}</span>
                  ))}</td></tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      {lines.length > shown && <Button look="link" className="side-more" onClick={() => setShown(shown + SHOWN)}>{t('charges.more', { count: lines.length - shown })}</Button>}
      {skipped.length > 0 && (
        <table className="book" aria-label={t('charges.skipped', { count: skipped.length })}>
          <thead><tr><th colSpan={4}>{t('charges.skipped', { count: skipped.length })}</th></tr></thead>
          <tbody>
            {skipped.slice(0, skips).map(({ leaseId, leaseNo, space, label, reason }) => (
              <tr key={leaseId}><td><Button look="link" onClick={() => goToParking({ tab: 'leases', lease: leaseId })}>{leaseNo}</Button></td><td>{label}</td><td>{space}</td><td className="muted">{t(`charges.reason.${reason}`)}</td></tr>
            ))}
          </tbody>
        </table>
      )}
      {skipped.length > skips && <Button look="link" className="side-more" onClick={() => setSkips(skips + SHOWN)}>{t('charges.more', { count: skipped.length - skips })}</Button>}
    </>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { addMonths, firstDay } from '../../../../shared/domain/period.ts';
import { useCommand } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { linkTo } from '../../../route.ts';
import { useSession } from '../../../session.ts';
import { money, monthOf } from '../../../text/formats.ts';
import { DayInput } from '../../ledger/book/DayInput.tsx';

type Changes = Output<'parking.repriceResidents'>['leases'];

/** Gives resident leases of common spaces the price in force from a day: shown first, then done. */
export function RepriceResidents() {
  const { t } = useTranslation('parkingIncome');
  const { today } = useSession();
  const [from, setFrom] = useState(() => firstDay(addMonths(monthOf(today), 1)));
  const [found, setFound] = useState<Changes>();
  const [done, setDone] = useState<number>();
  const look = useCommand('parking.repriceResidents', { reloads: false });
  const commit = useCommand('parking.repriceResidents');
  const choose = (day: string) => {
    setFrom(day);
    setFound(undefined);
    setDone(undefined);
  };
  const preview = async () => {
    setDone(undefined);
    commit.clear();
    const reply = await look.run({ from, commit: false });
    setFound(reply.ok ? reply.value.leases : undefined);
  };
  const change = async () => {
    const reply = await commit.run({ from, commit: true });
    if (!reply.ok) return;
    setDone(reply.value.leases.length);
    setFound(undefined);
  };
  return (
    <section className="card price-form">
      <h2>{t('prices.reprice')}</h2>
      <p className="muted small">{t('prices.repriceNote')}</p>
      <div className="reprice-acts">
        <DayInput label={t('prices.day')} value={from} onChange={(day) => day !== undefined && choose(day)} clearable={false} />
        <Button onClick={() => void preview()} disabled={look.running || commit.running}>{t('prices.look')}</Button>
      </div>
      <RefusalNote refusal={look.refusal ?? commit.refusal} />
      {found?.length === 0 && <p className="small" role="status">{t('prices.nothing')}</p>}
      {found !== undefined && found.length > 0 && (
        <>
          <ChangeTable changes={found} />
          <Button onClick={() => void change()} disabled={commit.running}>{t('prices.commit', { count: found.length })}</Button>
        </>
      )}
      {done !== undefined && <p className="good small" role="status">{t('prices.repriced', { count: done, from })}</p>}
    </section>
  );
}

function ChangeTable({ changes }: { changes: Changes }) {
  const { t } = useTranslation('parkingIncome');
  return (
    <div className="reprice-scroll">
      <table className="book" aria-label={t('prices.reprice')}>
        <thead><tr><th>{t('prices.home')}</th><th>{t('prices.space')}</th><th className="num led">{t('prices.before')}</th><th className="num">{t('prices.after')}</th></tr></thead>
        <tbody>
          {changes.map(({ leaseId, leaseNo, label, space, beforeFen, afterFen }) => (
            <tr key={leaseId}>
              <td><a className="figure" href={linkTo('parking', { tab: 'leases', lease: leaseId })} title={leaseNo}>{label}</a></td>
              <td>{space}</td>
              <td className="num led">{money(beforeFen)}</td>
              <td className="num">{money(afterFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { formatEnergy } from '../../../shared/domain/meter.ts';
import { useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { money } from '../../text/formats.ts';
import { priceText } from './amounts.ts';
import { SessionChanges } from './SessionChanges.tsx';

type Session = Output<'charging.getSession'>;

/** One session: its periods and prices, the way its energy was parted, and what the platform took. */
export function SessionPanel({ sessionId, onOther, onClose }: { sessionId: number; /** Opens another session. */ onOther: (sessionId: number) => void; onClose: () => void }) {
  const { t } = useTranslation('charging');
  const query = useQuery('charging.getSession', { sessionId });
  const session = query.value;
  return (
    <aside className="card parking-side" aria-label={t('detail.title')}>
      <div className="parking-side-head"><h2>{t('detail.title')}</h2><Button look="link" onClick={onClose}>{t('detail.close')}</Button></div>
      <div className="parking-side-body">
        <RefusalNote refusal={query.refusal} onRetry={query.reload} />
        {session ? <><Facts session={session} /><Overlapping session={session} onOther={onOther} /><BillLines session={session} />{session.corrected && <CorrectedBill bill={session.corrected} />}<Theirs session={session} /><SessionChanges session={session} /></> : <Skeleton rows={8} />}
      </div>
    </aside>
  );
}

function Facts({ session }: { session: Session }) {
  const { t } = useTranslation('charging');
  const { prepaidFen, refundFen } = session;
  const facts: [string, string][] = [
    [t('list.order'), session.orderNo], [t('detail.device'), t('detail.deviceOf', { device: `${session.device}-${session.connector}`, kind: t(`kind.${session.kind}`) })], [t('list.who'), [session.customer, session.plate].filter(Boolean).join(' ')], [t('detail.times'), `${session.start} — ${session.end}`], [t('detail.energy'), t('kwh', { energy: formatEnergy(session.energy) })],
    [t('detail.method'), t(`method.${session.method}`)], [t('detail.tariff'), t('detail.version', { name: session.tariff, version: session.version })], [t('detail.stop'), session.stop], [t('detail.paid'), session.paidBy], [t('detail.prepaid'), prepaidFen === null || refundFen === null ? '' : `${money(prepaidFen)} / ${money(refundFen)}`],
    [t('detail.file'), t('detail.fileRow', { file: session.file, row: session.row })],
  ];
  return <dl className="side-facts">{facts.filter(([, value]) => value !== '').map(([name, value]) => <FactRow key={name} name={name} value={value} />)}{session.entryId !== null && <><dt>{t('detail.entry')}</dt><dd><a className="text-link" href={linkTo('ledger', { entry: session.entryId })}>{t('detail.entryNo', { no: session.entryId, on: session.on })}</a></dd></>}</dl>;
}

function FactRow({ name, value }: { name: string; value: string }) {
  return <><dt>{name}</dt><dd>{value}</dd></>;
}

/** Which orders its connector was charging at the same time: both stand, and somebody looks. */
function Overlapping({ session: { overlapping }, onOther }: { session: Session; onOther: (sessionId: number) => void }) {
  const { t } = useTranslation('charging');
  return overlapping.map(({ sessionId, orderNo, start, end }) => <p key={sessionId} className="side-words red">{t('overlap.with')} <Button look="link" onClick={() => onOther(sessionId)}>{orderNo}</Button> {`${start.slice(0, 16)} — ${end.slice(0, 16)}`}</p>);
}

type Bill = Pick<Session, 'lines' | 'extras' | 'energy' | 'totalFen'>;

function BillLines({ session }: { session: Session }) {
  return <section className="side-part"><BillTable bill={session} /></section>;
}

/** What a correction made of the bill. */
function CorrectedBill({ bill }: { bill: NonNullable<Session['corrected']> }) {
  const { t } = useTranslation('charging');
  return (
    <section className="side-part">
      <h3>{t('change.corrected')}</h3>
      <p className="side-words muted">{`${bill.start} — ${bill.end}${t('terms.comma')}${t(`method.${bill.method}`)}`}</p>
      <BillTable bill={bill} />
    </section>
  );
}

function BillTable({ bill: { lines, extras, energy, totalFen } }: { bill: Bill }) {
  const { t } = useTranslation('charging');
  const sum = (field: 'energyFen' | 'serviceFen') => lines.reduce((total, line) => total + line[field], 0);
  return (
    <table className="book tight bill-table">
      <thead><tr><th>{t('detail.line')}</th><th className="num">{t('energy')}</th><th className="num">{t('detail.price')}</th><th className="num">{t('energyFee')}</th><th className="num">{t('serviceFee')}</th></tr></thead>
      <tbody>
        {lines.map((line, index) => <tr key={index}><td>{t(`period.${line.code as 'peak'}`, { defaultValue: line.code })}</td><td className="num">{formatEnergy(line.energy)}</td><td className="num">{`${priceText(line.energyPrice)}+${priceText(line.servicePrice)}`}</td><td className="num">{money(line.energyFen)}</td><td className="num">{money(line.serviceFen)}</td></tr>)}
        {extras.map(({ kind, minutes, amountFen }) => <tr key={kind}><td>{t(`extra.${kind}`)}</td><td className="num">{t('detail.minutes', { count: minutes })}</td><td /><td /><td className="num">{money(amountFen)}</td></tr>)}
      </tbody>
      <tfoot><tr className="sum-row"><td>{t('sum')}</td><td className="num">{formatEnergy(energy)}</td><td className="num"><b>{`¥${money(totalFen)}`}</b></td><td className="num">{money(sum('energyFen'))}</td><td className="num">{money(sum('serviceFen'))}</td></tr></tfoot>
    </table>
  );
}

/** The platform's figure against the bill as it is. */
function Theirs({ session: { theirFen, billedFen } }: { session: Session }) {
  const { t } = useTranslation('charging');
  const [over, difference] = [theirFen !== null && theirFen > billedFen, money(Math.abs((theirFen ?? billedFen) - billedFen))];
  return (
    <div>
      {theirFen !== null && <p className={`side-words ${theirFen === billedFen ? 'muted' : 'red'}`}>{`${t('detail.theirs')} ¥${money(theirFen)}${t('terms.colon')}${theirFen === billedFen ? t('detail.equal') : t(over ? 'detail.over' : 'detail.under', { amount: difference })}`}</p>}
      <p className="side-words muted">{t('detail.rule')}</p>
    </div>
  );
}

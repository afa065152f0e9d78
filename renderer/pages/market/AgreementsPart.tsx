import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { addDays } from '../../../shared/domain/period.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button, Tag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { Field } from '../../components/Field.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { useMay, useSession } from '../../session.ts';
import { area, dateTime, money } from '../../text/formats.ts';
import { AgreementForm } from './AgreementForm.tsx';

export type Agreement = Output<'market.listAgreements'>['items'][number];

/** Under which agreement the shop runs, and how much more than was delivered it may sell. */
export function AgreementsPart() {
  const { t } = useTranslation('market');
  const may = useMay('manager');
  const { value, refusal, reload } = useQuery('market.listAgreements', {});
  const [form, setForm] = useState<{ agreement: Agreement | undefined } | undefined>();
  const [said, setSaid] = useState('');
  return (
    <div className="market-scroll">
      <div className="parking-bar">
        {value && <Allowed key={value.allowedPermille} permille={value.allowedPermille} may={may} onDone={setSaid} />}
        <span className="at-end export-list"><ExportList list="market.listAgreements" input={{}} name={t('agreements.name')} />{may ? !form && <Button look="main" onClick={() => { setForm({ agreement: undefined }); setSaid(''); }}>{t('agreements.add')}</Button> : <span className="muted small">{t('agreements.onlyManager')}</span>}</span>
      </div>
      <RefusalNote refusal={refusal} onRetry={reload} />
      {form && <AgreementForm key={form.agreement?.agreementId ?? 0} agreement={form.agreement} onDone={(words) => { setSaid(words); setForm(undefined); }} onClose={() => setForm(undefined)} />}
      {said !== '' && <p className="market-said" role="status">{said}</p>}
      {!value && !refusal && <Skeleton rows={6} />}
      {value?.items.length === 0 && <section className="card"><EmptyNote title={t('agreements.none')}>{t('agreements.noneNote')}</EmptyNote></section>}
      {value?.items.map((one) => <AgreementCard key={one.agreementId} agreement={one} may={may} onChange={() => { setForm({ agreement: one }); setSaid(''); }} onDone={setSaid} />)}
    </div>
  );
}

function AgreementCard({ agreement, may, onChange, onDone }: { agreement: Agreement; may: boolean; onChange: () => void; onDone: (words: string) => void }) {
  const { t } = useTranslation('market');
  const { today } = useSession();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { run, running, refusal } = useCommand('market.voidAgreement');
  const { agreementId, version, shopkeeper, place, areaDm2, from, to, imputedRentFen, source, resolutionNo, resolutionOn, duties, note, by, at, waivedFen, voided, inForce } = agreement;
  const save = async () => { const reply = await run({ agreementId, reason }); if (reply.ok) onDone(t('voidDone')); };
  return (
    <section className={`card market-card ${voided ? 'market-gone' : ''}`}>
      <div className="sec"><h2>{shopkeeper}</h2>{voided ? <Tag>{t('voided')}</Tag> : <Tag {...(inForce && { tone: 'green' as const })}>{t(inForce ? 'agreements.inForce' : from > today ? 'agreements.later' : 'agreements.over')}</Tag>}<span className="muted small">{t('agreements.version', { version })} · {by} {dateTime(at)}</span>
        {may && !voided && <span className="hint"><Button onClick={onChange}>{t('agreements.change')}</Button> <Button onClick={() => setAsking(!asking)}>{t('agreements.void')}</Button></span>}</div>
      <dl className="side-facts">
        <dt>{t('agreements.term')}</dt><dd>{from} — {addDays(to, -1)}</dd><dt>{t('agreements.place')}</dt><dd>{place} {area(areaDm2)} m² · {t('agreements.rent')}</dd><dt>{t('agreements.imputed')}</dt><dd>{money(imputedRentFen)} {source} · {t('agreements.waived', { fen: money(waivedFen) })}</dd>
        <dt>{t('agreements.resolutionNo')}</dt><dd>{resolutionNo === '' ? <span className="red">{t('agreements.noResolution')}</span> : t('agreements.resolution', { no: resolutionNo, on: resolutionOn ?? '' })}</dd>{note !== '' && <><dt>{t('note')}</dt><dd>{note}</dd></>}
      </dl>
      {duties.length > 0 && <ol className="market-duties">{duties.map((duty) => <li key={duty}>{duty}</li>)}</ol>}
      {voided && <p>{t('wasVoided', { reason: voided.reason, who: voided.by, at: dateTime(voided.at) })}</p>}
      {asking && !voided && <form className="market-void" onSubmit={(event) => { event.preventDefault(); void save(); }}><Field label={t('reason')} value={reason} maxLength={200} autoFocus onChange={setReason} /><Button type="submit" disabled={running || reason.trim() === ''}>{t('void')}</Button></form>}
      <RefusalNote refusal={refusal} />
    </section>
  );
}

/** Permille of a percentage of at most one decimal, 0 to 50. */
function readPermille(text: string): number | undefined {
  const match = /^(\d{1,2})(?:\.(\d))?$/.exec(text.normalize('NFKC').trim());
  const permille = match ? Number(match[1]) * 10 + Number(match[2] ?? 0) : undefined;
  return permille !== undefined && permille <= 500 ? permille : undefined;
}

function Allowed({ permille, may, onDone }: { permille: number; may: boolean; onDone: (words: string) => void }) {
  const { t } = useTranslation('market');
  const [text, setText] = useState(() => `${String(Math.floor(permille / 10))}${permille % 10 === 0 ? '' : `.${String(permille % 10)}`}`);
  const { run, running, refusal } = useCommand('market.setRules');
  const read = readPermille(text);
  const save = async () => { if (read === undefined) return; const reply = await run({ allowedPermille: read }); if (reply.ok) onDone(t('agreements.allowedSaved')); };
  return (
    <form className="market-allowed" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <label>{t('agreements.allowed')} <input className="input" aria-label={t('agreements.allowed')} disabled={!may} value={text} maxLength={5} aria-invalid={read === undefined} title={read === undefined ? t('agreements.badPercent') : undefined} onChange={(event) => setText(event.target.value)} /> %</label>
      {may && read !== undefined && read !== permille && <Button type="submit" disabled={running}>{t('save')}</Button>}
      <span className="muted small">{t('agreements.allowedNote')}</span>
      <RefusalNote refusal={refusal} />
    </form>
  );
}

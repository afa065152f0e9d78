import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseYuan } from '../../../shared/domain/money.ts';
import { yearBefore } from '../../../shared/domain/period.ts';
import { useCommand } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { area, plainYuan } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { Labelled } from '../ledger/book/Labelled.tsx';
import type { Agreement } from './AgreementsPart.tsx';
import { readFen } from './market-values.ts';

/** A new agreement, or a new version of one. */
export function AgreementForm({ agreement, onDone, onClose }: { agreement: Agreement | undefined; onDone: (words: string) => void; onClose: () => void }) {
  const { t } = useTranslation('market');
  const { today } = useSession();
  const [words, setWords] = useState(() => ({ shopkeeper: agreement?.shopkeeper ?? '', place: agreement?.place ?? '', areaText: agreement ? area(agreement.areaDm2) : '', rent: agreement ? plainYuan(agreement.imputedRentFen) : '', source: agreement?.source ?? '', resolutionNo: agreement?.resolutionNo ?? '', duties: agreement?.duties.join('\n') ?? '', note: agreement?.note ?? '' }));
  const [days, setDays] = useState<{ from: string | undefined; to: string | undefined; resolutionOn: string | undefined }>(() => ({ from: agreement?.from ?? today, to: agreement?.to ?? nextYear(today), resolutionOn: agreement?.resolutionOn ?? undefined }));
  const { run, running, refusal } = useCommand('market.setAgreement');
  const [imputedRentFen, areaDm2] = [readFen(words.rent), words.areaText.trim() === '' ? 0 : parseYuan(words.areaText)];
  const ready = words.shopkeeper.trim() !== '' && words.place.trim() !== '' && typeof imputedRentFen === 'number' && areaDm2 !== undefined && areaDm2 >= 0 && days.from !== undefined && days.to !== undefined;
  const write = (name: keyof typeof words) => (value: string) => setWords({ ...words, [name]: value });
  const save = async () => {
    if (!ready || days.from === undefined || days.to === undefined) return;
    const { shopkeeper, place, source, resolutionNo, note } = words;
    const duties = words.duties.split('\n').map((line) => line.trim()).filter(Boolean);
    const reply = await run({ ...(agreement && { agreementId: agreement.agreementId }), shopkeeper, place, areaDm2, from: days.from, to: days.to, imputedRentFen, source, resolutionNo, resolutionOn: days.resolutionOn ?? null, duties, note });
    if (reply.ok) onDone([t('agreements.saved', { id: reply.value.agreementId, version: reply.value.version }), ...reply.value.warnings.map((one) => t(`agreements.warning.${one}`))].join(' '));
  };
  return (
    <form className="card market-entry" aria-label={t('agreements.title')} onKeyDown={(event) => event.key === 'Escape' && onClose()} onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <div className="sec"><h2>{agreement ? t('agreements.changeTitle', { id: agreement.agreementId }) : t('agreements.title')}</h2><span className="hint"><Button onClick={onClose}>{t('close')}</Button></span></div>
      <div className="market-form">
        <Field className="short" label={t('agreements.shopkeeper')} value={words.shopkeeper} maxLength={60} autoFocus onChange={write('shopkeeper')} /><Field className="short" label={t('agreements.place')} value={words.place} maxLength={60} onChange={write('place')} />
        <Field className="num-field" label={t('agreements.area')} value={words.areaText} maxLength={10} problem={areaDm2 === undefined ? t('badPrice') : undefined} onChange={write('areaText')} />
        <Labelled label={t('agreements.fromDay')}><DayInput label={t('agreements.fromDay')} clearable={false} value={days.from} onChange={(from) => setDays({ ...days, from })} /></Labelled><Labelled label={t('agreements.toDay')}><DayInput label={t('agreements.toDay')} clearable={false} value={days.to} onChange={(to) => setDays({ ...days, to })} /></Labelled>
        <Field className="num-field" label={t('agreements.imputed')} value={words.rent} maxLength={14} problem={imputedRentFen === undefined ? t('badPrice') : undefined} onChange={write('rent')} /><Field className="wide" label={t('agreements.source')} value={words.source} maxLength={200} onChange={write('source')} />
        <Field className="short" label={t('agreements.resolutionNo')} value={words.resolutionNo} maxLength={60} onChange={write('resolutionNo')} /><Labelled label={t('agreements.resolutionOn')}><DayInput label={t('agreements.resolutionOn')} value={days.resolutionOn} onChange={(resolutionOn) => setDays({ ...days, resolutionOn })} /></Labelled><Field className="wide" label={t('note')} value={words.note} maxLength={200} onChange={write('note')} />
      </div>
      <label className="market-label"><span className="label">{t('agreements.duties')}</span><textarea className="market-duties-input" value={words.duties} maxLength={2000} onChange={(event) => write('duties')(event.target.value)} /></label>
      <RefusalNote refusal={refusal} />
      <div className="market-acts"><Button type="submit" look="main" disabled={!ready || running}>{t('save')}</Button></div>
    </form>
  );
}

/** The same day a year later. */
function nextYear(day: string): string {
  const guess = `${String(Number(day.slice(0, 4)) + 2)}${day.slice(4)}`;
  return yearBefore(guess);
}

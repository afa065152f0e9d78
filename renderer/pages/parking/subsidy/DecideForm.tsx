import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../../shared/contract/index.ts';
import { addMonths, firstDay } from '../../../../shared/domain/period.ts';
import { useCommand } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { useSession } from '../../../session.ts';
import { monthOf, plainYuan } from '../../../text/formats.ts';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import { priceFen } from './SetPricesForm.tsx';

type DecideProps = { input: CallInput<'parking.simulate'>; /** Today's. */ marketFen: number; onSeen: () => void };

/** Records the resolution on what is being tried, with its number and day. */
export function DecideForm({ input, marketFen, onSeen }: DecideProps) {
  const { t } = useTranslation('parkingIncome');
  const { today } = useSession();
  const [from, setFrom] = useState<string | undefined>(() => firstDay(addMonths(monthOf(today), 1)));
  const [resolutionOn, setResolutionOn] = useState<string>();
  const [typed, setTyped] = useState({ resolutionNo: '', market: plainYuan(marketFen), note: '' });
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<{ no: string; from: string }>();
  const { run, running, refusal } = useCommand('parking.decide');
  const type = (field: keyof typeof typed) => (text: string) => { setTyped({ ...typed, [field]: text }); setDone(undefined); };
  const [no, market] = [typed.resolutionNo.trim(), priceFen(typed.market)];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setDone(undefined);
    if (from === undefined || no === '' || market === undefined) return;
    const reply = await run({ ...input, from, marketFen: market, resolutionNo: no, note: typed.note.trim(), ...(resolutionOn !== undefined && { resolutionOn }) });
    if (!reply.ok) return;
    setDone({ no, from });
    setTyped({ resolutionNo: '', market: plainYuan(market), note: '' });
    setTried(false);
  };
  return (
    <form className="card price-form" onSubmit={(event) => void submit(event)}>
      <h2>{t('simulator.decide')}</h2>
      <p className="muted small">{t('simulator.decideNote')}</p>
      <div className="price-pair">
        <Field label={t('simulator.no')} value={typed.resolutionNo} onChange={type('resolutionNo')} maxLength={60} problem={tried && no === '' ? t('prices.needNo') : undefined} />
        <Labelled label={t('simulator.on')}><DayInput label={t('simulator.on')} value={resolutionOn} onChange={setResolutionOn} /></Labelled>
      </div>
      <div className="price-pair">
        <Labelled label={t('simulator.day')} problem={tried && from === undefined ? t('prices.needDay') : undefined}><DayInput label={t('simulator.day')} value={from} onChange={setFrom} clearable={false} /></Labelled>
        <Field className="num-field" label={t('simulator.market')} value={typed.market} onChange={type('market')} inputMode="decimal" problem={tried && market === undefined ? t('prices.bad') : undefined} />
      </div>
      <Field label={t('simulator.note')} value={typed.note} onChange={type('note')} maxLength={200} />
      <RefusalNote refusal={refusal} />
      {done !== undefined && <p className="good small" role="status">{t('simulator.decided', done)} <Button look="link" onClick={onSeen}>{t('simulator.seeDecisions')}</Button></p>}
      <Button look="main" type="submit" disabled={running}>{t('simulator.save')}</Button>
    </form>
  );
}

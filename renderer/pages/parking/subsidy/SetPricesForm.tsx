import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { addMonths, firstDay } from '../../../../shared/domain/period.ts';
import { parseYuan } from '../../../../shared/domain/money.ts';
import { useCommand } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { useSession } from '../../../session.ts';
import { monthOf, yuan } from '../../../text/formats.ts';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';

/** Yuan as fen, when they are an amount that is not below 0. */
export function priceFen(text: string): number | undefined {
  const fen = parseYuan(text);
  return fen === undefined || fen < 0 ? undefined : fen;
}

/** A new version of the market and resident price, from a day. */
export function SetPricesForm() {
  const { t } = useTranslation('parkingIncome');
  const { today } = useSession();
  const [from, setFrom] = useState<string | undefined>(() => firstDay(addMonths(monthOf(today), 1)));
  const [typed, setTyped] = useState({ market: '', resident: '', resolutionNo: '' });
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<string>();
  const { run, running, refusal } = useCommand('parking.setPrices');
  const [marketFen, residentFen] = [priceFen(typed.market), priceFen(typed.resident)];
  const type = (field: keyof typeof typed) => (text: string) => setTyped({ ...typed, [field]: text });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setDone(undefined);
    if (from === undefined || marketFen === undefined || residentFen === undefined) return;
    const reply = await run({ from, marketFen, residentFen, resolutionNo: typed.resolutionNo.trim() });
    if (!reply.ok) return;
    setDone(t('prices.done', { from, market: yuan(marketFen), resident: yuan(residentFen) }));
    setTyped({ market: '', resident: '', resolutionNo: '' });
    setTried(false);
  };
  return (
    <form className="card price-form" onSubmit={(event) => void submit(event)}>
      <h2>{t('prices.form')}</h2>
      <Labelled label={t('prices.day')} problem={tried && from === undefined ? t('prices.needDay') : undefined}>
        <DayInput label={t('prices.day')} value={from} onChange={setFrom} clearable={false} />
      </Labelled>
      <div className="price-pair">
        <Field className="num-field" label={t('prices.marketField')} value={typed.market} onChange={type('market')} inputMode="decimal" placeholder="200.00" problem={tried && marketFen === undefined ? t('prices.bad') : undefined} />
        <Field className="num-field" label={t('prices.residentField')} value={typed.resident} onChange={type('resident')} inputMode="decimal" placeholder="50.00" problem={tried && residentFen === undefined ? t('prices.bad') : undefined} />
      </div>
      <Field label={t('prices.resolutionField')} value={typed.resolutionNo} onChange={type('resolutionNo')} maxLength={60} hint={t('prices.resolutionHint')} />
      <RefusalNote refusal={refusal} />
      {done !== undefined && <p className="good small" role="status">{done}</p>}
      <Button look="main" type="submit" disabled={running}>{t('prices.set')}</Button>
    </form>
  );
}

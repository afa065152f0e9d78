import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { formatEnergy } from '../../../../shared/domain/meter.ts';
import { useQuery } from '../../../api.ts';
import { Field } from '../../../components/Field.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { money } from '../../../text/formats.ts';
import { readUnits } from '../amounts.ts';
import { usePeriodWords } from './day-words.ts';
import type { Terms } from './tariff-draft.ts';

const NOTHING: Terms = { name: '-', kind: 'ev', from: '2026-01-01' };
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/;
/** Times are typed with a space between day and hour, too. */
const momentOf = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/, 'T');

/** A session priced as one types, by terms that are not saved yet. */
export function TariffTrial({ terms, today }: { terms: Terms | undefined; today: string }) {
  const { t } = useTranslation('charging');
  const [trial, setTrial] = useState({ start: `${today} 21:50`, end: `${today} 23:05`, energy: '8.0000', unplugged: '' });
  const [energy, start, end, unplugged] = [readUnits(trial.energy, 4), momentOf(trial.start), momentOf(trial.end), momentOf(trial.unplugged)];
  const isBad = (moment: string) => (MOMENT.test(moment) ? undefined : t('terms.badMoment', { day: today }));
  const ready = terms !== undefined && energy !== undefined && energy > 0 && !isBad(start) && !isBad(end) && (unplugged === '' || !isBad(unplugged));
  const tried = useQuery('charging.tryTariff', { terms: terms ?? NOTHING, start, end, energy: energy ?? 1, ...(unplugged !== '' && { unpluggedAt: unplugged }) }, { enabled: ready, keepLast: true });
  const quote = ready && !tried.refusal ? tried.value?.quote : undefined;
  const asksIdle = terms?.idleFenPerMinute !== undefined && terms.idleFenPerMinute > 0;
  return (
    <section className="tariff-trial" aria-label={t('tariffs.trial')}>
      <h3>{t('tariffs.trial')}</h3>
      <div className="charging-form">
        <Field label={t('tariffs.trialStart')} value={trial.start} problem={isBad(start)} onChange={(next) => setTrial({ ...trial, start: next })} />
        <Field label={t('tariffs.trialEnd')} value={trial.end} problem={isBad(end)} onChange={(next) => setTrial({ ...trial, end: next })} />
        <Field className="num-field" label={t('tariffs.trialEnergy')} value={trial.energy} problem={energy === undefined ? t('tariffs.badNumber') : undefined} onChange={(next) => setTrial({ ...trial, energy: next })} />
        {asksIdle && <Field label={t('terms.unplugged')} placeholder={trial.end} value={trial.unplugged} problem={unplugged === '' ? undefined : isBad(unplugged)} onChange={(next) => setTrial({ ...trial, unplugged: next })} />}
      </div>
      {quote ? <Quote quote={quote} /> : !terms && <p className="tariff-said muted">{t('terms.trialWaits')}</p>}
      {ready && <RefusalNote refusal={tried.refusal} />}
    </section>
  );
}

type Priced = NonNullable<Output<'charging.tryTariff'>['quote']>;

function Quote({ quote }: { quote: Priced }) {
  const { t } = useTranslation('charging');
  const { wordOf } = usePeriodWords();
  const parts = [`${t('income.legendEnergy')} ¥${money(quote.energyFen)}`, `${t('income.legendService')} ¥${money(quote.serviceFen)}`, ...quote.extras.map(({ kind, minutes, amountFen }) => t('terms.extra', { name: t(`extra.${kind}`), minutes, amount: money(amountFen) }))];
  return <p className="tariff-said" role="status">{`${quote.periods.map((line) => `${wordOf(line.code)} ${formatEnergy(line.energy)}`).join(t('terms.comma'))} ${t('terms.how', { method: t(`method.${quote.method}`) })} `}<b>{`${parts.join(t('terms.plus'))}${t('terms.equals')}¥${money(quote.totalFen)}`}</b></p>;
}

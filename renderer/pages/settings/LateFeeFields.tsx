import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { lateFee } from '../../../shared/domain/late-fee.ts';
import { addDays } from '../../../shared/domain/period.ts';
import { Field } from '../../components/Field.tsx';
import { money } from '../../text/formats.ts';
import { parsePercent, percentText } from './percent.ts';
import { wholeNumber } from './whole-number.ts';

type Settings = Output<'estate.getSettings'>;
type LateSettings = Pick<Settings, 'lateFeeRateE6' | 'lateFeeGraceDays' | 'lateFeeCapPermille'>;

const RATE = { decimals: 4, most: 100_000 };
const CAP = { decimals: 1, most: 10_000 };
const GRACE_DAYS = { from: 0, to: 365 };
const EXAMPLE = { dueOn: '2026-01-25', amountFen: 10_000, openFen: 10_000, chargedFen: 0, chargedTo: null };
const EXAMPLE_DAYS = [10, 30, 365];

export type LateTexts = { rate: string; grace: string; cap: string };

/** The rule as it is typed: a percentage per day, days, and a percentage of the bill. */
export function lateTextsOf(settings: LateSettings): LateTexts {
  return { rate: percentText(settings.lateFeeRateE6, RATE.decimals), grace: String(settings.lateFeeGraceDays), cap: percentText(settings.lateFeeCapPermille, CAP.decimals) };
}

/** The rule that was typed; undefined when a part of it cannot be read. */
export function readLate(texts: LateTexts): LateSettings | undefined {
  const [lateFeeRateE6, lateFeeGraceDays, lateFeeCapPermille] = [parsePercent(texts.rate, RATE), wholeNumber(texts.grace, GRACE_DAYS), parsePercent(texts.cap, CAP)];
  return lateFeeRateE6 === undefined || lateFeeGraceDays === undefined || lateFeeCapPermille === undefined ? undefined : { lateFeeRateE6, lateFeeGraceDays, lateFeeCapPermille };
}

/** Late fees in plain words, with what they come to for a bill of a hundred yuan. */
export function LateFeeFields({ texts, disabled, onChange }: { texts: LateTexts; disabled: boolean; onChange: (texts: LateTexts) => void }) {
  const { t } = useTranslation('settings');
  const rule = readLate(texts);
  return (
    <div className="late-fees" role="group" aria-label={t('late.title')}>
      <b>{t('late.title')}</b>
      <Field label={t('late.rate')} value={texts.rate} onChange={(rate) => onChange({ ...texts, rate })} inputMode="decimal" disabled={disabled} hint={t('late.rateHint')} problem={parsePercent(texts.rate, RATE) === undefined ? t('late.badRate') : undefined} />
      <Field label={t('late.grace')} value={texts.grace} onChange={(grace) => onChange({ ...texts, grace })} inputMode="numeric" disabled={disabled} hint={t('late.graceHint')} problem={wholeNumber(texts.grace, GRACE_DAYS) === undefined ? t('badNumber', GRACE_DAYS) : undefined} />
      <Field label={t('late.cap')} value={texts.cap} onChange={(cap) => onChange({ ...texts, cap })} inputMode="decimal" disabled={disabled} hint={t('late.capHint')} problem={parsePercent(texts.cap, CAP) === undefined ? t('late.badCap') : undefined} />
      {rule && <p className="muted small">{rule.lateFeeRateE6 === 0 ? t('late.off') : t('late.example', { list: EXAMPLE_DAYS.map((days) => t('late.exampleDays', { count: days, amount: money(exampleFen(rule, days)) })).join(t('late.comma')) })}</p>}
    </div>
  );
}

function exampleFen({ lateFeeRateE6, lateFeeGraceDays, lateFeeCapPermille }: LateSettings, days: number): number {
  return lateFee({ rateE6: lateFeeRateE6, graceDays: lateFeeGraceDays, capPermille: lateFeeCapPermille }, EXAMPLE, addDays(EXAMPLE.dueOn, days))?.amountFen ?? 0;
}

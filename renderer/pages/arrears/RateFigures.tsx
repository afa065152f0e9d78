import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { collectionRatios, percentText, rateNames, type CollectionFigures, type CollectionPart, type RateName, type Ratio } from '../../../shared/domain/collection.ts';
import { money } from '../../text/formats.ts';

type Term = { part: CollectionPart; value: number; minus?: boolean };
type Terms = Record<RateName, { numerator: Term[]; denominator: Term[] }>;

/** The numbers that add up to the two of each rate. */
function termsOf({ current, arrears, households }: CollectionFigures): Terms {
  const due: Term[] = [{ part: 'billed', value: current.billedFen }, ...(current.cancelledFen === 0 ? [] : [{ part: 'cancelled', value: current.cancelledFen, minus: true } as const])];
  const collected: Term = { part: 'collected', value: current.collectedFen };
  const ofOld: Term = { part: 'arrearsCollected', value: arrears.collectedFen };
  const opening: Term = { part: 'opening', value: arrears.openingFen };
  return {
    current: { numerator: [collected], denominator: due },
    arrears: { numerator: [ofOld], denominator: [opening] },
    combined: { numerator: [collected, ofOld], denominator: [opening, ...due] },
    households: { numerator: [{ part: 'householdsPaid', value: households.paid }], denominator: [{ part: 'householdsBilled', value: households.billed }] },
  };
}

type FiguresProps = { figures: CollectionFigures; /** Whose homes are shown. */ part: CollectionPart | undefined; onPart: (part: CollectionPart) => void };

/** The four rates, each with its two amounts, the numbers that make them, and what it means. */
export function RateFigures({ figures, part, onPart }: FiguresProps) {
  const { t } = useTranslation('arrears');
  const ratios = collectionRatios(figures);
  const terms = termsOf(figures);
  return (
    <div className="rate-figures">
      {rateNames.map((name) => (
        <section key={name} className="card rate-figure" aria-label={t(`rates.name.${name}`)}>
          <h2>{t(`rates.name.${name}`)}</h2>
          <Percent ratio={ratios[name]} />
          <dl>
            {(['numerator', 'denominator'] as const).map((side) => (
              <Amount key={side} label={t(`rates.${side}.${name}`)} total={ratios[name][side]} terms={terms[name][side]} inHomes={name === 'households'} part={part} onPart={onPart} />
            ))}
            {name === 'households' && <Amount label={t('rates.owing')} total={0} terms={[{ part: 'householdsOwing', value: figures.households.billed - figures.households.paid }]} inHomes part={part} onPart={onPart} />}
          </dl>
          <p className="muted small">{t(`rates.means.${name}`)}</p>
        </section>
      ))}
    </div>
  );
}

function Percent({ ratio }: { ratio: Ratio }) {
  const text = percentText(ratio);
  return text.endsWith('%') ? <strong className="percent">{text.slice(0, -1)}<i>%</i></strong> : <strong className="percent">{text}</strong>;
}

type AmountProps = { label: string; total: number; terms: Term[]; inHomes: boolean } & Omit<FiguresProps, 'figures'>;

function Amount({ label, total, terms, inHomes, part, onPart }: AmountProps) {
  const { t } = useTranslation('arrears');
  const show = (value: number) => (inHomes ? t('rates.homes', { count: value }) : money(value));
  const link = (term: Term) => (
    <button type="button" className={`figure ${part === term.part ? 'on' : ''}`} title={t('rates.seeHomes')} onClick={() => onPart(term.part)}>
      {show(term.value)}
    </button>
  );
  const only = terms.length === 1 ? terms[0] : undefined;
  return (
    <>
      <dt>{label}</dt>
      <dd>{only ? link(only) : <b>{show(total)}</b>}</dd>
      {!only && (
        <dd className="terms">
          {terms.map((term, index) => (
            <Fragment key={term.part}>
              {term.minus ? ' − ' : index > 0 ? ' + ' : '= '}
              {link(term)}
            </Fragment>
          ))}
        </dd>
      )}
    </>
  );
}

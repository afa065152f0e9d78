import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { Button, Tag } from '../../components/controls.tsx';
import { EmptyNote } from '../../components/states.tsx';
import { goTo, linkTo } from '../../route.ts';
import { shortDay } from '../../text/formats.ts';
import { localDay } from '../../../shared/domain/period.ts';
import { useMonthWords } from './month-words.ts';

type Months = Output<'periods.list'>['months'];
const TONES = { closed: 'green', open: 'amber', running: undefined } as const;
const AT = { ArrowUp: -1, ArrowDown: 1 } as const;

/** The months of a year with what became of them; the arrow keys go from one to the next. */
export function MonthRows({ months, month }: { months: Months; month: string }) {
  const { t } = useTranslation('periods');
  const { nameOf } = useMonthWords();
  const list = useRef<HTMLElement>(null);
  const year = month.slice(0, 4);
  const shown = months.filter((one) => one.month.startsWith(year)).toReversed();
  const nearest = (other: string): string | undefined => months.find((one) => one.month.startsWith(other))?.month;
  const move = (event: KeyboardEvent) => {
    const step = event.key in AT ? AT[event.key as keyof typeof AT] : 0;
    const next = shown[shown.findIndex((one) => one.month === month) + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    goTo('periods', { month: next.month });
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-current]')?.focus());
  };
  const turn = (by: number) => String(Number(year) + by);
  const yearButton = (by: number, label: string, sign: string) => <Button aria-label={label} title={label} disabled={nearest(turn(by)) === undefined} onClick={() => goTo('periods', { month: nearest(turn(by)) ?? month })}>{sign}</Button>;
  return (
    <section className="card periods-months">
      <div className="sec"><h2>{t('months')}</h2><span className="at-end year-stepper">{yearButton(-1, t('yearBefore'), '‹')}<b>{t('year', { year })}</b>{yearButton(1, t('yearAfter'), '›')}</span></div>
      {shown.length === 0 && <EmptyNote title={t('noMonths')} />}
      <nav ref={list} aria-label={t('months')} onKeyDown={move}>
        {shown.map((one) => (
          <a key={one.month} href={linkTo('periods', { month: one.month })} aria-current={one.month === month ? 'true' : undefined}>
            <b>{nameOf(one.month)}</b>
            <span className="muted small">{one.at !== null && t('closedBy', { by: one.by, at: shortDay(localDay(new Date(one.at))) })}</span>
            <Tag {...(TONES[one.state] && { tone: TONES[one.state] })}>{t(`state.${one.state}`)}</Tag>
          </a>
        ))}
      </nav>
    </section>
  );
}

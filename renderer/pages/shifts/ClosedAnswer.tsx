import { useTranslation } from 'react-i18next';
import { Button } from '../../components/controls.tsx';
import { linkTo } from '../../route.ts';
import { useCloseWords } from './close-words.ts';
import type { Closed } from './CurrentShift.tsx';
import { PrintActions } from './PrintActions.tsx';

/** The shift is closed: its number, the close in words, and its paper. */
export function ClosedAnswer({ closed, onNext }: { closed: Closed; onNext: () => void }) {
  const { t } = useTranslation('shifts');
  const words = useCloseWords();
  return (
    <div className="drawer">
      <div className="drawer-head">
        <h2>✓ {t('closed')}</h2>
        <a className="report-no" href={linkTo('shifts', { view: 'reports', report: closed.reportNo })}>
          {closed.reportNo}
        </a>
      </div>
      {words(closed).map((sentence) => (
        <p key={sentence} role="status">
          {sentence}
        </p>
      ))}
      <PrintActions reportNo={closed.reportNo} main />
      <Button onClick={onNext}>{t('openNext')}</Button>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { StatementContent } from '../../../shared/contract/statement-content.ts';
import { money } from '../../text/formats.ts';
import type { Drilled } from './DrillPanel.tsx';

export type OnDrill = (drilled: Drilled) => void;
export type SheetProps = { content: StatementContent; onDrill: OnDrill };

/** A figure of the sheet that opens the rows behind it. */
export function Figure({ title, amountFen, lines, onDrill }: Drilled & { onDrill: OnDrill }) {
  const { t } = useTranslation('statements');
  return (
    <button type="button" className={`st-figure ${amountFen === 0 ? 'muted' : ''}`} title={t('drill.open', { title })} onClick={() => onDrill({ title, amountFen, lines })}>
      {money(amountFen)}
    </button>
  );
}

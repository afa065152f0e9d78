import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseYuan } from '../../../shared/domain/money.ts';
import { useCommand } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { money, plainYuan } from '../../text/formats.ts';
import type { PeriodItem } from './mend-links.ts';
import { useMonthWords } from './month-words.ts';

/** What the bank's statement says beside what the books hold; the difference follows as one types, Enter saves. */
export function BankField({ item: { facts }, month, onSaved }: { item: PeriodItem; month: string; onSaved: () => void }) {
  const { t } = useTranslation('periods');
  const { nameOf } = useMonthWords();
  const entered = typeof facts['balanceFen'] === 'number' ? facts['balanceFen'] : undefined;
  const [text, setText] = useState(entered === undefined ? '' : plainYuan(entered));
  const { run, running, refusal } = useCommand('periods.setBankBalance');
  const account = facts['account'] === '1002.02' ? '1002.02' : '1002.01';
  const ledgerFen = Number(facts['ledgerFen']);
  const balanceFen = parseYuan(text);
  const save = async () => {
    if (balanceFen === undefined) return;
    const reply = await run({ month, account, balanceFen });
    if (reply.ok) onSaved();
  };
  return (
    <form className="periods-bank" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <span><em className="muted small">{t('books')} ¥</em> <b className="num">{money(ledgerFen)}</b></span>
      <label><em className="muted small">{t('bank')} ¥</em> <input className="num" aria-label={t('bankOf', { month: nameOf(month), account })} aria-invalid={text.trim() !== '' && balanceFen === undefined} value={text} maxLength={20} placeholder="0.00" onChange={(event) => setText(event.target.value)} /></label>
      <Button type="submit" disabled={running || balanceFen === undefined || balanceFen === entered}>{t('save')}</Button>
      <span role="status" className={balanceFen === ledgerFen ? 'good' : 'red'}>{text.trim() === '' ? '' : balanceFen === undefined ? t('badAmount') : balanceFen === ledgerFen ? `✓ ${t('equal')}` : `${t('difference')} ${money(balanceFen - ledgerFen)}`}</span>
      <RefusalNote refusal={refusal} />
    </form>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseYuan } from '../../../shared/domain/money.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { money, plainYuan } from '../../text/formats.ts';

/** From which amount on a cost needs a paper; the manager sets it. */
export function EvidenceLimit() {
  const { t } = useTranslation('costs');
  const { user } = useSession();
  const limitFen = useQuery('costs.settings', {}).value?.evidenceAboveFen;
  const [text, setText] = useState<string | undefined>();
  const { run, running, refusal } = useCommand('costs.changeSettings');
  if (limitFen === undefined) return null;
  const wanted = text === undefined ? undefined : parseYuan(text);
  const save = async () => {
    if (wanted !== undefined && wanted >= 0 && (await run({ evidenceAboveFen: wanted })).ok) setText(undefined);
  };
  if (text === undefined) return <span className="costs-limit muted small">{t('settings.limit', { amount: money(limitFen) })}{user.role === 'manager' && <Button look="link" onClick={() => setText(plainYuan(limitFen))}>{t('settings.change')}</Button>}</span>;
  return (
    <form className="costs-limit small" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <label>{t('settings.label')} <input className="input costs-limit-amount" autoFocus value={text} maxLength={16} aria-invalid={wanted === undefined} onChange={(event) => setText(event.target.value)} onKeyDown={(event) => { if (event.key === 'Escape') setText(undefined); }} /></label>
      <Button type="submit" disabled={running || wanted === undefined}>{t('settings.save')}</Button>
      <RefusalNote refusal={refusal} />
    </form>
  );
}

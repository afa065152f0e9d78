import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract/index.ts';
import { useCommand } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';

export type Voidable = Pick<CallInput<'market.voidEntry'>, 'kind' | 'id'> & { /** What it is, in words. */ words: string };

/** Voids a row with a reason. */
export function VoidForm({ row, onDone, onClose }: { row: Voidable; onDone: (words: string) => void; onClose: () => void }) {
  const { t } = useTranslation('market');
  const [reason, setReason] = useState('');
  const { run, running, refusal } = useCommand('market.voidEntry');
  const save = async () => {
    const reply = await run({ kind: row.kind, id: row.id, reason });
    if (reply.ok) onDone(t('voidDone'));
  };
  return (
    <form className="card market-entry" onKeyDown={(event) => event.key === 'Escape' && onClose()} onSubmit={(event) => { event.preventDefault(); if (reason.trim() !== '') void save(); }}>
      <div className="sec"><h2>{t('voidTitle')}</h2><span className="muted">{row.words}</span><span className="hint"><Button onClick={onClose}>{t('close')}</Button></span></div>
      <p className="muted small">{t('voidNote')}</p>
      <div className="market-void"><Field label={t('reason')} value={reason} maxLength={200} autoFocus onChange={setReason} /><Button type="submit" disabled={reason.trim() === '' || running}>{t('void')}</Button></div>
      <RefusalNote refusal={refusal} />
    </form>
  );
}

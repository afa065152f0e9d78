import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useCommand } from '../../api.ts';
import { RefusalNote } from '../../components/states.tsx';
import { useMay } from '../../session.ts';
import { yuan } from '../../text/formats.ts';
import { isTyping } from '../payments/keys.ts';
import { ActionForm } from './ActionForm.tsx';
import { ActionButtons, EntryChoices, HomeChoices } from './choices.tsx';
import { ACTION_KEYS, actionsFor, fitsAmount, MANAGERS, matchOf, REASONED, type Action, type Decision } from './decide-actions.ts';
import { LineFacts } from './LineFacts.tsx';

type Found = Output<'channels.candidates'>;
/** What a decision came to. */
export type Done = Output<'channels.resolve'>;

/** One line and everything that can be done about it. A digit takes a receipt or a home, a letter an action; nothing moves without a key. */
export function DecideLine({ found, onDone }: { found: Found; onDone: (done: Done) => void }) {
  const { t } = useTranslation('channels');
  const { line, entries, homes, payment, waiting } = found;
  const isManager = useMay('manager');
  const mayDecide = useMay('manager', 'office');
  const { run, running, refusal } = useCommand('channels.resolve');
  const [form, setForm] = useState<Action | undefined>();
  const lineId = line.lineId ?? 0;
  const open = line.state === 'exception' || line.state === 'held';
  const takesEntries = mayDecide && open && line.kind !== 'transfer';
  // The number of a wrong receipt is taken until that is undone.
  const takesHomes = isManager && open && line.kind === 'payment' && line.amountFen > 0 && line.reason !== 'AMOUNT_DIFFERS';
  const actions = mayDecide ? actionsFor(line, payment !== null).filter((action) => isManager || !MANAGERS.includes(action)) : [];
  const decide = async (decision: Decision) => {
    const reply = await run({ lineId, ...decision });
    if (reply.ok) onDone(reply.value);
  };
  const begin = (action: Action) => {
    if (REASONED.includes(action) || action === 'settle') setForm(action);
    else void decide({ action });
  };
  const shownEntries = takesEntries ? entries.slice(0, 6) : [];
  const shownHomes = takesHomes ? homes.slice(0, 9 - shownEntries.length) : [];
  const pickNumber = (number: number) => {
    const entry = shownEntries[number - 1];
    const home = shownHomes[number - 1 - shownEntries.length];
    if (entry && fitsAmount(line, entry)) void decide(matchOf(line, entry));
    else if (home) void decide({ action: 'register', homeId: home.homeId });
  };
  useKeys((key) => {
    if (running || form) return false;
    if (/^[1-9]$/.test(key)) pickNumber(Number(key));
    const action = actions.find((one) => ACTION_KEYS[one] === key.toUpperCase());
    if (action) begin(action);
    return action !== undefined;
  });
  return (
    <>
      <div className="decide-scroll">
        <LineFacts item={line} />
        {line.reason === 'AMOUNT_DIFFERS' && <p className="decide-note">{t('decide.differsNote', { no: payment?.receiptNo ?? '', label: payment?.label ?? '', amount: yuan(payment?.amountFen ?? 0) })}</p>}
        {line.reason === 'PAYMENT_UNDONE' && <p className="decide-note">{t('decide.undoneNote')}</p>}
        {takesEntries && <EntryChoices entries={shownEntries} line={line} disabled={running} onPick={(entry) => void decide(matchOf(line, entry))} />}
        {takesHomes && <HomeChoices homes={shownHomes} first={shownEntries.length + 1} disabled={running} onPick={(homeId) => void decide({ action: 'register', homeId })} />}
        {line.kind === 'refund' && open && <p className="decide-note">{payment ? t('decide.refundOf', { no: payment.receiptNo, label: payment.label, amount: yuan(payment.amountFen) }) : t('decide.refundNone')}</p>}
        {waiting && (
          <p className="decide-note">
            {t('decide.waiting', { days: waiting.from === waiting.through ? waiting.from : t('import.days', { from: waiting.from, to: waiting.through }), amount: yuan(waiting.netFen) })} {waiting.exceptions > 0 && t('decide.waitingFor', { count: waiting.exceptions })}
          </p>
        )}
        {mayDecide && !isManager && open && <p className="decide-note muted">{t('decide.onlyManager')}</p>}
      </div>
      <div className="decide-foot">
        <RefusalNote refusal={refusal} />
        {form ? <ActionForm action={form} line={line} running={running} onDecide={(decision) => void decide(decision)} onCancel={() => setForm(undefined)} /> : <ActionButtons actions={actions} disabled={running} onPick={begin} />}
      </div>
    </>
  );
}

/** Keys of the panel, wherever the focus is, but not while one types or holds Ctrl. */
function useKeys(onKey: (key: string) => boolean): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
      // The letter opened a form, whose field must not get it.
      if (onKey(event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onKey]);
}

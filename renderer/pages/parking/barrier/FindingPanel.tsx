import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api.ts';
import { Button, Kbd } from '../../../components/controls.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { useMay } from '../../../session.ts';
import { money, yuan } from '../../../text/formats.ts';
import { isTyping } from '../../payments/keys.ts';
import type { FindingItem } from './barrier-route.ts';
import { KindTag } from './finding-columns.tsx';
import { FindingFacts } from './FindingFacts.tsx';
import { AmountForm, ReasonForm } from './FindingForms.tsx';

type FindingPanelProps = { item: FindingItem; onDone: (said: string) => void };
type Act = 'charge' | 'amount' | 'dismiss';
const KEYS: Readonly<Record<Act, string>> = { charge: 'C', amount: 'A', dismiss: 'X' };

/** The chosen finding and what can be done about it, each act with its key; nothing is charged without one. */
export function FindingPanel({ item, onDone }: FindingPanelProps) {
  const { state, proposedFen, chargedFen } = item;
  const amountFen = state === 'open' ? proposedFen : chargedFen;
  return (
    <aside className="card finding" aria-label={item.plate}>
      <div className="finding-scroll">
        <header className="finding-head">
          <div>
            <b className="finding-plate selectable">{item.plate}</b>
            <KindTag item={item} />
          </div>
          {amountFen > 0 && <span className="finding-amount num">{yuan(amountFen)}</span>}
        </header>
        <FindingFacts item={item} />
      </div>
      <Decision item={item} onDone={onDone} />
    </aside>
  );
}

/** What can still be done; what was done is said in the facts. */
function Decision({ item, onDone }: { item: FindingItem; onDone: (said: string) => void }) {
  const { t } = useTranslation('barrier');
  const mayDecide = useMay('manager', 'cashier');
  const charge = useCommand('barrier.charge');
  const dismiss = useCommand('barrier.dismiss');
  const [form, setForm] = useState<'amount' | 'dismiss' | undefined>();
  const { findingId, kind, label, proposedFen, state } = item;
  const running = charge.running || dismiss.running;
  const chargeable = kind !== 'unused' && label !== '';
  const acts: Act[] = state !== 'open' || !mayDecide ? [] : [...(chargeable && proposedFen > 0 ? ['charge' as const] : []), ...(chargeable ? ['amount' as const] : []), 'dismiss'];
  const runCharge = async (amountFen?: number) => {
    const reply = await charge.run({ findingId, ...(amountFen !== undefined && { amountFen }) });
    if (reply.ok) onDone(t('panel.doneBill', { bill: reply.value.billId, amount: money(reply.value.amountFen) }));
  };
  const runDismiss = async (reason: string) => {
    const reply = await dismiss.run({ findingIds: [findingId], reason });
    if (reply.ok) onDone(t('panel.done'));
  };
  const begin = (act: Act) => {
    if (act === 'charge') void runCharge();
    else setForm(act);
  };
  useKeys((key) => {
    if (running || form) return false;
    const act = acts.find((one) => KEYS[one] === key.toUpperCase());
    if (act) begin(act);
    return act !== undefined;
  });
  const notes: Record<Act, string> = { charge: t('panel.chargeNote'), amount: t('panel.amountNote'), dismiss: t('panel.dismissNote') };
  return (
    <div className="finding-foot">
      {state === 'open' && kind !== 'unused' && label === '' && <p className="muted small">{t('panel.nobody')}</p>}
      {state === 'open' && !mayDecide && <p className="muted small">{t('panel.onlyDesk')}</p>}
      <RefusalNote refusal={charge.refusal ?? dismiss.refusal} />
      {form === 'amount' && <AmountForm proposedFen={proposedFen} running={running} onConfirm={(amountFen) => void runCharge(amountFen)} onCancel={() => setForm(undefined)} />}
      {form === 'dismiss' && <ReasonForm running={running} onConfirm={(reason) => void runDismiss(reason)} onCancel={() => setForm(undefined)} />}
      {!form &&
        acts.map((act) => (
          <Button key={act} look={act === 'charge' ? 'main' : 'plain'} className="finding-act" disabled={running} onClick={() => begin(act)}>
            <Kbd>{KEYS[act]}</Kbd>
            <b>{act === 'charge' ? `${t('panel.charge')} ${yuan(proposedFen)}` : t(`panel.${act}`)}</b>
            <span className="small">{notes[act]}</span>
          </Button>
        ))}
    </div>
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

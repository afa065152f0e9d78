import { useTranslation } from 'react-i18next';
import type { LeaseState } from '../../../../shared/contract/parking.ts';
import { useCommand } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { useSession } from '../../../session.ts';
import type { Role } from '../../../../shared/contract/define.ts';
import { DropForm, PlatesForm } from './DraftForms.tsx';
import { EndForm, RecallForm } from './EndForm.tsx';
import type { Lease } from './LeasePanel.tsx';
import { MoveForm } from './MoveForm.tsx';
import { RenewForm } from './RenewForm.tsx';
import { ResumeForm, SuspendForm } from './SuspendForm.tsx';

export type LeaseAct = 'drop' | 'plates' | 'renew' | 'move' | 'suspend' | 'resume' | 'end' | 'recall';
export type ActProps = { lease: Lease; onDone: (words: string) => void; onClose: () => void };

const DESK: readonly Role[] = ['manager', 'cashier', 'office'];
const RULES: Record<LeaseAct, { roles: readonly Role[]; states: readonly LeaseState[] }> = {
  renew: { roles: ['manager'], states: ['signed', 'running', 'suspended'] },
  plates: { roles: DESK, states: ['draft', 'signed', 'running', 'suspended'] },
  move: { roles: ['manager', 'office'], states: ['signed', 'running'] },
  suspend: { roles: ['manager'], states: ['signed', 'running'] },
  resume: { roles: ['manager'], states: ['suspended'] },
  end: { roles: ['manager'], states: ['signed', 'running', 'suspended'] },
  recall: { roles: ['manager'], states: ['signed', 'running', 'suspended'] },
  drop: { roles: DESK, states: ['draft'] },
};
const FORMS = { drop: DropForm, plates: PlatesForm, renew: RenewForm, move: MoveForm, suspend: SuspendForm, resume: ResumeForm, end: EndForm, recall: RecallForm };

/** What this person may do with a lease in its state. */
export function actsFor(state: LeaseState, role: Role): LeaseAct[] {
  return (Object.keys(RULES) as LeaseAct[]).filter((act) => RULES[act].roles.includes(role) && RULES[act].states.includes(state));
}

/** The acts that a lease allows, and the form of the chosen one. */
export function LeaseActs({ lease, act, onAct, onDone }: { lease: Lease; act: LeaseAct | undefined; onAct: (act: LeaseAct | undefined) => void; onDone: (words: string) => void }) {
  const { t } = useTranslation('parking');
  const { role } = useSession().user;
  const acts = actsFor(lease.state, role);
  const sign = useCommand('parking.signLease');
  const maySign = lease.state === 'draft' && DESK.includes(role);
  const Form = act && FORMS[act];
  const signNow = async () => {
    const reply = await sign.run({ leaseId: lease.leaseId });
    if (reply.ok) onDone(t('act.signed', { no: reply.value.leaseNo }));
  };
  if (acts.length === 0 && !maySign) return null;
  return (
    <section className="lease-acts" aria-label={t('act.title')}>
      <div className="side-buttons">
        {maySign && (
          <Button look="main" disabled={sign.running} onClick={() => void signNow()}>
            {t('lease.sign')}
          </Button>
        )}
        {acts.map((one) => (
          <Button key={one} aria-expanded={act === one} onClick={() => onAct(act === one ? undefined : one)}>
            {t(`act.${one}`)}
          </Button>
        ))}
      </div>
      <RefusalNote refusal={sign.refusal} />
      {Form && <Form lease={lease} onDone={onDone} onClose={() => onAct(undefined)} />}
    </section>
  );
}

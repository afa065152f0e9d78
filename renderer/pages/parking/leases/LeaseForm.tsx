import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { parseYuan } from '../../../../shared/domain/money.ts';
import { useCommand, useQuery } from '../../../api.ts';
import { Button, Kbd } from '../../../components/controls.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { useSession } from '../../../session.ts';
import { money, plainYuan } from '../../../text/formats.ts';
import { contractInput, leaseInput, leaseProblems, newDraft, type LeaseDraft, type LeaseProblem } from './lease-draft.ts';
import { LeaseCheck } from './LeaseCheck.tsx';
import { AgreementFields, MoneyFields, TermFields } from './LeaseFields.tsx';
import { PayerFields } from './PayerFields.tsx';
import { SpaceRows } from './SpaceRows.tsx';
import { WindowsEditor } from './WindowsEditor.tsx';

const NONE: ReadonlySet<LeaseProblem> = new Set();

/** A new lease, or a company's contract over several spaces, with what stands in its way beside it while it is typed. */
export function LeaseForm({ space, from, onLeave }: { space: string | undefined; from: string | undefined; onLeave: (leaseId?: number) => void }) {
  const { t } = useTranslation('parking');
  const { today } = useSession();
  const [draft, setDraft] = useState(() => newDraft(from ?? today, space));
  const [tried, setTried] = useState(false);
  const price = usePrice(draft.from);
  const monthlyText = draft.monthly ?? (draft.kind === 'resident' && price ? plainYuan(price.residentFen) : '');
  const found = leaseProblems(draft, monthlyText);
  const problems = tried ? found : NONE;
  const set = (changes: Partial<LeaseDraft>) => setDraft((last) => ({ ...last, ...changes }));
  const { send, running, refusal } = useSend(draft, monthlyText, onLeave);
  const submit = (asDraft: boolean) => {
    setTried(true);
    if (found.size === 0) void send(asDraft);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave();
    else if (event.key === 'Enter' && event.ctrlKey) submit(false);
    else return;
    event.preventDefault();
  };
  const several = draft.spaces.length > 1;
  const note = draft.kind === 'resident' && price ? t('lease.priceNote', { resident: money(price.residentFen), market: money(price.marketFen), subsidy: money(Math.max(0, price.marketFen - (parseYuan(monthlyText) ?? price.residentFen))) }) : undefined;
  return (
    <div className="parking-area">
      <section className="card parking-main lease-make" aria-label={t('lease.new')} onKeyDown={onKeyDown}>
        <div className="sec">
          <h2>{t('lease.new')}</h2>
          <Button look="link" className="hint" onClick={() => onLeave()}>
            {t('lease.leave')} <Kbd>Esc</Kbd>
          </Button>
        </div>
        <div className="parking-form lease-fields">
          <PayerFields draft={draft} problems={problems} onChange={set} />
          <SpaceRows draft={draft} problems={problems} onChange={(spaces) => set({ spaces })} />
          <TermFields draft={draft} problems={problems} onChange={set} />
          <div className="whole">
            <WindowsEditor windows={draft.windows} problems={found} onChange={(windows) => set({ windows })} />
          </div>
          <MoneyFields draft={draft} monthlyText={monthlyText} note={note} problems={problems} onChange={set} />
          <AgreementFields draft={draft} problems={problems} onChange={set} />
        </div>
        <div className="lease-send">
          {tried && found.size > 0 && (
            <span className="red small" role="alert">
              {t('problem.some', { count: found.size })}
            </span>
          )}
          <RefusalNote refusal={refusal} />
          {!several && (
            <Button disabled={running} onClick={() => submit(true)}>
              {t('lease.saveDraft')}
            </Button>
          )}
          <Button look="main" disabled={running} onClick={() => submit(false)}>
            {several ? t('lease.signSeveral', { count: draft.spaces.length }) : t('lease.sign')} <Kbd>Ctrl Enter</Kbd>
          </Button>
        </div>
      </section>
      <LeaseCheck draft={draft} onChange={set} />
    </div>
  );
}

/** The prices of a month in force on a day. */
function usePrice(on: string | undefined): { marketFen: number; residentFen: number } | undefined {
  const prices = useQuery('parking.listPrices', {});
  const past = (prices.value?.items ?? []).filter(({ from }) => on !== undefined && from <= on);
  return [...past].sort((left, right) => right.from.localeCompare(left.from))[0];
}

/** Signs one lease, keeps it as a draft, or signs a contract of several. */
function useSend(draft: LeaseDraft, monthlyText: string, onDone: (leaseId?: number) => void) {
  const lease = useCommand('parking.lease');
  const contract = useCommand('parking.signContract');
  const send = async (asDraft: boolean) => {
    lease.clear();
    contract.clear();
    if (draft.spaces.length > 1) {
      const reply = await contract.run(contractInput(draft, monthlyText));
      if (reply.ok) onDone(reply.value.leases[0]?.leaseId);
    } else {
      const reply = await lease.run(leaseInput(draft, monthlyText, asDraft));
      if (reply.ok) onDone(reply.value.leaseId);
    }
  };
  return { send, running: lease.running || contract.running, refusal: lease.refusal ?? contract.refusal };
}

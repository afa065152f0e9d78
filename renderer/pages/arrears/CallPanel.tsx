import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { callOutcomes } from '../../../shared/contract/arrears.ts';
import { addDays, lastDay } from '../../../shared/domain/period.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button, Kbd, Tag } from '../../components/controls.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useMay, useSession } from '../../session.ts';
import { monthOf, yuan } from '../../text/formats.ts';
import { PersonLine } from '../homes/PersonLine.tsx';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { Labelled } from '../ledger/book/Labelled.tsx';
import { isTyping } from '../payments/keys.ts';
import type { HomeToCall } from './CallsPart.tsx';

type Outcome = (typeof callOutcomes)[number];
type CallPanelProps = { home: HomeToCall; /** The home after this one in the list as it stands. */ following: () => HomeToCall | undefined; onNext: (home: HomeToCall | undefined) => void; onClose: () => void };

/** Who to call about a home, what came of it before, and what comes of it now. */
export function CallPanel({ home, following, onNext, onClose }: CallPanelProps) {
  const { t } = useTranslation(['arrears', 'common']);
  const may = useMay('manager', 'cashier', 'office');
  const people = useQuery('homes.get', { homeId: home.homeId });
  const calls = useQuery('dunning.callsOfHome', { homeId: home.homeId });
  return (
    <aside className="card call-panel" aria-label={t('calls.panel', { home: home.label })} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className="sec">
        <h2>{home.label}</h2>
        {home.broken && <Tag tone="red">{t('calls.broken')}</Tag>}
        <Button look="link" className="hint" onClick={onClose}>
          {t('common:close')}
        </Button>
      </div>
      <div className="call-body">
        <p className="call-owed">
          <b className="owed">{yuan(home.overdueFen)}</b> <span className="muted small">{t('calls.overdueSince', { day: home.oldestDueOn })}</span>{' '}
          <a className="small" href={linkTo('payments', { home: home.homeId })}>
            {t('calls.toDesk')}
          </a>
        </p>
        <RefusalNote refusal={people.refusal} onRetry={people.reload} />
        {people.value && <dl className="call-people">{people.value.people.map((person) => <PersonLine key={`${person.role} ${String(person.personId)}`} homeId={home.homeId} person={person} />)}</dl>}
        {may && <CallForm home={home} following={following} onNext={onNext} />}
        <h3>{t('calls.soFar')}</h3>
        <RefusalNote refusal={calls.refusal} onRetry={calls.reload} />
        {!calls.value && calls.state === 'loading' && <Skeleton rows={3} />}
        {calls.value && calls.value.items.length === 0 && <EmptyNote title={t('calls.never')} />}
        <ol className="call-list">
          {calls.value?.items.map(({ callId, on, outcome, promisedOn, note, by }) => (
            <li key={callId}>
              <span className="muted">{on}</span> <b>{outcome === 'promised' ? t('calls.promisedFor', { day: promisedOn ?? '' }) : t(`calls.outcome.${outcome}`)}</b> <span className="muted small">{by}</span>
              {note !== '' && <p>{note}</p>}
            </li>
          ))}
        </ol>
      </div>
    </aside>
  );
}

/** A digit takes what came of the call, Enter enters it and goes on to the next home. */
function CallForm({ home, following, onNext }: Omit<CallPanelProps, 'onClose'>) {
  const { t } = useTranslation('arrears');
  const { today } = useSession();
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  const [promisedOn, setPromisedOn] = useState<string | undefined>();
  const [note, setNote] = useState('');
  const noteField = useRef<HTMLInputElement>(null);
  const { run, running, refusal } = useCommand('dunning.logCall');
  const ready = outcome !== undefined && (outcome !== 'promised' || promisedOn !== undefined) && !running;
  const take = (next: Outcome) => {
    setOutcome(next);
    if (next === 'promised') setPromisedOn((last) => last ?? addDays(today, 7));
    noteField.current?.focus();
  };
  useDigits(callOutcomes, take);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const next = following();
    const reply = await run({ homeId: home.homeId, outcome, note, ...(outcome === 'promised' && promisedOn !== undefined && { promisedOn }) });
    if (reply.ok) onNext(next);
  };
  const days = [['calls.inDays3', addDays(today, 3)], ['calls.inDays7', addDays(today, 7)], ['calls.monthEnd', lastDay(monthOf(today))]] as const;
  return (
    <form className="call-form" onSubmit={(event) => void save(event)}>
      <h3>{t('calls.form')}</h3>
      <div className="call-outcomes" role="radiogroup" aria-label={t('calls.form')}>
        {callOutcomes.map((value, index) => (
          <Button key={value} role="radio" aria-checked={outcome === value} className={outcome === value ? 'on' : ''} onClick={() => take(value)}>
            <Kbd>{index + 1}</Kbd> {t(`calls.outcome.${value}`)}
          </Button>
        ))}
      </div>
      {outcome === 'promised' && (
        <Labelled label={t('calls.promisedOn')} problem={promisedOn === undefined ? t('calls.needDay') : undefined}>
          <span className="call-days">
            <DayInput label={t('calls.promisedOn')} value={promisedOn} onChange={setPromisedOn} />
            {days.map(([word, day]) => (
              <Button key={word} look="link" onClick={() => setPromisedOn(day)}>
                {t(word)}
              </Button>
            ))}
          </span>
        </Labelled>
      )}
      <input ref={noteField} className="input" aria-label={t('calls.note')} placeholder={t('calls.noteHint')} value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} />
      <RefusalNote refusal={refusal} />
      <Button look="main" type="submit" disabled={!ready}>
        {t('calls.save')} <Kbd>Enter</Kbd>
      </Button>
    </form>
  );
}

/** The digits from 1 take a choice wherever the focus is, but not while one types. */
function useDigits<Value>(choices: readonly Value[], take: (value: Value) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
      const choice = /^[1-9]$/.test(event.key) ? choices[Number(event.key) - 1] : undefined;
      if (choice === undefined) return;
      // The field that gets the focus must not get the digit.
      event.preventDefault();
      take(choice);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [choices, take]);
}

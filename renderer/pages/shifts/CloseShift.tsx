import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { money, yuan } from '../../text/formats.ts';
import { emptyCount, readCount, type CountDraft, type Counted, type Face } from './count-form.ts';
import { CountTable, walk } from './CountTable.tsx';
import type { Closed, Current } from './CurrentShift.tsx';
import { useCloseWords } from './close-words.ts';

type Shift = NonNullable<Current['shift']>;
type CloseProps = { shift: Shift; onClosed: (closed: Closed) => void };

/** Counts the drawer by keyboard with the difference in sight, then asks once in words, then closes. */
export function CloseShift({ shift, onClosed }: CloseProps) {
  const { t } = useTranslation('shifts');
  const { run, running, refusal, clear } = useCommand('shifts.close');
  const [draft, setDraft] = useState<CountDraft>(emptyCount);
  const [asking, setAsking] = useState(false);
  const counted = readCount(draft);
  const set = (change: Partial<CountDraft>) => {
    clear();
    setAsking(false);
    setDraft((before) => ({ ...before, ...change }));
  };
  const setPieces = (face: Face, text: string) => set({ pieces: { ...draft.pieces, [face]: text } });
  const { countedFen, bankedFen = 0, byNotes, notes } = counted;
  const tooMuch = countedFen !== undefined && bankedFen > countedFen;
  const ready = countedFen !== undefined && counted.unreadable === undefined && !tooMuch;
  const close = async () => {
    if (!ready) return;
    const reply = await run({ countedFen, shiftId: shift.shiftId, bankedFen, slipNo: draft.slipNo.trim(), witness: draft.witness.trim(), note: draft.note.trim(), ...(byNotes && { notes }) });
    if (reply.ok) onClosed(reply.value);
    else setAsking(false);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) setAsking(true);
  };
  return (
    <form className="drawer" onSubmit={onSubmit} onKeyDown={walk}>
      <div className="drawer-head">
        <h2>{t('counting')}</h2>
        <span className="muted small">{t('keys')}</span>
      </div>
      <CountTable pieces={draft.pieces} disabled={running} onChange={setPieces} />
      <Total shift={shift} draft={draft} counted={counted} onTotal={(totalText) => set({ totalText })} />
      <BankFields shift={shift} draft={draft} counted={counted} tooMuch={tooMuch} onChange={set} />
      <RefusalNote refusal={refusal} />
      {asking && ready ? (
        <Ask expectedFen={shift.expectedFen} countedFen={countedFen} bankedFen={bankedFen} running={running} onYes={() => void close()} onNo={() => setAsking(false)} />
      ) : (
        <Button look="main" type="submit" className="big" disabled={!ready || running}>
          {t('close')}
        </Button>
      )}
    </form>
  );
}

type TotalProps = { shift: Shift; draft: CountDraft; counted: Counted; onTotal: (text: string) => void };

/** What was counted, against what must be there. */
function Total({ shift: { expectedFen }, draft, counted: { byNotes, countedFen, unreadable }, onTotal }: TotalProps) {
  const { t } = useTranslation('shifts');
  const offFen = countedFen === undefined ? undefined : countedFen - expectedFen;
  const words = offFen === undefined ? t('notCounted') : offFen === 0 ? `✓ ${t('even')}` : t(offFen > 0 ? 'over' : 'short', { amount: money(Math.abs(offFen)) });
  return (
    <div className="count-total">
      <label>
        <span className="label">{t('countedYuan')}</span>
        <input inputMode="decimal" className="input" readOnly={byNotes} title={t('countedHint')} placeholder="0.00" value={byNotes ? (countedFen === undefined ? '' : money(countedFen)) : draft.totalText} aria-invalid={unreadable === 'total'} onChange={(event) => onTotal(event.target.value)} />
      </label>
      <div>
        <span className="label">{t('expectedIs', { amount: yuan(expectedFen) })}</span>
        <output aria-label={t('difference')} className={offFen === undefined ? 'muted' : offFen === 0 ? 'good' : 'red'}>
          {words}
        </output>
      </div>
    </div>
  );
}

type BankProps = { shift: Shift; draft: CountDraft; counted: Counted; tooMuch: boolean; onChange: (change: Partial<CountDraft>) => void };

/** What goes to the bank, and the second name. */
function BankFields({ shift: { floatFen }, draft, counted: { countedFen, unreadable }, tooMuch, onChange }: BankProps) {
  const { t } = useTranslation('shifts');
  const { user } = useSession();
  const names = useQuery('users.names', {}).value?.names ?? [];
  const restFen = countedFen === undefined ? 0 : countedFen - floatFen;
  return (
    <>
      <div className="drawer-fields">
        <Field className="amount" label={t('banked')} value={draft.bankedText} onChange={(bankedText) => onChange({ bankedText })} inputMode="decimal" placeholder="0.00" problem={unreadable === 'banked' ? t('badAmount') : tooMuch ? t('tooMuchBanked') : undefined} />
        <Field label={t('slipNo')} value={draft.slipNo} onChange={(slipNo) => onChange({ slipNo })} maxLength={40} placeholder={t('slipHint')} />
        <div className="quick-rest">
          {restFen > 0 && (
            <Button look="link" className="small" onClick={() => onChange({ bankedText: money(restFen) })}>
              {t('bankRest', { amount: money(floatFen) })}
            </Button>
          )}
        </div>
        <Field label={t('witness')} value={draft.witness} onChange={(witness) => onChange({ witness })} maxLength={40} placeholder={t('witnessHint')} list="second-names" autoComplete="off" />
        <Field label={t('note')} value={draft.note} onChange={(note) => onChange({ note })} maxLength={200} />
      </div>
      <datalist id="second-names">
        {names
          .filter((name) => name !== user.name)
          .map((name) => (
            <option key={name} value={name} />
          ))}
      </datalist>
    </>
  );
}

type AskProps = { expectedFen: number; countedFen: number; bankedFen: number; running: boolean; onYes: () => void; onNo: () => void };

/** Says once in words what will be written. */
function Ask({ running, onYes, onNo, ...sums }: AskProps) {
  const { t } = useTranslation('shifts');
  const words = useCloseWords();
  return (
    <div className="ask" role="group" aria-label={t('confirm')}>
      {words(sums).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className="muted small">{t('ask')}</p>
      <div className="two">
        <Button look="main" autoFocus onClick={onYes} disabled={running}>
          {t('confirm')}
        </Button>
        <Button onClick={onNo} disabled={running}>
          {t('recount')}
        </Button>
      </div>
    </div>
  );
}

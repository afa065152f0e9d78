import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useQuery } from '../../api.ts';
import { Button, Kbd, Tag } from '../../components/controls.tsx';
import { money } from '../../text/formats.ts';
import { ACTION_KEYS, fitsAmount, terminalFee, type Action } from './decide-actions.ts';
import type { LineItem } from './line-columns.tsx';

type Entry = Output<'channels.candidates'>['entries'][number];
type Home = Output<'channels.candidates'>['homes'][number];

/** Receipts that a line may be, with why; each has its digit. */
export function EntryChoices({ entries, line, disabled, onPick }: { entries: Entry[]; line: LineItem; disabled: boolean; onPick: (entry: Entry) => void }) {
  const { t } = useTranslation('channels');
  return (
    <section className="choices">
      <h3>{t('decide.candidates')}</h3>
      {entries.length === 0 && <p className="muted small">{t('decide.noCandidates')}</p>}
      {entries.map((entry, index) => (
        <Button key={entry.entryId} className="choice" disabled={disabled || !fitsAmount(line, entry)} onClick={() => onPick(entry)}>
          <Kbd>{index + 1}</Kbd>
          <span className="choice-what">
            <b>{entry.label || entry.payer}</b> {entry.no}
            <span className="muted small">
              {entry.on} {entry.label ? entry.payer : ''}
            </span>
          </span>
          <span className="choice-why">
            {entry.sameNumber && <Tag tone="green">{t('decide.sameNumber')}</Tag>}
            {entry.sameAmount && entry.days === 0 && <Tag>{t('decide.sameDay')}</Tag>}
            {entry.days > 0 && <span className="muted small">{t('decide.days', { count: entry.days })}</span>}
          </span>
          <span className="num">
            {money(entry.amountFen)}
            {!entry.sameAmount && <span className="red small">{t(terminalFee(line, entry) > 0 ? 'decide.feePart' : 'decide.diff', { amount: money(entry.amountFen - line.amountFen) })}</span>}
          </span>
        </Button>
      ))}
    </section>
  );
}

/** Homes that money without a receipt may be of; any other is found by typing. */
export function HomeChoices({ homes, first, disabled, onPick }: { homes: Home[]; first: number; disabled: boolean; onPick: (homeId: number) => void }) {
  const { t } = useTranslation('channels');
  const [text, setText] = useState('');
  const wanted = text.trim();
  const found = useQuery('homes.search', { text: wanted }, { enabled: wanted !== '', keepLast: true });
  const matches = wanted === '' ? [] : (found.value?.items ?? []).slice(0, 5);
  const [best] = matches;
  return (
    <section className="choices">
      <h3>
        {t('decide.findHome')} <span className="muted small">{t('decide.registerNote')}</span>
      </h3>
      {homes.map(({ homeId, label, ownerName, openFen }, index) => (
        <Button key={homeId} className="choice" disabled={disabled} onClick={() => onPick(homeId)}>
          <Kbd>{first + index}</Kbd>
          <span className="choice-what">
            <b>{label}</b> {ownerName}
          </span>
          <span className="choice-why" />
          <span className="num muted">{t('decide.homeOwes', { amount: money(openFen) })}</span>
        </Button>
      ))}
      <input
        className="input" aria-label={t('decide.findHome')} placeholder={t('decide.findHomePlaceholder')} value={text} maxLength={60} disabled={disabled}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && best && found.state === 'ready' && !event.nativeEvent.isComposing) onPick(best.homeId);
          if (event.key === 'Escape') setText('');
        }}
      />
      {wanted !== '' && found.state === 'ready' && matches.length === 0 && <p className="muted small">{t('decide.noHome')}</p>}
      {matches.map(({ homeId, label, ownerName, maskedPhone }, index) => (
        <Button key={homeId} className="choice found" disabled={disabled} onClick={() => onPick(homeId)}>
          {index === 0 ? <Kbd>Enter</Kbd> : <span />}
          <span className="choice-what">
            <b>{label}</b> {ownerName}
          </span>
          <span className="choice-why muted small">{maskedPhone}</span>
          <span />
        </Button>
      ))}
    </section>
  );
}

/** What else can be done, each with its key and what it does. */
export function ActionButtons({ actions, disabled, onPick }: { actions: Action[]; disabled: boolean; onPick: (action: Action) => void }) {
  const { t } = useTranslation('channels');
  const notes: Partial<Record<Action, string>> = { reissue: t('decide.reissueNote'), refund: t('decide.refundNote'), hold: t('decide.holdNote'), fee: t('decide.feeNote'), settle: t('decide.settleNote'), ignore: t('decide.ignoreNote') };
  return (
    <>
      {actions.map((action) => (
        <Button key={action} className="choice act" disabled={disabled} onClick={() => onPick(action)}>
          <Kbd>{ACTION_KEYS[action]}</Kbd>
          <span className="choice-what">
            <b>{t(`action.${action}`)}</b> <span className="muted small">{notes[action]}</span>
          </span>
        </Button>
      ))}
    </>
  );
}

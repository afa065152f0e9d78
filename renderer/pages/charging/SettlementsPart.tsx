import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { addMonths, firstDay, localDay } from '../../../shared/domain/period.ts';
import { useQuery } from '../../api.ts';
import { Button, Tag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { goTo, useRoute } from '../../route.ts';
import { useSession } from '../../session.ts';
import { money } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { ImportSettlement } from './ImportSettlement.tsx';
import { settlementStates, STATE_TONES, type SettledDay, type SettlementState } from './settlement-states.ts';
import { SettlementPanel } from './SettlementPanel.tsx';
import { TypeSettlement } from './TypeSettlement.tsx';

type Answer = Output<'charging.listSettlements'>;
const ALL = 'all';

/** What platforms owe for each day, what they settled of it, and what somebody has to decide. */
export function SettlementsPart() {
  const { t } = useTranslation('charging');
  const { params } = useRoute();
  const { user } = useSession();
  const [platform, setPlatform] = useState<string>(ALL);
  const [state, setState] = useState<SettlementState | typeof ALL>(ALL);
  const [from, setFrom] = useState(() => firstDay(addMonths(localDay(new Date()).slice(0, 7), -2)));
  const [to, setTo] = useState(() => localDay(new Date()));
  const [open, setOpen] = useState<string | undefined>();
  const [said, setSaid] = useState('');
  const input = { from, to, ...(platform !== ALL && { platform }), ...(state !== ALL && { state }) };
  const query = useQuery('charging.listSettlements', input, { keepLast: true });
  const platforms = (useQuery('charging.listPlatforms', {}).value?.items ?? []).filter(({ collects }) => collects === 'platform');
  const columns = useColumns();
  const items = query.value?.items ?? [];
  const chosen = items.find((item) => keyOf(item) === open);
  const done = (words: string) => { setSaid(words); goTo('charging', { tab: 'settlements' }); };
  if (params.get('import') !== null) return <ImportSettlement platforms={platforms.map(({ name }) => name)} />;
  if (params.get('type') !== null) return <TypeSettlement platforms={platforms.map(({ name }) => name)} onDone={done} />;
  return (
    <div className="parking-area" onKeyDown={(event) => { if (event.key === 'Escape') setOpen(undefined); }}>
      <section className="card parking-main">
        <div className="parking-bar">
          <Select aria-label={t('settle.platform')} style={{ width: 150 }} value={platform} options={[{ value: ALL, label: t('settle.every') }, ...platforms.map(({ name }) => ({ value: name, label: name }))]} onChange={setPlatform} />
          <Select aria-label={t('settle.stateLabel')} style={{ width: 112 }} value={state} options={[{ value: ALL, label: t('settle.all') }, ...settlementStates.map((value) => ({ value, label: t(`settle.state.${value}`) }))]} onChange={setState} />
          <DayInput label={t('settle.from')} clearable={false} value={from} onChange={(day) => day !== undefined && setFrom(day)} />
          <DayInput label={t('settle.to')} clearable={false} value={to} onChange={(day) => day !== undefined && setTo(day)} />
          <span className="at-end"><ExportList list="charging.listSettlements" input={input} name={t('settle.name')} /></span>
          {(user.role === 'manager' || user.role === 'office') && <><Button onClick={() => goTo('charging', { tab: 'settlements', type: 1 })}>{t('settle.type')}</Button><Button look="main" onClick={() => goTo('charging', { tab: 'settlements', import: 1 })}>{t('settle.import')}</Button></>}
        </div>
        {query.value && <Finding answer={query.value} />}
        {said !== '' && <p className="side-said" role="status">{said}</p>}
        <RefusalNote refusal={query.refusal} onRetry={query.reload} />
        <LongTable label={t('settle.name')} columns={columns} rowCount={items.length} rowAt={(index) => items[index]} listKey={JSON.stringify(input)} loading={query.value === undefined && !query.refusal} empty={<EmptyNote title={t('settle.none')}>{t('settle.noneNote')}</EmptyNote>} foot={query.value && items.length > 0 ? footOf(query.value, t('settle.sum')) : {}} rowClass={(item) => (keyOf(item) === open ? 'chosen' : '')} onOpen={(item) => { setOpen(keyOf(item)); setSaid(''); }} />
      </section>
      {chosen && <SettlementPanel key={keyOf(chosen)} day={chosen} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

const keyOf = ({ platform, on }: SettledDay): string => `${on} ${platform}`;

/** What is owed in all, and how many of the days that are listed wait. */
function Finding({ answer: { items, receivableFen } }: { answer: Answer }) {
  const { t } = useTranslation('charging');
  const amount = money(Math.abs(receivableFen));
  const count = (wanted: readonly SettlementState[]) => items.filter(({ state }) => wanted.includes(state)).length;
  const head = receivableFen === 0 ? t('settle.finding.none') : t(receivableFen > 0 ? 'settle.finding.owed' : 'settle.finding.over', { amount });
  return <h2 className="settle-finding">{`${head}${t('settle.findingLink')}${t('settle.finding.tail', { differs: count(['differs', 'unbooked']), unsettled: count(['unsettled']) })}`}</h2>;
}

function footOf({ totals }: Answer, sum: string): Record<string, string> {
  return { on: sum, sessions: totals.sessions.toLocaleString('en-US'), booked: money(totals.bookedFen), gross: money(totals.grossFen), commission: money(totals.commissionFen), difference: money(totals.differenceFen), owed: money(totals.owedFen) };
}

function useColumns(): Column<SettledDay>[] {
  const { t } = useTranslation('charging');
  return useMemo(
    () => [
      { key: 'on', title: t('settle.on'), width: '108px', cell: (item) => item.on },
      { key: 'platform', title: t('settle.platform'), width: 'minmax(110px, 1fr)', cell: (item) => item.platform, hint: (item) => item.platform },
      { key: 'sessions', title: t('sessions'), width: '72px', num: true, from: 900, cell: (item) => item.sessions.toLocaleString('en-US') },
      { key: 'booked', title: t('settle.booked'), width: '112px', num: true, led: true, cell: (item) => money(item.bookedFen) },
      { key: 'gross', title: t('settle.gross'), width: '112px', num: true, cell: (item) => (item.grossFen === null ? '—' : money(item.grossFen)) },
      { key: 'commission', title: t('settle.commission'), width: '108px', num: true, from: 800, cell: (item) => (item.grossFen === null ? '' : money(item.commissionFen)) },
      { key: 'difference', title: t('settle.difference'), width: '96px', num: true, led: true, cell: (item) => (item.differenceFen === 0 ? '' : <span className="red">{money(item.differenceFen)}</span>) },
      { key: 'owed', title: t('settle.owed'), width: '112px', num: true, cell: (item) => (item.owedFen === 0 ? '' : money(item.owedFen)) },
      { key: 'state', title: t('settle.stateLabel'), width: '108px', cell: (item) => <Tag tone={STATE_TONES[item.state]}>{t(`settle.state.${item.state}`)}</Tag> },
      { key: 'paidOn', title: t('settle.paidOn'), width: 'minmax(108px, 1fr)', from: 1000, cell: (item) => [item.paidOn, item.reference].filter(Boolean).join(' '), hint: (item) => item.reference },
    ],
    [t],
  );
}

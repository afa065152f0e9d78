import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { firstDay } from '../../../shared/domain/period.ts';
import { parseYuan } from '../../../shared/domain/money.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { Field } from '../../components/Field.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useMay, useSession } from '../../session.ts';
import { money, monthOf } from '../../text/formats.ts';
import { countText } from '../ledger/book/count-text.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { Labelled } from '../ledger/book/Labelled.tsx';
import { Choice } from './items/Choice.tsx';
import { mainVersion, useNames, useVersionWords, versionOn, type FeeItem } from './items/version-words.ts';
import { useItemName } from './item-name.ts';

type Pool = Output<'fees.listPools'>['items'][number];

/** What shared pools cost by month, how they are split, what is billed of them; and the form that says it. */
export function PoolsPart() {
  const { t } = useTranslation('fees');
  const { today } = useSession();
  const pools = useQuery('fees.listPools', {});
  const items = useQuery('fees.listItems', {}, { keepLast: true });
  const may = useMay('manager', 'office');
  const pooled = (items.value?.items ?? []).filter(({ versions }) => mainVersion(versions, today)?.basis === 'pool');
  return (
    <div className="fees-area">
      <section className="card fees-main">
        <div className="sec">
          <h2>{t('pools')}</h2>
          <span className="hint">
            <ExportList list="fees.listPools" input={{}} name={t('pools')} />
          </span>
        </div>
        <RefusalNote refusal={pools.refusal ?? items.refusal} onRetry={pools.reload} />
        {!pools.value && pools.state === 'loading' && <Skeleton rows={6} />}
        {items.value && pooled.length === 0 && <EmptyNote title={t('noPools')}>{t('noPoolsNote')}</EmptyNote>}
        {pools.value?.items.length === 0 && pooled.length > 0 && <EmptyNote title={t('noPoolAmounts')}>{t('noPoolAmountsNote')}</EmptyNote>}
        {pools.value && pools.value.items.length > 0 && <PoolTable pools={pools.value.items} items={items.value?.items ?? []} />}
      </section>
      {pooled.length > 0 && <aside className="card rate-side">{may ? <PoolForm items={pooled} /> : <EmptyNote title={t('poolsOnly')} />}</aside>}
    </div>
  );
}

function PoolTable({ pools, items }: { pools: Pool[]; items: FeeItem[] }) {
  const { t } = useTranslation('fees');
  const itemName = useItemName();
  const words = useVersionWords(useNames(items));
  const how = ({ item: code, month }: Pool) => {
    const item = items.find((one) => one.code === code);
    const version = item && versionOn(item.versions, firstDay(month));
    return item && version ? words.how(item, version) : '';
  };
  return (
    <div className="draft-scroll">
      <table className="book" aria-label={t('pools')}>
        <thead>
          <tr>
            <th>{t('poolMonth')}</th>
            <th>{t('item')}</th>
            <th>{t('poolHow')}</th>
            <th>{t('poolNote')}</th>
            <th className="num">{t('poolBills')}</th>
            <th className="num led">{t('poolAmount')}</th>
            <th className="num">{t('poolBilled')}</th>
            <th className="num">{t('poolRest')}</th>
          </tr>
        </thead>
        <tbody>
          {pools.map((pool) => (
            <tr key={`${pool.month} ${pool.item}`}>
              <td>{pool.month}</td>
              <td>
                <b>{itemName(pool.name)}</b>
              </td>
              <td className="muted">{how(pool)}</td>
              <td className="wraps">{pool.note}</td>
              <td className="num">
                {pool.bills === 0 ? (
                  <span className="muted">{t('poolWaiting')}</span>
                ) : (
                  <a className="figure" href={linkTo('fees', { month: pool.month, item: pool.item })}>
                    {countText(pool.bills)}
                  </a>
                )}
              </td>
              <td className="num led">{money(pool.amountFen)}</td>
              <td className="num">{money(pool.billedFen)}</td>
              <td className={`num ${pool.amountFen > pool.billedFen ? 'red' : 'muted'}`}>{money(pool.amountFen - pool.billedFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PoolForm({ items }: { items: FeeItem[] }) {
  const { t } = useTranslation('fees');
  const { today } = useSession();
  const itemName = useItemName();
  const [code, setCode] = useState(items[0]?.code);
  const [month, setMonth] = useState<string | undefined>(monthOf(today));
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<string | undefined>();
  const { run, running, refusal } = useCommand('fees.setPool');
  const amountFen = parseYuan(typed);
  const bad = amountFen === undefined || amountFen <= 0;
  const submit = async () => {
    setTried(true);
    setDone(undefined);
    if (code === undefined || month === undefined || bad) return;
    const reply = await run({ item: code, month, amountFen, note });
    if (!reply.ok) return;
    setDone(t('poolDone', { month, name: itemName(items.find((item) => item.code === code)?.name ?? ''), amount: money(amountFen) }));
    setTyped('');
    setNote('');
    setTried(false);
  };
  return (
    <form className="rate-form" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <h2>{t('setPool')}</h2>
      <Labelled label={t('item')}>
        <Choice label={t('item')} value={code} options={items.map((item) => ({ value: item.code, label: itemName(item.name) }))} onChange={setCode} />
      </Labelled>
      <Labelled label={t('poolMonth')} hint={t('poolRefill')} problem={tried && month === undefined ? t('needMonth') : undefined}>
        <DayInput month label={t('poolMonth')} value={month} onChange={setMonth} clearable={false} />
      </Labelled>
      <Field label={t('poolAmount')} value={typed} onChange={setTyped} inputMode="decimal" className="num-field" problem={tried && bad ? t('badAmount') : undefined} />
      <Field label={t('poolNote')} value={note} onChange={setNote} maxLength={100} placeholder={t('poolNoteHint')} />
      <RefusalNote refusal={refusal} />
      {done !== undefined && (
        <p className="good small" role="status">
          {done}
        </p>
      )}
      <Button look="main" type="submit" disabled={running}>
        {t('savePool')}
      </Button>
    </form>
  );
}

import { useState } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { parseE4 } from '../../../shared/domain/meter.ts';
import { parseYuan } from '../../../shared/domain/money.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button, Segments } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { money, rate } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { Labelled } from '../ledger/book/Labelled.tsx';
import { Choice } from './items/Choice.tsx';
import { versionOn } from './items/version-words.ts';
import { useItemName } from './item-name.ts';

type Home = { value: number; label: string };

type OnceItem = { code: string; name: string; rateE4: number | null };

/** Bills one home once: repairs, cards; an amount, or a quantity at the item's rate. */
export function ChargeForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['fees', 'common']);
  const { today } = useSession();
  const itemName = useItemName();
  const items = useQuery('fees.listItems', {});
  const once = (items.value?.items ?? []).flatMap<OnceItem>((item) => {
    const version = versionOn(item.versions, today);
    return version?.basis === 'once' ? [{ code: item.code, name: itemName(item.name), rateE4: version.rateE4 }] : [];
  });
  return (
    <aside className="card fees-side" aria-label={t('charge')}>
      <div className="sec">
        <h2>{t('charge')}</h2>
        <Button look="link" className="hint" onClick={onClose}>
          {t('common:close')}
        </Button>
      </div>
      {!items.value && items.state === 'loading' && <Skeleton rows={5} />}
      <RefusalNote refusal={items.refusal} onRetry={items.reload} />
      {items.value && once.length === 0 && <EmptyNote title={t('chargeNoItems')}>{t('chargeNoItemsNote')}</EmptyNote>}
      {once.length > 0 && <ChargeFields items={once} />}
    </aside>
  );
}

function ChargeFields({ items }: { items: OnceItem[] }) {
  const { t } = useTranslation('fees');
  const { today } = useSession();
  const [home, setHome] = useState<Home | undefined>();
  const [code, setCode] = useState<string | undefined>();
  const [by, setBy] = useState<'amount' | 'quantity'>('amount');
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [dueOn, setDueOn] = useState<string | undefined>(today);
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<string | undefined>();
  const { run, running, refusal } = useCommand('fees.chargeOnce');
  const chosen = items.find((item) => item.code === code) ?? (items.length === 1 ? items[0] : undefined);
  const rateE4 = chosen?.rateE4 ?? null;
  const byQuantity = by === 'quantity' && rateE4 !== null;
  const worth = byQuantity ? { quantityE4: parseE4(typed) } : { amountFen: parseYuan(typed) };
  const bad = (worth.quantityE4 ?? worth.amountFen ?? 0) <= 0;
  const submit = async () => {
    setTried(true);
    setDone(undefined);
    if (!home || !chosen || bad) return;
    const reply = await run({ homeId: home.value, item: chosen.code, note, ...worth, ...(dueOn !== undefined && { dueOn }) });
    if (!reply.ok) return;
    setDone(t('chargeDone', { home: home.label, item: chosen.name, amount: money(reply.value.amountFen) }));
    setTyped('');
    setNote('');
    setTried(false);
  };
  return (
    <form className="side-form" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <p className="muted small">{t('chargeTitle')}</p>
      <Labelled label={t('chargeHome')} hint={t('chargeHomeHint')} problem={tried && !home ? t('needHome') : undefined}>
        <HomeSelect value={home} onChange={setHome} />
      </Labelled>
      <Labelled label={t('chargeItem')} problem={tried && !chosen ? t('needItem') : undefined}>
        <Choice label={t('chargeItem')} value={chosen?.code} onChange={setCode} options={items.map((item) => ({ value: item.code, label: item.name }))} />
      </Labelled>
      {rateE4 !== null && <Segments label={t('chargeBy')} value={by} choices={[{ value: 'amount', label: t('byAmount') }, { value: 'quantity', label: t('byQuantity', { rate: rate(rateE4) }) }]} onChange={setBy} />}
      <Field label={byQuantity ? t('chargeQuantity') : `${t('chargeAmount')} ¥`} value={typed} onChange={setTyped} inputMode="decimal" className="num-field" problem={tried && bad ? t(byQuantity ? 'badQuantity' : 'badAmount') : undefined} />
      <Field label={t('chargeNote')} value={note} onChange={setNote} maxLength={100} placeholder={t('chargeNoteHint')} />
      <Labelled label={t('chargeDue')}>
        <DayInput label={t('chargeDue')} value={dueOn} onChange={setDueOn} clearable={false} />
      </Labelled>
      <RefusalNote refusal={refusal} />
      {done !== undefined && (
        <p className="good small" role="status">
          {done}
        </p>
      )}
      <div className="side-acts">
        <Button look="main" type="submit" disabled={running}>
          {t('chargeDo')}
        </Button>
      </div>
    </form>
  );
}

function HomeSelect({ value, onChange }: { value: Home | undefined; onChange: (home: Home) => void }) {
  const { t } = useTranslation('fees');
  const [text, setText] = useState('');
  const found = useQuery('homes.search', { text }, { enabled: text.trim() !== '', keepLast: true });
  const options = text.trim() === '' ? [] : (found.value?.items ?? []).map(({ homeId, label, ownerName }) => ({ value: homeId, label: `${label} ${ownerName}`.trim() }));
  return (
    <Select
      aria-label={t('chargeHome')}
      labelInValue
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      value={value ?? null}
      placeholder={t('needHome')}
      options={options}
      notFoundContent={null}
      onChange={(picked: { value: number } | null) => {
        const home = options.find((option) => option.value === picked?.value);
        setText('');
        if (home) onChange(home);
      }}
    />
  );
}

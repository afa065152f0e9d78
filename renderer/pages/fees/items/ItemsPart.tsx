import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../../api.ts';
import { Button, FundTag } from '../../../components/controls.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../../components/states.tsx';
import { useMay, useSession } from '../../../session.ts';
import type { FeesPartProps } from '../fees-route.ts';
import { useItemName } from '../item-name.ts';
import { RatesTable } from '../RatesTable.tsx';
import { SetRateForm } from '../SetRateForm.tsx';
import { ItemForm } from './ItemForm.tsx';
import { ItemLadder } from './ItemLadder.tsx';
import { mainVersion, PROPERTY, useNames, useVersionWords, type FeeItem } from './version-words.ts';
import './items.css';

/** The fee items, the versions of one by date, and the form that adds an item or a version. */
export function ItemsPart({ route, onChange }: FeesPartProps) {
  const { t } = useTranslation('fees');
  const items = useQuery('fees.listItems', {});
  const may = useMay('manager');
  const [form, setForm] = useState<'item' | 'version' | undefined>();
  const list = items.value?.items ?? [];
  const chosen = list.find(({ code }) => code === route.item) ?? list[0];
  const choose = (code: string) => {
    setForm(undefined);
    onChange({ item: code });
  };
  return (
    <div className="fees-area">
      <nav className="card item-list" aria-label={t('items')}>
        <div className="sec">
          <h2>{t('items')}</h2>
          <span className="hint">{may && <Button onClick={() => setForm('item')}>{t('newItem')}</Button>}</span>
        </div>
        <RefusalNote refusal={items.refusal} onRetry={items.reload} />
        {!items.value && items.state === 'loading' && <Skeleton rows={5} height={36} />}
        {items.value && list.length === 0 && <EmptyNote title={t('noItems')} />}
        <ItemRows items={list} chosen={form === 'item' ? undefined : chosen?.code} onChoose={choose} />
        <div className="item-export">
          <ExportList list="fees.listItems" input={{}} name={t('items')} />
        </div>
      </nav>
      {form === 'item' && <ItemForm key="new" items={list} onClose={() => setForm(undefined)} onDone={choose} />}
      {form !== 'item' && chosen && (
        <>
          <section className="card fees-main">
            <ItemHead item={chosen} onVersion={may && !chosen.fixed && form === undefined ? () => setForm('version') : undefined} />
            {chosen.fixed ? <EmptyNote title={t('fixed')}>{chosen.code === 'opening' || chosen.code === 'late' ? t(`fixedNote.${chosen.code}`) : undefined}</EmptyNote> : <ItemLadder item={chosen} items={list} />}
            {chosen.code === PROPERTY && <RatesTable />}
          </section>
          {form === 'version' ? (
            <ItemForm key={chosen.code} items={list} item={chosen} onClose={() => setForm(undefined)} onDone={choose} />
          ) : (
            chosen.code === PROPERTY && <aside className="card rate-side">{may ? <SetRateForm /> : <EmptyNote title={t('ratesOnlyManager')} />}</aside>
          )}
        </>
      )}
    </div>
  );
}

function ItemHead({ item, onVersion }: { item: FeeItem; onVersion: (() => void) | undefined }) {
  const { t } = useTranslation('fees');
  const itemName = useItemName();
  return (
    <div className="sec">
      <h2>{itemName(item.name)}</h2>
      <FundTag fund={item.fund} />
      <span className="muted small">{item.account}</span>
      {onVersion && (
        <span className="hint">
          <Button onClick={onVersion}>{t('newVersion')}</Button>
        </span>
      )}
    </div>
  );
}

function ItemRows({ items, chosen, onChoose }: { items: FeeItem[]; chosen: string | undefined; onChoose: (code: string) => void }) {
  const { t } = useTranslation('fees');
  const { today } = useSession();
  const itemName = useItemName();
  const words = useVersionWords(useNames(items));
  return (
    <div className="item-rows">
      {items.map((item) => {
        const version = mainVersion(item.versions, today);
        return (
          <button key={item.code} type="button" className={`item-row ${item.code === chosen ? 'on' : ''}`} aria-current={item.code === chosen ? 'true' : undefined} onClick={() => onChoose(item.code)}>
            <b>{itemName(item.name)}</b>
            <FundTag fund={item.fund} />
            <span className="how muted small">{item.fixed ? t('fixed') : version ? `${words.how(item, version)} · ${words.cycle(version)}` : t('noVersion')}</span>
          </button>
        );
      })}
    </div>
  );
}

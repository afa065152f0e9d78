import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { kgColumn } from '../../../shared/domain/market.ts';
import { daysBetween } from '../../../shared/domain/period.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useMay, useSession } from '../../session.ts';
import { money } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { pickToSave } from '../ledger/book/use-save.ts';
import { ReferenceForm } from './ReferenceForm.tsx';

type Item = Output<'market.board'>['items'][number];
/** A reference that is older is told of. */
const FRESH_DAYS = 31;

/** The price board of a day, as it is printed. */
export function BoardPart() {
  const { t } = useTranslation(['market', 'common']);
  const { today } = useSession();
  const may = useMay('manager', 'office');
  const mayPrint = useMay('manager', 'cashier', 'office');
  const [on, setOn] = useState(today);
  const [isOpen, setIsOpen] = useState(false);
  const [said, setSaid] = useState('');
  const { value, refusal, reload } = useQuery('market.board', { on }, { keepLast: true });
  const print = useCommand('market.printBoard', { reloads: false });
  const [picking, setPicking] = useState<Refusal | undefined>();
  const toPrinter = async () => { const reply = await print.run({ on, to: 'printer' }); setSaid(reply.ok ? t('board.printed') : ''); };
  const toPdf = async () => {
    const file = await pickToSave(`${t('board.name')} ${on}`, 'pdf');
    setPicking(file !== null && typeof file !== 'string' ? file : undefined);
    if (typeof file !== 'string') return;
    const reply = await print.run({ on, to: 'pdf', file });
    setSaid(reply.ok ? t('common:saved', { file }) : '');
  };
  const items = value?.items ?? [];
  return (
    <div className="market-column">
      {isOpen && <ReferenceForm items={items} onDone={(words) => { setSaid(words); setIsOpen(false); }} onClose={() => setIsOpen(false)} />}
      {said !== '' && <p className="market-said" role="status">{said}</p>}
      <section className="card parking-main">
        <div className="parking-bar">
          <DayInput label={t('board.day')} clearable={false} value={on} onChange={(day) => day !== undefined && setOn(day)} />
          <span className="at-end export-list"><ExportList list="market.board" input={{ on }} name={`${t('board.name')} ${on}`} />{mayPrint && <><Button disabled={print.running || items.length === 0} onClick={() => void toPdf()}>{t('board.pdf')}</Button><Button disabled={print.running || items.length === 0} onClick={() => void toPrinter()}>{t('board.print')}</Button></>}{may && !isOpen && <Button look="main" onClick={() => { setIsOpen(true); setSaid(''); }}>{t('board.set')}</Button>}</span>
        </div>
        <RefusalNote refusal={refusal ?? picking ?? print.refusal} {...(refusal && { onRetry: reload })} />
        {value && <Finding items={items} />}
        {!value ? <Skeleton rows={8} /> : items.length === 0 ? <EmptyNote title={t('board.none')}>{t('board.noneNote')}</EmptyNote> : <BoardTable items={items} on={on} />}
      </section>
    </div>
  );
}

function Finding({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation('market');
  const dearer = items.filter(({ cheaperJinFen }) => (cheaperJinFen ?? 0) < 0);
  const cheaper = items.filter(({ cheaperJinFen }) => (cheaperJinFen ?? 0) > 0).length;
  if (items.length === 0) return <h2 className="market-finding">{t('board.finding.none')}</h2>;
  return <h2 className={`market-finding ${dearer.length > 0 ? 'red' : ''}`}>{dearer.length > 0 ? t('board.finding.dear', { count: items.length, dearer: dearer.length, names: dearer.map(({ product }) => product).join('、') }) : t('board.finding.all', { count: items.length, cheaper })}</h2>;
}

function BoardTable({ items, on }: { items: readonly Item[]; on: string }) {
  const { t } = useTranslation('market');
  const cheaper = ({ cheaperJinFen }: Item) => (cheaperJinFen === null ? <span className="muted">{t('board.noReference')}</span> : cheaperJinFen > 0 ? <span className="less">{money(cheaperJinFen)}</span> : cheaperJinFen === 0 ? t('board.same') : <b className="red">{t('board.dearer', { amount: money(-cheaperJinFen) })}</b>);
  const age = (day: string | null) => (day !== null && daysBetween(day, on) > FRESH_DAYS ? <span className="red"> {t('board.old', { days: daysBetween(day, on) })}</span> : null);
  return (
    <div className="market-rows">
      <table className="book market-board" aria-label={t('board.name')}>
        <thead><tr><th>{t('product')}</th><th className="num led">{t('board.jin')}</th><th className="num">{t('board.kg')}</th><th className="num">{t('board.reference')}</th><th className="num">{t('board.cheaper')}</th><th>{t('village')}</th><th className="num">{t('board.left')}</th><th>{t('board.pricedOn')}</th><th>{t('board.referenceOn')}</th></tr></thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.product}>
              <td className="big">{item.product}</td><td className="num led big"><a className="figure" href={linkTo('market', { tab: 'sales', from: item.pricedOn, to: item.pricedOn })}>{money(item.jinFen)}</a></td><td className="num">{money(item.priceFen)}</td><td className="num">{item.referenceJinFen === null ? '—' : money(item.referenceJinFen)}</td><td className="num">{cheaper(item)}</td>
              <td>{item.villages.join('、')}</td><td className="num">{kgColumn(item.leftGrams)}</td><td>{item.pricedOn}</td><td>{item.referenceOn === null ? '—' : <>{item.referenceOn} {item.source}{age(item.referenceOn)}</>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { collectionRatios, percentText, type CollectionFigures, type CollectionPart } from '../../../shared/domain/collection.ts';
import { Segments } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { money } from '../../text/formats.ts';
import { useItemName } from '../fees/item-name.ts';
import { rateGroups, type RatesChange, type RatesRoute } from './rates-route.ts';

type TableProps = { report: Output<'collection.report'>; span: { from: string; to: string }; route: RatesRoute; onChange: RatesChange };
type Look = (part: CollectionPart, key?: string) => void;

/** The rates by building or by item; every number opens the homes behind it. */
export function RatesTable({ report, span, route, onChange }: TableProps) {
  const { t } = useTranslation('arrears');
  const itemName = useItemName();
  const { by } = route;
  const cancels = report.total.current.cancelledFen !== 0;
  const look: Look = (part, key) => onChange({ part, key });
  const nameOf = (name: string) => (by === 'item' ? itemName(name) : t('rates.building', { name }));
  return (
    <section className="card rates-main">
      <div className="sec">
        <Segments label={t('rates.by')} value={by} choices={rateGroups.map((value) => ({ value, label: t(`rates.byName.${value}`) }))} onChange={(next) => onChange({ by: next, key: undefined, ...(route.key && { part: undefined }) })} />
        <span className="hint">
          <ExportList list="collection.report" input={{ ...span, by }} name={`${t('view.rates')} ${span.from === span.to ? span.from : `${span.from} ${span.to}`}`} />
        </span>
      </div>
      <div className="rates-scroll">
        <table className="book" aria-label={t('view.rates')}>
          <thead>
            <tr>
              <th>{t(`rates.byHead.${by}`)}</th>
              <th className="num led">{t('rates.billed')}</th>
              {cancels && <th className="num">{t('rates.cancelled')}</th>}
              <th className="num">{t('rates.collected')}</th>
              <th className="num">{t('rates.short.current')}</th>
              <th className="num led">{t('rates.opening')}</th>
              <th className="num">{t('rates.arrearsCollected')}</th>
              <th className="num">{t('rates.short.arrears')}</th>
              <th className="num led">{t('rates.short.combined')}</th>
              <th className="num">{t('rates.settled')}</th>
              <th className="num">{t('rates.short.households')}</th>
            </tr>
          </thead>
          <tbody>
            {report.items.map((item) => (
              <FigureRow key={item.key} name={nameOf(item.name)} figures={item} cancels={cancels} chosen={route.part !== undefined && route.key === item.key} look={(part) => look(part, item.key)} />
            ))}
          </tbody>
          <tfoot>
            <FigureRow name={t('rates.total')} figures={report.total} cancels={cancels} isTotal look={(part) => look(part)} />
          </tfoot>
        </table>
      </div>
    </section>
  );
}

type RowProps = { name: string; figures: CollectionFigures; cancels: boolean; chosen?: boolean; isTotal?: boolean; look: (part: CollectionPart) => void };

function FigureRow({ name, figures, cancels, chosen = false, isTotal = false, look }: RowProps) {
  const { current, arrears, households } = figures;
  const ratios = collectionRatios(figures);
  const fen = (part: CollectionPart, value: number) => <span className={isTotal ? 'dbl' : ''}><Figure text={money(value)} onOpen={() => look(part)} /></span>;
  return (
    <tr className={isTotal ? 'sum-row' : chosen ? 'chosen' : ''}>
      <td>{isTotal ? name : <b>{name}</b>}</td>
      <td className="num led">{fen('billed', current.billedFen)}</td>
      {cancels && <td className="num muted">{fen('cancelled', current.cancelledFen)}</td>}
      <td className="num">{fen('collected', current.collectedFen)}</td>
      <td className="num"><b>{percentText(ratios.current)}</b></td>
      <td className="num led">{fen('opening', arrears.openingFen)}</td>
      <td className="num">{fen('arrearsCollected', arrears.collectedFen)}</td>
      <td className="num"><b>{percentText(ratios.arrears)}</b></td>
      <td className="num led"><b>{percentText(ratios.combined)}</b></td>
      <td className="num"><Figure text={String(households.paid)} onOpen={() => look('householdsPaid')} /> / <Figure text={String(households.billed)} onOpen={() => look('householdsBilled')} /></td>
      <td className="num"><b>{percentText(ratios.households)}</b></td>
    </tr>
  );
}

function Figure({ text, onOpen }: { text: string; onOpen: () => void }) {
  const { t } = useTranslation('arrears');
  return (
    <button type="button" className="figure" title={t('rates.seeHomes')} onClick={onOpen}>
      {text}
    </button>
  );
}

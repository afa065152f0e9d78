import { useMemo, useState } from 'react';
import { Select } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useQuery } from '../../api.ts';
import { EmptyNote } from '../../components/states.tsx';
import { money } from '../../text/formats.ts';
import { useBillPeriod } from '../../text/use-basis.ts';
import { countText } from '../ledger/book/count-text.ts';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { useNames, type FeeItem } from './items/version-words.ts';
import { useItemName } from './item-name.ts';
import { useHow } from './use-how.ts';

type Draft = Output<'fees.previewBills'>;
type Line = Draft['lines'][number];
type Skipped = Draft['skipped'][number];

/** What each fee item comes to, with the discounts in it. */
export function DraftItems({ draft }: { draft: Draft }) {
  const { t } = useTranslation('fees');
  const itemName = useItemName();
  const billed = draft.items.filter(({ bills }) => bills > 0);
  return (
    <div className="draft-scroll">
      <table className="book draft-buildings">
        <thead>
          <tr>
            <th>{t('item')}</th>
            <th className="num">{t('count')}</th>
            <th className="num">{t('reducedYuan')}</th>
            <th className="num led">{t('amountYuan')}</th>
          </tr>
        </thead>
        <tbody>
          {billed.map(({ item, name, bills, amountFen, reducedFen }) => (
            <tr key={item}>
              <td>{itemName(name)}</td>
              <td className="num">{countText(bills)}</td>
              <td className="num muted">{reducedFen > 0 ? money(reducedFen) : ''}</td>
              <td className="num led">{money(amountFen)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="sum-row">
            <td>{t('sum')}</td>
            <td className="num">{countText(draft.issued)}</td>
            <td className="num">{draft.reducedFen > 0 && <span className="dbl">{money(draft.reducedFen)}</span>}</td>
            <td className="num led">
              <span className="dbl">{money(draft.amountFen)}</span>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** What each building is billed. */
export function DraftBuildings({ draft }: { draft: Draft }) {
  const { t } = useTranslation('fees');
  return (
    <div className="draft-scroll">
      <table className="book draft-buildings">
        <thead>
          <tr>
            <th>{t('building')}</th>
            <th className="num">{t('homes')}</th>
            <th className="num led">{t('amountYuan')}</th>
          </tr>
        </thead>
        <tbody>
          {draft.buildings.map(({ building, homes, amountFen }) => (
            <tr key={building}>
              <td>{t('buildingName', { name: building })}</td>
              <td className="num">{countText(homes)}</td>
              <td className="num led">{money(amountFen)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="sum-row">
            <td>{t('sum')}</td>
            <td className="num">{countText(draft.issued)}</td>
            <td className="num led">
              <span className="dbl">{money(draft.amountFen)}</span>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** What each home is billed, item by item. */
export function DraftLines({ draft }: { draft: Draft }) {
  const { t } = useTranslation('fees');
  const itemName = useItemName();
  const period = useBillPeriod();
  const how = useHow();
  const columns = useMemo<Column<Line>[]>(
    () => [
      { key: 'home', title: t('home'), width: '104px', cell: (line) => <b>{line.label}</b> },
      { key: 'item', title: t('item'), width: 'minmax(96px, 132px)', cell: (line) => itemName(line.itemName), hint: (line) => itemName(line.itemName) },
      { key: 'period', title: t('period'), width: 'minmax(120px, 1fr)', cell: period, hint: period },
      { key: 'basis', title: t('basis'), width: 'minmax(150px, 1.2fr)', cell: (line) => <span className="muted">{shared(line, t) ?? how(line)}</span>, hint: (line) => shared(line, t) ?? how(line) },
      { key: 'reduced', title: t('reducedYuan'), width: '108px', num: true, from: 760, cell: (line) => <span className="muted">{line.reducedFen > 0 ? money(line.reducedFen) : ''}</span> },
      { key: 'amount', title: t('amountYuan'), width: '120px', num: true, led: true, cell: (line) => money(line.amountFen) },
    ],
    [t, itemName, period, how],
  );
  const foot = { home: t('sum'), amount: <span className="dbl">{money(draft.amountFen)}</span>, ...(draft.reducedFen > 0 && { reduced: <span className="dbl">{money(draft.reducedFen)}</span> }) };
  return <LongTable label={t('bills')} columns={columns} rowCount={draft.lines.length} rowAt={(index) => draft.lines[index]} listKey="lines" foot={foot} empty={<EmptyNote title={t('nothing')} />} />;
}

/** The part of a pool that a home takes, where it is one. */
function shared({ basis, share: { numerator, denominator } }: Line, t: TFunction<'fees'>): string | undefined {
  return basis === 'pool' && numerator !== denominator ? `${t('basisWords.pool')} ${t('share', { numerator, denominator })}` : undefined;
}

const ANY = 'any';
const NONE: FeeItem[] = [];

/** Who is not billed, and why. */
export function DraftSkipped({ skipped }: { skipped: Skipped[] }) {
  const { t } = useTranslation(['fees', 'common']);
  const itemName = useItemName();
  const names = useNames(useQuery('fees.listItems', {}, { keepLast: true }).value?.items ?? NONE);
  const [reason, setReason] = useState(ANY);
  const shown = reason === ANY ? skipped : skipped.filter((home) => home.reason === reason);
  const reasons = [...new Set(skipped.map((home) => home.reason))];
  const columns = useMemo<Column<Skipped>[]>(
    () => [
      { key: 'home', title: t('home'), width: '120px', cell: (home) => <b>{home.label}</b> },
      { key: 'item', title: t('item'), width: '140px', cell: ({ item }) => itemName(names.get(item) ?? item) },
      { key: 'reason', title: t('reason'), width: 'minmax(200px, 1fr)', cell: (home) => t(`common:skip.${home.reason}`) },
    ],
    [t, itemName, names],
  );
  const count = (code: string) => skipped.filter((home) => home.reason === code).length;
  return (
    <>
      <div className="fees-bar">
        <Select
          aria-label={t('reason')}
          style={{ width: 260 }}
          value={reason}
          onChange={setReason}
          options={[{ value: ANY, label: `${t('anyReason')}（${countText(skipped.length)}）` }, ...reasons.map((code) => ({ value: code, label: `${t(`common:skip.${code}`)}（${countText(count(code))}）` }))]}
        />
      </div>
      <LongTable label={t('skipped')} columns={columns} rowCount={shown.length} rowAt={(index) => shown[index]} listKey={reason} empty={<EmptyNote title={t('noSkipped')} />} />
    </>
  );
}

import { useMemo, useState } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { EmptyNote } from '../../components/states.tsx';
import { area, money, period, rate } from '../../text/formats.ts';
import { countText } from '../ledger/book/count-text.ts';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';

type Draft = Output<'fees.previewBills'>;
type Line = Draft['lines'][number];
type Skipped = Draft['skipped'][number];

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

/** What each home is billed. */
export function DraftLines({ draft }: { draft: Draft }) {
  const { t } = useTranslation('fees');
  const columns = useMemo<Column<Line>[]>(
    () => [
      { key: 'home', title: t('home'), width: '112px', cell: (line) => <b>{line.label}</b> },
      { key: 'period', title: t('period'), width: 'minmax(150px, 1fr)', cell: (line) => period(line.from, line.to) },
      { key: 'basis', title: t('basis'), width: 'minmax(140px, 1fr)', cell: (line) => <span className="muted">{`${area(line.areaDm2)} m² × ${rate(line.rateE4)}`}</span> },
      { key: 'amount', title: t('amountYuan'), width: '132px', num: true, led: true, cell: (line) => money(line.amountFen) },
    ],
    [t],
  );
  const foot = { home: t('sum'), amount: <span className="dbl">{money(draft.amountFen)}</span> };
  return <LongTable label={t('bills')} columns={columns} rowCount={draft.lines.length} rowAt={(index) => draft.lines[index]} listKey="lines" foot={foot} empty={<EmptyNote title={t('nothing')} />} />;
}

const ANY = 'any';

/** Who is not billed, and why. */
export function DraftSkipped({ skipped }: { skipped: Skipped[] }) {
  const { t } = useTranslation(['fees', 'common']);
  const [reason, setReason] = useState(ANY);
  const shown = reason === ANY ? skipped : skipped.filter((home) => home.reason === reason);
  const reasons = [...new Set(skipped.map((home) => home.reason))];
  const columns = useMemo<Column<Skipped>[]>(
    () => [
      { key: 'home', title: t('home'), width: '160px', cell: (home) => <b>{home.label}</b> },
      { key: 'reason', title: t('reason'), width: 'minmax(200px, 1fr)', cell: (home) => t(`common:skip.${home.reason}`) },
    ],
    [t],
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

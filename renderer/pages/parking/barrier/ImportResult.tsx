import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { Button, Tag } from '../../../components/controls.tsx';
import { EmptyNote } from '../../../components/states.tsx';
import { money } from '../../../text/formats.ts';
import { countText } from '../../ledger/book/count-text.ts';
import { LongTable, type Column } from '../../ledger/book/LongTable.tsx';
import type { BarrierRoute } from './barrier-route.ts';

type Answer = Output<'barrier.import'>;
type Fault = Answer['faults'][number];

/** What an import will do: the lines it brings, what is found, and the lines that cannot be judged. */
export function ImportResult({ answer, running, onCommit }: { answer: Answer; running: boolean; onCommit: () => void }) {
  const { t } = useTranslation('barrier');
  const columns = useFaultColumns();
  const { faults } = answer;
  return (
    <>
      <ImportSums answer={answer} />
      <section className="card barrier-import-faults">
        <div className="sec">
          <h2>{t('import.faultList')}</h2>
          <span className="muted small">{t('faults.rows', { count: faults.length })}</span>
        </div>
        <LongTable label={t('import.faultList')} columns={columns} rowCount={faults.length} rowAt={(index) => faults[index]} listKey="preview" empty={<EmptyNote title={t('import.noFaults')} />} />
      </section>
      <section className="card barrier-import-acts">
        <span className="muted">{t('import.nothing')}</span>
        <Button look="main" disabled={running} onClick={onCommit}>
          {t('import.commit', { count: answer.rows })}
        </Button>
      </section>
    </>
  );
}

function useFaultColumns(): Column<Fault>[] {
  const { t } = useTranslation('barrier');
  return useMemo(
    () => [
      { key: 'row', title: t('faults.row'), width: '84px', cell: (item) => item.row },
      { key: 'fault', title: t('faults.fault'), width: '190px', cell: (item) => <Tag tone="amber">{t(`fault.${item.fault}`)}</Tag> },
      { key: 'plate', title: t('faults.plate'), width: '130px', cell: (item) => item.plate },
      { key: 'value', title: t('faults.value'), width: 'minmax(180px, 1fr)', cell: (item) => <span className="muted selectable">{item.value}</span>, hint: (item) => item.value },
    ],
    [t],
  );
}

type Sum = { name: string; value: string; isRed?: boolean };

function ImportSums({ answer }: { answer: Answer }) {
  const { t } = useTranslation('barrier');
  const { rows, stays, repeats, faults, from, to, findings, proposedFen } = answer;
  const counted = (name: string, count: number, isBad = false): Sum => ({ name, value: countText(count), isRed: isBad && count > 0 });
  const lines = [counted(t('import.rows'), rows), counted(t('import.stays'), stays), counted(t('import.repeats'), repeats), counted(t('import.faults'), faults.length, true)];
  const found = [
    counted(t('import.overstay'), findings.overstay, true), counted(t('import.noLease'), findings.noLease, true), counted(t('import.outsideLease'), findings.outsideLease), counted(t('import.unused'), findings.unused), { name: t('import.proposed'), value: money(proposedFen) },
  ];
  return (
    <section className="card barrier-sums">
      <div className="sec">
        <h2>{t('import.result')}</h2>
        <span className="muted small">{from === '' ? t('files.noDays') : t('import.spans', { from, to })}</span>
      </div>
      <SumRow sums={lines} />
      <h3>{t('import.found')}</h3>
      <SumRow sums={found} />
    </section>
  );
}

function SumRow({ sums }: { sums: Sum[] }) {
  return (
    <dl>
      {sums.map(({ name, value, isRed }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={isRed ? 'red' : ''}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What an import did, and where to go from here. */
export function ImportDone({ file, answer, onLeave }: { file: string; answer: Answer; onLeave: (changes: Partial<BarrierRoute>) => void }) {
  const { t } = useTranslation('barrier');
  const { stays, repeats, faults, findings } = answer;
  const open = findings.noLease + findings.overstay + findings.outsideLease + findings.unused > 0;
  return (
    <>
      <section className="card barrier-done" role="status">
        <h2 className="good">{t('import.done', { file })}</h2>
        <p>{t('import.doneNote', { stays, repeats, faults: faults.length })}</p>
        <div className="barrier-done-acts">
          {open && (
            <Button look="main" autoFocus onClick={() => onLeave({ view: 'findings', state: 'open', month: undefined, kind: undefined, search: undefined, leaseId: undefined })}>
              {t('import.toFindings')}
            </Button>
          )}
          {faults.length > 0 && <Button onClick={() => onLeave({ view: 'faults', fileId: answer.fileId ?? undefined })}>{t('import.toFaults')}</Button>}
        </div>
      </section>
      <ImportSums answer={answer} />
    </>
  );
}

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { addDays } from '../../../shared/domain/period.ts';
import { useQuery } from '../../api.ts';
import { Button, Tag } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { goTo, linkTo, useRoute } from '../../route.ts';
import { useSession } from '../../session.ts';
import { money } from '../../text/formats.ts';
import { LongTable, type Column } from '../ledger/book/LongTable.tsx';
import { Attachments } from './Attachments.tsx';
import { ContractForm } from './ContractForm.tsx';
import { useTargetName } from './use-target-name.ts';

type Answer = Output<'costs.listContracts'>;
type Contract = Answer['items'][number];
const TONES = { paid: 'green', waiting: 'amber', overdue: 'red', due: 'amber', ahead: 'blue' } as const;

/** Contracts with what is due of them; one of them instalment by instalment. */
export function ContractsPart() {
  const { t } = useTranslation('costs');
  const { params } = useRoute();
  const { user } = useSession();
  const [said, setSaid] = useState('');
  const query = useQuery('costs.listContracts', {});
  const columns = useColumns();
  const items = query.value?.items ?? [];
  const code = params.get('code');
  const open = items.find((item) => item.code === code);
  const openCode = (next: string | undefined) => goTo('costs', { tab: 'contracts', ...(next !== undefined && { code: next }) });
  if (params.get('add') !== null) return <ContractForm onDone={(words) => { setSaid(words); openCode(undefined); }} />;
  const mayAdd = user.role === 'manager' || user.role === 'office';
  return (
    <div className="parking-area" onKeyDown={(event) => { if (event.key === 'Escape' && open) openCode(undefined); }}>
      <section className="card parking-main">
        <div className="parking-bar">
          <h2 className="costs-title">{query.value && <Finding totals={query.value.totals} />}</h2>
          <span className="at-end charging-ends"><ExportList list="costs.listContracts" input={{}} name={t('contract.list')} />{mayAdd && <Button look="main" onClick={() => goTo('costs', { tab: 'contracts', add: 1 })}>{t('contract.add')}</Button>}</span>
        </div>
        {said !== '' && <p className="side-said" role="status">{said}</p>}
        <RefusalNote refusal={query.refusal} onRetry={query.reload} />
        <LongTable label={t('contract.list')} columns={columns} rowCount={items.length} rowAt={(index) => items[index]} listKey="contracts" loading={query.value === undefined && !query.refusal} empty={<EmptyNote title={t('contract.none')}>{t('contract.noneNote')}</EmptyNote>} rowClass={(item) => (item.code === code ? 'chosen' : '')} onOpen={(item) => { openCode(item.code); setSaid(''); }} />
      </section>
      {open && <ContractPanel key={open.code} contract={open} mayAdd={mayAdd} onClose={() => openCode(undefined)} />}
    </div>
  );
}

function Finding({ totals: { overdue, overdueFen, due, dueFen } }: { totals: Answer['totals'] }) {
  const { t } = useTranslation('costs');
  return overdue > 0 ? t('contract.finding.overdue', { count: overdue, amount: money(overdueFen) }) : due > 0 ? t('contract.finding.due', { count: due, amount: money(dueFen) }) : t('contract.finding.calm');
}

function ContractPanel({ contract, mayAdd, onClose }: { contract: Contract; mayAdd: boolean; onClose: () => void }) {
  const { t } = useTranslation('costs');
  const targetName = useTargetName();
  const title = t('contract.panel', { code: contract.code });
  const facts: [string, string][] = [[t('contract.name'), contract.title], [t('contract.counterparty'), contract.counterparty], [t('contract.direction'), t(`contract.${contract.direction}`)], [t('contract.target'), targetName(contract.target)], [t('contract.term'), `${contract.from} – ${addDays(contract.to, -1)}`], [t('contract.place'), contract.place], [t('contract.standard'), contract.standard], [t('contract.total'), money(contract.totalFen)], [t('panel.by'), contract.by]];
  return (
    <aside className="card parking-side" aria-label={title}>
      <div className="parking-side-head"><h2>{title}</h2><Button look="link" onClick={onClose}>{t('close')}</Button></div>
      <div className="parking-side-body">
        <dl className="side-facts">{facts.filter(([, value]) => value !== '').map(([name, value]) => <div key={name} className="costs-entry"><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
        <section className="side-part">
          <table className="book tight costs-lines" aria-label={t('contract.instalments')}>
            <thead><tr><th>{t('contract.no')}</th><th>{t('contract.due')}</th><th className="num">{t('contract.amount')}</th><th>{t('contract.stateLabel')}</th><th /></tr></thead>
            <tbody>
              {contract.instalments.map((one) => (
                <tr key={one.instalmentId}>
                  <td>{one.no}</td><td>{one.dueOn}</td><td className="num">{money(one.amountFen)}</td><td><Tag tone={TONES[one.state]}>{t(`contract.partState.${one.state}`)}</Tag></td>
                  <td>{one.costId !== null ? <a className="text-link" href={linkTo('costs', { tab: 'vouchers', cost: one.costId })}>{one.costNo}</a> : mayAdd && <Button look="link" onClick={() => goTo('costs', { tab: 'vouchers', add: 1, instalment: one.instalmentId })}>{t('contract.settle')}</Button>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section className="side-part"><h3>{t('form.files')}</h3><Attachments files={contract.files} /></section>
      </div>
    </aside>
  );
}

function useColumns(): Column<Contract>[] {
  const { t } = useTranslation('costs');
  return useMemo(
    () => [
      { key: 'code', title: t('contract.code'), width: '84px', cell: (item) => item.code },
      { key: 'title', title: t('contract.name'), width: 'minmax(120px, 1fr)', cell: (item) => item.title, hint: (item) => item.title },
      { key: 'counterparty', title: t('contract.counterparty'), width: 'minmax(120px, 1fr)', from: 900, cell: (item) => item.counterparty, hint: (item) => item.counterparty },
      { key: 'direction', title: t('contract.direction'), width: '84px', cell: (item) => t(`contract.${item.direction}`) },
      { key: 'term', title: t('contract.term'), width: '190px', from: 760, cell: (item) => `${item.from} – ${addDays(item.to, -1)}` },
      { key: 'place', title: t('contract.place'), width: 'minmax(110px, 1fr)', from: 1240, cell: (item) => item.place, hint: (item) => item.place },
      { key: 'total', title: t('contract.total'), width: '116px', num: true, led: true, cell: (item) => money(item.totalFen) },
      { key: 'settled', title: t('contract.settled'), width: '112px', num: true, from: 880, cell: (item) => money(item.settledFen) },
      { key: 'overdue', title: t('contract.overdue'), width: '104px', num: true, cell: (item) => (item.overdueFen === 0 ? '' : <span className="red">{money(item.overdueFen)}</span>) },
      { key: 'next', title: t('contract.next'), width: '100px', from: 1000, cell: (item) => item.nextDueOn ?? t('dash') },
      { key: 'state', title: t('contract.stateLabel'), width: '92px', cell: (item) => <Tag tone={item.state === 'running' ? 'green' : 'blue'}>{t(`contract.state.${item.state}`)}</Tag> },
    ],
    [t],
  );
}

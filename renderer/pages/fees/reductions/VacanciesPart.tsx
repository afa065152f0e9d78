import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { useCommand, useQuery } from '../../../api.ts';
import { ExportList } from '../../../components/ExportList.tsx';
import { goTo, linkTo } from '../../../route.ts';
import { dateTime } from '../../../text/formats.ts';
import type { Column } from '../../ledger/book/LongTable.tsx';
import { usePages } from '../../ledger/book/use-pages.ts';
import { Decided, useRequestColumns, useStateFilter } from './Decided.tsx';
import { Waiting, type WaitingColumn } from './Waiting.tsx';

type Vacancy = Output<'fees.listVacancies'>['items'][number];
const AT_MOST = 1000;

/** Permille as percent: 300 is `30`, 125 is `12.5`. */
const percentOf = (permille: number): string => `${String((permille - (permille % 10)) / 10)}${permille % 10 === 0 ? '' : `.${String(permille % 10)}`}`;

/** Vacancy discounts that wait for the manager, and all requests below. */
export function VacanciesPart() {
  const { t } = useTranslation('reductions');
  const pending = useQuery('fees.listVacancies', { state: 'pending', limit: AT_MOST }, { keepLast: true });
  const { run, running, refusal } = useCommand('fees.approveVacancy');
  const { state, choice } = useStateFilter();
  const filter = { ...(state && { state }) };
  const pages = usePages('fees.listVacancies', filter);
  const rest = useRequestColumns<Vacancy>();
  const waiting: WaitingColumn<Vacancy>[] = [
    { key: 'home', title: t('home'), cell: ({ homeId, label }) => <a className="figure" href={linkTo('homes', { home: homeId })} title={t('seeHome')}><b>{label}</b></a> },
    { key: 'from', title: t('from'), cell: ({ from }) => from },
    { key: 'to', title: t('to'), cell: ({ to }) => to },
    { key: 'reason', title: t('reason'), cell: ({ reason }) => <span className="why">{reason}</span> },
    { key: 'asked', title: t('asked'), cell: ({ requestedBy, requestedAt }) => <>{requestedBy} <span className="muted small">{dateTime(requestedAt)}</span></> },
    { key: 'off', title: t('off'), num: true, led: true, cell: ({ offPermille }) => <b className="red">{t('percent', { value: percentOf(offPermille) })}</b> },
  ];
  const columns: Column<Vacancy>[] = [
    { key: 'home', title: t('home'), width: 'minmax(84px, 96px)', cell: ({ label }) => <b>{label}</b> },
    { key: 'from', title: t('from'), width: '98px', cell: ({ from }) => from },
    { key: 'to', title: t('to'), width: '98px', cell: ({ to }) => to },
    { key: 'off', title: t('off'), width: '72px', num: true, led: true, cell: ({ offPermille }) => t('percent', { value: percentOf(offPermille) }) },
    ...rest,
  ];
  return (
    <>
      <Waiting
        rows={[...(pending.value?.items ?? [])].reverse()}
        idOf={({ vacancyId }) => vacancyId}
        columns={waiting}
        busy={running}
        refusal={refusal ?? pending.refusal}
        emptyNote={t('noneWaitingVacancy')}
        onDecide={async ({ vacancyId }, approve, note) => (await run({ vacancyId, approve, note })).ok}
      />
      <Decided label={t('done')} pages={pages} columns={columns} onOpen={({ homeId }) => goTo('homes', { home: homeId })}>
        {choice}
        <ExportList list="fees.listVacancies" input={filter} name={t('part.vacancies')} />
      </Decided>
    </>
  );
}

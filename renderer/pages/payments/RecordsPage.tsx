import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { AntdLook } from '../../components/antd-look.tsx';
import { Segments } from '../../components/controls.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { goTo, linkTo, useRoute } from '../../route.ts';
import { DepositList } from '../deposits/DepositList.tsx';
import { AllReceipts } from './AllReceipts.tsx';
import { PrepaidList } from './PrepaidList.tsx';
import { readRecordsRoute, recordsParams, recordViews, type RecordsRoute } from './records-route.ts';
import './records.css';

/** What was taken over the desk: all receipts, what homes have paid ahead, and deposits. */
export function RecordsPage() {
  const { t } = useTranslation('payments');
  const route = readRecordsRoute(useRoute().params);
  const change = useCallback((changes: Partial<RecordsRoute>) => {
    // Read from the address itself: a filter may settle after another one was changed.
    const present = readRecordsRoute(new URLSearchParams(window.location.hash.split('?')[1] ?? ''));
    goTo('payments', recordsParams({ ...present, ...changes }));
  }, []);
  return (
    <AntdLook>
      <main className="page">
        <PageHead title={t(`records.${route.view}`)} note={t(`records.note.${route.view}`)}>
          <Segments label={t('records.title')} value={route.view} choices={recordViews.map((view) => ({ value: view, label: t(`records.${view}`) }))} onChange={(view) => goTo('payments', { view })} />
          <a className="button" href={linkTo('payments')}>
            {t('records.back')}
          </a>
        </PageHead>
        {route.view === 'receipts' && <AllReceipts route={route} onChange={change} />}
        {route.view === 'prepaid' && <PrepaidList route={route} onChange={change} />}
        {route.view === 'deposits' && <DepositList route={route} onChange={change} />}
      </main>
    </AntdLook>
  );
}

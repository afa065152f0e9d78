import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { Segments } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { goTo, linkTo, useRoute } from '../../route.ts';
import { useMay } from '../../session.ts';
import { money } from '../../text/formats.ts';
import { FloorView } from './FloorView.tsx';
import { HomeList } from './HomeList.tsx';
import { HomePanel } from './HomePanel.tsx';
import { HomeTree } from './HomeTree.tsx';
import { homesFilter, homesParams, readHomesRoute, type HomesRoute } from './homes-route.ts';
import './homes.css';

/** All homes: buildings on the left, a list or floors in the middle, one home on the right. */
export function HomesPage() {
  const { t } = useTranslation('homes');
  const { params } = useRoute();
  const route = readHomesRoute(params);
  const tree = useQuery('homes.tree', {});
  const mayImport = useMay('manager', 'office', 'auditor');
  const change = useCallback((changes: Partial<HomesRoute>) => {
    // Read from the address itself: a filter may settle after another one was changed.
    const present = readHomesRoute(new URLSearchParams(window.location.hash.split('?')[1] ?? ''));
    goTo('homes', homesParams({ ...present, ...changes }));
  }, []);
  const units = tree.value?.items;
  const total = units?.reduce((sum, unit) => ({ count: sum.count + unit.homes, owing: sum.owing + unit.owing, openFen: sum.openFen + unit.openFen }), { count: 0, owing: 0, openFen: 0 });
  return (
    <main className="page">
      <PageHead title={t('title')} note={total && total.count > 0 ? t('note', { ...total, amount: money(total.openFen) }) : undefined}>
        <Segments
          label={t('view')}
          value={route.view}
          choices={[
            { value: 'list', label: t('list') },
            { value: 'floors', label: t('floors') },
          ]}
          onChange={(view) => change({ view })}
        />
        {route.view === 'list' && <ExportList list="homes.list" input={homesFilter(route)} name={t('title')} />}
        {mayImport && (
          <a className="button" href={linkTo('roster')}>
            {t('importRoster')}
          </a>
        )}
      </PageHead>
      <div className="homes-area">
        <HomeTree tree={tree} route={route} onChange={change} />
        <section className="card homes-main">{route.view === 'floors' ? <FloorView units={units} route={route} onChange={change} /> : <HomeList units={units} route={route} onChange={change} />}</section>
        {route.homeId !== undefined && <HomePanel key={route.homeId} homeId={route.homeId} onClose={() => change({ homeId: undefined })} />}
      </div>
    </main>
  );
}

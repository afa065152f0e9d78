import { useTranslation } from 'react-i18next';
import { Segments } from '../../components/controls.tsx';
import { useRoute } from '../../route.ts';
import { goToParking, presentParams, wantedParams } from './parking-route.ts';
import { CompaniesView } from './vehicles/CompaniesView.tsx';
import { VehiclesView } from './vehicles/VehiclesView.tsx';
import { VouchersView } from './vehicles/VouchersView.tsx';
import './vehicles/vehicles.css';

const views = ['vehicles', 'vouchers', 'companies'] as const;

/** Cars, the vouchers of visitors, and the companies that lease. */
export function VehiclesPart() {
  const { t } = useTranslation('parkingDesk');
  const { params } = useRoute();
  const view = views.find((one) => one === params.get('view')) ?? 'vehicles';
  const search = params.get('search') ?? '';
  // Read from the address itself: a search may settle after the view was changed.
  const change = (changes: { view?: string; search?: string }) => {
    const present = presentParams();
    goToParking(wantedParams({ tab: 'vehicles', view: changes.view ?? present.get('view') ?? undefined, search: changes.view === undefined ? changes.search : undefined }), { replace: changes.view === undefined });
  };
  const look = { search, onSearch: (text: string) => change({ search: text }) };
  return (
    <div className="vehicles">
      <div className="vehicles-bar">
        <Segments label={t('viewLabel')} value={view} choices={views.map((value) => ({ value, label: t(`view.${value}`) }))} onChange={(value) => change({ view: value })} />
      </div>
      {view === 'vehicles' && <VehiclesView {...look} />}
      {view === 'vouchers' && <VouchersView {...look} />}
      {view === 'companies' && <CompaniesView {...look} />}
    </div>
  );
}

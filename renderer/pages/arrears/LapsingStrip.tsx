import { useTranslation } from 'react-i18next';
import { useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { yuan } from '../../text/formats.ts';

/** What lapses within 90 days, and what has lapsed; nothing where there is neither. */
export function LapsingStrip({ scope, on, onShow }: { scope: { on?: string; building?: string; item?: string }; /** The list shows only these. */ on: boolean; onShow: () => void }) {
  const { t } = useTranslation('arrears');
  const found = useQuery('arrears.lapsing', scope, { keepLast: true }).value;
  if (!found || (found.items.length === 0 && found.lapsed.bills === 0)) return null;
  return (
    <div className="lapsing-strip" role="status">
      {found.items.length > 0 && <b>{t('ageing.soon', { count: found.items.length, homes: found.homes, amount: yuan(found.amountFen) })}</b>}
      {found.lapsed.bills > 0 && <span>{t('ageing.gone', { count: found.lapsed.bills, homes: found.lapsed.homes, amount: yuan(found.lapsed.amountFen) })}</span>}
      {found.items.length > 0 && <Button look="link" onClick={onShow}>{t(on ? 'ageing.showAll' : 'ageing.showSoon')}</Button>}
      <ExportList list="arrears.lapsing" input={scope} name={t('ageing.lapsing')} />
    </div>
  );
}

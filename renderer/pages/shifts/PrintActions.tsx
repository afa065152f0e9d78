import { useTranslation } from 'react-i18next';
import { Button } from '../../components/controls.tsx';
import { RefusalNote } from '../../components/states.tsx';
import { useMay } from '../../session.ts';
import { SaveNote } from '../ledger/book/SaveNote.tsx';
import { usePrintReport } from './use-print-report.ts';

/** To paper and to PDF; the report itself never changes. */
export function PrintActions({ reportNo, main = false }: { reportNo: string; /** The one red button of the screen. */ main?: boolean }) {
  const { t } = useTranslation(['shifts', 'common']);
  const mayPrint = useMay('cashier', 'manager', 'office');
  const printer = usePrintReport(reportNo);
  if (!mayPrint) return null;
  return (
    <div className="print-acts">
      <div className="two">
        <Button look={main ? 'main' : 'plain'} autoFocus={main} onClick={printer.print} disabled={printer.running}>
          {t('common:print')}
        </Button>
        <Button onClick={printer.savePdf} disabled={printer.running}>
          {t('common:savePdf')}
        </Button>
      </div>
      {printer.printed && (
        <p className="good small" role="status">
          ✓ {t('printed')}
        </p>
      )}
      <RefusalNote refusal={printer.refusal} />
      <SaveNote saving={printer.saving} />
    </div>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addMonths, isMonth } from '../../../shared/domain/period.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { ExportList } from '../../components/ExportList.tsx';
import { EmptyNote, ProgressBar, RefusalNote, Skeleton } from '../../components/states.tsx';
import { useRoute } from '../../route.ts';
import { useMay, useSession } from '../../session.ts';
import { money, monthOf } from '../../text/formats.ts';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { ChargeLines } from './charges/ChargeLines.tsx';
import { StatementsCard } from './charges/StatementsCard.tsx';
import { goToParking } from './parking-route.ts';
import './vehicles/vehicles.css';

/** A month of parking: the draft lease by lease, issuing it, and the statements of companies. */
export function ChargesPart() {
  const { t } = useTranslation('parkingDesk');
  const { params } = useRoute();
  const { today } = useSession();
  const asked = params.get('month') ?? '';
  const month = isMonth(asked) ? asked : monthOf(today);
  const mayIssue = useMay('manager');
  const draft = useQuery('parking.previewCharges', { month }, { keepLast: true });
  const [said, setSaid] = useState<string | undefined>();
  const show = (next: string) => { setSaid(undefined); goToParking({ tab: 'charges', month: next }, { replace: true }); };
  const { value } = draft;
  return (
    <div className="parking-area">
      <section className="card parking-main">
        <div className="parking-bar">
          <Button aria-label={t('charges.month')} onClick={() => show(addMonths(month, -1))}>‹</Button>
          <DayInput label={t('charges.month')} month clearable={false} value={month} onChange={(next) => next !== undefined && show(next)} />
          <Button aria-label={t('charges.month')} onClick={() => show(addMonths(month, 1))}>›</Button>
          {!mayIssue && <span className="muted small">{t('charges.onlyManager')}</span>}
          <span className="at-end"><ExportList list="parking.previewCharges" input={{ month }} name={`${t('charges.draft')} ${month}`} /></span>
        </div>
        {said !== undefined && <p className="side-said" role="status">{said}</p>}
        <RefusalNote refusal={draft.refusal} onRetry={draft.reload} />
        {!value && draft.state === 'loading' && <Skeleton rows={8} height={22} />}
        {value && !draft.refusal && (
          <>
            <dl className="charges-facts">
              <div><dt>{t('charges.issued')}</dt><dd>{value.issued.toLocaleString('en')}</dd></div><div><dt>{t('charges.amount')}</dt><dd>{money(value.amountFen)}</dd></div>
              <div><dt>{t('charges.subsidy')}</dt><dd>{money(value.subsidyFen)}</dd></div><div><dt>{t('charges.skippedCount')}</dt><dd>{value.skipped.length.toLocaleString('en')}</dd></div>
            </dl>
            {value.withoutMarketPrice > 0 && <p className="charges-warn">{t('charges.noMarket', { count: value.withoutMarketPrice })}</p>}
            {mayIssue && value.issued > 0 && <IssueBar key={month} month={month} count={value.issued} onDone={setSaid} />}
            <div className="charges-scroll">
              {value.issued === 0 && <EmptyNote title={t('charges.none')}>{t('charges.noneNote')}</EmptyNote>}
              <ChargeLines lines={value.lines} skipped={value.skipped} />
            </div>
          </>
        )}
      </section>
      <StatementsCard month={month} />
    </div>
  );
}

/** Issuing asks once more: what is posted can only be taken off again. */
function IssueBar({ month, count, onDone }: { month: string; count: number; onDone: (words: string) => void }) {
  const { t } = useTranslation('parkingDesk');
  const [sure, setSure] = useState(false);
  const { run, running, progress, refusal, cancel } = useCommand('parking.issueCharges');
  const issue = async () => {
    const reply = await run({ month, commit: true });
    if (!reply.ok) return;
    const { issued, amountFen, subsidyFen } = reply.value;
    onDone(t('charges.done', { month, count: issued, amount: money(amountFen), subsidy: money(subsidyFen) }));
  };
  return (
    <>
      <div className="charges-sure">
        {!sure && <Button look="main" onClick={() => setSure(true)}>{t('charges.issueCount', { count })}</Button>}
        {sure && <><span>{t('charges.confirm')}</span><Button onClick={() => setSure(false)} disabled={running}>{t('charges.leave')}</Button><Button look="main" autoFocus disabled={running} onClick={() => void issue()}>{t('charges.sure')}</Button></>}
      </div>
      {running && <ProgressBar progress={progress} label={t('charges.issuing')} onCancel={cancel} />}
      <RefusalNote refusal={refusal} />
    </>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useQuery } from '../../api.ts';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { clock, dateTime, money, yuan } from '../../text/formats.ts';
import { ClosedAnswer } from './ClosedAnswer.tsx';
import { CloseShift } from './CloseShift.tsx';
import { OpenShift } from './OpenShift.tsx';
import { ShiftFacts } from './ShiftFacts.tsx';

export type Current = Output<'shifts.current'>;
export type Closed = Output<'shifts.close'>;

/** One's own shift: on the left what its entries come to, on the right the drawer: open it, count it, close it. */
export function CurrentShift() {
  const { t } = useTranslation('shifts');
  const { value, refusal, reload } = useQuery('shifts.current', {});
  const [closed, setClosed] = useState<Closed>();
  if (!value) return <div className="shift-area">{refusal ? <RefusalNote refusal={refusal} onRetry={reload} /> : <Skeleton rows={8} height={24} />}</div>;
  return (
    <div className="shift-area">
      <div className="shift-main">
        <Standing current={value} />
        <ShiftFacts facts={value} nothing={t('nothingTaken')} />
      </div>
      <aside className="card shift-side">
        {closed && !value.shift ? (
          <ClosedAnswer closed={closed} onNext={() => setClosed(undefined)} />
        ) : value.shift ? (
          <CloseShift key={value.shift.shiftId} shift={value.shift} onClosed={setClosed} />
        ) : (
          <OpenShift entries={value.entries} />
        )}
      </aside>
    </div>
  );
}

/** Since when, with what float, and what must lie in the drawer now. */
function Standing({ current: { shift, entries, cashInFen, cashOutFen } }: { current: Current }) {
  const { t } = useTranslation('shifts');
  const { today } = useSession();
  return (
    <dl className="card shift-standing">
      <div>
        <dt>{t('since')}</dt>
        <dd>{shift ? (shift.openedOn === today ? clock(shift.openedAt) : dateTime(shift.openedAt)) : <span className="muted">{t('notOpen')}</span>}</dd>
      </div>
      <div>
        <dt>{t('entries')}</dt>
        <dd>{t('sheetCount', { count: entries })}</dd>
      </div>
      <div className="led">
        <dt>{t('float')}</dt>
        <dd>{shift ? money(shift.floatFen) : '—'}</dd>
      </div>
      <div>
        <dt>{t('cashIn')}</dt>
        <dd>{money(cashInFen)}</dd>
      </div>
      <div>
        <dt>{t('cashOut')}</dt>
        <dd>{money(cashOutFen)}</dd>
      </div>
      <div>
        <dt>{t('expected')}</dt>
        <dd>
          <span className="dbl">{shift ? yuan(shift.expectedFen) : '—'}</span>
        </dd>
      </div>
    </dl>
  );
}

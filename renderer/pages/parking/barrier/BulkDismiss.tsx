import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../../shared/contract/index.ts';
import type { Refusal } from '../../../../shared/errors.ts';
import { call, reloadQueries } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { RefusalNote } from '../../../components/states.tsx';

type BulkDismissProps = { /** What the list shows: all of them open. */ input: CallInput<'barrier.findings'>; count: number; onDone: (said: string) => void };
const AT_ONCE = 1000;

/** Dismisses all findings of a filter with one reason. */
export function BulkDismiss({ input, count, onDone }: BulkDismissProps) {
  const { t } = useTranslation(['barrier', 'common']);
  const [reason, setReason] = useState<string | undefined>();
  const [running, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const dismiss = async () => {
    const word = reason?.trim() ?? '';
    if (word === '' || running) return;
    setRunning(true);
    setRefusal(undefined);
    const reply = await dismissAll(input, word);
    setRunning(false);
    reloadQueries();
    if (typeof reply !== 'number') return setRefusal(reply);
    setReason(undefined);
    onDone(t('panel.bulkDone', { count: reply }));
  };
  if (reason === undefined) {
    return (
      <Button look="link" className="bulk-start" title={t('panel.bulkNote', { count })} onClick={() => setReason('')}>
        {t('panel.bulk', { count })}
      </Button>
    );
  }
  return (
    <form
      className="bulk"
      onSubmit={(event) => {
        event.preventDefault();
        void dismiss();
      }}
      onKeyDown={(event) => event.key === 'Escape' && setReason(undefined)}
    >
      <input className="input" aria-label={t('panel.reason')} placeholder={t('panel.needReason')} value={reason} maxLength={200} autoFocus disabled={running} onChange={(event) => setReason(event.target.value)} />
      <Button type="submit" disabled={running || reason.trim() === ''}>
        {t('panel.bulk', { count })}
      </Button>
      <Button look="link" disabled={running} onClick={() => setReason(undefined)}>
        {t('common:cancel')}
      </Button>
      <RefusalNote refusal={refusal} />
    </form>
  );
}

/** A thousand at a time, as long as there are any; how many there were, or why it stopped. */
async function dismissAll(input: CallInput<'barrier.findings'>, reason: string): Promise<number | Refusal> {
  for (let done = 0; ; ) {
    const page = await call('barrier.findings', { ...input, state: 'open', limit: AT_ONCE });
    if (!page.ok) return page;
    const findingIds = page.value.items.map(({ findingId }) => findingId);
    if (findingIds.length === 0) return done;
    const reply = await call('barrier.dismiss', { findingIds, reason });
    if (!reply.ok) return reply;
    done += reply.value.dismissed;
  }
}

import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { dunningWays } from '../../../shared/contract/arrears.ts';
import { useCommand } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { ProgressBar, RefusalNote } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { Choice } from '../fees/items/Choice.tsx';
import { DayInput } from '../ledger/book/DayInput.tsx';
import { Labelled } from '../ledger/book/Labelled.tsx';
import { SaveNote } from '../ledger/book/SaveNote.tsx';
import { useSave } from '../ledger/book/use-save.ts';

type Way = Output<'dunning.list'>['items'][number]['served'][number]['way'];

/** How the ticked notices were served, and printing them again as they were. */
export function TickedNotices({ noticeNos, onServed }: { noticeNos: string[]; onServed: () => void }) {
  const { t } = useTranslation(['arrears', 'common']);
  const { today, user } = useSession();
  const [way, setWay] = useState<Way>('door');
  const [servedOn, setServedOn] = useState<string | undefined>(today);
  const [by, setBy] = useState(user.name);
  const [note, setNote] = useState('');
  const record = useCommand('dunning.recordService');
  const print = useCommand('dunning.print', { reloads: false });
  const saving = useSave();
  const [printed, setPrinted] = useState(0);
  const count = noticeNos.length;
  const serve = async (event: FormEvent) => {
    event.preventDefault();
    if (servedOn === undefined) return;
    const reply = await record.run({ noticeNos, way, servedOn, by, note });
    if (reply.ok) onServed();
  };
  const toPrinter = async () => {
    setPrinted(0);
    const reply = await print.run({ noticeNos, to: 'printer' });
    if (reply.ok) setPrinted(count);
  };
  const toPdf = () => void saving.save(t('dunning.againName', { first: noticeNos[0] ?? '' }), 'pdf', (file) => print.run({ noticeNos, to: 'pdf', file }));
  return (
    <form className="dunning-serve" aria-label={t('dunning.serve', { count })} onSubmit={(event) => void serve(event)}>
      <Labelled label={t('dunning.wayLabel')}>
        <Choice label={t('dunning.wayLabel')} value={way} options={dunningWays.map((value) => ({ value, label: t(`dunning.way.${value}`) }))} onChange={setWay} />
      </Labelled>
      <Labelled label={t('dunning.servedOn')}>
        <DayInput label={t('dunning.servedOn')} value={servedOn} onChange={setServedOn} clearable={false} />
      </Labelled>
      <Field label={t('dunning.servedBy')} value={by} maxLength={40} className="by" onChange={setBy} />
      <Field label={t('dunning.note')} value={note} maxLength={200} className="note" placeholder={t('dunning.noteHint')} onChange={setNote} />
      <Button type="submit" disabled={record.running || servedOn === undefined}>
        {t('dunning.serve', { count })}
      </Button>
      <span className="dunning-again">
        <Button disabled={print.running} onClick={() => void toPrinter()}>
          {t('dunning.printAgain')}
        </Button>
        <Button disabled={print.running} onClick={toPdf}>
          {t('common:savePdf')}
        </Button>
      </span>
      <div className="dunning-serve-notes">
        {print.running && <ProgressBar progress={print.progress} label={t('dunning.printing')} onCancel={print.cancel} />}
        {printed > 0 && <p className="good small" role="status">{t('dunning.printed', { count: printed })}</p>}
        <RefusalNote refusal={record.refusal ?? (saving.refusal || print.refusal?.code === 'CANCELLED' ? undefined : print.refusal)} />
        <SaveNote saving={saving} />
      </div>
    </form>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeaseNoticeKind } from '../../../../shared/contract/parking-papers.ts';
import { useCommand, useQuery } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { useMay } from '../../../session.ts';
import { Choice } from '../../fees/items/Choice.tsx';
import { HomeForm } from '../../homes/changes/HomeForm.tsx';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import type { Lease } from './LeasePanel.tsx';
import { usePrintParking, type ParkingPrinter } from './use-print-parking.ts';

const NOTICE_KINDS: readonly LeaseNoticeKind[] = ['expiry', 'recall', 'price', 'end'];

/** The contract and the notices of a lease, to paper or to PDF. */
export function LeasePapers({ lease }: { lease: Lease }) {
  const { t } = useTranslation('parking');
  const mayPrint = useMay('manager', 'cashier', 'office');
  const mayNotify = useMay('manager', 'office');
  const printer = usePrintParking();
  const notices = useQuery('parking.listNotices', { leaseId: lease.leaseId, limit: 50 });
  const [making, setMaking] = useState(false);
  return (
    <section className="side-part" aria-label={t('paper.title')}>
      <h3>{t('paper.title')}</h3>
      {mayPrint && (
        <div className="side-buttons">
          <Button disabled={printer.running} onClick={() => void printer.print({ kind: 'lease', leaseId: lease.leaseId })}>
            {t('paper.printLease')}
          </Button>
          <Button disabled={printer.running} onClick={() => void printer.savePdf({ kind: 'lease', leaseId: lease.leaseId }, `${t('paper.lease')} ${lease.leaseNo}`)}>
            {t('paper.leasePdf')}
          </Button>
          {mayNotify && lease.state !== 'draft' && (
            <Button aria-expanded={making} onClick={() => setMaking(!making)}>
              {t('paper.notice')}
            </Button>
          )}
        </div>
      )}
      {making && <NoticeForm lease={lease} onClose={() => setMaking(false)} />}
      <RefusalNote refusal={printer.refusal ?? notices.refusal} />
      {printer.note !== undefined && (
        <p className="side-said" role="status">
          {printer.note}
        </p>
      )}
      {notices.value?.items.map((notice) => (
        <div key={notice.noticeId} className="notice-line">
          <b>{notice.noticeNo}</b>
          <span>{t(`notice.${notice.kind}`)}</span>
          <span className="muted small">
            {notice.on} {notice.by}
          </span>
          {mayPrint && <NoticePrint noticeNo={notice.noticeNo} printer={printer} />}
        </div>
      ))}
    </section>
  );
}

function NoticePrint({ noticeNo, printer }: { noticeNo: string; printer: ParkingPrinter }) {
  const { t } = useTranslation(['parking', 'common']);
  return (
    <span className="notice-acts">
      <Button look="link" disabled={printer.running} aria-label={t('paper.printOne', { no: noticeNo })} onClick={() => void printer.print({ kind: 'notice', noticeNo })}>
        {t('common:print')}
      </Button>
      <Button look="link" disabled={printer.running} aria-label={t('paper.pdfOne', { no: noticeNo })} onClick={() => void printer.savePdf({ kind: 'notice', noticeNo }, noticeNo)}>
        PDF
      </Button>
    </span>
  );
}

/** Makes a numbered notice; what it says is frozen with it. */
function NoticeForm({ lease, onClose }: { lease: Lease; onClose: () => void }) {
  const { t } = useTranslation('parking');
  const [kind, setKind] = useState<LeaseNoticeKind>(lease.state === 'ended' ? 'end' : 'expiry');
  const [deadline, setDeadline] = useState<string | undefined>();
  const [note, setNote] = useState('');
  const { run, running, refusal } = useCommand('parking.makeNotice');
  const submit = async () => {
    const reply = await run({ leaseId: lease.leaseId, kind, note: note.trim(), ...(deadline !== undefined && { deadline }) });
    if (reply.ok) onClose();
  };
  return (
    <HomeForm title={t('paper.makeNotice')} note={t(`noticeHint.${kind}`)} submit={t('paper.make')} busy={running} refusal={refusal} onSubmit={() => void submit()} onClose={onClose}>
      <Labelled label={t('paper.kind')}>
        <Choice label={t('paper.kind')} value={kind} options={NOTICE_KINDS.map((value) => ({ value, label: t(`notice.${value}`) }))} onChange={setKind} />
      </Labelled>
      <Labelled label={t('paper.deadline')}>
        <DayInput label={t('paper.deadline')} placeholder={t('paper.deadlineNone')} value={deadline} onChange={setDeadline} />
      </Labelled>
      <Field className="whole" label={t('paper.note')} value={note} maxLength={300} onChange={setNote} />
    </HomeForm>
  );
}

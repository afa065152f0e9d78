import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button, Tag } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { linkTo } from '../../route.ts';
import { useSession } from '../../session.ts';
import { dateTime, money } from '../../text/formats.ts';
import { Attachments } from './Attachments.tsx';
import { useTargetName } from './use-target-name.ts';
import { STATE_TONES } from './voucher-states.ts';

type Voucher = Output<'costs.get'>;

/** A voucher: what it says, its papers, who decided, and what the manager may do. */
export function VoucherPanel({ costId, onClose }: { costId: string; onClose: () => void }) {
  const { t } = useTranslation('costs');
  const query = useQuery('costs.get', { costId });
  const voucher = query.value;
  const title = t('panel.title', { no: voucher?.costNo ?? '' });
  return (
    <aside className="card parking-side" aria-label={title}>
      <div className="parking-side-head"><h2>{title}</h2><Button look="link" onClick={onClose}>{t('close')}</Button></div>
      <div className="parking-side-body">
        <RefusalNote refusal={query.refusal} onRetry={query.reload} />
        {voucher ? <Body voucher={voucher} /> : !query.refusal && <Skeleton rows={8} />}
      </div>
    </aside>
  );
}

function Body({ voucher }: { voucher: Voucher }) {
  const { t } = useTranslation('costs');
  return (
    <>
      <p className="account-balance"><span>{t(`kind.${voucher.kind}`)} <Tag tone={STATE_TONES[voucher.state]}>{t(`state.${voucher.state}`)}</Tag></span><b>{money(voucher.amountFen)}</b></p>
      <Acts voucher={voucher} />
      <Facts voucher={voucher} />
      <Lines lines={voucher.lines} />
      <section className="side-part"><h3>{t('form.files')}</h3><Attachments files={voucher.files} /></section>
    </>
  );
}

function Facts({ voucher }: { voucher: Voucher }) {
  const { t } = useTranslation(['costs', 'common']);
  const { paidOn, kind, payee, what, fund, account, toAccount, invoiceNo, resolutionNo, resolutionOn, instalment, by, at, decisions, ownApproval } = voucher;
  const accountName = (one: string) => t(`form.accounts.${one.replace('.', '_') as '1002_01'}`);
  const facts: [string, string][] = [
    [t(kind === 'income' || kind === 'interest' ? 'form.receivedOn' : 'form.paidOn'), paidOn], [t('form.payee'), payee], [t('form.what'), what], [t('panel.fund'), t(`common:fundLong.${fund}`)], [t('panel.account'), toAccount === null ? accountName(account) : `${accountName(account)} → ${accountName(toAccount)}`],
    [t('panel.invoice'), invoiceNo], [t('panel.resolution'), [resolutionNo, resolutionOn ?? ''].filter(Boolean).join(' ')], [t('panel.by'), `${by} ${dateTime(at)}`],
    ...decisions.map((one): [string, string] => [t(`panel.decision.${one.kind}`), `${one.by} ${dateTime(one.at)}${one.reason === '' ? '' : `${t('colon')}${one.reason}`}`]),
  ];
  return (
    <dl className="side-facts">
      {facts.filter(([, value]) => value !== '').map(([name, value]) => <Fact key={name} name={name} value={value} />)}
      {instalment && <><dt>{t('panel.instalment')}</dt><dd><a className="text-link" href={linkTo('costs', { tab: 'contracts', code: instalment.code })}>{t('form.instalment', instalment)}</a></dd></>}
      {decisions.map(({ kind: decision, entryId }) => entryId !== null && <span key={decision} className="costs-entry"><dt>{t('panel.entry')}</dt><dd><a className="text-link" href={linkTo('ledger', { entry: entryId })}>{entryId}</a></dd></span>)}
      {ownApproval && <dd className="costs-own">{t('panel.own')}</dd>}
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return <><dt>{name}</dt><dd>{value}</dd></>;
}

function Lines({ lines }: { lines: Voucher['lines'] }) {
  const { t } = useTranslation('costs');
  const targetName = useTargetName();
  const detail = ({ what, post, headcount, share, ofShares }: Voucher['lines'][number]) => [what, post === '' ? '' : headcount === 0 ? post : t('panel.people', { post, count: headcount }), ofShares > share ? t('panel.share', { share, of: ofShares }) : ''].filter(Boolean).join(t('joiner'));
  return (
    <section className="side-part">
      <table className="book tight costs-lines">
        <thead><tr><th>{t('list.target')}</th><th className="num">{t('list.amount')}</th></tr></thead>
        <tbody>{lines.map((line, index) => <tr key={index}><td>{targetName(line.target) || line.account}<span className="muted small"> {detail(line)}</span></td><td className="num">{money(line.amountFen)}</td></tr>)}</tbody>
      </table>
    </section>
  );
}

/** Approving, sending back, and taking back what was approved. */
function Acts({ voucher: { costId, state, paidOn } }: { voucher: Voucher }) {
  const { t } = useTranslation('costs');
  const { user } = useSession();
  const [form, setForm] = useState<'reject' | 'reverse' | undefined>();
  const [said, setSaid] = useState('');
  const { run, running, refusal } = useCommand('costs.approve');
  const done = (words: string) => { setForm(undefined); setSaid(words); };
  const approve = async () => { if ((await run({ costId })).ok) done(t('panel.approved', { on: paidOn })); };
  if (user.role !== 'manager') return state === 'waiting' ? <p className="side-words muted">{t('panel.onlyManager')}</p> : null;
  return (
    <>
      {said !== '' && <p className="side-said" role="status">{said}</p>}
      <RefusalNote refusal={refusal} />
      {state === 'waiting' && <div className="side-buttons"><Button look="main" disabled={running} onClick={() => void approve()}>{t('panel.approve')}</Button><Button aria-expanded={form === 'reject'} onClick={() => setForm(form === 'reject' ? undefined : 'reject')}>{t('panel.reject')}</Button></div>}
      {state === 'approved' && <div className="side-buttons"><Button aria-expanded={form === 'reverse'} onClick={() => setForm(form === 'reverse' ? undefined : 'reverse')}>{t('panel.reverse')}</Button></div>}
      {form && <ReasonForm key={form} act={form} costId={costId} onDone={done} />}
    </>
  );
}

function ReasonForm({ act, costId, onDone }: { act: 'reject' | 'reverse'; costId: string; onDone: (words: string) => void }) {
  const { t } = useTranslation('costs');
  const [reason, setReason] = useState('');
  const { run, running, refusal } = useCommand(`costs.${act}`);
  const save = async () => { if ((await run({ costId, reason })).ok) onDone(t(act === 'reject' ? 'panel.rejected' : 'panel.reversed')); };
  return (
    <form className="parking-form" onSubmit={(event) => { event.preventDefault(); if (reason.trim() !== '' && !running) void save(); }}>
      <Field label={t('panel.reason')} value={reason} maxLength={200} autoFocus onChange={setReason} />
      <RefusalNote refusal={refusal} />
      <div className="side-buttons"><Button type="submit" look="main" disabled={running || reason.trim() === ''}>{t(act === 'reject' ? 'panel.confirmReject' : 'panel.confirmReverse')}</Button></div>
    </form>
  );
}

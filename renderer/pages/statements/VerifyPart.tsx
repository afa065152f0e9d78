import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { call, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { RefusalNote } from '../../components/states.tsx';
import type { Refusal } from '../../../shared/errors.ts';
import { linkTo } from '../../route.ts';
import { dateTime, yuan } from '../../text/formats.ts';
import { useSpanName } from './statement-names.ts';

type Answer = Output<'statements.verify'>;

/** Whether a sheet that somebody holds is the one that was published: by the code beside its QR code, or what the QR code says. */
export function VerifyPart() {
  const { t } = useTranslation('statements');
  const [code, setCode] = useState('');
  const [answer, setAnswer] = useState<Answer | undefined>();
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const verify = async () => {
    const reply = await call('statements.verify', { code: code.trim() });
    setAnswer(reply.ok ? reply.value : undefined);
    setRefusal(reply.ok ? undefined : reply);
  };
  return (
    <div className="st-scroll">
      <section className="card st-verify" aria-label={t('tabs.verify')}>
        <h2>{t('verify.title')}</h2>
        <form onSubmit={(event) => { event.preventDefault(); void verify(); }}>
          <Field label={t('verify.code')} value={code} maxLength={300} autoFocus placeholder="7K2M-9QHD-4XRT" hint={t('verify.hint')} onChange={(text) => { setCode(text); setAnswer(undefined); }} />
          <Button type="submit" look="main" disabled={code.trim() === ''}>{t('verify.do')}</Button>
        </form>
        <RefusalNote refusal={refusal} />
        {answer && <Verdict answer={answer} />}
      </section>
    </div>
  );
}

function Verdict({ answer: { state, head } }: { answer: Answer }) {
  const { t } = useTranslation('statements');
  const spanName = useSpanName();
  return (
    <div className={`st-verdict ${state}`} role="status">
      <b>{t(`verify.state.${state}`)}</b>
      <p>{t(`verify.means.${state}`)}</p>
      {head && <p>{t('verify.of', { number: head.number, version: head.version, span: spanName(head), at: head.publishedAt === null ? '' : dateTime(head.publishedAt), who: head.publishedBy ?? '' })}{head.supersededWhy !== null && <> <span className="red">{head.supersededWhy}</span></>}</p>}
      {head && <Frozen statementId={head.statementId} />}
    </div>
  );
}

/** What the frozen sheet says, to hold beside the paper. */
function Frozen({ statementId }: { statementId: number }) {
  const { t } = useTranslation('statements');
  const content = useQuery('statements.get', { statementId }).value?.content;
  if (!content) return null;
  const { title, subtitle, openingFen, incomeFen, costFen, netFen, closingFen } = content;
  const figures = [[t('column.opening'), openingFen], [t('chart.income'), incomeFen], [t('chart.cost'), costFen], [t('chart.net'), netFen], [t('sheet.closing'), closingFen]] as const;
  return (
    <>
      <p className="muted small">{t('verify.compare', { title, subtitle })}</p>
      <dl className="side-facts st-frozen">{figures.map(([name, fen]) => <div key={name}><dt>{name}</dt><dd>{yuan(fen)}</dd></div>)}</dl>
      <a className="text-link" href={linkTo('statements', { id: statementId })}>{t('verify.see')}</a>
    </>
  );
}

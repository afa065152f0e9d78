import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { call, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import type { ChannelsRoute } from './channels-route.ts';
import { ImportChoices } from './ImportChoices.tsx';
import { ImportDone } from './ImportPreview.tsx';

type ImportPartProps = { onClose: (changes: Partial<ChannelsRoute>) => void };

/** Importing a channel's file: choose, say whose it is, see the result, import. */
export function ImportPart({ onClose }: ImportPartProps) {
  const { t } = useTranslation(['channels', 'common']);
  const [picked, setPicked] = useState<{ file: string; times: number } | undefined>();
  const [done, setDone] = useState<Output<'channels.import'> | undefined>();
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const pick = async () => {
    setRefusal(undefined);
    const reply = await call('files.pickToOpen', { kind: 'roster' });
    if (!reply.ok) return setRefusal(reply);
    const { file } = reply.value;
    if (file === null) return;
    setDone(undefined);
    setPicked((last) => ({ file, times: (last?.times ?? 0) + 1 }));
  };
  const name = picked?.file.split(/[\\/]/).at(-1);
  return (
    <main className="page">
      <PageHead title={t('import.title')} note={name}>
        {picked && <Button onClick={() => void pick()}>{t('import.another')}</Button>}
        <Button onClick={() => onClose({})}>{t('common:back')}</Button>
      </PageHead>
      <div className="page-body channels-import">
        <RefusalNote refusal={refusal} />
        {!picked && <ImportStart onPick={() => void pick()} />}
        {picked && done && <ImportDone file={name ?? ''} answer={done} onLeave={onClose} />}
        {picked && !done && <InspectedFile key={`${picked.file} ${picked.times}`} file={picked.file} onImported={setDone} />}
      </div>
    </main>
  );
}

function ImportStart({ onPick }: { onPick: () => void }) {
  const { t } = useTranslation('channels');
  return (
    <section className="card import-start">
      <h2>{t('import.start')}</h2>
      <p>{t('import.startNote')}</p>
      <p className="muted">{t('import.startRules')}</p>
      <Button look="main" onClick={onPick} autoFocus>
        {t('import.pick')}
      </Button>
    </section>
  );
}

function InspectedFile({ file, onImported }: { file: string; onImported: (answer: Output<'channels.import'>) => void }) {
  const { t } = useTranslation('channels');
  const inspected = useQuery('channels.inspect', { file });
  if (inspected.refusal) return <RefusalNote refusal={inspected.refusal} onRetry={inspected.reload} />;
  if (!inspected.value) {
    return (
      <section className="card">
        <p className="muted import-reading">{t('import.reading', { file: file.split(/[\\/]/).at(-1) ?? file })}</p>
        <Skeleton rows={6} />
      </section>
    );
  }
  return <ImportChoices file={file} inspected={inspected.value} onImported={onImported} />;
}

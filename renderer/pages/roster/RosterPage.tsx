import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { call } from '../../api.ts';
import { PageHead } from '../../components/PageHead.tsx';
import { Button } from '../../components/controls.tsx';
import { EmptyNote, RefusalNote } from '../../components/states.tsx';
import { useMay } from '../../session.ts';
import { RosterPreview } from './RosterPreview.tsx';
import { RosterResult } from './RosterResult.tsx';
import './roster.css';

type Imported = { file: string; sheet: string | undefined; summary: Output<'roster.import'> };

/** Importing an owner workbook: choose, preview, import, result. */
export function RosterPage() {
  const { t } = useTranslation('roster');
  const may = useMay('manager', 'office', 'auditor');
  const [file, setFile] = useState<string | undefined>();
  // A file that was mended is read again under a new number.
  const [reading, setReading] = useState(0);
  const [imported, setImported] = useState<Imported | undefined>();
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const pick = async () => {
    setRefusal(undefined);
    const reply = await call('files.pickToOpen', { kind: 'roster' });
    if (!reply.ok) return setRefusal(reply);
    if (reply.value.file === null) return;
    setImported(undefined);
    setFile(reply.value.file);
    setReading((count) => count + 1);
  };
  const name = file?.split(/[\\/]/).at(-1);
  return (
    <main className="page">
      <PageHead title={t('title')} note={name}>
        {file !== undefined && !imported && <Button onClick={() => void pick()}>{t('pickAnother')}</Button>}
      </PageHead>
      <div className="roster-area">
        <RefusalNote refusal={refusal} />
        {imported && <RosterResult {...imported} onAgain={() => void pick()} />}
        {!imported && file !== undefined && <RosterPreview key={`${file} ${reading}`} file={file} onImported={(sheet, summary) => setImported({ file, sheet, summary })} />}
        {file === undefined && !may && <EmptyNote title={t('notAllowed')} />}
        {file === undefined && may && <RosterStart onPick={() => void pick()} />}
      </div>
    </main>
  );
}

function RosterStart({ onPick }: { onPick: () => void }) {
  const { t } = useTranslation('roster');
  return (
    <section className="card roster-start">
      <h2>{t('start')}</h2>
      <p>{t('startNote')}</p>
      <p className="muted">{t('columns')}</p>
      <p className="muted">{t('faults')}</p>
      <Button look="main" onClick={onPick}>
        {t('pick')}
      </Button>
    </section>
  );
}

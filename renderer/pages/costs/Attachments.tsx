import { useTranslation } from 'react-i18next';
import type { CallInput, Output } from '../../../shared/contract/index.ts';
import { useCommand, useQuery } from '../../api.ts';
import { Button } from '../../components/controls.tsx';
import { RefusalNote, Skeleton } from '../../components/states.tsx';
import { useSession } from '../../session.ts';
import { SaveNote } from '../ledger/book/SaveNote.tsx';
import { useSave } from '../ledger/book/use-save.ts';

type File = Output<'costs.get'>['files'][number];
const EXTENSIONS: Readonly<Record<string, CallInput<'files.pickToSave'>['extension']>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'application/pdf': 'pdf' };

/** Photos as they are, PDFs by name; each can be saved. */
export function Attachments({ files }: { files: readonly File[] }) {
  const { t } = useTranslation('costs');
  const { user } = useSession();
  const saving = useSave();
  const { run } = useCommand('costs.saveAttachment', { reloads: false });
  if (files.length === 0) return <p className="side-words muted">{t('panel.noFiles')}</p>;
  const mayLook = user.role !== 'cashier';
  return (
    <ul className="costs-files">
      {files.map((file) => (
        <li key={file.digest}>
          <span className="costs-file-name" title={file.name}>{file.name}</span><span className="muted small">{t('panel.kb', { size: Math.max(1, Math.floor(file.bytes / 1024)).toLocaleString('en-US') })}</span>
          {mayLook && <Button look="link" onClick={() => void saving.save(file.name.replace(/\.[^.]*$/, ''), EXTENSIONS[file.mediaType] ?? 'pdf', (target) => run({ digest: file.digest, file: target }))}>{t('panel.save')}</Button>}
          {mayLook && (file.mediaType === 'application/pdf' ? <p className="costs-pdf"><b>PDF</b><span className="muted small">{t('panel.pdf')}</span></p> : <Photo file={file} />)}
        </li>
      ))}
      <SaveNote saving={saving} />
    </ul>
  );
}

function Photo({ file: { digest, name } }: { file: File }) {
  const query = useQuery('costs.attachment', { digest });
  if (query.refusal) return <RefusalNote refusal={query.refusal} onRetry={query.reload} />;
  return query.value ? <img className="costs-photo" alt={name} src={`data:${query.value.mediaType};base64,${query.value.base64}`} /> : <Skeleton rows={4} height={18} />;
}

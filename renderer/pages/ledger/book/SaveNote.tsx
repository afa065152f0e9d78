import { useTranslation } from 'react-i18next';
import { RefusalNote } from '../../../components/states.tsx';
import type { Saving } from './use-save.ts';
import './save-note.css';

/** Where a file was saved, or why it was not. */
export function SaveNote({ saving }: { saving: Saving }) {
  const { t } = useTranslation();
  return (
    <>
      {saving.savedTo !== undefined && (
        <div className="saved-note" role="status">
          {t('saved', { file: saving.savedTo })}
        </div>
      )}
      <RefusalNote refusal={saving.refusal} />
    </>
  );
}

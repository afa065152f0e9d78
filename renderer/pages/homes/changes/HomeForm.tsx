import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../../shared/errors.ts';
import { Button } from '../../../components/controls.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import './home-form.css';

type HomeFormProps = { title: string; note?: string; submit: string; busy: boolean; refusal: Refusal | undefined; problem?: string | undefined; onSubmit: () => void; onClose: () => void; children: ReactNode };

/** A small form in the panel of a home. Enter sends it, Esc leaves it and nothing else. */
export function HomeForm({ title, note, submit, busy, refusal, problem, onSubmit, onClose, children }: HomeFormProps) {
  const { t } = useTranslation();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <form
      className="home-form"
      aria-label={title}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <h3>{title}</h3>
      <div className="home-form-fields">{children}</div>
      {note !== undefined && <p className="muted small">{note}</p>}
      {problem !== undefined && (
        <p className="red small" role="alert">
          {problem}
        </p>
      )}
      <RefusalNote refusal={refusal} />
      <div className="home-form-acts">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button look="main" type="submit" disabled={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../shared/errors.ts';
import type { Progress } from '../window-api.ts';
import { useRefusalText } from '../text/refusals.ts';
import { Button } from './controls.tsx';
import './states.css';

/** Grey lines in the place of what is being read. */
export function Skeleton({ rows = 3, height = 16 }: { rows?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <div className="skeleton" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <i key={index} style={{ height, width: `${92 - ((index * 17) % 40)}%` }} />
      ))}
    </div>
  );
}

/** Says that there is nothing, and what one can do about it. */
export function EmptyNote({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <b>{title}</b>
      {children !== undefined && <p>{children}</p>}
    </div>
  );
}

/** The sentence of a refusal, with a way to try again where there is one. */
export function RefusalNote({ refusal, onRetry }: { refusal: Refusal | undefined; onRetry?: () => void }) {
  const { t } = useTranslation();
  const text = useRefusalText();
  if (!refusal) return null;
  return (
    <div className="refusal" role="alert" data-code={refusal.code}>
      <span>{text(refusal)}</span>
      {onRetry && (
        <Button look="link" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}

/** How far a long command is, with a way to stop it. `label` says what is being done; main's own label is a code. */
export function ProgressBar({ progress, label, onCancel }: { progress: Progress | undefined; label: string; onCancel: () => void }) {
  const { t } = useTranslation();
  const { done = 0, total = 0 } = progress ?? {};
  return (
    <div className="progress" role="status">
      <span>{label}</span>
      <progress max={total || 1} value={total === 0 ? undefined : done} aria-label={label} />
      <span className="muted small">{total > 0 ? t('progress', { done, total }) : ''}</span>
      <Button onClick={onCancel}>{t('cancel')}</Button>
    </div>
  );
}

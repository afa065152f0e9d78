import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { noteFaces } from '../../../shared/domain/shift.ts';
import { money } from '../../text/formats.ts';
import { readPieces, type CountDraft, type Face } from './count-form.ts';

/** The name of a note or coin: 100 元, 5 角. */
export function useFaceName(): (faceFen: number) => string {
  const { t } = useTranslation('shifts');
  return (faceFen) => (faceFen >= 100 ? t('yuanFace', { value: faceFen / 100 }) : t('jiaoFace', { value: faceFen / 10 }));
}

type CountTableProps = { pieces: CountDraft['pieces']; disabled: boolean; onChange: (face: Face, text: string) => void };

/** Pieces of each note and coin; digits are typed, Enter and the arrows walk the column. */
export function CountTable({ pieces, disabled, onChange }: CountTableProps) {
  const { t } = useTranslation('shifts');
  const faceName = useFaceName();
  return (
    <table className="book count" aria-label={t('counting')} onKeyDown={walk}>
      <thead>
        <tr>
          <th>{t('face')}</th>
          <th className="num">{t('pieces')}</th>
          <th className="num led">{t('amount')}</th>
        </tr>
      </thead>
      <tbody>
        {noteFaces.map((face, index) => {
          const count = readPieces(pieces[face]);
          return (
            <tr key={face}>
              <td>{faceName(face)}</td>
              <td className="num">
                <input aria-label={t('piecesOf', { face: faceName(face) })} inputMode="numeric" maxLength={6} autoFocus={index === 0} value={pieces[face]} disabled={disabled} aria-invalid={count === undefined} onFocus={(event) => event.target.select()} onChange={(event) => onChange(face, event.target.value)} />
              </td>
              <td className={`num led ${count === undefined ? 'red small' : count === 0 ? 'muted' : ''}`}>{count === undefined ? t('badPieces') : count === 0 ? '—' : money(count * face)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** From a field of the drawer's form to the one before or after it: Enter and the arrows, as in a column of figures. */
export function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLInputElement) || event.nativeEvent.isComposing) return;
  const fields = [...(event.target.form?.querySelectorAll<HTMLElement>('input:not(:disabled):not(:read-only), button[type=submit]') ?? [])];
  const next = fields[fields.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}

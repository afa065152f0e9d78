import { AppError } from '../../../shared/errors.ts';

/** A form that is sent again must say what it said: else something would be lost that its sender takes for entered. Throws MARKET_FORM_REUSED. */
export function checkSameForm(formId: string | undefined, same: boolean): void {
  if (!same) throw new AppError('MARKET_FORM_REUSED', { formId: formId ?? '' });
}

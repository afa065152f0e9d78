import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../shared/errors.ts';
import { refusalWords } from './refusal-words.ts';

/** The sentence for a refusal, naming the field, the row or the rule. */
export function refusalText(refusal: Refusal, language: string): string {
  const words = (language === 'en' ? refusalWords.en : undefined) ?? refusalWords.zh;
  // code and details belong together in a Refusal; the union of their pairs cannot be applied as one.
  const sentence = words[refusal.code] as (details: Refusal['details']) => string;
  return sentence(refusal.details);
}

/** The sentence maker in the language of the window. */
export function useRefusalText(): (refusal: Refusal) => string {
  const { i18n } = useTranslation();
  return (refusal) => refusalText(refusal, i18n.language);
}

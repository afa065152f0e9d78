import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { refusalWords, type RefusalWords } from './refusal-words.ts';
import { texts as zh } from './zh/index.ts';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

declare module 'i18next' {
  // An interface, since i18next lets its types be set only this way.
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: typeof zh;
    returnNull: false;
  }
}

const STORED_AS = 'mingbai.language';

/** The language chosen on this machine; Chinese at first. */
export function chosenLanguage(): Language {
  return window.localStorage.getItem(STORED_AS) === 'en' ? 'en' : 'zh';
}

/** Makes the words ready before the first drawing. English is fetched only when it is chosen. */
export async function startLanguage(): Promise<void> {
  const language = chosenLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    ns: Object.keys(zh),
    defaultNS: 'common',
    resources: { zh },
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await changeLanguage(language);
}

/** Switches the language of the window and keeps the choice. */
export async function changeLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'common')) {
    const [{ texts }, { refusals }] = await Promise.all([import('./en/index.ts'), import('./en/refusals.ts')]);
    for (const [namespace, words] of Object.entries(texts)) i18next.addResourceBundle('en', namespace, words);
    refusalWords.en = refusals satisfies RefusalWords;
  }
  window.localStorage.setItem(STORED_AS, language);
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  if (i18next.language !== language) await i18next.changeLanguage(language);
}

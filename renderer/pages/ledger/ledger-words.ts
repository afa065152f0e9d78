import { useMemo } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { money } from '../../text/formats.ts';
import { ledger as zh } from '../../text/zh/ledger.ts';

/** Problems whose detail is amounts. */
const AMOUNT_PROBLEMS = new Set(['UNBALANCED', 'BILL', 'OVERPAID', 'PAYMENT']);

type Words = {
  /** The kind of an entry in words; the code itself when the program knows no word. */
  kind: (kind: string) => string;
  problem: (kind: string) => string;
  /** What a problem's check found; fen are shown as yuan. */
  problemDetail: (kind: string, detail: string) => string;
  act: (endpoint: string) => string;
  /** An account's name in the window's language; `name` where the program knows no other. */
  account: (account: string, name: string) => string;
};

/** Words for the codes that the books store. */
export function useLedgerWords(): Words {
  const { t } = useTranslation('ledger');
  return useMemo(() => wordsOf(t), [t]);
}

function wordsOf(t: TFunction<'ledger'>): Words {
  return {
    kind: (kind) => (isKey(zh.kind, kind) ? t(`kind.${kind}`) : kind),
    problem: (kind) => (isKey(zh.problemKind, kind) ? t(`problemKind.${kind}`) : kind),
    problemDetail: (kind, detail) => (AMOUNT_PROBLEMS.has(kind) ? detail.replace(/-?\d+/g, (fen) => money(Number(fen))) : detail),
    act: (endpoint) => (isKey(zh.act, endpoint) ? t('act', { returnObjects: true })[endpoint] : endpoint),
    account: (account, name) => {
      const key = account.replace('.', '_');
      return isKey(zh.accountName, key) ? t(`accountName.${key}`) : name;
    },
  };
}

function isKey<Known extends object>(words: Known, key: string): key is Extract<keyof Known, string> {
  return Object.hasOwn(words, key);
}

import { useMemo } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { money, rate } from '../../text/formats.ts';
import { ledger as zh } from '../../text/zh/ledger.ts';

/** Inputs whose value is a code of the program, not what somebody typed. */
const CODED_INPUTS = new Set(['role', 'onError', 'method', 'payerRole', 'book', 'fund', 'firstMonthRule', 'paper', 'to', 'channel', 'action']);

/** Problems whose detail is amounts. */
const AMOUNT_PROBLEMS = new Set(['UNBALANCED', 'BILL', 'OVERPAID', 'PAYMENT', 'SUM', 'POOL', 'CHANNEL']);

/** Numbers that the program made up: their beginning tells them apart, the whole stands in the row's hint. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const UUID_SHOWN = 8;

type Words = {
  /** The kind of an entry in words; the code itself when the program knows no word. */
  kind: (kind: string) => string;
  problem: (kind: string) => string;
  /** What a problem's check found; fen are shown as yuan. */
  problemDetail: (kind: string, detail: string) => string;
  act: (endpoint: string) => string;
  /** The input of an audited call (JSON) in words: `金额 613.80，方式 现金`. */
  auditInput: (json: string) => string;
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
    auditInput: (json) => describeInput(json, t),
    account: (account, name) => {
      const key = account.replaceAll('.', '_');
      return isKey(zh.accountName, key) ? t(`accountName.${key}`) : name;
    },
  };
}

function isKey<Known extends object>(words: Known, key: string): key is Extract<keyof Known, string> {
  return Object.hasOwn(words, key);
}

function describeInput(json: string, t: TFunction<'ledger'>): string {
  const input: unknown = JSON.parse(json);
  return typeof input === 'object' && input !== null ? describeParts(input, t) : json;
}

function describeParts(input: object, t: TFunction<'ledger'>): string {
  const parts = Object.entries(input).map(([key, value]: [string, unknown]) => `${describeKey(key, value, t)} ${describeValue(key, value, t)}`);
  return parts.join(t('inputComma'));
}

function describeKey(key: string, value: unknown, t: TFunction<'ledger'>): string {
  // A book ends on a day; a receipt goes to the printer or a file.
  if (key === 'to' && (value === 'printer' || value === 'pdf')) return t('inputDestination');
  return isKey(zh.input, key) ? t(`input.${key}`) : key;
}

function describeValue(key: string, value: unknown, t: TFunction<'ledger'>): string {
  if (Array.isArray(value)) return t('inputCount', { count: value.length });
  if (typeof value === 'number') return key.endsWith('Fen') ? money(value) : key === 'rateE4' ? rate(value) : String(value);
  if (typeof value === 'boolean') return t(value ? 'inputYes' : 'inputNo');
  if (typeof value === 'object' && value !== null) return t('inputInner', { parts: describeParts(value, t) });
  const word = String(value);
  if (UUID.test(word)) return word.slice(0, UUID_SHOWN);
  return isKey(zh.inputValue, word) && CODED_INPUTS.has(key) ? t(`inputValue.${word}`) : word;
}

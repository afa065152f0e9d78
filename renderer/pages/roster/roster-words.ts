import { useMemo } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { area, money, rate } from '../../text/formats.ts';
import { roster as zh } from '../../text/zh/roster.ts';
import { common } from '../../text/zh/common.ts';

export type RosterRow = Output<'roster.preview'>['rows'][number];
export type RosterAction = RosterRow['action'];

export type RosterWords = {
  /** What a column of the roster is called here. */
  field: (field: string) => string;
  status: (status: string) => string;
  reason: (code: string) => string;
  /** One sentence for a row: why it is refused, or what would change. */
  note: (row: RosterRow) => string;
};

/** Words for the codes of a roster preview. */
export function useRosterWords(): RosterWords {
  const { t } = useTranslation(['roster', 'common']);
  return useMemo(() => wordsOf(t), [t]);
}

function wordsOf(t: TFunction<['roster', 'common']>): RosterWords {
  const field = (name: string) => (isKey(zh.field, name) ? t(`field.${name}`) : name);
  const reason = (code: string) => (isKey(zh.reason, code) ? t(`reason.${code}`) : code);
  const status = (code: string) => (isKey(common.homeStatus, code) ? t(`common:homeStatus.${code}`) : code);
  const valueOf = (name: string, value: string) => {
    if (value === '') return t('nothing');
    if (name === 'area') return area(Number(value));
    if (name === 'arrears') return money(Number(value));
    if (name === 'rate') return rate(Number(value));
    if (name === 'phone') return maskPhones(value);
    return name === 'status' ? status(value) : value;
  };
  const note = ({ action, issues, changes }: RosterRow) => {
    if (action === 'merged') return t('mergedNote');
    const refused = issues.map((issue) => t(issue.value === '' ? 'issueEmpty' : 'issue', { header: issue.header || field(issue.column), value: issue.value, reason: reason(issue.reason) }));
    const changed = changes.map((change) => t('change', { field: field(change.field), from: valueOf(change.field, change.from), to: valueOf(change.field, change.to) }));
    return [...refused, ...changed].join('；');
  };
  return { field, status, reason, note };
}

/** Keeps the first three and the last four digits: 138****2671. */
function maskPhones(phones: string): string {
  return phones.replace(/\d{7,}/g, (phone) => `${phone.slice(0, 3)}****${phone.slice(-4)}`);
}

function isKey<Known extends object>(words: Known, key: string): key is Extract<keyof Known, string> {
  return Object.hasOwn(words, key);
}

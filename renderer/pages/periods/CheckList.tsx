import { useTranslation } from 'react-i18next';
import { periodCheckNames, periodDetail } from '../../../shared/domain/period-details.ts';
import { Tag } from '../../components/controls.tsx';
import { BankField } from './BankField.tsx';
import { mendLink, type PeriodItem } from './mend-links.ts';

/** What must be right before a month is closed, each with a way to where it is mended. `mayEnter`: the bank's balance can be written here. */
export function CheckList({ items, month, mayEnter, onSaved }: { items: readonly PeriodItem[]; month: string; mayEnter: boolean; onSaved: () => void }) {
  const { t, i18n } = useTranslation('periods');
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return (
    <ul className="periods-checks" aria-label={t('list')}>
      {items.map((item) => {
        const { name, ok, facts } = item;
        const isBank = name === 'bankProperty' || name === 'bankCommon';
        const only = name === 'platformsSettled' && facts['owedFen'] !== 0;
        return (
          <li key={name} data-check={name} data-ok={ok}>
            <span className={only ? 'muted' : ok ? 'good' : 'red'} aria-hidden="true">{only ? 'i' : ok ? '✓' : '✗'}</span>
            <b>{periodCheckNames[language][name]}</b>
            <span className="periods-detail">{periodDetail(language, name, facts)}</span>
            <Tag {...(!only && { tone: ok ? 'green' : 'red' })}>{only ? t('note') : t(ok ? 'ok' : 'todo')}</Tag>
            {ok && name === 'earlierMonths' ? <span /> : <a className="text-link" href={mendLink(item, month)}>{ok ? t('look') : t(`mend.${name}`)}</a>}
            {isBank && mayEnter && facts['postings'] !== 0 && <BankField key={`${month}/${String(facts['balanceFen'])}`} item={item} month={month} onSaved={onSaved} />}
          </li>
        );
      })}
    </ul>
  );
}

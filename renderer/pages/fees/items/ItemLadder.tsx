import { useTranslation } from 'react-i18next';
import { addDays } from '../../../../shared/domain/period.ts';
import { Tag } from '../../../components/controls.tsx';
import { EmptyNote } from '../../../components/states.tsx';
import { useSession } from '../../../session.ts';
import { useNames, useVersionWords, type FeeItem, type FeeVersion } from './version-words.ts';

/** The day from which books begin that were opened before anything was known. */
const EVER = '1900-01-01';

/** The versions of an item's rule, the newest on top: from when to when, how it reckons, what it changed. */
export function ItemLadder({ item, items }: { item: FeeItem; items: readonly FeeItem[] }) {
  const { t } = useTranslation('fees');
  const { today } = useSession();
  const words = useVersionWords(useNames(items));
  if (item.versions.length === 0) return <EmptyNote title={t('noVersion')} />;
  const dates = ({ from, to }: FeeVersion) => {
    if (to !== null) return t('until', { from: from === EVER ? t('ever') : from, to: addDays(to, -1) });
    return from === EVER ? t('always') : `${from} ${t('open_')}`;
  };
  return (
    <div className="ladder-scroll">
      <table className="book ladder" aria-label={t('ladder')}>
        <thead>
          <tr>
            <th className="num">{t('version')}</th>
            <th>{t('fromTo')}</th>
            <th>{t('how')}</th>
            <th>{t('whatChanged')}</th>
          </tr>
        </thead>
        <tbody>
          {[...item.versions].reverse().map((version) => {
            const state = version.from > today ? 'future' : version.to === null || today < version.to ? 'now' : 'past';
            const before = item.versions.find((one) => one.version === version.version - 1);
            return (
              <tr key={version.version} className={state}>
                <td className="num">{version.version}</td>
                <td>
                  {dates(version)} {state !== 'past' && <Tag {...(state === 'future' && { tone: 'blue' as const })}>{t(state)}</Tag>}
                </td>
                <td>
                  <b>{words.how(item, version)}</b>
                  <div className="muted small">{[t(`basisName.${version.basis}`), words.cycle(version), ...(version.vacancy ? [t('changed.vacancy')] : []), ...(version.lateFee ? [t('changed.lateFee')] : [])].join(' · ')}</div>
                  {version.rates.length > 0 && version.rateE4 !== null && <div className="small">{words.scopes(version).join(t('itemComma'))}</div>}
                </td>
                <td className="selectable">
                  {words.changes(before, version).map((change) => (
                    <div key={change}>{change}</div>
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

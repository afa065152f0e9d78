import { useTranslation } from 'react-i18next';
import { useQuery } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import { Choice } from './Choice.tsx';
import type { DraftProps, ScopeDraft } from './item-draft.ts';
import { homeTypes } from './version-words.ts';

const SCOPES = ['building', 'type', 'home'] as const;

/** Rates of a part of the homes: a building, a home type, one home. */
export function RateFields({ draft, change, problems }: DraftProps) {
  const { t } = useTranslation('fees');
  const { rates } = draft;
  const put = (at: number, changes: Partial<ScopeDraft>) => change({ rates: rates.map((one, index) => (index === at ? { ...one, ...changes } : one)) });
  return (
    <Labelled label={t('form.rates')} hint={rates.length > 0 ? t('form.ratesHint') : undefined}>
      {rates.map((one, index) => (
        // Rows have no name of their own: they are what their place says.
        <ScopeRow key={index} row={one} problem={problems?.rates[index] && t(`form.${problems.rates[index]}`)} onChange={(changes) => put(index, changes)} onRemove={() => change({ rates: rates.filter((_, at) => at !== index) })} />
      ))}
      <div>
        <Button look="link" onClick={() => change({ rates: [...rates, { scope: 'building', key: '', rate: '' }] })}>
          {t('form.addRate')}
        </Button>
      </div>
    </Labelled>
  );
}

function ScopeRow({ row, problem, onChange, onRemove }: { row: ScopeDraft; problem: string | undefined; onChange: (changes: Partial<ScopeDraft>) => void; onRemove: () => void }) {
  const { t } = useTranslation(['fees', 'common']);
  const tree = useQuery('homes.tree', {}, { keepLast: true });
  const buildings = [...new Set((tree.value?.items ?? []).map(({ building }) => building))];
  return (
    <div className="scope-row">
      <Choice label={t('form.scope')} value={row.scope} options={SCOPES.map((value) => ({ value, label: t(`scopeName.${value}`) }))} onChange={(scope) => onChange({ scope, key: '' })} />
      {row.scope === 'building' && <Choice label={t('form.key')} value={row.key || undefined} options={buildings.map((name) => ({ value: name, label: t('buildingName', { name }) }))} onChange={(key) => onChange({ key })} />}
      {row.scope === 'type' && <Choice label={t('form.key')} value={homeTypes.find((type) => type === row.key)} options={homeTypes.map((type) => ({ value: type, label: t(`common:homeType.${type}`) }))} onChange={(key) => onChange({ key })} />}
      {row.scope === 'home' && <input className="input" aria-label={t('form.key')} value={row.key} maxLength={20} placeholder="3-2-501" onChange={(event) => onChange({ key: event.target.value })} />}
      <input className="input num" aria-label={t('form.keyRate')} value={row.rate} inputMode="decimal" placeholder="1.80" onChange={(event) => onChange({ rate: event.target.value })} />
      <Button look="link" onClick={onRemove}>
        {t('form.removeRate')}
      </Button>
      {problem !== undefined && (
        <p className="problem small" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

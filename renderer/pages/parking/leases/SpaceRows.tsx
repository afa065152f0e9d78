import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import { noSpace, readPlates, type LeaseDraft, type LeaseProblem, type SpaceDraft } from './lease-draft.ts';
import { PlateField } from './PlateField.tsx';
import { SpaceSelect } from './SpaceSelect.tsx';

type SpaceRowsProps = { draft: LeaseDraft; problems: ReadonlySet<LeaseProblem>; onChange: (spaces: SpaceDraft[]) => void };

/** The space with its plates; of a company's contract as many as it takes. */
export function SpaceRows({ draft, problems, onChange }: SpaceRowsProps) {
  const { t } = useTranslation('parking');
  const { spaces, payer, home } = draft;
  const vehicles = useQuery('parking.listVehicles', { homeId: home?.homeId ?? 0, limit: 20 }, { enabled: payer === 'home' && home !== undefined });
  const offered = payer === 'home' && home ? (vehicles.value?.items ?? []).filter(({ leaseId }) => leaseId === null).map(({ plate }) => plate) : [];
  const set = (index: number, part: Partial<SpaceDraft>) => onChange(spaces.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const several = spaces.length > 1;
  const trouble = (['space', 'spaceTwice'] as const).find((one) => problems.has(one));
  const badPlates = ({ plates }: SpaceDraft) => {
    if (problems.has('plates') && readPlates(plates).some(({ plate }) => plate === undefined)) return t('problem.plates');
    return problems.has('plateTwice') ? t('problem.plateTwice') : undefined;
  };
  return (
    <div className="space-rows whole">
      {spaces.map((one, index) => (
        <div className="space-row" key={index}>
          <Labelled label={several ? t('lease.spaceNo', { no: index + 1 }) : t('lease.space')} problem={trouble && (index === 0 || several) && (trouble !== 'space' || one.space === '') ? t(`problem.${trouble}`) : undefined}>
            <KnownSpace label={several ? t('lease.spaceNo', { no: index + 1 }) : t('lease.space')} row={one} onChange={(part) => set(index, part)} />
          </Labelled>
          <PlateField label={several ? t('lease.platesNo', { no: index + 1 }) : t('lease.plates')} value={one.plates} offered={offered} onChange={(plates) => set(index, { plates })} problem={badPlates(one)} />
          {several && (
            <Button look="link" className="remove" aria-label={t('lease.removeSpace', { no: index + 1 })} onClick={() => onChange(spaces.filter((_, at) => at !== index))}>
              {t('lease.remove')}
            </Button>
          )}
        </div>
      ))}
      {payer === 'company' && (
        <Button look="link" onClick={() => onChange([...spaces, noSpace])}>
          {t('lease.addSpace')}
        </Button>
      )}
    </div>
  );
}

/** The choice of a space, which tells what the chosen one is: its title decides what the lease needs. */
function KnownSpace({ label, row, onChange }: { label: string; row: SpaceDraft; onChange: (part: Partial<SpaceDraft>) => void }) {
  const { t } = useTranslation('parking');
  const found = useQuery('parking.listSpaces', { search: row.space, limit: 50 }, { enabled: row.space !== '' });
  const space = found.value?.items.find(({ code }) => code === row.space);
  useEffect(() => {
    if (space && (space.title !== row.title || space.ownerHomeId !== row.ownerHomeId)) onChange({ title: space.title, ownerHomeId: space.ownerHomeId });
  });
  return (
    <>
      <SpaceSelect label={label} value={row.space} onChange={(code) => onChange({ space: code, title: undefined, ownerHomeId: null })} />
      {space && (
        <p className="hint">
          {[space.zone, space.floor, t(`spaceKind.${space.kind}`), t(`title_.${space.title}`), space.ownerLabel].filter(Boolean).join(' ')}
        </p>
      )}
      {found.state === 'ready' && !space && row.space !== '' && <p className="problem">{t('problem.noSuchSpace')}</p>}
    </>
  );
}

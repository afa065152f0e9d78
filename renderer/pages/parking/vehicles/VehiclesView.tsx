import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { readPlate } from '../../../../shared/domain/plate.ts';
import { useCommand } from '../../../api.ts';
import { Button, Check } from '../../../components/controls.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { Field } from '../../../components/Field.tsx';
import { EmptyNote, RefusalNote } from '../../../components/states.tsx';
import { linkTo } from '../../../route.ts';
import { useMay, useSession } from '../../../session.ts';
import { HomeForm } from '../../homes/changes/HomeForm.tsx';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import { LongTable, type Column } from '../../ledger/book/LongTable.tsx';
import { SearchBox } from '../../ledger/book/SearchBox.tsx';
import { usePages } from '../../ledger/book/use-pages.ts';
import { HomeSelect, type PickedHome } from '../HomeSelect.tsx';
import { goToParking } from '../parking-route.ts';

type Vehicle = Output<'parking.listVehicles'>['items'][number];
export type LookProps = { search: string; onSearch: (text: string) => void };

/** The cars of homes and companies: found by plate, registered, and off the list when they leave. */
export function VehiclesView({ search, onSearch }: LookProps) {
  const { t } = useTranslation('parkingDesk');
  const mayChange = useMay('manager', 'cashier', 'office');
  const [present, setPresent] = useState(true);
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<Vehicle | undefined>();
  const [said, setSaid] = useState<string | undefined>();
  const filter = { present, ...(search !== '' && { search }) };
  const pages = usePages('parking.listVehicles', filter);
  const columns = useVehicleColumns();
  const finish = (words: string) => { setAdding(false); setChosen(undefined); setSaid(words); };
  return (
    <div className="parking-area">
      <section className="card parking-main">
        <div className="parking-bar">
          <SearchBox wide label={t('searchLabel')} placeholder={t('search')} value={search} onChange={onSearch} />
          <label className="checked"><Check label={t('vehicle.presentOnly')} checked={present} onChange={setPresent} />{t('vehicle.presentOnly')}</label>
          {mayChange && <Button aria-expanded={adding} onClick={() => { setSaid(undefined); setChosen(undefined); setAdding(!adding); }}>{t('vehicle.add')}</Button>}
          <span className="at-end"><ExportList list="parking.listVehicles" input={filter} name={t('view.vehicles')} /></span>
        </div>
        {said !== undefined && <p className="side-said" role="status">{said}</p>}
        <RefusalNote refusal={pages.refusal} onRetry={pages.retry} />
        <LongTable
          label={t('view.vehicles')} columns={columns} rowCount={pages.rowCount} rowAt={pages.rowAt} onView={pages.ensure} listKey={pages.listKey} loading={pages.loading && !pages.refusal}
          onOpen={(row) => { setAdding(false); setChosen(row); }} rowClass={(row) => (row.to === null ? '' : 'quiet')}
          {...(pages.head && pages.head.total > 0 && { foot: { plate: <span className="foot-title">{t('vehicle.count', { count: pages.head.total })}</span> } })}
          empty={search === '' ? <EmptyNote title={t('vehicle.none')}>{t('vehicle.noneNote')}</EmptyNote> : <EmptyNote title={t('vehicle.noMatch')} />}
        />
      </section>
      {adding && <aside className="card parking-side"><AddVehicle onDone={finish} onClose={() => setAdding(false)} /></aside>}
      {chosen && <aside className="card parking-side"><VehiclePanel key={chosen.vehicleId} vehicle={chosen} mayChange={mayChange} onDone={finish} onClose={() => setChosen(undefined)} /></aside>}
    </div>
  );
}

function useVehicleColumns(): Column<Vehicle>[] {
  const { t } = useTranslation('parkingDesk');
  return useMemo((): Column<Vehicle>[] => [
    { key: 'plate', title: t('vehicle.plate'), width: '150px', cell: ({ plate, energy }) => <span>{plate} <span className={`plate-kind ${energy}`}>{t(`vehicle.${energy}`)}</span></span> },
    { key: 'label', title: t('vehicle.label'), width: 'minmax(110px, 1fr)', cell: ({ label }) => label, hint: ({ label }) => label },
    { key: 'owner', title: t('vehicle.owner'), width: 'minmax(90px, 1fr)', cell: ({ ownerName }) => ownerName, hint: ({ ownerName }) => ownerName },
    { key: 'space', title: t('vehicle.space'), width: '110px', cell: ({ space }) => space ?? <span className="muted">{t('vehicle.noLease')}</span> },
    { key: 'since', title: t('vehicle.since'), width: '190px', cell: ({ from, to }) => <span>{from} {to !== null && <span className="muted small">{t('vehicle.until', { day: to })}</span>}</span> },
    { key: 'note', title: t('vehicle.note'), width: 'minmax(80px, 1fr)', from: 900, cell: ({ note }) => note, hint: ({ note }) => note },
  ], [t]);
}

/** Registers a car; the plate is judged while it is typed. */
function AddVehicle({ onDone, onClose }: { onDone: (words: string) => void; onClose: () => void }) {
  const { t } = useTranslation('parkingDesk');
  const [plate, setPlate] = useState('');
  const [home, setHome] = useState<PickedHome | undefined>();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { run, running, refusal } = useCommand('parking.addVehicle');
  const read = readPlate(plate);
  const submit = async () => {
    setTried(true);
    if (!read || !home) return;
    const reply = await run({ plate: read.plate, homeId: home.homeId, note: note.trim() });
    if (reply.ok) onDone(t('vehicle.added', { plate: reply.value.plate }));
  };
  return (
    <HomeForm title={t('vehicle.add')} submit={t('vehicle.addDo')} busy={running} refusal={refusal} onSubmit={() => void submit()} onClose={onClose}>
      <Field className="whole" label={t('vehicle.plate')} value={plate} maxLength={12} autoFocus onChange={setPlate} hint={read ? `${read.plate} ${t(`vehicle.${read.energy}`)}` : undefined} problem={!read && (tried || plate.trim().length >= 8) ? t('vehicle.bad') : undefined} />
      <Labelled label={t('vehicle.whose')} problem={tried && !home ? t('vehicle.needed') : undefined}><HomeSelect label={t('vehicle.whose')} value={home} onChange={setHome} /></Labelled>
      <Field className="whole" label={t('vehicle.note')} value={note} maxLength={200} onChange={setNote} />
    </HomeForm>
  );
}

function VehiclePanel({ vehicle, mayChange, onDone, onClose }: { vehicle: Vehicle; mayChange: boolean; onDone: (words: string) => void; onClose: () => void }) {
  const { t } = useTranslation(['parkingDesk', 'common']);
  const { today } = useSession();
  const [on, setOn] = useState<string | undefined>(today);
  const { run, running, refusal } = useCommand('parking.endVehicle');
  const { vehicleId, plate, label, ownerName, leaseId, space, from, to, homeId } = vehicle;
  const leave = async () => {
    if (on === undefined) return;
    const reply = await run({ vehicleId, on });
    if (reply.ok) onDone(t('vehicle.left', { plate }));
  };
  return (
    <>
      <div className="parking-side-head"><h2>{plate}</h2><Button look="link" onClick={onClose}>{t('common:close')}</Button></div>
      <div className="parking-side-body">
        <dl className="side-facts">
          <dt>{t('vehicle.label')}</dt><dd><a className="text-link" href={linkTo('payments', { home: homeId })}>{label} {ownerName}</a></dd>
          <dt>{t('vehicle.space')}</dt><dd>{leaseId === null ? t('vehicle.noLease') : <Button look="link" onClick={() => goToParking({ tab: 'leases', lease: leaseId })}>{space}</Button>}</dd>
          <dt>{t('vehicle.since')}</dt><dd>{from} {to !== null && t('vehicle.until', { day: to })}</dd>
        </dl>
        {mayChange && to === null && (
          <HomeForm title={t('vehicle.leave')} submit={t('vehicle.leave')} busy={running} refusal={refusal} onSubmit={() => void leave()} onClose={onClose}>
            <Labelled label={t('vehicle.from')}><DayInput label={t('vehicle.from')} value={on} onChange={setOn} clearable={false} /></Labelled>
          </HomeForm>
        )}
      </div>
    </>
  );
}

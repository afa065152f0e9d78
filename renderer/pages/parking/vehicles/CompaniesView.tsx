import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { useCommand, useQuery } from '../../../api.ts';
import { Button, Check } from '../../../components/controls.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { Field } from '../../../components/Field.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../../components/states.tsx';
import { linkTo } from '../../../route.ts';
import { useMay } from '../../../session.ts';
import { money } from '../../../text/formats.ts';
import { HomeForm } from '../../homes/changes/HomeForm.tsx';
import { SearchBox } from '../../ledger/book/SearchBox.tsx';
import { goToParking } from '../parking-route.ts';
import { CompanyStatement } from './CompanyStatement.tsx';
import type { LookProps } from './VehiclesView.tsx';

type Company = Output<'parking.listCompanies'>['items'][number];

/** The companies that lease, what they owe, and each one's statement. */
export function CompaniesView({ search, onSearch }: LookProps) {
  const { t } = useTranslation('parkingDesk');
  const mayAdd = useMay('manager', 'cashier', 'office');
  const [owing, setOwing] = useState(false);
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<number | undefined>();
  const [said, setSaid] = useState<string | undefined>();
  const filter = { ...(search !== '' && { search }), ...(owing && { owing }) };
  const companies = useQuery('parking.listCompanies', filter, { keepLast: true });
  const items = companies.value?.items;
  const company = items?.find(({ companyId }) => companyId === chosen);
  const finish = (words: string) => { setAdding(false); setSaid(words); };
  return (
    <div className="parking-area">
      <section className="card parking-main">
        <div className="parking-bar">
          <SearchBox wide label={t('searchLabel')} placeholder={t('searchCompany')} value={search} onChange={onSearch} />
          <label className="checked"><Check label={t('company.owing')} checked={owing} onChange={setOwing} />{t('company.owing')}</label>
          {mayAdd && <Button aria-expanded={adding} onClick={() => { setSaid(undefined); setAdding(!adding); }}>{t('company.add')}</Button>}
          <span className="at-end"><ExportList list="parking.listCompanies" input={filter} name={t('view.companies')} /></span>
        </div>
        {said !== undefined && <p className="side-said" role="status">{said}</p>}
        <RefusalNote refusal={companies.refusal} onRetry={companies.reload} />
        {!items && companies.state === 'loading' && <Skeleton rows={6} height={22} />}
        {items?.length === 0 && <EmptyNote title={search === '' && !owing ? t('company.none') : t('vehicle.noMatch')}>{search === '' && !owing ? t('company.noneNote') : undefined}</EmptyNote>}
        {items !== undefined && items.length > 0 && <CompanyTable items={items} chosen={chosen} onChoose={(companyId) => { setAdding(false); setChosen(companyId); }} />}
      </section>
      {adding && <aside className="card parking-side"><CompanyForm onDone={finish} onClose={() => setAdding(false)} /></aside>}
      {company && !adding && <CompanyPanel key={company.companyId} company={company} onDone={finish} onClose={() => setChosen(undefined)} />}
    </div>
  );
}

function CompanyTable({ items, chosen, onChoose }: { items: readonly Company[]; chosen: number | undefined; onChoose: (companyId: number) => void }) {
  const { t } = useTranslation('parkingDesk');
  const sum = (of: (company: Company) => number): string => money(items.reduce((total, company) => total + of(company), 0));
  return (
    <div className="company-table">
      <table className="book" aria-label={t('view.companies')}>
        <thead><tr><th>{t('company.name')}</th><th>{t('company.contact')}</th><th className="num">{t('company.leases')}</th><th className="num">{t('company.spaces')}</th><th className="num led">{t('company.monthly')}</th><th className="num">{t('company.open')}</th><th className="num">{t('company.deposit')}</th></tr></thead>
        <tbody>
          {items.map(({ companyId, name, contact, phone, leases, spaces, monthlyFen, openFen, depositHeldFen }) => (
            <tr key={companyId} className={companyId === chosen ? 'chosen' : ''} onClick={() => onChoose(companyId)}>
              <td><Button look="link" onClick={() => onChoose(companyId)}>{name}</Button></td>
              <td className="small">{contact} <span className="muted">{phone}</span></td>
              <td className="num">{leases}</td><td className="num">{spaces}</td><td className="num led">{money(monthlyFen)}</td><td className={`num ${openFen > 0 ? 'owed' : ''}`}>{money(openFen)}</td><td className="num">{money(depositHeldFen)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr><td colSpan={4} className="foot-title">{t('company.total', { count: items.length })}</td><td className="num led">{sum(({ monthlyFen }) => monthlyFen)}</td><td className="num">{sum(({ openFen }) => openFen)}</td><td className="num">{sum(({ depositHeldFen }) => depositHeldFen)}</td></tr></tfoot>
      </table>
    </div>
  );
}

type FormProps = { onDone: (words: string) => void; onClose: () => void };

/** Adds a company, or changes whom to ask for; its name stays, since papers carry it. */
function CompanyForm({ company, onDone, onClose }: FormProps & { company?: Company }) {
  const { t } = useTranslation('parkingDesk');
  const [name, setName] = useState(company?.name ?? '');
  const [contact, setContact] = useState(company?.contact ?? '');
  const [phone, setPhone] = useState(company?.phone ?? '');
  const [note, setNote] = useState(company?.note ?? '');
  const [tried, setTried] = useState(false);
  const add = useCommand('parking.addCompany');
  const change = useCommand('parking.changeCompany');
  const submit = async () => {
    setTried(true);
    const facts = { contact: contact.trim(), phone: phone.trim(), note: note.trim() };
    if (name.trim() === '') return;
    const reply = company ? await change.run({ companyId: company.companyId, ...facts }) : await add.run({ name: name.trim(), ...facts });
    if (reply.ok) onDone(company ? t('company.changed') : t('company.added', { name: name.trim() }));
  };
  return (
    <HomeForm title={company ? t('company.change') : t('company.add')} submit={company ? t('company.changeDo') : t('company.addDo')} busy={add.running || change.running} refusal={add.refusal ?? change.refusal} onSubmit={() => void submit()} onClose={onClose}>
      {!company && <Field className="whole" label={t('company.name')} value={name} maxLength={40} autoFocus onChange={setName} problem={tried && name.trim() === '' ? t('company.nameNeeded') : undefined} />}
      <Field label={t('company.contact')} value={contact} maxLength={40} onChange={setContact} />
      <Field label={t('company.phone')} value={phone} maxLength={40} onChange={setPhone} />
      <Field className="whole" label={t('company.note')} value={note} maxLength={200} onChange={setNote} />
    </HomeForm>
  );
}

function CompanyPanel({ company, onDone, onClose }: FormProps & { company: Company }) {
  const { t } = useTranslation(['parkingDesk', 'common']);
  const mayChange = useMay('manager', 'office');
  const [changing, setChanging] = useState(false);
  const { companyId, name, contact, phone, note, prepaidFen } = company;
  return (
    <aside className="card parking-side" aria-label={name}>
      <div className="parking-side-head"><h2>{name}</h2><Button look="link" onClick={onClose}>{t('common:close')}</Button></div>
      <div className="parking-side-body">
        <dl className="side-facts">
          <dt>{t('company.contact')}</dt><dd>{contact || '—'} {phone}</dd>
          {prepaidFen !== 0 && <><dt>{t('company.prepaid')}</dt><dd>{money(prepaidFen)}</dd></>}
          {note !== '' && <><dt>{t('company.note')}</dt><dd>{note}</dd></>}
        </dl>
        <div className="side-buttons">
          <a className="button" href={linkTo('payments', { home: companyId })}>{t('company.toDesk')}</a>
          <Button onClick={() => goToParking({ tab: 'leases', home: companyId })}>{t('company.toLeases')}</Button>
          {mayChange && <Button aria-expanded={changing} onClick={() => setChanging(!changing)}>{t('company.change')}</Button>}
        </div>
        {changing && <CompanyForm company={company} onDone={(words) => { setChanging(false); onDone(words); }} onClose={() => setChanging(false)} />}
        <CompanyStatement companyId={companyId} name={name} />
      </div>
    </aside>
  );
}

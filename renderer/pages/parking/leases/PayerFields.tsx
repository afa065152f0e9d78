import { useState, type ReactNode } from 'react';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand, useQuery } from '../../../api.ts';
import { Button, Segments } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import { HomeSelect } from '../HomeSelect.tsx';
import type { LeaseDraft, LeaseProblem } from './lease-draft.ts';

type PayerFieldsProps = { draft: LeaseDraft; problems: ReadonlySet<LeaseProblem>; onChange: (changes: Partial<LeaseDraft>) => void };

/** What kind of lease, and who pays: a home, or a company that is found or added here. */
export function PayerFields({ draft, problems, onChange }: PayerFieldsProps) {
  const { t } = useTranslation('parking');
  const [adding, setAdding] = useState(false);
  const { kind, payer, home, company } = draft;
  const problem = problems.has('payer') ? t(payer === 'home' ? 'problem.home' : 'problem.company') : undefined;
  return (
    <>
      <Labelled label={t('lease.kind')} hint={t(`kindHint.${kind}`)}>
        <Segments label={t('lease.kind')} value={kind} choices={(['resident', 'daytime'] as const).map((value) => ({ value, label: t(`kindLong.${value}`) }))} onChange={(value) => onChange(kindChanges(value, draft))} />
      </Labelled>
      {kind === 'daytime' && (
        <Labelled label={t('payer.who')}>
          <Segments label={t('payer.who')} value={payer} choices={(['company', 'home'] as const).map((value) => ({ value, label: t(`payer.${value}`) }))} onChange={(value) => onChange({ payer: value, ...(value === 'home' && { spaces: draft.spaces.slice(0, 1) }) })} />
        </Labelled>
      )}
      {payer === 'home' && (
        <Labelled label={t('payer.home')} problem={problem}>
          <HomeSelect label={t('payer.home')} value={home} onChange={(picked) => onChange({ home: picked })} autoFocus />
        </Labelled>
      )}
      {payer === 'company' && (
        <Labelled label={t('payer.company')} problem={problem}>
          <div className="with-button">
            <CompanySelect value={company} onChange={(picked) => onChange({ company: picked })} />
            <Button aria-expanded={adding} onClick={() => setAdding(!adding)}>
              {t('payer.addCompany')}
            </Button>
          </div>
        </Labelled>
      )}
      {payer === 'company' && adding && <AddCompany onDone={(picked) => { setAdding(false); onChange({ company: picked }); }} onClose={() => setAdding(false)} />}
    </>
  );
}

/** A resident lease is a home's, in one space; a daytime lease begins with the working hours. */
function kindChanges(kind: LeaseDraft['kind'], { spaces, windows }: LeaseDraft): Partial<LeaseDraft> {
  if (kind === 'resident') return { kind, payer: 'home', spaces: spaces.slice(0, 1) };
  return { kind, payer: 'company', monthly: undefined, ...(windows.length === 0 && { windows: [{ weekdays: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' }] }) };
}

type Company = { companyId: number; name: string };

function CompanySelect({ value, onChange }: { value: Company | undefined; onChange: (company: Company) => void }) {
  const { t } = useTranslation('parking');
  const [text, setText] = useState('');
  const found = useQuery('parking.listCompanies', text.trim() === '' ? {} : { search: text.trim() }, { keepLast: true });
  const items = (found.value?.items ?? []).slice(0, 100);
  return (
    <Select<{ value: number; label?: ReactNode } | null>
      aria-label={t('payer.company')}
      labelInValue
      autoFocus
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      value={value ? { value: value.companyId, label: value.name } : null}
      placeholder={t('payer.findCompany')}
      options={items.map(({ companyId, name }) => ({ value: companyId, label: name }))}
      notFoundContent={found.state === 'loading' ? null : t('payer.noCompany')}
      onChange={(picked) => {
        const company = items.find((item) => item.companyId === picked?.value);
        setText('');
        if (company) onChange(company);
      }}
    />
  );
}

/** Adds a company without leaving the form of the lease. */
function AddCompany({ onDone, onClose }: { onDone: (company: Company) => void; onClose: () => void }) {
  const { t } = useTranslation(['parking', 'common']);
  const [name, setName] = useState('');
  const [contact, setContact] = useState('');
  const [phone, setPhone] = useState('');
  const [tried, setTried] = useState(false);
  const { run, running, refusal } = useCommand('parking.addCompany');
  const add = async () => {
    setTried(true);
    if (name.trim() === '') return;
    const reply = await run({ name: name.trim(), contact: contact.trim(), phone: phone.trim() });
    if (reply.ok) onDone({ companyId: reply.value.companyId, name: name.trim() });
  };
  return (
    <div className="add-company whole" role="group" aria-label={t('payer.addCompany')} onKeyDown={(event) => { if (event.key === 'Enter' && event.target instanceof HTMLInputElement) { event.preventDefault(); void add(); } }}>
      <Field label={t('payer.companyName')} value={name} maxLength={40} autoFocus onChange={setName} problem={tried && name.trim() === '' ? t('problem.companyName') : undefined} />
      <Field label={t('payer.contact')} value={contact} maxLength={40} onChange={setContact} />
      <Field label={t('payer.phone')} value={phone} maxLength={40} inputMode="tel" onChange={setPhone} />
      <RefusalNote refusal={refusal} />
      <div className="side-buttons">
        <Button disabled={running} onClick={() => void add()}>
          {t('payer.addDo')}
        </Button>
        <Button look="link" onClick={onClose}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  );
}

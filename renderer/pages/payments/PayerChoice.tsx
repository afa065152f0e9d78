import { useTranslation } from 'react-i18next';
import { Segments } from '../../components/controls.tsx';
import type { HomeDetails } from './payment-form.ts';
import type { PaymentForm } from './use-payment-form.ts';

const OTHER = 'other';

/** Who pays, as printed on the receipt: someone of the home, or anyone by name. */
export function PayerChoice({ form }: { form: PaymentForm }) {
  const { t } = useTranslation('payments');
  const { draft, home } = form;
  const nameOf = (person: HomeDetails['people'][number]) => (person.role === 'tenant' ? t('payerTenant', { name: person.name }) : t('payerOwner', { name: person.name }));
  const choices = [...home.people.map((person) => ({ value: String(person.personId), label: nameOf(person) })), { value: OTHER, label: t('payerOther') }];
  const choose = (value: string) => form.change({ do: 'set', values: { payer: home.people.find(({ personId }) => String(personId) === value)?.personId ?? OTHER } });
  return (
    <>
      <div className="lab">{t('payer')}</div>
      <Segments label={t('payer')} value={String(draft.payer)} choices={choices} disabled={form.readOnly} onChange={choose} />
      {draft.payer === OTHER && (
        <input
          className="input payer-name"
          aria-label={t('payerName')}
          placeholder={t('payerName')}
          value={draft.payerName}
          maxLength={40}
          readOnly={form.readOnly}
          onChange={(event) => form.change({ do: 'set', values: { payerName: event.target.value } })}
        />
      )}
    </>
  );
}

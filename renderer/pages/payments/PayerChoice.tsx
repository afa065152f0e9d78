import { useTranslation } from 'react-i18next';
import { Segments } from '../../components/controls.tsx';
import type { Draft, HomeDetails } from './payment-form.ts';

const OTHER = 'other';

type Payer = Pick<Draft, 'payer' | 'payerName'>;
type PayerProps = { people: HomeDetails['people']; value: Payer; readOnly: boolean; onChange: (value: Partial<Payer>) => void };

/** Who pays, as printed on the receipt: someone of the home, or anyone by name. */
export function PayerChoice({ people, value, readOnly, onChange }: PayerProps) {
  const { t } = useTranslation('payments');
  const nameOf = (person: HomeDetails['people'][number]) => (person.role === 'tenant' ? t('payerTenant', { name: person.name }) : t('payerOwner', { name: person.name }));
  const choices = [...people.map((person) => ({ value: String(person.personId), label: nameOf(person) })), { value: OTHER, label: t('payerOther') }];
  const choose = (chosen: string) => onChange({ payer: people.find(({ personId }) => String(personId) === chosen)?.personId ?? OTHER });
  return (
    <>
      <div className="lab">{t('payer')}</div>
      <Segments label={t('payer')} value={String(value.payer)} choices={choices} disabled={readOnly} onChange={choose} />
      {value.payer === OTHER && (
        <input
          className="input payer-name"
          aria-label={t('payerName')}
          placeholder={t('payerName')}
          value={value.payerName}
          maxLength={40}
          readOnly={readOnly}
          onChange={(event) => onChange({ payerName: event.target.value })}
        />
      )}
    </>
  );
}

import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useQuery } from '../../../api.ts';
import { Button, Tag } from '../../../components/controls.tsx';
import { ExportList } from '../../../components/ExportList.tsx';
import { Field } from '../../../components/Field.tsx';
import { EmptyNote, RefusalNote, Skeleton } from '../../../components/states.tsx';
import { useMay, useSession } from '../../../session.ts';
import { money } from '../../../text/formats.ts';
import { countText } from '../../ledger/book/count-text.ts';
import { DayInput } from '../../ledger/book/DayInput.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';

/** The prepayment promotions with what they gave, and a form for the next one. */
export function PromotionsPart() {
  const { t } = useTranslation('reductions');
  const { today } = useSession();
  const maySet = useMay('manager');
  const list = useQuery('fees.listPromotions', {});
  const items = list.value?.items;
  return (
    <div className="fees-area inside">
      <section className="card fees-main">
        <div className="sec">
          <h2>{t('part.promotions')}</h2>
          <span className="hint">
            <ExportList list="fees.listPromotions" input={{}} name={t('part.promotions')} />
          </span>
        </div>
        <RefusalNote refusal={list.refusal} onRetry={list.reload} />
        {!items && list.state === 'loading' && <Skeleton rows={4} />}
        {items?.length === 0 && <EmptyNote title={t('promotion.none')}>{t('promotion.noneNote')}</EmptyNote>}
        {items && items.length > 0 && (
          <div className="draft-scroll">
            <table className="book">
              <thead>
                <tr>
                  <th>{t('promotion.name')}</th>
                  <th>{t('promotion.from')}</th>
                  <th>{t('promotion.to')}</th>
                  <th>{t('promotion.rule')}</th>
                  <th>{t('promotion.by')}</th>
                  <th className="num">{t('promotion.payments')}</th>
                  <th className="num led">{t('promotion.given')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <tr key={one.promotionId}>
                    <td>
                      <b>{one.name}</b> <Tag {...(one.from <= today && today < one.to && { tone: 'green' as const })}>{t(today < one.from ? 'promotion.later' : today < one.to ? 'promotion.now' : 'promotion.past')}</Tag>
                    </td>
                    <td>{one.from}</td>
                    <td>{one.to}</td>
                    <td>{t('promotion.ruleOf', { months: one.months, days: one.bonusDays })}</td>
                    <td>{one.by}</td>
                    <td className="num">{countText(one.payments)}</td>
                    <td className="num led">{money(one.givenFen)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <aside className="card rate-side">{maySet ? <PromotionForm /> : <EmptyNote title={t('promotion.onlyManager')} />}</aside>
    </div>
  );
}

/** Whole numbers from 1 to a most; undefined for anything else. */
function wholeOf(text: string, most: number): number | undefined {
  const plain = text.normalize('NFKC').trim();
  const value = /^\d{1,3}$/.test(plain) ? Number(plain) : 0;
  return value >= 1 && value <= most ? value : undefined;
}

function PromotionForm() {
  const { t } = useTranslation('reductions');
  const { today } = useSession();
  const [name, setName] = useState('');
  const [from, setFrom] = useState<string | undefined>(today);
  const [to, setTo] = useState<string | undefined>();
  const [months, setMonths] = useState('12');
  const [days, setDays] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<string | undefined>();
  const { run, running, refusal } = useCommand('fees.setPromotion');
  const atLeast = wholeOf(months, 12);
  const bonusDays = wholeOf(days, 366);
  const missing = name.trim() === '' || from === undefined || to === undefined || atLeast === undefined || bonusDays === undefined;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setDone(undefined);
    if (name.trim() === '' || from === undefined || to === undefined || atLeast === undefined || bonusDays === undefined) return;
    const reply = await run({ name, from, to, months: atLeast, bonusDays });
    if (!reply.ok) return;
    setDone(t('promotion.done', { name: name.trim() }));
    setName('');
    setTried(false);
  };
  return (
    <form className="rate-form" onSubmit={(event) => void submit(event)}>
      <h2>{t('promotion.add')}</h2>
      <Field label={t('promotion.name')} value={name} maxLength={40} onChange={setName} />
      <div className="pair">
        <Labelled label={t('promotion.from')}>
          <DayInput label={t('promotion.from')} value={from} onChange={setFrom} clearable={false} />
        </Labelled>
        <Labelled label={t('promotion.to')}>
          <DayInput label={t('promotion.to')} placeholder="—" value={to} onChange={setTo} clearable={false} />
        </Labelled>
        <Field label={t('promotion.months')} className="num-field" inputMode="numeric" value={months} onChange={setMonths} />
        <Field label={t('promotion.days')} className="num-field" inputMode="numeric" placeholder="30" value={days} onChange={setDays} />
      </div>
      <p className="muted small">{t('promotion.note')}</p>
      {tried && missing && (
        <p className="red small" role="alert">
          {t('promotion.need')}
        </p>
      )}
      <RefusalNote refusal={refusal} />
      {done !== undefined && (
        <p className="good small" role="status">
          {done}
        </p>
      )}
      <Button look="main" type="submit" disabled={running}>
        {t('promotion.go')}
      </Button>
    </form>
  );
}

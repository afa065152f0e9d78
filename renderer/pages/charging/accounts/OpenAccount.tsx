import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api.ts';
import { Button } from '../../../components/controls.tsx';
import { Field } from '../../../components/Field.tsx';
import { RefusalNote } from '../../../components/states.tsx';
import { Labelled } from '../../ledger/book/Labelled.tsx';
import { HomeSelect, type PickedHome } from '../../parking/HomeSelect.tsx';

/** A new account with its card; Enter saves. */
export function OpenAccount({ onDone, onLeave }: { onDone: (accountId: number, card: string) => void; onLeave: () => void }) {
  const { t } = useTranslation('chargingAccounts');
  const [draft, setDraft] = useState({ cardNo: '', holder: '', phone: '' });
  const [home, setHome] = useState<PickedHome | undefined>();
  const { run, running, refusal } = useCommand('charging.openAccount');
  const ready = draft.cardNo.trim() !== '' && draft.holder.trim() !== '' && !running;
  const save = async () => {
    if (!ready) return;
    const reply = await run({ ...draft, ...(home && { homeId: home.homeId }) });
    if (reply.ok) onDone(reply.value.accountId, draft.cardNo.trim());
  };
  return (
    <aside className="card parking-side" aria-label={t('open')} onKeyDown={(event) => event.key === 'Escape' && onLeave()}>
      <div className="parking-side-head"><h2>{t('open')}</h2><Button look="link" onClick={onLeave}>{t('close')}</Button></div>
      <form className="parking-form" onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <Field label={t('card')} value={draft.cardNo} maxLength={40} autoFocus onChange={(cardNo) => setDraft({ ...draft, cardNo })} />
        <Field label={t('holder')} value={draft.holder} maxLength={40} onChange={(holder) => setDraft({ ...draft, holder })} />
        <Field label={t('phone')} value={draft.phone} maxLength={30} inputMode="tel" onChange={(phone) => setDraft({ ...draft, phone })} />
        <Labelled label={t('home')}><HomeSelect label={t('home')} value={home} onChange={setHome} /></Labelled>
        <RefusalNote refusal={refusal} />
        <div className="side-buttons"><Button look="main" type="submit" disabled={!ready}>{t('save')}</Button><Button onClick={onLeave}>{t('leave')}</Button></div>
      </form>
    </aside>
  );
}

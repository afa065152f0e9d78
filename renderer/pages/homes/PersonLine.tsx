import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useCommand } from '../../api.ts';
import { Button, Tag } from '../../components/controls.tsx';
import { useMay } from '../../session.ts';
import { useRefusalText } from '../../text/refusals.ts';

type Person = Output<'homes.get'>['people'][number];

/** A person with the phone masked; showing it is a command, since main keeps who looked. */
export function PersonLine({ homeId, person }: { homeId: number; person: Person }) {
  const { t } = useTranslation(['homes', 'common']);
  const may = useMay('manager', 'cashier');
  const text = useRefusalText();
  const [phone, setPhone] = useState<string | undefined>();
  const { run, running, refusal } = useCommand('homes.revealPhone', { reloads: false });
  const show = async () => {
    const reply = await run({ homeId, personId: person.personId });
    if (reply.ok) setPhone(reply.value.phone);
  };
  return (
    <>
      <dt>{t(`common:${person.role}`)}</dt>
      <dd>
        <b>{person.name}</b> {person.pays && <Tag>{t('tenantPays')}</Tag>} {person.to !== null && <span className="muted small">{t('until', { date: person.to })}</span>} <span className="selectable">{person.maskedPhone === '' ? t('noPhone') : (phone ?? person.maskedPhone)}</span>{' '}
        {may && phone === undefined && person.maskedPhone !== '' && (
          <Button look="link" disabled={running} aria-label={t('showPhone', { name: person.name })} onClick={() => void show()}>
            {t('show')}
          </Button>
        )}
        {refusal && <span className="red small">{text(refusal)}</span>}
      </dd>
    </>
  );
}

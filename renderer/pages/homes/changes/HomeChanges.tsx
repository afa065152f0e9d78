import { useRef, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls.tsx';
import { useSession } from '../../../session.ts';
import type { ChangeProps, Home } from './change-type.ts';
import { MergeForm } from './MergeForm.tsx';
import { StatusForm, TypeForm } from './StatusForm.tsx';
import { TenantForm } from './TenantForm.tsx';
import { TransferForm } from './TransferForm.tsx';
import { VacancyForm } from './VacancyForm.tsx';

const FORMS = { transfer: TransferForm, tenant: TenantForm, status: StatusForm, type: TypeForm, merge: MergeForm, vacancy: VacancyForm } satisfies Record<string, ComponentType<ChangeProps>>;
export type Act = keyof typeof FORMS;

const ACTS = { manager: ['transfer', 'tenant', 'status', 'type', 'merge', 'vacancy'], office: ['tenant', 'status', 'type', 'vacancy'], cashier: ['tenant', 'vacancy'], auditor: [] } as const satisfies Record<string, readonly Act[]>;

type HomeChangesProps = { home: Home; act: Act | undefined; onAct: (act: Act | undefined) => void; said: string | undefined; onSaid: (said: string | undefined) => void };

/** What can be changed on a home: a row of buttons, and the form that was chosen. */
export function HomeChanges({ home, act, onAct, said, onSaid }: HomeChangesProps) {
  const { t } = useTranslation('homes');
  const { user } = useSession();
  const row = useRef<HTMLDivElement>(null);
  const acts: readonly Act[] = home.mergedInto === null ? ACTS[user.role] : [];
  const leave = () => {
    row.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
    onAct(undefined);
  };
  const Form = act === undefined ? undefined : FORMS[act];
  return (
    <>
      {said !== undefined && (
        <p className="home-said" role="status">
          {said}
        </p>
      )}
      {acts.length > 0 && (
        <div className="home-acts" ref={row} role="group" aria-label={t('acts')}>
          {acts.map((one) => (
            <Button
              key={one}
              aria-expanded={one === act}
              onClick={() => {
                onSaid(undefined);
                onAct(one === act ? undefined : one);
              }}
            >
              {t(`act.${one}`)}
            </Button>
          ))}
        </div>
      )}
      {Form && (
        <Form
          key={act}
          home={home}
          onClose={leave}
          onSaid={(words) => {
            leave();
            onSaid(words);
          }}
        />
      )}
    </>
  );
}

import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isDay } from '../../../shared/domain/period.ts';
import { Button, Kbd } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { PASSWORD_LENGTH, type Answers } from './wizard-answers.ts';

type StepProps = { answers: Answers; set: (values: Partial<Answers>) => void; onNext: () => void; onBack: () => void };

/** The name of the estate and the day its books begin. */
export function EstateStep({ answers, set, onNext, onSample }: StepProps & { onSample: () => void }) {
  const { t } = useTranslation('estate');
  const problems = {
    estateName: answers.estateName.trim() === '' ? t('wizard.needName') : undefined,
    opensOn: isDay(answers.opensOn) ? undefined : t('wizard.needDay'),
  };
  return (
    <StepForm title={t('wizard.estateTitle')} valid={Object.values(problems).every((problem) => problem === undefined)} onNext={onNext} aside={<Button look="link" onClick={onSample}>{t('wizard.skipToSample')}</Button>}>
      {(shown) => (
        <>
          <Field label={t('wizard.estateName')} value={answers.estateName} maxLength={60} autoFocus onChange={(estateName) => set({ estateName })} hint={t('wizard.estateNameHint')} problem={shown ? problems.estateName : undefined} />
          <Field label={t('wizard.opensOn')} placeholder="2026-11-01" maxLength={10} value={answers.opensOn} onChange={(opensOn) => set({ opensOn })} hint={t('wizard.opensOnHint')} problem={shown ? problems.opensOn : undefined} />
        </>
      )}
    </StepForm>
  );
}

/** The first account: the manager's. */
export function ManagerStep({ answers, set, onNext, onBack }: StepProps) {
  const { t } = useTranslation('estate');
  const problems = {
    managerName: answers.managerName.trim() === '' ? t('wizard.needName') : undefined,
    password: answers.password.length < PASSWORD_LENGTH ? t('wizard.tooShort') : undefined,
    again: answers.password !== answers.again ? t('wizard.mismatch') : undefined,
  };
  return (
    <StepForm title={t('wizard.managerTitle')} valid={Object.values(problems).every((problem) => problem === undefined)} onNext={onNext} onBack={onBack}>
      {(shown) => (
        <>
          <Field label={t('wizard.managerName')} value={answers.managerName} maxLength={40} autoFocus onChange={(managerName) => set({ managerName })} problem={shown ? problems.managerName : undefined} />
          <Field label={t('wizard.password')} type="password" value={answers.password} onChange={(password) => set({ password })} hint={t('wizard.passwordHint')} problem={shown ? problems.password : undefined} />
          <Field label={t('wizard.passwordAgain')} type="password" value={answers.again} onChange={(again) => set({ again })} problem={shown ? problems.again : undefined} />
        </>
      )}
    </StepForm>
  );
}

type FormProps = { title: string; valid: boolean; onNext: () => void; onBack?: () => void; aside?: ReactNode; children: (shown: boolean) => ReactNode };

/** A step: what is wrong is said only after the first try to go on. */
function StepForm({ title, valid, onNext, onBack, aside, children }: FormProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (valid) onNext();
    else setShown(true);
  };
  return (
    <form noValidate onSubmit={submit} aria-label={title}>
      <h1>{title}</h1>
      {children(shown)}
      <div className="acts">
        {onBack && <Button onClick={onBack}>{t('back')}</Button>}
        {aside}
        <Button look="main" type="submit">
          {t('next')} <Kbd>Enter</Kbd>
        </Button>
      </div>
    </form>
  );
}

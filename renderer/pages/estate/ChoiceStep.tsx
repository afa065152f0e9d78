import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../api.ts';
import { Button, Kbd } from '../../components/controls.tsx';
import { Field } from '../../components/Field.tsx';
import { ProgressBar, RefusalNote } from '../../components/states.tsx';
import { PASSWORD_LENGTH } from './wizard-answers.ts';

export type Beginning = 'import' | 'empty';

type ChoiceProps = {
  /** Whether the steps before are filled in; the sample estate does not need them. */
  complete: boolean;
  creation: Command<'estate.create'>;
  sample: Command<'estate.createSample'>;
  onBegin: (beginning: Beginning) => Promise<void>;
  onSample: (password: string) => Promise<void>;
  onBack: () => void;
};

/** Three ways to begin: from a workbook, with the sample estate, or empty. */
export function ChoiceStep({ complete, creation, sample, onBegin, onSample, onBack }: ChoiceProps) {
  const { t } = useTranslation(['estate', 'common']);
  const [asking, setAsking] = useState(!complete);
  if (sample.running) return <ProgressBar progress={sample.progress} label={t('wizard.making')} onCancel={sample.cancel} />;
  return (
    <div className="choice">
      <h1>{t('wizard.choiceTitle')}</h1>
      {complete && (
        <div className="ways">
          <Way title={t('wizard.import')} note={t('wizard.importNote')} disabled={creation.running} onChoose={() => void onBegin('import')} />
          <Way title={t('wizard.sample')} note={t('wizard.sampleNote')} disabled={creation.running} chosen={asking} onChoose={() => setAsking(true)} />
          <Way title={t('wizard.empty')} note={t('wizard.emptyNote')} disabled={creation.running} onChoose={() => void onBegin('empty')} />
        </div>
      )}
      {asking && <SamplePassword onSample={onSample} />}
      <RefusalNote refusal={creation.refusal ?? sample.refusal} />
      <div className="acts">
        <Button onClick={onBack}>{t('common:back')}</Button>
      </div>
    </div>
  );
}

function Way({ title, note, chosen = false, disabled, onChoose }: { title: string; note: string; chosen?: boolean; disabled: boolean; onChoose: () => void }) {
  return (
    <button type="button" aria-label={title} aria-pressed={chosen} disabled={disabled} onClick={onChoose}>
      <b>{title}</b>
      <span className="muted small">{note}</span>
    </button>
  );
}

function SamplePassword({ onSample }: { onSample: (password: string) => Promise<void> }) {
  const { t } = useTranslation('estate');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const tooShort = password.length < PASSWORD_LENGTH;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!tooShort) void onSample(password);
      }}
    >
      <Field label={t('wizard.samplePassword')} type="password" value={password} autoFocus onChange={setPassword} hint={t('wizard.passwordHint')} problem={tried && tooShort ? t('wizard.tooShort') : undefined} />
      <div className="acts">
        <Button look="main" type="submit">
          {t('wizard.openSample')} <Kbd>Enter</Kbd>
        </Button>
      </div>
    </form>
  );
}

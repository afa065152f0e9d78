import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import type { Reply } from '../../../shared/errors.ts';
import { firstDay } from '../../../shared/domain/period.ts';
import { call, forgetQueries, useCommand } from '../../api.ts';
import { Segments } from '../../components/controls.tsx';
import { SealMark } from '../../components/SealMark.tsx';
import { goTo } from '../../route.ts';
import { changeLanguage } from '../../text/language.ts';
import { markUsable } from '../../usable.ts';
import { ChoiceStep, type Beginning } from './ChoiceStep.tsx';
import { isComplete, type Answers } from './wizard-answers.ts';
import { EstateStep, ManagerStep } from './WizardSteps.tsx';
import './wizard.css';

// The generator of the sample estate gives its manager this name.
const SAMPLE_MANAGER = 'manager';
const STEPS = ['estateTitle', 'managerTitle', 'choiceTitle'] as const;

/** First start: the estate and its first day, the manager's account, and where to begin. */
export function WizardPage({ today, dataFolder }: { today: string; dataFolder: string }) {
  const { t, i18n } = useTranslation(['estate', 'common']);
  const [step, setStep] = useState(0);
  const [answers, setAnswers] = useState<Answers>({ estateName: '', opensOn: firstDay(today.slice(0, 7)), managerName: '', password: '', again: '' });
  const set = (values: Partial<Answers>) => setAnswers((before) => ({ ...before, ...values }));
  const creation = useCommand('estate.create', { reloads: false });
  const sample = useCommand('estate.createSample', { reloads: false });

  const begin = async (beginning: Beginning) => {
    const { estateName, opensOn, managerName, password } = answers;
    const reply = await creation.run({ name: estateName.trim(), opensOn, manager: { name: managerName.trim(), password } });
    if (reply.ok) await enter(managerName.trim(), password, beginning === 'import' ? 'roster' : 'payments');
  };
  const openSample = async (password: string) => {
    const reply = await sample.run({ password });
    if (reply.ok) await enter(SAMPLE_MANAGER, password, 'payments');
  };
  const props = { answers, set, onNext: () => setStep(step + 1), onBack: () => setStep(step - 1) };
  return (
    <div className="wizard">
      <div className="card" ref={(card) => void (card && markUsable('wizard'))}>
        <div className="rule2" />
        <header>
          <SealMark size={40} />
          <div>
            <b>{t('common:product')}</b>
            <span className="muted">{t('wizard.title')}</span>
          </div>
          <Segments
            label={t('common:language')}
            value={i18n.language === 'en' ? 'en' : 'zh'}
            choices={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(language) => void changeLanguage(language)}
          />
        </header>
        <ol aria-hidden="true">
          {STEPS.map((name, index) => (
            <li key={name} className={index === step ? 'on' : ''}>
              {index + 1} {t(`wizard.${name}`)}
            </li>
          ))}
        </ol>
        {step === 0 && <EstateStep {...props} onSample={() => setStep(2)} />}
        {step === 1 && <ManagerStep {...props} />}
        {step === 2 && <ChoiceStep complete={isComplete(answers)} creation={creation} sample={sample} onBegin={begin} onSample={openSample} onBack={() => setStep(answers.estateName === '' ? 0 : 1)} />}
        <footer className="muted small selectable">{t('wizard.dataFolder', { folder: dataFolder })}</footer>
      </div>
    </div>
  );
}

/** Signs the new manager in, so that the first screen is not a question for the password just given. */
async function enter(name: string, password: string, page: string): Promise<Reply<Output<'users.signIn'>>> {
  const reply = await call('users.signIn', { name, password });
  goTo(page);
  forgetQueries();
  return reply;
}

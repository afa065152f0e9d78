import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { call, forgetQueries } from '../api.ts';
import { Button, Kbd } from '../components/controls.tsx';
import { SealMark } from '../components/SealMark.tsx';
import { linkTo } from '../route.ts';
import { useSession } from '../session.ts';
import { tabs, type ScreenName } from './screens.tsx';

// The import screen is reached from the homes, and shown as a part of them.
const TAB_OF: Partial<Record<ScreenName, ScreenName>> = { roster: 'homes' };

/** The index tabs of an account book: one character is the sign, the word is beside it. */
export function IndexTabs({ current }: { current: ScreenName }) {
  const { t } = useTranslation(['app', 'common']);
  const { user, estateName, lock } = useSession();
  const active = TAB_OF[current] ?? current;
  const signOut = async () => {
    await call('users.signOut', {});
    forgetQueries();
  };
  return (
    <aside className="tabs">
      <div className="brand">
        <SealMark />
        <div>
          <b>{t('common:product')}</b>
          <span>{estateName}</span>
        </div>
      </div>
      <nav aria-label={t('mainNavigation')}>
        {tabs.map(({ screen, ruleBefore }) => (
          <Fragment key={screen}>
            {ruleBefore && <hr />}
            <a href={linkTo(screen)} className={screen === active ? 'on' : ''} aria-current={screen === active ? 'page' : undefined} aria-label={t(`tabs.${screen}.name`)} title={t(`tabs.${screen}.name`)}>
              <i aria-hidden="true">{t(`tabs.${screen}.sign`)}</i>
              <span>{t(`tabs.${screen}.name`)}</span>
            </a>
          </Fragment>
        ))}
      </nav>
      <div className="who">
        <b>{user.name}</b> · {t(`common:roles.${user.role}`)}
        <div className="acts">
          <button type="button" onClick={lock} aria-label={t('lock')}>
            <Kbd>Ctrl</Kbd> <Kbd>L</Kbd> {t('lock')}
          </button>
          <Button look="link" onClick={() => void signOut()}>
            {t('signOut')}
          </Button>
        </div>
      </div>
    </aside>
  );
}

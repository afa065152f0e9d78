import { Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { Output } from '../../shared/contract/index.ts';
import { call, reloadQueries } from '../api.ts';
import { Skeleton } from '../components/states.tsx';
import { forgetHomes } from '../pages/payments/recent-homes.ts';
import { goTo, useRoute } from '../route.ts';
import { SessionContext, type Session } from '../session.ts';
import { IndexTabs } from './IndexTabs.tsx';
import { screenOf, screens } from './screens.tsx';
import { StatusBar } from './StatusBar.tsx';
import { Unlock } from './Unlock.tsx';
import { useIdleLock } from './use-idle-lock.ts';
import './shell.css';

type ShellProps = { user: Session['user']; locked: boolean; estate: Output<'estate.status'> };

/** Index tabs, the present screen and the status bar; the lock lies over them and keeps what was typed. */
export function Shell({ user, locked: lockedByMain, estate }: ShellProps) {
  const route = useRoute();
  const screen = screenOf(route.page);
  const [lockedHere, setLockedHere] = useState(false);
  const locked = lockedByMain || lockedHere;
  const lock = useCallback(() => {
    // The window closes at once; main follows, and refuses every call from then on.
    setLockedHere(true);
    void call('users.lock', {});
  }, []);
  const unlocked = useCallback(() => {
    setLockedHere(false);
    reloadQueries();
  }, []);
  // The shell lasts as long as its user: the next one does not see whom this one served.
  useEffect(() => forgetHomes, []);
  useIdleLock(lock, !locked);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.ctrlKey && !event.altKey ? event.key.toLowerCase() : '';
      if (key !== 'l' && key !== 'j') return;
      event.preventDefault();
      if (key === 'l') lock();
      else if (!locked) goTo('shifts');
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [lock, locked]);
  const session = useMemo(() => ({ user, estateName: estate.name, today: estate.today, lock }), [user, estate.name, estate.today, lock]);
  const Screen = screens[screen];
  return (
    <SessionContext value={session}>
      <div className="app" inert={locked}>
        <IndexTabs current={screen} />
        <Suspense fallback={<Skeleton rows={6} height={28} />}>
          <Screen />
        </Suspense>
        <StatusBar />
      </div>
      {locked && <Unlock onUnlocked={unlocked} />}
    </SessionContext>
  );
}

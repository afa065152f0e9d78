import { lazy, Suspense, useEffect } from 'react';
import { onMainEvent, onSessionRefused, useQuery } from '../api.ts';
import { RefusalNote } from '../components/states.tsx';
import { useRoute } from '../route.ts';
import { Shell } from './Shell.tsx';
import { SignIn } from './SignIn.tsx';

const WizardPage = lazy(async () => ({ default: (await import('../pages/estate/WizardPage.tsx')).WizardPage }));
const RecoveryPage = lazy(async () => ({ default: (await import('../pages/estate/RecoveryPage.tsx')).RecoveryPage }));

/** Chooses between recovery, first start, signing in and the shell, by what main says. */
export function App() {
  const route = useRoute();
  const recovering = route.page === 'recovery';
  if (recovering)
    return (
      <Suspense fallback={null}>
        <RecoveryPage />
      </Suspense>
    );
  return <Office />;
}

function Office() {
  const status = useQuery('estate.status', {});
  const current = useQuery('users.current', {});
  const { reload } = current;
  useEffect(() => onSessionRefused(reload), [reload]);
  useEffect(() => onMainEvent(reload), [reload]);
  const refusal = status.refusal ?? current.refusal;
  if (refusal)
    return (
      <div className="bare">
        <RefusalNote refusal={refusal} onRetry={() => [status, current].forEach((query) => query.reload())} />
      </div>
    );
  if (!status.value || !current.value) return null;
  if (status.value.state === 'empty')
    return (
      <Suspense fallback={null}>
        <WizardPage today={status.value.today} dataFolder={status.value.dataFolder} />
      </Suspense>
    );
  const { user, locked } = current.value;
  if (!user) return <SignIn estateName={status.value.name} />;
  return <Shell key={user.userId} user={user} locked={locked} estate={status.value} />;
}

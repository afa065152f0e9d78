import { createContext, useContext } from 'react';
import type { Output } from '../shared/contract/index.ts';
import type { Role } from '../shared/contract/define.ts';

export type Session = {
  user: NonNullable<Output<'users.current'>['user']>;
  estateName: string;
  /** The local day the program goes by, `YYYY-MM-DD`. */
  today: string;
  lock: () => void;
};

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in. Throws outside the shell: a bug. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside the shell');
  return session;
}

/** Whether the signed-in user has one of the roles; main decides again on every call. */
export function useMay(...roles: Role[]): boolean {
  return roles.includes(useSession().user.role);
}

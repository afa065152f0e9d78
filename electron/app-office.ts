import { isAppError, refusalOf, type Refusal, type Reply } from '../shared/errors.ts';
import type { Log, Ports, Progress, Session } from './context.ts';
import type { StartOptions } from './app-options.ts';
import type { OpenOffice } from './office.ts';

export type CallOptions = { signal: AbortSignal; onProgress: (progress: Progress) => void };

/** The books of one window, from the moment they are asked for. */
export type OfficeHolder = {
  /** Calls an endpoint once the books are open; where they did not open, answers why. */
  call: (endpoint: string, input: unknown, options: CallOptions) => Promise<Reply<unknown>>;
  /** Why the books did not open; null when they did. */
  refusal: () => Promise<Refusal | null>;
  /** Opens the books again if they are not open; answers like `refusal`. */
  reopen: () => Promise<Refusal | null>;
  close: () => Promise<void>;
};

// Once the first screen has its figures; then hourly, since a window may stay open for days.
const BACKUP_DELAY_MS = 5_000;
const BACKUP_CHECK_MS = 3_600_000;

type Start = { options: StartOptions; version: string; log: Log; ports: Ports };
type State = { office: OpenOffice; refusal: null } | { office: null; refusal: Refusal };

/**
 * Opens the books beside the drawing of the window; calls wait for them. The heavy part of the program
 * (database, schemas, services) is a chunk of its own that is loaded here.
 */
export function holdOffice(start: Start): OfficeHolder {
  const session: Session = { user: null, locked: false };
  let state = open(start, session);
  const refusal = async () => (await state).refusal;
  return {
    refusal,
    call: async (endpoint, input, options) => {
      const { office, refusal: why } = await state;
      return office ? office.dispatch({ session, ...options }, endpoint, input) : why;
    },
    reopen: async () => {
      if (await refusal()) state = open(start, session);
      return refusal();
    },
    close: async () => (await state).office?.close(),
  };
}

async function open({ options: { dataFolder, signIn }, version, log, ports }: Start, session: Session): Promise<State> {
  try {
    const { openOffice } = await import('./office.ts');
    const office = await openOffice({ dataFolder, version, log, ports });
    if (signIn) {
      const reply = await office.dispatch({ session }, 'users.signIn', signIn);
      if (!reply.ok) log.error(`--user ${signIn.name} was not signed in: ${reply.code}`);
    }
    setTimeout(() => void backUp(office, log), BACKUP_DELAY_MS).unref();
    setInterval(() => void backUp(office, log), BACKUP_CHECK_MS).unref();
    return { office, refusal: null };
  } catch (error) {
    log.error(`the books did not open: ${isAppError(error) ? `${error.code} ${JSON.stringify(error.details)}` : error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const refusal = isAppError(error) ? refusalOf(error) : ({ ok: false, code: 'INTERNAL', details: { reference: 'start' } } as const);
    return { office: null, refusal };
  }
}

async function backUp(office: OpenOffice, log: Log): Promise<void> {
  await office.backUpDaily().catch((error: unknown) => log.error(`the daily backup failed: ${String(error)}`));
}

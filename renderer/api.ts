/**
 * The only user of window.api: typed calls, queries that keep their last value while they reload, and
 * commands after which every mounted query reads again.
 */
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { CallInput, EndpointName, Output } from '../shared/contract/index.ts';
import type { Refusal, Reply } from '../shared/errors.ts';
import type { MainEvent, Progress } from './window-api.ts';

export type { Progress };

export type QueryState<Value> = { reload: () => void } & (
  | { state: 'loading'; value: Value | undefined; refusal?: undefined }
  | { state: 'ready'; value: Value; refusal?: undefined }
  | { state: 'error'; value: Value | undefined; refusal: Refusal }
);

type Entry = { value?: unknown; refusal?: Refusal | undefined; loaded: boolean; reads: number; listeners: Set<() => void>; read: () => void };

// Values of screens that were left stay for a quick return, but not for ever.
const KEPT_ENTRIES = 80;
const entries = new Map<string, Entry>();
const sessionListeners = new Set<() => void>();

/** Calls an endpoint once. Answers a refusal as a value; rejects only when the bridge itself is broken. */
export async function call<Name extends EndpointName>(name: Name, input: CallInput<Name>, callId?: string): Promise<Reply<Output<Name>>> {
  // Main parsed the value with the schema that Output is derived from.
  return (await callUntyped(name, input, callId)) as Reply<Output<Name>>;
}

/** Calls an endpoint that is not in the contract (only those of the recovery page). */
export async function callUntyped(name: string, input: unknown, callId?: string): Promise<Reply<unknown>> {
  const reply = await window.api.call(name, input, callId);
  if (!reply.ok && (reply.code === 'NOT_SIGNED_IN' || reply.code === 'SESSION_LOCKED')) for (const listener of sessionListeners) listener();
  return reply;
}

/** Calls back whenever a reply says that nobody is signed in or that the session is locked. */
export function onSessionRefused(listener: () => void): () => void {
  sessionListeners.add(listener);
  return () => sessionListeners.delete(listener);
}

/** Calls back with what main tells the window without being asked. */
export function onMainEvent(listener: (event: MainEvent) => void): () => void {
  return window.api.onEvent(listener);
}

/** Lets every mounted query read again and forgets the values of screens that are gone. */
export function reloadQueries(): void {
  for (const [key, entry] of entries) {
    if (entry.listeners.size > 0) entry.read();
    else entries.delete(key);
  }
}

/** Forgets everything that was read, e.g. when the user signs out; mounted queries read again. */
export function forgetQueries(): void {
  for (const entry of entries.values()) Object.assign(entry, { value: undefined, loaded: false });
  reloadQueries();
}

/**
 * Reads a query and reads it again after every command.
 * @param options.enabled false: reads nothing, and stays `loading`
 * @param options.keepLast shows the value of the input before while a new input is being read
 */
export function useQuery<Name extends EndpointName>(
  name: Name,
  input: CallInput<Name>,
  options: { enabled?: boolean; keepLast?: boolean } = {},
): QueryState<Output<Name>> {
  const enabled = options.enabled ?? true;
  const key = `${name} ${JSON.stringify(input)}`;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [last, setLast] = useState<Output<Name> | undefined>(undefined);
  useEffect(() => {
    if (!enabled) return;
    const entry = entryFor(key, name);
    entry.listeners.add(redraw);
    if (entry.loaded) redraw();
    entry.read();
    return () => {
      entry.listeners.delete(redraw);
    };
  }, [key, name, enabled]);
  const reload = useCallback(() => entries.get(key)?.read(), [key]);
  const entry = enabled ? entries.get(key) : undefined;
  const own = entry?.value as Output<Name> | undefined;
  if (options.keepLast && own !== undefined && own !== last) setLast(own);
  const value = own ?? (options.keepLast && enabled ? last : undefined);
  if (entry?.refusal) return { state: 'error', value, refusal: entry.refusal, reload };
  if (entry?.loaded && own !== undefined) return { state: 'ready', value: own, reload };
  return { state: 'loading', value, reload };
}

function entryFor(key: string, name: EndpointName): Entry {
  const existing = entries.get(key);
  if (existing) return existing;
  const input: unknown = JSON.parse(key.slice(name.length + 1));
  const entry: Entry = { loaded: false, reads: 0, listeners: new Set(), read: () => void readEntry(entry, name, input) };
  entries.set(key, entry);
  for (const [oldKey, old] of entries) {
    if (entries.size <= KEPT_ENTRIES) break;
    if (old.listeners.size === 0 && old !== entry) entries.delete(oldKey);
  }
  return entry;
}

async function readEntry(entry: Entry, name: EndpointName, input: unknown): Promise<void> {
  entry.reads += 1;
  const read = entry.reads;
  const reply = await callUntyped(name, input);
  // A later read was started meanwhile: its answer is newer.
  if (read !== entry.reads) return;
  entry.loaded = true;
  if (reply.ok) Object.assign(entry, { value: reply.value, refusal: undefined });
  else entry.refusal = reply;
  for (const listener of entry.listeners) listener();
}

export type Command<Name extends EndpointName> = {
  /** Runs it; a second run while the first is under way is answered BUSY without a call. */
  run: (input: CallInput<Name>) => Promise<Reply<Output<Name>>>;
  running: boolean;
  refusal: Refusal | undefined;
  progress: Progress | undefined;
  cancel: () => void;
  /** Forgets the refusal of the last run. */
  clear: () => void;
};

type ReportListener = Parameters<typeof window.api.onProgress>[0];
const reportListeners = new Set<ReportListener>();
let reportsCome = false;

/** One listener at the bridge serves every command of a screen, however many there are. */
function onProgress(listener: ReportListener): () => void {
  if (!reportsCome) window.api.onProgress((report) => reportListeners.forEach((one) => one(report)));
  reportsCome = true;
  reportListeners.add(listener);
  return () => void reportListeners.delete(listener);
}

/**
 * A command with its state for the screen. After a success every mounted query reads again, unless
 * `reloads` is false (long queries run this way have progress and can be cancelled).
 */
export function useCommand<Name extends EndpointName>(name: Name, options: { reloads?: boolean } = {}): Command<Name> {
  const reloads = options.reloads ?? true;
  const [running, setRunning] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const [progress, setProgress] = useState<Progress | undefined>();
  const callId = useRef<string | undefined>(undefined);
  useEffect(
    () =>
      onProgress((report) => {
        if (report.callId === callId.current) setProgress(report.progress);
      }),
    [],
  );
  const run = useCallback(
    async (input: CallInput<Name>): Promise<Reply<Output<Name>>> => {
      if (callId.current !== undefined) return { ok: false, code: 'BUSY', details: {} };
      callId.current = crypto.randomUUID();
      setRunning(true);
      setRefusal(undefined);
      try {
        const reply = await call(name, input, callId.current);
        if (!reply.ok) setRefusal(reply);
        else if (reloads) reloadQueries();
        return reply;
      } finally {
        callId.current = undefined;
        setRunning(false);
        setProgress(undefined);
      }
    },
    [name, reloads],
  );
  const cancel = useCallback(() => {
    if (callId.current !== undefined) window.api.cancel(callId.current);
  }, []);
  const clear = useCallback(() => setRefusal(undefined), []);
  return { run, running, refusal, progress, cancel, clear };
}

import type { Reply } from '../shared/errors.ts';

export type Progress = { done: number; total: number; label: string };
/** How far a call with an id is. */
export type ProgressReport = { callId: string; progress: Progress };

/** What main tells the window without being asked, e.g. that it locked the session. */
export type MainEvent = { name: string };

/** The bridge that electron/preload.ts puts on the window. */
export type WindowApi = {
  call: (endpoint: string, input: unknown, callId?: string) => Promise<Reply<unknown>>;
  cancel: (callId: string) => void;
  onProgress: (listener: (report: ProgressReport) => void) => () => void;
  onEvent: (listener: (event: MainEvent) => void) => () => void;
};

declare global {
  // An interface, since only an interface can add to the one of the DOM library.
  interface Window {
    api: WindowApi;
  }
}

import { contextBridge, ipcRenderer } from 'electron';

type Listener<Value> = (value: Value) => void;

/** Passes what main sends on a channel to a listener; answers the way to stop. */
function listenTo<Value>(channel: string, listener: Listener<Value>): () => void {
  const receive = (_event: unknown, value: Value) => listener(value);
  ipcRenderer.on(channel, receive);
  return () => ipcRenderer.off(channel, receive);
}

// The bridge: everything the page can reach. Every call is checked again in `ipc.ts` and `dispatch.ts`.
contextBridge.exposeInMainWorld('api', {
  call: (endpoint: string, input: unknown, callId?: string) => ipcRenderer.invoke('mingbai:call', endpoint, input, callId),
  cancel: (callId: string) => ipcRenderer.send('mingbai:cancel', callId),
  onProgress: (listener: Listener<unknown>) => listenTo('mingbai:progress', listener),
  onEvent: (listener: Listener<unknown>) => listenTo('mingbai:event', listener),
});

import { useCallback, useState } from 'react';
import type { CallInput } from '../../../../shared/contract/index.ts';
import type { Refusal } from '../../../../shared/errors.ts';
import { call } from '../../../api.ts';

type Extension = CallInput<'files.pickToSave'>['extension'];

/** Asks where to save in the native dialog. null: cancelled. */
export async function pickToSave(name: string, extension: Extension): Promise<string | null | Refusal> {
  const reply = await call('files.pickToSave', { name: `${name}.${extension}`, extension });
  return reply.ok ? reply.value.file : reply;
}

export type Saving = {
  /** Asks for a file, then lets `write` fill it. */
  save: (name: string, extension: Extension, write: (file: string) => Promise<{ ok: true } | Refusal>) => Promise<void>;
  /** The file that was just written. */
  savedTo: string | undefined;
  refusal: Refusal | undefined;
};

/** Saving to a file that the user picks; the answer stays on the screen. */
export function useSave(): Saving {
  const [savedTo, setSavedTo] = useState<string | undefined>();
  const [refusal, setRefusal] = useState<Refusal | undefined>();
  const save = useCallback<Saving['save']>(async (name, extension, write) => {
    setSavedTo(undefined);
    setRefusal(undefined);
    const picked = await pickToSave(name, extension);
    if (picked === null) return;
    if (typeof picked !== 'string') return setRefusal(picked);
    const reply = await write(picked);
    if (reply.ok) setSavedTo(picked);
    else if (reply.code !== 'CANCELLED') setRefusal(reply);
  }, []);
  return { save, savedTo, refusal };
}

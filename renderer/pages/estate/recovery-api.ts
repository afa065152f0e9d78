/** The calls that main answers while no books are open; they are not part of the contract. */
import { callUntyped } from '../../api.ts';
import type { Refusal, Reply } from '../../../shared/errors.ts';

export type RecoveryState = { refusal: Refusal | null; dataFolder: string; databaseFile: string; logFile: string };
export type Backups = { folder: string; items: { file: string; bytes: number; at: string }[] };

type RecoveryCalls = {
  'recovery.state': [Record<string, never>, RecoveryState];
  'recovery.listBackups': [Record<string, never>, Backups];
  'recovery.chooseFile': [Record<string, never>, { file: string | null }];
  'recovery.restore': [{ file: string }, { keptAs: string | null; refusal: Refusal | null }];
  'recovery.retry': [Record<string, never>, { refusal: Refusal | null }];
  'recovery.showLog': [Record<string, never>, Record<string, never>];
};

/** Calls one of them; main answers with the shapes above (electron/recovery.ts). */
export async function callRecovery<Name extends keyof RecoveryCalls>(name: Name, input: RecoveryCalls[Name][0]): Promise<Reply<RecoveryCalls[Name][1]>> {
  return (await callUntyped(name, input)) as Reply<RecoveryCalls[Name][1]>;
}

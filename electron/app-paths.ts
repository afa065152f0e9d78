import { dirname } from 'node:path';

/** The paths that the window may name: those a native dialog gave out since the start, and our own backups. */
export type KnownPaths = { picked: ReadonlySet<string>; backupFolder: string };

/** The names under which any endpoint takes a path; a test walks the contract for others. */
export const PATH_FIELDS: readonly string[] = ['file', 'saveAs', 'folder', 'attachments'];

const RESTORING: readonly string[] = ['backup.restore', 'recovery.restore'];

/** Finds the first path in a call's input that the window cannot have by right. */
export function strangePath(endpoint: string, input: unknown, { picked, backupFolder }: KnownPaths): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  const isKnown = (path: string) => picked.has(path) || (RESTORING.includes(endpoint) && dirname(path) === backupFolder);
  for (const [name, value] of Object.entries(input)) {
    if (!PATH_FIELDS.includes(name)) continue;
    const paths: unknown[] = Array.isArray(value) ? value : [value];
    const strange = paths.find((path): path is string => typeof path === 'string' && !isKnown(path));
    if (strange !== undefined) return strange;
  }
  return undefined;
}

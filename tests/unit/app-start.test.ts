import { join, resolve } from 'node:path';
import { mkdtempSync, existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defaultDataFolder, makeFolder } from '../../electron/app-folder.ts';
import { readStartOptions } from '../../electron/app-options.ts';
import { PATH_FIELDS, strangePath } from '../../electron/app-paths.ts';
import { filePath } from '../../shared/contract/define.ts';
import { contract } from '../../shared/contract/index.ts';

describe('start options', () => {
  it('reads the folder among switches that are not ours', () => {
    const argv = ['--inspect=0', '--remote-debugging-port=0', '--no-sandbox', '--data', 'books', '--user', 'manager'];
    expect(readStartOptions(argv, { MINGBAI_PASSWORD: 'secret' })).toEqual({ dataFolder: resolve('books'), signIn: { name: 'manager', password: 'secret' } });
  });

  it('signs nobody in without both a name and a password', () => {
    expect(readStartOptions(['--user', 'manager'], {}).signIn).toBeUndefined();
    expect(readStartOptions([], { MINGBAI_PASSWORD: 'secret' }).signIn).toBeUndefined();
  });
});

describe('data folder', () => {
  it.each([
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/mingbai'],
    ['linux', {}, '/home/a/.local/share/mingbai'],
    ['darwin', {}, '/home/a/Library/Application Support/Mingbai'],
  ] as const)('is the one of %s', (platform, env, folder) => {
    expect(defaultDataFolder({ platform, env, home: '/home/a' })).toBe(folder);
  });

  it('is made with the folders above it, and refused below a file', () => {
    const base = mkdtempSync(join(tmpdir(), 'mingbai-test-'));
    makeFolder(join(base, 'a', 'b'));
    expect(existsSync(join(base, 'a', 'b'))).toBe(true);
    writeFileSync(join(base, 'file'), '');
    expect(() => makeFolder(join(base, 'file', 'c'))).toThrow();
  });
});

describe('paths from the window', () => {
  const known = { picked: new Set(['/picked.xlsx']), backupFolder: '/data/backups' };

  it('are those a dialog gave out, and backups only to be restored', () => {
    expect(strangePath('roster.import', { file: '/picked.xlsx' }, known)).toBeUndefined();
    expect(strangePath('roster.import', { file: '/other.xlsx' }, known)).toBe('/other.xlsx');
    expect(strangePath('costs.register', { attachments: ['/picked.xlsx'] }, known)).toBeUndefined();
    expect(strangePath('costs.register', { attachments: ['/picked.xlsx', '/other.pdf'] }, known)).toBe('/other.pdf');
    expect(strangePath('roster.exportPreview', { file: '/picked.xlsx', saveAs: '/other.xlsx' }, known)).toBe('/other.xlsx');
    expect(strangePath('backup.restore', { file: '/data/backups/one.sqlite' }, known)).toBeUndefined();
    expect(strangePath('backup.restore', { file: '/data/backups/../mingbai.sqlite' }, known)).toBe('/data/backups/../mingbai.sqlite');
    expect(strangePath('backup.create', { file: '/data/backups/one.sqlite' }, known)).toBe('/data/backups/one.sqlite');
  });

  it('stand in every endpoint under the names that are checked', () => {
    const isPath = (schema: z.ZodType): boolean => schema === filePath || ((schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) && isPath(schema.unwrap() as z.ZodType)) || (schema instanceof z.ZodArray && isPath(schema.element as z.ZodType));
    const names = Object.values(contract).flatMap(({ input }) =>
      Object.entries<z.ZodType>(input.shape).filter(([, schema]) => isPath(schema)).map(([name]) => name),
    );
    expect(new Set(names)).toEqual(new Set(PATH_FIELDS));
  });
});

import { copyFile, rename, rm } from 'node:fs/promises';
import { inspectBackup } from '../../../db/connection.ts';
import { migrations } from '../../../db/migrate.ts';
import { AppError } from '../../../shared/errors.ts';
import { backupFolder, createBackup, isOfBooks, listBackups as listBackupFiles, moveAside, moveBack } from '../../jobs/backups.ts';
import type { Handler } from '../../context.ts';

export const createBackupNow: Handler<'backup.create'> = ({ office, now, progress }, { file }) =>
  createBackup(office.database, office.dataFolder, now, file, (done, total) => { progress({ done, total, label: 'BACKUP' }); });

export const listBackups: Handler<'backup.list'> = async ({ dataFolder }) => ({ folder: backupFolder(dataFolder), items: await listBackupFiles(dataFolder) });

/** Puts a verified backup in place of the books, which are kept beside it, and signs everyone out. */
export const restoreBackup: Handler<'backup.restore'> = async ({ office, session, now }, { file }) => {
  const found = isOfBooks(file, office.database.file) ? { problem: 'these are the open books' } : await inspectBackup(file);
  if ('problem' in found) throw new AppError('BACKUP_NOT_USABLE', { file, detail: found.problem });
  if (found.version > migrations.length) throw new AppError('BACKUP_NOT_USABLE', { file, detail: `made by a newer version: ${found.version} > ${migrations.length}` });
  const target = office.database.file;
  const copy = `${target}.restoring`;
  await copyFile(file, copy);
  let keptAs = '';
  try {
    await office.whileClosed(async () => {
      keptAs = await moveAside(target, now, 'replaced');
      // Without books in their place the next opening would begin new ones.
      await rename(copy, target).catch(async (error: unknown) => {
        await moveBack(keptAs, target);
        throw error;
      });
    });
  } finally {
    await rm(copy, { force: true });
  }
  session.user = null;
  return { keptAs };
};

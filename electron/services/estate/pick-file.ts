import { AppError } from '../../../shared/errors.ts';
import type { Handler } from '../../context.ts';

export const pickToOpen: Handler<'files.pickToOpen'> = async ({ office }, { kind }) => {
  if (!office.ports.pickToOpen) throw new AppError('NEEDS_WINDOW', { endpoint: 'files.pickToOpen' });
  return { file: await office.ports.pickToOpen(kind) };
};

export const pickToSave: Handler<'files.pickToSave'> = async ({ office }, { name, extension }) => {
  if (!office.ports.pickToSave) throw new AppError('NEEDS_WINDOW', { endpoint: 'files.pickToSave' });
  return { file: await office.ports.pickToSave(name, extension) };
};

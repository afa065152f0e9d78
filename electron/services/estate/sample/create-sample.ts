import type { Handler } from '../../../context.ts';
import { AppError } from '../../../../shared/errors.ts';
export const createSample: Handler<'estate.createSample'> = () => Promise.reject(new AppError('FOLDER_NOT_EMPTY', {}));

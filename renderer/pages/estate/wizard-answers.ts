import { isDay } from '../../../shared/domain/period.ts';

/** What the first two steps of the wizard ask. */
export type Answers = { estateName: string; opensOn: string; managerName: string; password: string; again: string };

/** The shortest password that main accepts. */
export const PASSWORD_LENGTH = 8;

/** Whether an estate can be made of the answers. */
export function isComplete({ estateName, opensOn, managerName, password, again }: Answers): boolean {
  return estateName.trim() !== '' && isDay(opensOn) && managerName.trim() !== '' && password.length >= PASSWORD_LENGTH && password === again;
}

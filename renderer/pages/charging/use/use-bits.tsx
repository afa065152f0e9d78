import { firstDay, lastDay } from '../../../../shared/domain/period.ts';
import { linkTo } from '../../../route.ts';
import type { UsageInput } from './UsePart.tsx';

/** A device's sessions of the months on the screen. */
export function SessionsLink({ device, input }: { device: string; input: UsageInput }) {
  return <a className="figure" href={linkTo('charging', { tab: 'sessions', device, from: firstDay(input.from), to: lastDay(input.to) })}>{device}</a>;
}

/** A horizontal bar of a list; the longest is as wide as its place. What counts as a failure is hatched, so that a grey print tells it too. */
export function UseBar({ part, most, look = 'plain' }: { part: number; most: number; look?: 'plain' | 'top' | 'failing' }) {
  return <span className="use-bar" aria-hidden="true">{part > 0 && most > 0 && <i className={`use-${look}`} style={{ width: `${String((100 * part) / most)}%` }} />}</span>;
}

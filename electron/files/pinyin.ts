import { pinyin } from 'pinyin-pro';

/**
 * The pinyin initials of a name, a surname read as a surname.
 * @example initialsOf('单晓溪') // 'sxx'
 */
export function initialsOf(name: string): string {
  if (!name) return '';
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' }).join('').toLowerCase().replace(/[^a-z0-9]/g, '');
}

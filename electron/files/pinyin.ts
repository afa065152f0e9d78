import { pinyin } from 'pinyin-pro';

/** Two-character surnames whose first character is read otherwise than alone, as a surname or as a word. */
const COMPOUND = new Set(['尉迟', '万俟', '单于', '长孙', '澹台', '宿肇', '令狐', '夏侯', '子车', '乐正', '宰父', '相里']);
const OPTIONS = { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' } as const;

// A roster has ten thousand names of a few hundred characters: each is looked up once.
const surnames = new Map<string, string>();
const others = new Map<string, string>();

/**
 * The pinyin initials of a name, a surname read as a surname.
 * @example initialsOf('单晓溪') // 'sxx'
 */
export function initialsOf(name: string): string {
  if (!name) return '';
  if (COMPOUND.has(name.slice(0, 2))) return plain(pinyin(name, OPTIONS).join(''));
  let initials = '';
  let first = true;
  for (const character of name) {
    initials += first ? look(surnames, character, OPTIONS) : look(others, character, { ...OPTIONS, surname: 'off' });
    first = false;
  }
  return initials;
}

function look(known: Map<string, string>, character: string, options: { pattern: 'first'; toneType: 'none'; type: 'array'; surname: 'head' | 'off' }): string {
  const found = known.get(character) ?? plain(pinyin(character, options).join(''));
  known.set(character, found);
  return found;
}

function plain(initials: string): string {
  return initials.toLowerCase().replace(/[^a-z0-9]/g, '');
}

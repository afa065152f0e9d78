/** A repeatable source of choices: the same seed and purpose give the same sequence on every machine. */
export type Random = {
  /** A whole number from 0 up to, but not including, `bound`. */
  below(bound: number): number;
  /** True `perMille` times in a thousand. */
  chance(perMille: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** One of the items, each as often as its weight says. */
  weighted<Item>(items: readonly (readonly [item: Item, weight: number])[]): Item;
  /** `count` decimal digits. */
  digits(count: number): string;
  /** A version 4 UUID. */
  uuid(): string;
};

const UINT32 = 4_294_967_296;

/**
 * Makes the source for one purpose of a seed. Each purpose has its own sequence, so that a domain added
 * to the sample later does not change the others.
 */
export function createRandom(seed: number, purpose: string): Random {
  const next = smallFastCounter(seed >>> 0, hashText(purpose));
  const below = (bound: number): number => Math.floor((next() / UINT32) * bound);
  const random: Random = {
    below,
    chance: (perMille) => below(1000) < perMille,
    pick: (items) => itemAt(items, below(items.length)),
    weighted: (items) => {
      let left = below(items.reduce((sum, [, weight]) => sum + weight, 0));
      return itemAt(items, items.findIndex(([, weight]) => (left -= weight) < 0))[0];
    },
    digits: (count) => Array.from({ length: count }, () => below(10)).join(''),
    uuid: () => formatUuid([next(), next(), next(), next()]),
  };
  return random;
}

function itemAt<Item>(items: readonly Item[], index: number): Item {
  if (index < 0 || index >= items.length) throw new RangeError(`no item ${index} of ${items.length}`);
  return items[index] as Item;
}

/** sfc32 (Chris Doty-Humphrey's PractRand), an unsigned 32-bit number at a time. */
function smallFastCounter(seed: number, stream: number): () => number {
  let [a, b, c, counter] = [seed | 0, stream | 0, 0x9e3779b9 | 0, 1];
  const next = (): number => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return result >>> 0;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

/** FNV-1a. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

function formatUuid(words: readonly number[]): string {
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

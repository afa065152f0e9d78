const [SHARDS, PRIME] = [64, 0x01000193] as const;

/** Orders that a file has had, by a hash of 30 bits: whoever seems to be seen is looked up, so that two alike cost a look and nothing else. Texts themselves would keep the whole file in memory. */
export type SeenOrders = { /** Notes an order; true when it was (or seems to have been) noted before. */ note: (order: string) => boolean };

export function seenOrders(): SeenOrders {
  // Many small sets: a large one that grows is copied at once, and the window would feel it.
  const shards = Array.from({ length: SHARDS }, () => new Set<number>());
  return {
    note: (order) => {
      const hash = hashOf(order);
      const shard = shards[hash % SHARDS];
      if (!shard || shard.has(hash)) return true;
      shard.add(hash);
      return false;
    },
  };
}

/** FNV-1a, mixed once more so that numbers in a row part evenly. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) & 0x3fffffff;
}

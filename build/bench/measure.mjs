// Times and medians. All ratios come from runs that took turns, so that a busy machine slows both sides.

/** Milliseconds that `work` takes. */
export async function time(work) {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

/** The middle of a list of numbers (the mean of the two middle ones). */
export function median(list) {
  const sorted = [...list].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Lets `ours` and `baseline` take turns `runs` times, after `warm` turns that do not count; each is
 * called with the number of its turn and answers milliseconds.
 */
export async function takeTurns({ runs, warm = 1, ours, baseline }) {
  const times = { ours: [], baseline: [] };
  for (let turn = 0; turn < runs + warm; turn += 1) {
    const pair = [await ours(turn), await baseline(turn)];
    if (turn < warm) continue;
    times.ours.push(pair[0]);
    times.baseline.push(pair[1]);
  }
  return { ours: median(times.ours), baseline: median(times.baseline), runs };
}

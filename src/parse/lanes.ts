import { LANES } from "./arithmetic.ts";

/** Longest sentence that is scored whole; scores grow with its square. Longer ones must be cut before. */
export const LONGEST_SENTENCE = 200;

/** Steps that the working memory has room for. */
export const MOST_STEPS = 384;

/** Slots of a batch, so that `placeInLanes` finds room: its fullest lane holds at most a fourth of them and three fourths of a sentence. */
const MOST_SLOTS = LANES * (MOST_STEPS - Math.ceil((1 - 1 / LANES) * (LONGEST_SENTENCE + 1)) - 1);

/** Where sentences stand in the lanes: one after the other with an empty step between, where the network forgets the one before. */
export interface Placement {
  readonly lanes: Uint8Array;
  /** The step of each sentence's first word. */
  readonly starts: Uint16Array;
  /** Steps of the fullest lane. */
  readonly steps: number;
}

/** Sentences, by their lengths in words, in the order given and in batches of like size that each have room in the lanes. */
export function batchesOf(lengths: readonly number[]): number[][] {
  const slots = lengths.reduce((sum, n) => sum + n + 1, 0);
  const target = slots / Math.max(1, Math.ceil(slots / (MOST_SLOTS - LONGEST_SENTENCE)));
  const batches: number[][] = [];
  let batch: number[] = [];
  let filled = 0;
  let done = 0;
  for (let i = 0; i < lengths.length; i++) {
    batch.push(i);
    filled += lengths[i]! + 1;
    if (done + filled >= target * (batches.length + 1) || i + 1 === lengths.length) {
      batches.push(batch);
      done += filled;
      batch = [];
      filled = 0;
    }
  }
  return batches;
}

/** The longest sentence first, each into the emptiest lane (Graham 1969). */
export function placeInLanes(lengths: readonly number[]): Placement {
  const lanes = new Uint8Array(lengths.length);
  const starts = new Uint16Array(lengths.length);
  const filled = new Uint16Array(LANES);
  const order = Array.from(lengths.keys()).sort((a, b) => lengths[b]! - lengths[a]! || a - b);
  let steps = 0;
  for (const i of order) {
    let lane = 0;
    for (let k = 1; k < LANES; k++) if (filled[k]! < filled[lane]!) lane = k;
    lanes[i] = lane;
    starts[i] = filled[lane]!;
    steps = Math.max(steps, starts[i]! + lengths[i]!);
    filled[lane]! += lengths[i]! + 1;
  }
  return { lanes, starts, steps };
}

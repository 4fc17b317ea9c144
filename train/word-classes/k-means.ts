import { seeded } from "../learn/logistic.ts";

/** Rows of equal length, one after the other. */
export interface Rows {
  readonly values: Float32Array;
  readonly dimensions: number;
}

const squaredDistance = (a: Float32Array, i: number, b: Float32Array, j: number, dimensions: number): number => {
  let sum = 0;
  for (let d = 0, p = i * dimensions, q = j * dimensions; d < dimensions; d++, p++, q++) sum += (a[p]! - b[q]!) * (a[p]! - b[q]!);
  return sum;
};

/** The first centres: each row the likelier the farther it lies from those already chosen (k-means++). */
function firstCentres({ values, dimensions }: Rows, weights: Float32Array, k: number, random: () => number): Float32Array {
  const rows = weights.length;
  const centres = new Float32Array(k * dimensions);
  const nearest = new Float32Array(rows).fill(Infinity);
  let chosen = Math.floor(random() * rows);
  for (let c = 0; c < k; c++) {
    centres.set(values.subarray(chosen * dimensions, (chosen + 1) * dimensions), c * dimensions);
    let total = 0;
    for (let i = 0; i < rows; i++) {
      nearest[i] = Math.min(nearest[i]!, squaredDistance(values, i, centres, c, dimensions));
      total += nearest[i]! * weights[i]!;
    }
    let at = random() * total;
    chosen = 0;
    while (chosen < rows - 1 && (at -= nearest[chosen]! * weights[chosen]!) > 0) chosen++;
  }
  return centres;
}

/** Sorts rows into `k` classes of near ones. Each row counts by its weight. The same rows give the same classes. */
export function kMeans(rows: Rows, weights: Float32Array, k: number, passes: number): { classOf: Int32Array; centres: Float32Array } {
  const { values, dimensions } = rows;
  const centres = firstCentres(rows, weights, k, seeded(7));
  const classOf = new Int32Array(weights.length);
  for (let pass = 0; pass < passes; pass++) {
    for (let i = 0; i < classOf.length; i++) {
      let best = Infinity;
      for (let c = 0; c < k; c++) {
        const distance = squaredDistance(values, i, centres, c, dimensions);
        if (distance < best) [best, classOf[i]] = [distance, c];
      }
    }
    if (pass === passes - 1) break;
    const sums = new Float64Array(k * dimensions);
    const counts = new Float64Array(k);
    for (let i = 0; i < classOf.length; i++) {
      const c = classOf[i]!;
      counts[c]! += weights[i]!;
      for (let d = 0; d < dimensions; d++) sums[c * dimensions + d]! += weights[i]! * values[i * dimensions + d]!;
    }
    for (let c = 0; c < k; c++)
      if (counts[c]! > 0) for (let d = 0; d < dimensions; d++) centres[c * dimensions + d] = sums[c * dimensions + d]! / counts[c]!;
  }
  return { classOf, centres };
}

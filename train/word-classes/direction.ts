export const DIMENSIONS = 100;

/**
 * Turns word vectors into directions of length one. The mean of all is taken off first, and what is left of the direction that all words
 * share most (mostly how frequent they are): near words then mean alike (Mu and Viswanath 2018).
 */
export function toDirections(values: Float32Array): void {
  const rows = values.length / DIMENSIONS;
  const mean = new Float64Array(DIMENSIONS);
  for (let i = 0; i < values.length; i++) mean[i % DIMENSIONS]! += values[i]! / rows;
  for (let i = 0; i < values.length; i++) values[i]! -= mean[i % DIMENSIONS]!;
  for (let removed = 0; removed < 2; removed++) {
    const axis = mainAxis(values);
    for (let i = 0; i < rows; i++) {
      const row = values.subarray(i * DIMENSIONS, (i + 1) * DIMENSIONS);
      let along = 0;
      for (let d = 0; d < DIMENSIONS; d++) along += row[d]! * axis[d]!;
      for (let d = 0; d < DIMENSIONS; d++) row[d]! -= along * axis[d]!;
    }
  }
  for (let i = 0; i < rows; i++) {
    const row = values.subarray(i * DIMENSIONS, (i + 1) * DIMENSIONS);
    const length = Math.hypot(...row) || 1;
    for (let d = 0; d < DIMENSIONS; d++) row[d]! /= length;
  }
}

/** The axis along which the rows differ most, by power iteration. */
function mainAxis(values: Float32Array): Float64Array {
  const rows = values.length / DIMENSIONS;
  let axis = new Float64Array(DIMENSIONS).fill(1 / Math.sqrt(DIMENSIONS));
  for (let turn = 0; turn < 40; turn++) {
    const next = new Float64Array(DIMENSIONS);
    for (let i = 0; i < rows; i++) {
      let along = 0;
      for (let d = 0; d < DIMENSIONS; d++) along += values[i * DIMENSIONS + d]! * axis[d]!;
      for (let d = 0; d < DIMENSIONS; d++) next[d]! += along * values[i * DIMENSIONS + d]!;
    }
    const length = Math.hypot(...next) || 1;
    axis = next.map((x) => x / length);
  }
  return axis;
}

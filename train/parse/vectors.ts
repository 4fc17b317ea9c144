import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LinearClassifier } from "../../src/parse/linear.ts";
import { tokenize } from "../../src/parse/tokenize.ts";
import { AFFIX_BUCKETS, affixBuckets, normalForm } from "../../src/parse/word-features.ts";
import { readConllu } from "./conllu.ts";
import { rawTexts } from "./raw-text.ts";

const DIMENSION = 128;
const POSITIONS = [-2, -1, 1, 2] as const;
const NEGATIVES = 4;
const LEAST_SEEN = 6;
/** Summed vectors are scaled to this standard deviation, near to what the network would begin with. */
const SPREAD = 0.3;

/** A small generator of pseudo-random integers, so that training gives the same vectors each time. */
function generator(seed: number): () => number {
  let s = seed;
  return () => {
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    return s >>> 0;
  };
}

/**
 * Word and affix embeddings from unlabelled text: a skip-gram that predicts each neighbour by its place (Ling et al. 2015), over the same
 * sums of rows as the network's (Bojanowski et al. 2017). Writes words and rows to a file that network.py reads.
 */
export function trainVectors(bench: string, treebanks: readonly string[], models: string, to: string, epochs: number): void {
  const tokens = new LinearClassifier(new Int8Array(readFileSync(join(models, "tokens.bin"))));
  const typeOf = new Map<string, number>();
  const counts: number[] = [];
  const running: number[] = [];
  const see = (form: string): void => {
    const word = normalForm(form);
    let type = typeOf.get(word);
    if (type === undefined) {
      type = typeOf.size;
      typeOf.set(word, type);
      counts.push(0);
    }
    counts[type]!++;
    running.push(type);
  };
  const labelled = new Map<string, number>();
  for (const file of treebanks)
    for (const { words } of readConllu(file)) {
      for (const { form } of words) {
        labelled.set(normalForm(form), (labelled.get(normalForm(form)) ?? 0) + 1);
        see(form);
      }
      running.push(-1);
    }
  for (const text of rawTexts(bench))
    for (const line of text.split("\n")) {
      for (const [s, e] of tokenize(line, 0, line.length, tokens)) see(line.slice(s, e));
      running.push(-1);
    }
  const types = [...typeOf.keys()];
  const kept = types.filter((w) => counts[typeOf.get(w)!]! >= LEAST_SEEN || (labelled.get(w) ?? 0) >= 2).sort();
  const vocabulary = ["<unknown>", ...kept];
  const index = new Map(vocabulary.map((w, i) => [w, i]));
  const offsets: number[] = [];
  let rows = vocabulary.length;
  for (const buckets of AFFIX_BUCKETS) {
    offsets.push(rows);
    rows += buckets;
  }
  console.log(`${running.length} words of text, ${types.length} types, ${vocabulary.length} kept`);
  const PER = 1 + AFFIX_BUCKETS.length;
  const rowsOf = new Int32Array(types.length * PER);
  const target = new Int32Array(types.length).fill(-1);
  types.forEach((word, t) => {
    rowsOf[t * PER] = index.get(word) ?? 0;
    affixBuckets(word).forEach((b, i) => {
      rowsOf[t * PER + 1 + i] = offsets[i]! + b;
    });
    target[t] = index.get(word) ?? -1;
  });
  const random = generator(11);
  const input = Float32Array.from({ length: rows * DIMENSION }, () => (random() / 4294967296 - 0.5) / DIMENSION);
  const output = new Float32Array(POSITIONS.length * vocabulary.length * DIMENSION);
  // Negatives by frequency to the power 3/4, from a table.
  const table = new Int32Array(1 << 20);
  const weights = vocabulary.map((w) => (counts[typeOf.get(w) ?? -1] ?? 0) ** 0.75);
  const total = weights.reduce((a, b) => a + b, 0);
  for (let i = 0, v = 0, sum = weights[0]! / total; i < table.length; i++) {
    table[i] = v;
    if (i / table.length > sum && v + 1 < weights.length) sum += weights[++v]! / total;
  }
  const text = Int32Array.from(running);
  const centre = new Float32Array(DIMENSION);
  const change = new Float32Array(DIMENSION);
  const steps = epochs * text.length;
  for (let step = 0; step < steps; step++) {
    const i = step % text.length;
    const type = text[i]!;
    if (type < 0) continue;
    const often = counts[type]! / text.length;
    if (often > 1e-3 && random() / 4294967296 > Math.sqrt(1e-3 / often)) continue;
    const rate = 0.04 * Math.max(0.02, 1 - step / steps);
    centre.fill(0);
    for (let k = 0; k < PER; k++) {
      const from = rowsOf[type * PER + k]! * DIMENSION;
      for (let d = 0; d < DIMENSION; d++) centre[d]! += input[from + d]!;
    }
    change.fill(0);
    for (let p = 0; p < POSITIONS.length; p++) {
      const neighbour = text[i + POSITIONS[p]!];
      if (neighbour === undefined || neighbour < 0 || target[neighbour]! < 0) continue;
      for (let n = 0; n <= NEGATIVES; n++) {
        const word = n === 0 ? target[neighbour]! : table[random() & (table.length - 1)]!;
        const at = (p * vocabulary.length + word) * DIMENSION;
        let dot = 0;
        for (let d = 0; d < DIMENSION; d++) dot += centre[d]! * output[at + d]!;
        const g = ((n === 0 ? 1 : 0) - 1 / (1 + Math.exp(-dot))) * rate;
        for (let d = 0; d < DIMENSION; d++) {
          change[d]! += g * output[at + d]!;
          output[at + d]! += g * centre[d]!;
        }
      }
    }
    // Each row takes its share: words seen once lean on their affixes.
    for (let k = 0; k < PER; k++) {
      const from = rowsOf[type * PER + k]! * DIMENSION;
      for (let d = 0; d < DIMENSION; d++) input[from + d]! += change[d]! * 0.5;
    }
    if (step % 1_000_000 === 0) console.log(`vectors: ${Math.round((100 * step) / steps)}%`);
  }
  let squares = 0;
  for (let t = 0; t < types.length; t++)
    for (let d = 0; d < DIMENSION; d++) {
      let sum = 0;
      for (let k = 0; k < PER; k++) sum += input[rowsOf[t * PER + k]! * DIMENSION + d]!;
      squares += sum * sum;
    }
  const factor = SPREAD / Math.sqrt(squares / (types.length * DIMENSION));
  for (let i = 0; i < input.length; i++) input[i]! *= factor;
  const header = Buffer.from(JSON.stringify({ words: vocabulary, rows, dimension: DIMENSION }), "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  writeFileSync(to, Buffer.concat([length, header, Buffer.from(input.buffer)]));
  if (process.env.DATELINE_NEIGHBOURS) {
    const vec = (w: string): Float32Array => {
      const v = new Float32Array(DIMENSION);
      const t = typeOf.get(w)!;
      for (let k = 0; k < PER; k++) for (let d = 0; d < DIMENSION; d++) v[d]! += input[rowsOf[t * PER + k]! * DIMENSION + d]!;
      const norm = Math.hypot(...v);
      return v.map((x) => x / norm);
    };
    for (const w of ["attacked", "rebels", "baghdad", "quickly", "killed", "who", "colombian"]) {
      const q = vec(w);
      const near = types.filter((t) => counts[typeOf.get(t)!]! > 20).map((t) => [t, vec(t).reduce((a, x, d) => a + x * q[d]!, 0)] as const);
      console.log(
        w,
        near
          .sort((a, b) => b[1] - a[1])
          .slice(1, 9)
          .map(([t, s]) => `${t} ${s.toFixed(2)}`)
          .join(", "),
      );
    }
  }
}

/** A document's fingerprint for finding copies of one wire story: the smallest hash of its word runs under each of many hash functions. */
export type Signature = Uint32Array;

const HASHES = 96;
/** Rows a band: with 24 bands of 4, two texts that share 70 per cent of their word runs meet in a band with probability 0.998, 30 per cent: 0.18. */
const ROWS = 4;
const SHINGLE = 5;
/** Copies: this share of word runs in common, as estimated. Wire stories cut or lightly edited by their takers stay above it. */
export const COPY_THRESHOLD = 0.55;

/** MinHash (Broder 1997) over runs of five words, case and punctuation aside. A text of fewer words is one run. */
export function signatureOf(text: string): Signature {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const signature = new Uint32Array(HASHES).fill(0xffffffff);
  const last = Math.max(0, words.length - SHINGLE);
  for (let i = 0; i <= last; i++) {
    let base = 0x811c9dc5;
    for (let k = i; k < Math.min(words.length, i + SHINGLE); k++) {
      const word = words[k]!;
      for (let c = 0; c < word.length; c++) base = Math.imul(base ^ word.charCodeAt(c), 0x01000193);
      base = Math.imul(base ^ 32, 0x01000193);
    }
    for (let h = 0; h < HASHES; h++) {
      const value = mix(base ^ Math.imul(h + 1, 0x9e3779b1));
      if (value < signature[h]!) signature[h] = value;
    }
  }
  return signature;
}

/** The estimated share of word runs that two texts have in common (Jaccard), 0 to 1. */
export function similarity(a: Signature, b: Signature): number {
  let equal = 0;
  for (let i = 0; i < HASHES; i++) equal += a[i] === b[i] ? 1 : 0;
  return equal / HASHES;
}

/**
 * Which documents are copies of one another: for each, the number of its group, counted in the order of the first member. Near-linear: only
 * documents that meet in a band are compared. The grouping does not depend on the order of the documents.
 */
export function copyGroups(signatures: readonly Signature[]): readonly number[] {
  const parent = signatures.map((_, i) => i);
  const find = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!;
    return i;
  };
  for (let band = 0; band < HASHES / ROWS; band++) {
    const buckets = new Map<string, number[]>();
    signatures.forEach((signature, i) => {
      const key = signature.subarray(band * ROWS, band * ROWS + ROWS).join(" ");
      const met = buckets.get(key);
      if (met) met.push(i);
      else buckets.set(key, [i]);
    });
    for (const met of buckets.values()) {
      for (let k = 1; k < met.length; k++) {
        if (similarity(signatures[met[0]!]!, signatures[met[k]!]!) >= COPY_THRESHOLD) parent[find(met[k]!)] = find(met[0]!);
      }
    }
  }
  const numbers = new Map<number, number>();
  return signatures.map((_, i) => {
    const root = find(i);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    return numbers.get(root)!;
  });
}

/** The finaliser of MurmurHash3. */
function mix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

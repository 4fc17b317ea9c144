import { type Arithmetic, LANES } from "./arithmetic.ts";
import { LONGEST_SENTENCE, MOST_STEPS, placeInLanes } from "./lanes.ts";
import { bestTree } from "./tree.ts";
import { fastMemory } from "./wasm-arithmetic.ts";
import type { AffineLayer, Weights } from "./weights.ts";

/** Gives a buffer of at least so many bytes, and arithmetic over it. */
export type Memory = (bytes: number) => { readonly buffer: ArrayBufferLike; readonly arithmetic: Arithmetic };

/** What the network says of one sentence; indices count within the sentence. */
export interface Analysis {
  /** Index into the header's tags, a word each. */
  readonly tags: Uint16Array;
  /** Index of the head word, -1 for the root. */
  readonly heads: Int16Array;
  /** Index into the header's labels. */
  readonly labels: Uint8Array;
}

const SLOTS = MOST_STEPS * LANES;

/** Rows that the network keeps of words that it knows (see `know`); a batch must have room beside those that are worth keeping. */
export const KNOWN_ROWS = 4 * SLOTS;

/** Rows that are multiplied at a time: so many stay in the nearest cache with the weights they meet. */
const ROWS = 32;

/** The sizes of the working memory, in bytes from the end of the weights. */
function layout(weights: Weights) {
  const { dimension, hidden, arc, label, layers, bytes } = weights.header;
  let next = Math.ceil(bytes / 64) * 64;
  const take = (size: number): number => {
    const at = next;
    next += Math.ceil(size / 64) * 64;
    return at;
  };
  const widest = Math.max(layers.tag.outputs, layers.dependent.outputs, layers.labelDependent.outputs, layers.label.outputs);
  return {
    input: take(SLOTS * dimension * 2),
    mask: take(SLOTS * 4),
    known: take((KNOWN_ROWS + 4) * hidden * 8 * 4),
    projected: take(SLOTS * hidden * 8 * 4),
    places: take(SLOTS * 4),
    states: take(SLOTS * hidden * 2 * 2),
    rows: take(SLOTS * hidden * 2 * 2),
    state: take(LANES * hidden * 4),
    cells: take(LANES * hidden * 4),
    scores: take(SLOTS * widest * 4),
    dependents: take(SLOTS * arc * 2),
    heads: take(SLOTS * arc * 2),
    queries: take(SLOTS * arc * 2),
    labelHeads: take(SLOTS * label * 4),
    labelInput: take(SLOTS * label * 2),
    arcs: take(LONGEST_SENTENCE * LONGEST_SENTENCE * 4),
    rootArcs: take(LONGEST_SENTENCE * 4),
    end: next,
  };
}

function argmax(values: Float32Array, from: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (values[from + i]! > values[from + best]!) best = i;
  return best;
}

/**
 * The tagger and parser's network: summed embeddings, two bidirectional LSTM layers, a tag layer, biaffine arcs and a label layer.
 * Integer products and a fixed order of float32 make its answers the same on every machine.
 */
export class Network {
  readonly #weights: Weights;
  readonly #at: ReturnType<typeof layout>;
  readonly #arithmetic: Arithmetic;
  readonly #i16: Int16Array;
  readonly #i32: Int32Array;
  readonly #f32: Float32Array;
  readonly #i8: Int8Array;

  /** `memory` gives a buffer of at least so many bytes and the arithmetic over it; WebAssembly unless told otherwise. */
  constructor(weights: Weights, memory: Memory = fastMemory(weights.header.hidden)) {
    this.#weights = weights;
    this.#at = layout(weights);
    const { buffer, arithmetic } = memory(Math.ceil(this.#at.end / 64) * 64 + 64);
    this.#arithmetic = arithmetic;
    new Uint8Array(buffer).set(weights.data);
    this.#i8 = new Int8Array(buffer);
    this.#i16 = new Int16Array(buffer);
    this.#i32 = new Int32Array(buffer);
    this.#f32 = new Float32Array(buffer);
    this.know([new Int16Array(weights.header.dimension)], 0);
  }

  /** Adds one word's embedding rows into `out`, as integers. */
  embed(rows: readonly number[], out: Int16Array): void {
    const { dimension, embeddings } = this.#weights.header;
    for (const row of rows) {
      const from = embeddings + row * dimension;
      for (let i = 0; i < dimension; i++) out[i]! += this.#i8[from + i]!;
    }
  }

  /**
   * Multiplies embedded words by the first layer, whose answer depends on the word alone: into rows from `row` on, which `analyse` reads
   * as often as the words come. Row 0 is that of no word.
   */
  know(words: readonly Int16Array[], row: number): void {
    const { dimension, hidden, layers } = this.#weights.header;
    const at = this.#at;
    for (let from = 0; from < words.length; from += SLOTS) {
      const part = words.slice(from, from + SLOTS);
      part.forEach((word, i) => {
        this.#i16.set(word, at.input / 2 + i * dimension);
      });
      this.#affine(layers.input1, at.input, part.length, at.known + (row + from) * hidden * 32);
    }
  }

  /** Moves what is known of a word to another row. */
  move(from: number, to: number): void {
    const size = this.#weights.header.hidden * 8;
    const start = this.#at.known / 4;
    this.#f32.copyWithin(start + to * size, start + from * size, start + (from + 1) * size);
  }

  /** Analyses one batch of sentences (see `batchesOf`), each the rows of its words, none empty or longer than LONGEST_SENTENCE. */
  analyse(sentences: readonly ArrayLike<number>[]): Analysis[] {
    const { hidden, layers } = this.#weights.header;
    const at = this.#at;
    const row = hidden * 32;
    const lengths = sentences.map((s) => s.length);
    const { lanes, starts, steps } = placeInLanes(lengths);
    const total = lengths.reduce((a, b) => a + b, 0);
    // Where the words stand, in the order of the sentences; the other slots are those of no word.
    const slots = new Int32Array(total);
    this.#i32.fill(at.known, at.places / 4, at.places / 4 + steps * LANES);
    this.#f32.fill(0, at.mask / 4, at.mask / 4 + steps * LANES);
    let word = 0;
    sentences.forEach((sentence, s) => {
      for (let t = 0; t < sentence.length; t++) {
        const slot = (starts[s]! + t) * LANES + lanes[s]!;
        slots[word++] = slot;
        this.#i32[at.places / 4 + slot] = at.known + sentence[t]! * row;
        this.#f32[at.mask / 4 + slot] = 1;
      }
    });
    this.#recurrent(layers.forward1, layers.backward1, at.states, steps);
    this.#gather(slots);
    this.#affine(layers.input2, at.rows, total, at.projected);
    for (let i = 0; i < total; i++) this.#i32[at.places / 4 + slots[i]!] = at.projected + i * row;
    this.#recurrent(layers.forward2, layers.backward2, at.states, steps);
    this.#gather(slots);
    return this.#heads(lengths);
  }

  /** Brings the states of words that stand in slots together, in their order. */
  #gather(slots: Int32Array): void {
    const size = this.#weights.header.hidden * 2;
    const { states, rows } = this.#at;
    for (let i = 0; i < slots.length; i++) {
      const from = states / 2 + slots[i]! * size;
      this.#i16.copyWithin(rows / 2 + i * size, from, from + size);
    }
  }

  /** `affine`, some rows at a time. */
  #affine(layer: AffineLayer, x: number, rows: number, out: number): void {
    for (let r = 0; r < rows; r += ROWS)
      this.#arithmetic.affine(layer, x + r * layer.inputs * 2, Math.min(ROWS, rows - r), out + r * layer.outputs * 4);
  }

  /** Both directions of one LSTM layer over the rows at `places`. */
  #recurrent(forward: AffineLayer, backward: AffineLayer, out: number, steps: number): void {
    const { hidden } = this.#weights.header;
    const at = this.#at;
    for (const back of [false, true]) {
      this.#i16.fill(0, at.state / 2, at.state / 2 + LANES * hidden * 2);
      this.#f32.fill(0, at.cells / 4, at.cells / 4 + LANES * hidden);
      this.#arithmetic.lstm(
        back ? backward : forward,
        hidden,
        at.places,
        back ? hidden * 16 : 0,
        steps,
        back,
        at.mask,
        at.state,
        at.cells,
        out + (back ? hidden * 2 : 0),
        hidden * 4,
      );
    }
  }

  #heads(lengths: readonly number[]): Analysis[] {
    const { layers, arc, label, quantum, tags, labels, rootHead, rootLabel } = this.#weights.header;
    const at = this.#at;
    const { quantise, products } = this.#arithmetic;
    const total = lengths.reduce((a, b) => a + b, 0);
    const tagOf = new Uint16Array(total);
    this.#affine(layers.tag, at.rows, total, at.scores);
    for (let i = 0; i < total; i++) tagOf[i] = argmax(this.#f32, at.scores / 4 + i * layers.tag.outputs, tags.length);
    this.#affine(layers.dependent, at.rows, total, at.scores);
    quantise(at.scores, total * arc, quantum.dependent, 0, at.dependents);
    this.#affine(layers.head, at.rows, total, at.scores);
    quantise(at.scores, total * arc, quantum.head, 0, at.heads);
    this.#affine(layers.bilinear, at.dependents, total, at.scores);
    quantise(at.scores, total * arc, quantum.query, -2047, at.queries);
    const headOf = new Int16Array(total);
    let first = 0;
    for (const n of lengths) {
      products(at.queries + first * arc * 2, n, at.heads + first * arc * 2, n, arc, at.arcs);
      products(at.queries + first * arc * 2, n, rootHead, 1, arc, at.rootArcs);
      const arcs = this.#i32.subarray(at.arcs / 4, at.arcs / 4 + n * n);
      headOf.set(bestTree(n, arcs, this.#i32.subarray(at.rootArcs / 4, at.rootArcs / 4 + n)), first);
      first += n;
    }
    this.#affine(layers.labelHead, at.rows, total, at.labelHeads);
    this.#affine(layers.labelDependent, at.rows, total, at.scores);
    first = 0;
    for (const n of lengths) {
      for (let i = first; i < first + n; i++) {
        const head = headOf[i]!;
        const from = head < 0 ? rootLabel / 4 : at.labelHeads / 4 + (first + head) * label;
        const to = at.scores / 4 + i * label;
        for (let k = 0; k < label; k++) this.#f32[to + k]! += this.#f32[from + k]!;
      }
      first += n;
    }
    quantise(at.scores, total * label, quantum.label, 0, at.labelInput);
    this.#affine(layers.label, at.labelInput, total, at.scores);
    const rootIndex = labels.indexOf("root");
    const labelOf = new Uint8Array(total);
    for (let i = 0; i < total; i++) {
      const from = at.scores / 4 + i * layers.label.outputs;
      if (headOf[i]! < 0) labelOf[i] = rootIndex;
      else {
        this.#f32[from + rootIndex] = Number.NEGATIVE_INFINITY;
        labelOf[i] = argmax(this.#f32, from, labels.length);
      }
    }
    first = 0;
    return lengths.map((n) => {
      const from = first;
      first += n;
      return { tags: tagOf.slice(from, first), heads: headOf.slice(from, first), labels: labelOf.slice(from, first) };
    });
  }
}

import { type Arithmetic, LANES } from "./arithmetic.ts";
import * as w from "./assemble-wasm.ts";
import { plainArithmetic } from "./plain-arithmetic.ts";

const { F32, get, I32, int, set, V128 } = w;

/** tanh of the vector in local `x`, left in it; `s` and `t` are spare. The same steps as `tanh32` in plain-arithmetic.ts. */
function tanh(constants: w.Constants, x: number, s: number, t: number): w.Code {
  const floats = (value: number): w.Code => constants.floats(value);
  const horner = (...values: number[]): w.Code => values.flatMap((c) => [...get(s), ...w.MULTIPLY_FLOATS, ...floats(c), ...w.ADD_FLOATS]);
  return [
    ...[...get(x), ...floats(-4.9), ...w.MAX_FLOATS, ...floats(4.9), ...w.MIN_FLOATS, ...set(x)],
    ...[...get(x), ...get(x), ...w.MULTIPLY_FLOATS, ...set(s)],
    ...[...get(s), ...floats(378), ...w.ADD_FLOATS, ...horner(17325, 135135), ...get(x), ...w.MULTIPLY_FLOATS, ...set(t)],
    ...[...get(t), ...floats(28), ...horner(3150, 62370, 135135), ...w.DIVIDE_FLOATS, ...set(x)],
  ];
}

/** Sets vector locals to zero. */
const clear = (locals: readonly number[]): w.Code => locals.flatMap((l) => [...w.ZERO, ...set(l)]);

/** Adds to accumulators the products of two inputs of each row with four outputs of each block: rows x blocks of them. */
function products(rows: readonly number[], blocks: readonly number[], sums: readonly number[], spare: number, k: number): w.Code {
  const out: number[] = [];
  const weights = spare + 1;
  blocks.forEach((block, b) => {
    out.push(...get(block), ...w.load(k * 16), ...set(weights + b));
  });
  rows.forEach((row, r) => {
    out.push(...get(row), ...w.loadPairSplat(k * 4), ...set(spare));
    blocks.forEach((_, b) => {
      const sum = sums[r * blocks.length + b]!;
      out.push(...get(sum), ...get(spare), ...get(weights + b), ...w.DOT, ...w.ADD_INTS, ...set(sum));
    });
  });
  return out;
}

const UNROLL = 8;

/** affine(weights, scale, bias, inputs, outputs, x, rows, out): four rows by eight outputs at a time. */
function affine(): w.WasmFunction {
  const [weights, scale, bias, inputs, outputs, x, rows, out] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  const [o, r, k, w0, w1, x0, x1, x2, x3, to, panel] = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18] as const;
  const sums = [19, 20, 21, 22, 23, 24, 25, 26];
  const spare = 27;
  const xs = [x0, x1, x2, x3];
  const inner: number[] = [];
  for (let u = 0; u < UNROLL; u++) inner.push(...products(xs, [w0, w1], sums, spare, u));
  for (const p of xs) inner.push(...w.advance(p, UNROLL * 4));
  inner.push(...w.advance(w0, UNROLL * 16), ...w.advance(w1, UNROLL * 16));
  const finish: number[] = [];
  for (let row = 0; row < 4; row++) {
    for (let b = 0; b < 2; b++)
      finish.push(
        ...get(to),
        ...[...get(sums[row * 2 + b]!), ...w.TO_FLOATS],
        ...[...get(scale), ...get(o), ...int(4), ...w.MULTIPLY, ...w.ADD, ...w.load(b * 16), ...w.MULTIPLY_FLOATS],
        ...[...get(bias), ...get(o), ...int(4), ...w.MULTIPLY, ...w.ADD, ...w.load(b * 16), ...w.ADD_FLOATS],
        ...w.store(b * 16),
      );
    finish.push(...get(to), ...get(outputs), ...int(4), ...w.MULTIPLY, ...w.ADD, ...set(to));
  }
  const perRows: w.Code = [
    ...[...get(panel), ...set(w0)],
    ...[...get(panel), ...get(inputs), ...int(8), ...w.MULTIPLY, ...w.ADD, ...set(w1)],
    ...[...get(x), ...get(r), ...get(inputs), ...int(2), ...w.MULTIPLY, ...w.MULTIPLY, ...w.ADD, ...set(x0)],
    ...[x1, x2, x3].flatMap((p, i) => [...get(xs[i]!), ...get(inputs), ...int(2), ...w.MULTIPLY, ...w.ADD, ...set(p)]),
    ...clear(sums),
    ...w.repeat(k, UNROLL * 2, get(inputs), inner),
    ...[...get(out), ...get(r), ...get(outputs), ...w.MULTIPLY, ...get(o), ...w.ADD, ...int(4), ...w.MULTIPLY, ...w.ADD, ...set(to)],
    ...finish,
  ];
  const body: w.Code = [
    ...[...get(weights), ...set(panel)],
    ...w.repeat(o, 8, get(outputs), [
      ...w.repeat(r, 4, get(rows), perRows),
      ...[...get(panel), ...get(inputs), ...int(16), ...w.MULTIPLY, ...w.ADD, ...set(panel)],
    ]),
  ];
  return { name: "affine", parameters: new Array(8).fill(I32), locals: [...new Array(11).fill(I32), ...new Array(11).fill(V128)], body };
}

/**
 * lstm(weights, scale, places, offset, steps, backward, mask, state, cells, out, outStride) for a given width: all lanes by two gates
 * at a time, so that the weights, which the nearest cache cannot hold, are fetched once a step.
 */
function lstm(hidden: number, constants: w.Constants): w.WasmFunction {
  const half = (x: number): w.Code => [
    ...[...get(x), ...constants.floats(0.5), ...w.MULTIPLY_FLOATS, ...constants.floats(0.5), ...w.ADD_FLOATS],
  ];
  const [weights, scale, places, offset, steps, backward, mask, state, cells, out, outStride] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
  const [n, slot, previous, u, k, w0, w1, x0, x1, x2, x3, row, p, c, step] = [
    11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
  ] as const;
  const sums = [26, 27, 28, 29, 30, 31, 32, 33];
  const spare = 34; // and two for weights
  const inputs = [37, 38, 39, 40] as const;
  const kept = [41, 42, 43, 44] as const;
  const [first, second, s, t, keep] = [45, 46, 47, 48, 49] as const;
  const lanes = [0, 1, 2, 3] as const;
  const xs = [x0, x1, x2, x3];
  const inner: number[] = [];
  for (let i = 0; i < UNROLL; i++) inner.push(...products(xs, [w0, w1], sums, spare, i));
  for (const q of xs) inner.push(...w.advance(q, UNROLL * 4));
  for (const q of [w0, w1]) inner.push(...w.advance(q, UNROLL * 16));
  /** Bytes of four outputs' weights. */
  const block = 8 * hidden;

  /** The sums of gates `gate` and `gate` + 1 for the units from u on, in all lanes. */
  const twoGates = (gate: number): w.Code => [
    ...[...get(weights), ...get(u), ...int(block), ...w.MULTIPLY, ...w.ADD, ...int(gate * block), ...w.ADD, ...set(w0)],
    ...[...get(w0), ...int(block), ...w.ADD, ...set(w1)],
    ...[...get(previous), ...set(x0)],
    ...[x1, x2, x3].flatMap((q, i) => [...get(xs[i]!), ...get(outStride), ...w.ADD, ...set(q)]),
    ...clear(sums),
    ...w.repeat(k, UNROLL * 2, int(hidden), inner),
  ];
  /** p: a lane's projected gates. */
  const findProjected = (l: number): w.Code => [
    ...[...get(places), ...get(slot), ...int(4), ...w.MULTIPLY, ...w.ADD, ...w.loadInt(l * 4), ...get(offset), ...w.ADD],
    ...[...get(u), ...int(16), ...w.MULTIPLY, ...w.ADD, ...set(p)],
  ];
  const activate = (gate: number, sum: number, into: number): w.Code => [
    ...[...get(p), ...w.load(gate * 16)],
    ...[...get(sum), ...w.TO_FLOATS, ...get(row), ...w.load(gate * 16), ...w.MULTIPLY_FLOATS],
    ...[...w.ADD_FLOATS, ...set(into)],
    ...tanh(constants, into, s, t),
  ];
  /** Input and forget gate: what comes in, and what stays of the cell. */
  const opening = lanes.flatMap((l) => [
    ...findProjected(l),
    ...activate(0, sums[l * 2]!, first),
    ...activate(1, sums[l * 2 + 1]!, second),
    ...[...half(first), ...set(inputs[l]!)],
    ...[...half(second), ...get(c), ...w.load(l * hidden * 4), ...w.MULTIPLY_FLOATS, ...set(kept[l]!)],
  ]);
  /** Candidate and output gate: the new cell and state. */
  const closing = lanes.flatMap((l) => [
    ...findProjected(l),
    ...activate(2, sums[l * 2]!, first),
    ...activate(3, sums[l * 2 + 1]!, second),
    ...[...get(mask), ...get(slot), ...int(4), ...w.MULTIPLY, ...w.ADD, ...w.loadFloatSplat(l * 4), ...set(keep)],
    ...[...get(kept[l]!), ...get(inputs[l]!), ...get(first), ...w.MULTIPLY_FLOATS, ...w.ADD_FLOATS, ...get(keep), ...w.MULTIPLY_FLOATS],
    ...[...set(first), ...get(c), ...get(first), ...w.store(l * hidden * 4)],
    ...tanh(constants, first, s, t),
    // Where the new state goes.
    ...[
      ...get(slot),
      ...int(l),
      ...w.ADD,
      ...get(outStride),
      ...w.MULTIPLY,
      ...get(u),
      ...int(2),
      ...w.MULTIPLY,
      ...w.ADD,
      ...get(out),
      ...w.ADD,
    ],
    ...[...half(second), ...get(first), ...w.MULTIPLY_FLOATS, ...get(keep), ...w.MULTIPLY_FLOATS],
    ...[...constants.floats(2047), ...w.MULTIPLY_FLOATS, ...constants.floats(0.5), ...w.ADD_FLOATS, ...w.FLOOR, ...w.TO_INTS, ...set(s)],
    ...[...get(s), ...get(s), ...w.NARROW, ...w.storeLow64(0)],
  ]);
  const body: w.Code = [
    ...[...int(-LANES), ...int(LANES), ...get(backward), ...w.SELECT, ...set(step)],
    ...[...get(steps), ...int(1), ...w.SUBTRACT, ...int(LANES), ...w.MULTIPLY, ...int(0), ...get(backward), ...w.SELECT, ...set(slot)],
    ...[...get(state), ...set(previous)],
    ...w.repeat(n, 1, get(steps), [
      ...w.repeat(u, 4, int(hidden), [
        ...[...get(scale), ...get(u), ...int(16), ...w.MULTIPLY, ...w.ADD, ...set(row)],
        ...[...get(cells), ...get(u), ...int(4), ...w.MULTIPLY, ...w.ADD, ...set(c)],
        ...[...twoGates(0), ...opening, ...twoGates(2), ...closing],
      ]),
      ...[...get(out), ...get(slot), ...get(outStride), ...w.MULTIPLY, ...w.ADD, ...set(previous)],
      ...[...get(slot), ...get(step), ...w.ADD, ...set(slot)],
    ]),
  ];
  return { name: "lstm", parameters: new Array(11).fill(I32), locals: [...new Array(15).fill(I32), ...new Array(24).fill(V128)], body };
}

/** quantise(x, count, factor, low, out), eight values at a time. */
function quantise(constants: w.Constants): w.WasmFunction {
  const [x, count, factor, low, out, i] = [0, 1, 2, 3, 4, 5] as const;
  const four = (offset: number): w.Code => [
    ...[
      ...get(x),
      ...w.load(offset),
      ...get(factor),
      ...w.SPLAT_FLOAT,
      ...w.MULTIPLY_FLOATS,
      ...constants.floats(0.5),
      ...w.ADD_FLOATS,
      ...w.FLOOR,
    ],
    ...[...w.TO_INTS, ...get(low), ...w.SPLAT_INT, ...w.MAX_INTS, ...int(2047), ...w.SPLAT_INT, ...w.MIN_INTS],
  ];
  const body = w.repeat(i, 8, get(count), [
    ...[...get(out), ...four(0), ...four(16), ...w.NARROW, ...w.store(0)],
    ...[...w.advance(x, 32), ...w.advance(out, 16)],
  ]);
  return { name: "quantise", parameters: [I32, I32, F32, I32, I32], locals: [I32], body };
}

/** products(queries, count, keys, keyCount, inputs, out), eight inputs at a time. */
function allProducts(): w.WasmFunction {
  const [queries, count, keys, keyCount, inputs, out, a, b, k, q, key] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
  const sum = 11;
  const body = w.repeat(a, 1, get(count), [
    ...[...get(keys), ...set(key)],
    ...w.repeat(b, 1, get(keyCount), [
      ...[...get(queries), ...set(q), ...clear([sum])],
      ...w.repeat(k, 8, get(inputs), [
        ...[...get(sum), ...get(q), ...w.load(0), ...get(key), ...w.load(0), ...w.DOT, ...w.ADD_INTS, ...set(sum)],
        ...[...w.advance(q, 16), ...w.advance(key, 16)],
      ]),
      ...[...get(out), ...[0, 1, 2, 3].flatMap((l) => [...get(sum), ...w.lane(l)]), ...w.ADD, ...w.ADD, ...w.ADD, ...w.storeInt(0)],
      ...w.advance(out, 4),
    ]),
    ...[...get(q), ...set(queries)],
  ]);
  return { name: "products", parameters: new Array(6).fill(I32), locals: [...new Array(5).fill(I32), V128], body };
}

type Loop = (...numbers: number[]) => void;

const PAGE = 65536;

/** Memory and arithmetic for a network of a given width: WebAssembly with SIMD where the engine has it, else plain JavaScript. */
export function fastMemory(hidden: number): (bytes: number) => { buffer: ArrayBufferLike; arithmetic: Arithmetic } {
  return (bytes) => {
    const constants = Math.ceil(bytes / 16) * 16;
    const memory = new WebAssembly.Memory({ initial: Math.ceil((constants + w.Constants.MOST) / PAGE) });
    const module = compile(hidden, constants);
    if (!module) return { buffer: memory.buffer, arithmetic: plainArithmetic(memory.buffer) };
    const loops = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Record<string, Loop>;
    const {
      affine: multiply,
      lstm: recur,
      quantise: round,
      products: cross,
    } = loops as Record<string, Loop> & Record<"affine" | "lstm" | "quantise" | "products", Loop>;
    return {
      buffer: memory.buffer,
      arithmetic: {
        affine: (layer, x, rows, out) => multiply(layer.weights, layer.scale, layer.bias, layer.inputs, layer.outputs, x, rows, out),
        lstm: (layer, _, places, offset, steps, backward, mask, state, cells, out, outStride) =>
          recur(layer.weights, layer.scale, places, offset, steps, backward ? 1 : 0, mask, state, cells, out, outStride),
        quantise: (x, count, factor, low, out) => round(x, count, factor, low, out),
        products: (queries, count, keys, keyCount, inputs, out) => cross(queries, count, keys, keyCount, inputs, out),
      },
    };
  };
}

function compile(hidden: number, address: number): WebAssembly.Module | undefined {
  const bytes = assembleModule(hidden, address);
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : undefined;
}

/** The module's bytes, for a width that is a multiple of 16; its constants are to lie at `address`. */
export function assembleModule(hidden: number, address: number): Uint8Array<ArrayBuffer> {
  const constants = new w.Constants(address);
  return w.assembleModule([affine(), lstm(hidden, constants), quantise(constants), allProducts()], constants);
}

/** A few words of WebAssembly's binary format (https://webassembly.github.io/spec/core/binary/), enough for the inner loops. */
export type Code = readonly number[];

export const I32 = 0x7f;
export const F32 = 0x7d;
export const V128 = 0x7b;

function unsigned(value: number): number[] {
  const out: number[] = [];
  do {
    const low = value & 0x7f;
    value >>>= 7;
    out.push(value === 0 ? low : low | 0x80);
  } while (value !== 0);
  return out;
}

function signed(value: number): number[] {
  const out: number[] = [];
  for (;;) {
    const low = value & 0x7f;
    value >>= 7;
    if ((value === 0 && (low & 0x40) === 0) || (value === -1 && (low & 0x40) !== 0)) {
      out.push(low);
      return out;
    }
    out.push(low | 0x80);
  }
}

const simd = (opcode: number, ...rest: number[]): Code => [0xfd, ...unsigned(opcode), ...rest];
const at = (opcode: number, align: number, offset: number): Code => simd(opcode, align, ...unsigned(offset));

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number): Code => [0x21, ...unsigned(local)];
export const int = (value: number): Code => [0x41, ...signed(value)];
export const ADD: Code = [0x6a];
export const SUBTRACT: Code = [0x6b];
export const MULTIPLY: Code = [0x6c];
export const LESS: Code = [0x49];
export const SELECT: Code = [0x1b];
export const loadFloatSplat = (offset: number): Code => at(0x09, 2, offset);
export const load = (offset: number): Code => at(0x00, 2, offset);
export const store = (offset: number): Code => at(0x0b, 2, offset);
/** Two int16 values, repeated four times. */
export const loadPairSplat = (offset: number): Code => at(0x09, 2, offset);
export const storeLow64 = (offset: number): Code => [...at(0x5b, 1, offset), 0];
export const loadInt = (offset: number): Code => [0x28, 2, ...unsigned(offset)];
export const storeInt = (offset: number): Code => [0x36, 2, ...unsigned(offset)];
export const DOT = simd(0xba);
export const ADD_INTS = simd(0xae);
export const MIN_INTS = simd(0xb6);
export const MAX_INTS = simd(0xb8);
export const SPLAT_INT = simd(0x11);
export const SPLAT_FLOAT = simd(0x13);
export const lane = (i: number): Code => simd(0x1b, i);
export const NARROW = simd(0x85);
export const TO_FLOATS = simd(0xfa);
export const TO_INTS = simd(0xf8);
export const FLOOR = simd(0x68);
export const ADD_FLOATS = simd(0xe4);
export const MULTIPLY_FLOATS = simd(0xe6);
export const DIVIDE_FLOATS = simd(0xe7);
/** The lesser and the greater as one instruction of the processor: what they make of NaN and of signed zeros is of no account here. */
export const MIN_FLOATS = simd(0xea);
export const MAX_FLOATS = simd(0xeb);

/** Sixteen zero bytes. */
export const ZERO = simd(0x0c, ...new Array(16).fill(0));

/**
 * Vectors of four times the same float32, kept in a table in memory: engines make a constant of the code anew at each use, which takes
 * three instructions and the units that sums are made in.
 */
export class Constants {
  readonly address: number;
  readonly #values: number[] = [];

  /** `address` is where the table will be, with room for `Constants.MOST` bytes. */
  constructor(address: number) {
    this.address = address;
  }

  static readonly MOST = 1024;

  floats(value: number): Code {
    if (!this.#values.includes(value)) this.#values.push(value);
    return [...int(0), ...load(this.address + this.#values.indexOf(value) * 16)];
  }

  /** The table, of every value that was asked for. */
  get table(): Uint8Array {
    return new Uint8Array(new Float32Array(this.#values.flatMap((value) => [value, value, value, value])).buffer);
  }
}

/** Repeats `body` while `counter`, which begins at 0 and grows by `step`, is below local `limit`; runs it at least once. */
export function repeat(counter: number, step: number, limit: Code, body: Code): Code {
  return [...int(0), ...set(counter), 0x03, 0x40, ...body, ...advance(counter, step), ...get(counter), ...limit, ...LESS, 0x0d, 0, 0x0b];
}

export const advance = (local: number, by: number): Code => [...get(local), ...int(by), ...ADD, ...set(local)];

export interface WasmFunction {
  readonly name: string;
  readonly parameters: readonly number[];
  /** Types of the locals that follow the parameters. */
  readonly locals: readonly number[];
  readonly body: Code;
}

/** A module of functions without results over one imported memory, "env" "memory", into which it writes its constants. */
export function assembleModule(functions: readonly WasmFunction[], { address, table }: Constants): Uint8Array<ArrayBuffer> {
  const vector = (items: readonly Code[]): number[] => [...unsigned(items.length), ...items.flat()];
  const section = (id: number, content: Code): number[] => [id, ...unsigned(content.length), ...content];
  const text = (s: string): number[] => [...unsigned(s.length), ...Buffer.from(s, "latin1")];
  const bodies = functions.map(({ locals, body }) => {
    const code = [...vector(locals.map((type) => [1, type])), ...body, 0x0b];
    return [...unsigned(code.length), ...code];
  });
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(functions.map(({ parameters }) => [0x60, ...unsigned(parameters.length), ...parameters, 0]))),
    ...section(2, vector([[...text("env"), ...text("memory"), 0x02, 0x00, 1]])),
    ...section(3, vector(functions.map((_, i) => unsigned(i)))),
    ...section(7, vector(functions.map(({ name }, i) => [...text(name), 0x00, ...unsigned(i)]))),
    ...section(10, vector(bodies)),
    ...section(11, vector([[0x00, ...int(address), 0x0b, ...unsigned(table.length), ...table]])),
  ]);
}

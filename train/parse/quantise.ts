import { readFileSync, writeFileSync } from "node:fs";
import { type AffineLayer, ALIGNMENT, type LayerName, type WeightsHeader } from "../../src/parse/weights.ts";

interface FloatHeader {
  readonly words: readonly string[];
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly dim: number;
  readonly hidden: number;
  readonly arc: number;
  readonly lab: number;
  readonly top: { readonly dependent: number; readonly head: number; readonly query: number; readonly label: number };
  readonly tensors: readonly { readonly name: string; readonly shape: readonly number[] }[];
}

/** Largest activation and largest weight as integers: products of 224 pairs stay below 2^31. */
const LARGEST = 2047;

/** Rows of an affine map, real numbers. */
interface Rows {
  readonly inputs: number;
  readonly rows: readonly { readonly weights: Float32Array; readonly bias: number; readonly factor: number }[];
}

/**
 * Turns the trainer's float weights into the shipped file: embeddings as int8 with one scale (so that summing them is summing integers),
 * matrices as int16 with a scale for each output, packed four outputs by two inputs as the inner loops read them.
 */
export function quantise(from: string, to: string): void {
  const bytes = readFileSync(from);
  const length = bytes.readUInt32LE(0);
  const float = JSON.parse(bytes.toString("utf8", 4, 4 + length)) as FloatHeader;
  const values = new Float32Array(new Uint8Array(bytes.subarray(4 + length)).slice().buffer);
  const tensors = new Map<string, Float32Array>();
  let offset = 0;
  for (const { name, shape } of float.tensors) {
    const size = shape.reduce((a, b) => a * b, 1);
    tensors.set(name, values.subarray(offset, offset + size));
    offset += size;
  }
  const tensor = (name: string): Float32Array => {
    const found = tensors.get(name);
    if (!found) throw new Error(`${from}: no tensor ${name}`);
    return found;
  };

  const parts: Uint8Array[] = [];
  let size = 0;
  const add = (part: { readonly buffer: ArrayBufferLike; readonly byteOffset: number; readonly byteLength: number }): number => {
    const at = size;
    const padded = new Uint8Array(Math.ceil(part.byteLength / ALIGNMENT) * ALIGNMENT);
    padded.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    parts.push(padded);
    size += padded.length;
    return at;
  };
  const addLayer = ({ inputs, rows }: Rows, activation: number): AffineLayer => {
    const outputs = Math.ceil(rows.length / 8) * 8;
    const packed = new Int16Array(outputs * inputs);
    const scale = new Float32Array(outputs);
    const bias = new Float32Array(outputs);
    rows.forEach(({ weights, bias: b, factor }, o) => {
      const largest = weights.reduce((m, w) => Math.max(m, Math.abs(w)), 1e-9);
      for (let k = 0; k < inputs; k++) {
        const at = ((o >> 2) * (inputs / 2) + (k >> 1)) * 8 + (o & 3) * 2 + (k & 1);
        packed[at] = Math.round((weights[k]! / largest) * LARGEST);
      }
      scale[o] = ((largest / LARGEST) * factor) / activation;
      bias[o] = b * factor;
    });
    return { weights: add(packed), scale: add(scale), bias: add(bias), inputs, outputs };
  };
  const plain = (name: string, inputs: number, hasBias = true): Rows => {
    const weights = tensor(`${name}.weight`);
    const bias = hasBias ? tensor(`${name}.bias`) : undefined;
    const count = weights.length / inputs;
    const rows = Array.from({ length: count }, (_, o) => ({
      weights: weights.subarray(o * inputs, (o + 1) * inputs),
      bias: bias?.[o] ?? 0,
      factor: 1,
    }));
    return { inputs, rows };
  };
  // Units in blocks of four: input, forget, candidate, output. A sigmoid is a tanh of half its argument, so those gates are halved here.
  const gates = (kind: "ih" | "hh", layer: 1 | 2, suffixes: readonly string[], inputs: number): Rows => {
    const rows = suffixes.flatMap((suffix) => {
      const name = `lstm${layer}.weight_${kind}_l0${suffix}`;
      const weights = tensor(name);
      const bias = [tensor(`lstm${layer}.bias_ih_l0${suffix}`), tensor(`lstm${layer}.bias_hh_l0${suffix}`)] as const;
      const out = [];
      for (let unit = 0; unit < float.hidden; unit += 4)
        for (let gate = 0; gate < 4; gate++)
          for (let j = 0; j < 4; j++) {
            const row = gate * float.hidden + unit + j;
            out.push({
              weights: weights.subarray(row * inputs, (row + 1) * inputs),
              bias: kind === "ih" ? bias[0][row]! + bias[1][row]! : 0,
              factor: gate === 2 ? 1 : 0.5,
            });
          }
      return out;
    });
    return { inputs, rows };
  };

  const embed = tensor("embed");
  const sizes = Float32Array.from(embed, Math.abs).sort();
  const clip = sizes[Math.floor(sizes.length * 0.99995)]!;
  const embedScale = 127 / clip;
  const embeddings = add(Int8Array.from(embed, (v) => Math.max(-127, Math.min(127, Math.round(v * embedScale)))));
  const { hidden, arc, lab, top } = float;
  const quantum = {
    dependent: LARGEST / top.dependent,
    head: LARGEST / top.head,
    query: LARGEST / top.query,
    label: LARGEST / top.label,
  };
  const layers: Record<LayerName, AffineLayer> = {
    input1: addLayer(gates("ih", 1, ["", "_reverse"], float.dim), embedScale),
    forward1: addLayer(gates("hh", 1, [""], hidden), LARGEST),
    backward1: addLayer(gates("hh", 1, ["_reverse"], hidden), LARGEST),
    input2: addLayer(gates("ih", 2, ["", "_reverse"], 2 * hidden), LARGEST),
    forward2: addLayer(gates("hh", 2, [""], hidden), LARGEST),
    backward2: addLayer(gates("hh", 2, ["_reverse"], hidden), LARGEST),
    tag: addLayer(plain("tag", 2 * hidden), LARGEST),
    dependent: addLayer(plain("dep", 2 * hidden), LARGEST),
    head: addLayer(plain("head", 2 * hidden), LARGEST),
    bilinear: addLayer(plain("bilinear", arc), quantum.dependent),
    labelDependent: addLayer(plain("lab_dep", 2 * hidden), LARGEST),
    labelHead: addLayer(plain("lab_head", 2 * hidden, false), LARGEST),
    label: addLayer(plain("label", lab), quantum.label),
  };
  const rootHead = add(Int16Array.from(tensor("root_head"), (v) => Math.min(LARGEST, Math.max(0, Math.round(v * quantum.head)))));
  const rootLabel = add(Float32Array.from(tensor("root_lab")));
  const header: WeightsHeader = {
    words: float.words,
    tags: float.tags,
    labels: float.labels,
    dimension: float.dim,
    hidden,
    arc,
    label: lab,
    layers,
    embeddings,
    embeddingRows: embed.length / float.dim,
    rootHead,
    rootLabel,
    quantum,
    bytes: size,
  };
  const json = Buffer.from(JSON.stringify(header), "utf8");
  const start = Math.ceil((8 + json.length) / ALIGNMENT) * ALIGNMENT;
  const out = Buffer.alloc(start + size);
  out.write("DLP1", 0, "latin1");
  out.writeUInt32LE(json.length, 4);
  json.copy(out, 8);
  let at = start;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  writeFileSync(to, out);
}

import { readFileSync } from "node:fs";

/** One affine map: out = (packed · x) · scale + bias. */
export interface AffineLayer {
  /** Byte offsets into the weights. */
  readonly weights: number;
  readonly scale: number;
  readonly bias: number;
  readonly inputs: number;
  /** A multiple of 8: rows beyond the real ones are zero. */
  readonly outputs: number;
}

export type LayerName =
  | "input1"
  | "forward1"
  | "backward1"
  | "input2"
  | "forward2"
  | "backward2"
  | "tag"
  | "dependent"
  | "head"
  | "bilinear"
  | "labelDependent"
  | "labelHead"
  | "label";

/** The head of a weights file: the inventories, the sizes, and where each tensor lies in the bytes that follow. */
export interface WeightsHeader {
  /** Normal forms with an embedding of their own; the first stands for every unknown word. */
  readonly words: readonly string[];
  /** "UPOS XPOS Feature=Value|…". */
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  readonly dimension: number;
  readonly hidden: number;
  readonly arc: number;
  readonly label: number;
  readonly layers: Readonly<Record<LayerName, AffineLayer>>;
  /** Byte offset of the int8 embeddings, rows x dimension. */
  readonly embeddings: number;
  readonly embeddingRows: number;
  /** Byte offsets: int16 head vector and float32 label vector of the root. */
  readonly rootHead: number;
  readonly rootLabel: number;
  /** Factors from real activations to integers. */
  readonly quantum: { readonly dependent: number; readonly head: number; readonly query: number; readonly label: number };
  readonly bytes: number;
}

export interface Weights {
  readonly header: WeightsHeader;
  readonly data: Uint8Array;
}

/** Where tensors begin: aligned, so that they can be read in place. */
export const ALIGNMENT = 16;

/** Reads a weights file: its header's length (uint32), the header (JSON), padding, tensors. Throws when the file is cut short. */
export function readWeights(file: string | URL): Weights {
  const bytes = readFileSync(file);
  if (bytes.length < 8 || bytes.toString("latin1", 0, 4) !== "DLP1") throw new Error(`${file}: no parser weights`);
  const length = bytes.readUInt32LE(4);
  const header = JSON.parse(bytes.toString("utf8", 8, 8 + length)) as WeightsHeader;
  const start = Math.ceil((8 + length) / ALIGNMENT) * ALIGNMENT;
  if (bytes.length < start + header.bytes) throw new Error(`${file}: cut short, ${bytes.length} of ${start + header.bytes} bytes`);
  return { header, data: bytes.subarray(start, start + header.bytes) };
}

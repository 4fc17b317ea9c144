import { describe, expect, it } from "vitest";
import { Network } from "./network.ts";
import { plainArithmetic, tanh32 } from "./plain-arithmetic.ts";
import { assembleModule } from "./wasm-arithmetic.ts";
import { readWeights } from "./weights.ts";

describe("the network's arithmetic", () => {
  it("assembles to valid WebAssembly", () => {
    expect(WebAssembly.validate(assembleModule(112, 0))).toBe(true);
    expect(WebAssembly.validate(assembleModule(64, 0))).toBe(true);
  });

  it("comes near to tanh everywhere", () => {
    for (let x = -8; x <= 8; x += 0.01) expect(Math.abs(tanh32(Math.fround(x)) - Math.tanh(x))).toBeLessThan(2e-4);
  });

  it("gives the same answers to the bit in WebAssembly and in plain JavaScript", () => {
    const weights = readWeights(new URL("../../models/parse/parser.bin", import.meta.url));
    const fast = new Network(weights);
    const plain = new Network(weights, (bytes) => {
      const buffer = new ArrayBuffer(bytes);
      return { buffer, arithmetic: plainArithmetic(buffer) };
    });
    let seed = 1;
    const next = (below: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return (seed >>> 8) % below;
    };
    const word = (): Int16Array => {
      const vector = new Int16Array(weights.header.dimension);
      fast.embed([next(weights.header.words.length), next(weights.header.embeddingRows), next(weights.header.embeddingRows)], vector);
      return vector;
    };
    for (const lengths of [[1], [2, 5], [7, 1, 3], [4, 9, 9, 12]]) {
      let row = 1;
      const sentences = lengths.map((n) => Array.from({ length: n }, () => row++));
      const words = Array.from({ length: row - 1 }, word);
      for (const network of [fast, plain]) network.know(words, 1);
      expect(fast.analyse(sentences)).toEqual(plain.analyse(sentences));
    }
  });
});

import type { Boosted } from "../../src/learn/index.ts";

export interface Row {
  readonly values: readonly number[];
  readonly yes: boolean;
}

export interface BoostOptions {
  readonly trees?: number;
  readonly depth?: number;
  /** Share of each tree's correction that is added. */
  readonly rate?: number;
  /** L2 penalty on leaves. */
  readonly penalty?: number;
  /** Least sum of second derivatives in a leaf. */
  readonly least?: number;
}

const BINS = 48;

/** Trains boosted trees on histograms of the features' quantiles (second-order gradients, as XGBoost does). Deterministic. */
export function trainBoosted(names: readonly string[], rows: readonly Row[], options: BoostOptions = {}): Boosted {
  const { trees = 120, depth = 4, rate = 0.08, penalty = 5, least = 8 } = options;
  const cuts = names.map((_, f) => quantiles(rows.map((r) => r.values[f]!)));
  const binned = names.map((_, f) => Uint8Array.from(rows, (r) => binOf(cuts[f]!, r.values[f]!)));
  const share = rows.filter((r) => r.yes).length / Math.max(1, rows.length);
  const base = Math.log(share / (1 - share));
  const odds = new Float64Array(rows.length).fill(base);
  const inner = 2 ** depth - 1;
  const model: { features: number[]; thresholds: number[]; leaves: number[] }[] = [];
  for (let t = 0; t < trees; t++) {
    const gradient = Float64Array.from(odds, (o, i) => 1 / (1 + Math.exp(-o)) - (rows[i]!.yes ? 1 : 0));
    const curvature = Float64Array.from(odds, (o) => (1 / (1 + Math.exp(-o))) * (1 / (1 + Math.exp(o))));
    const node = new Int32Array(rows.length);
    const features = new Array<number>(inner).fill(0);
    const thresholds = new Array<number>(inner).fill(Infinity);
    for (let level = 0, first = 0; level < depth; level++, first = 2 * first + 1) {
      const width = 2 ** level;
      const best = Array.from({ length: width }, () => ({ gain: 1e-6, feature: 0, bin: -1 }));
      for (let f = 0; f < names.length; f++) {
        const bins = cuts[f]!.length + 1;
        const g = new Float64Array(width * bins);
        const h = new Float64Array(width * bins);
        const column = binned[f]!;
        for (let i = 0; i < rows.length; i++) {
          const at = (node[i]! - first) * bins + column[i]!;
          g[at]! += gradient[i]!;
          h[at]! += curvature[i]!;
        }
        for (let n = 0; n < width; n++) {
          let [G, H, left, low] = [0, 0, 0, 0];
          for (let b = 0; b < bins; b++) [G, H] = [G + g[n * bins + b]!, H + h[n * bins + b]!];
          for (let b = 0; b < bins - 1; b++) {
            left += g[n * bins + b]!;
            low += h[n * bins + b]!;
            if (low < least || H - low < least) continue;
            const gain = left ** 2 / (low + penalty) + (G - left) ** 2 / (H - low + penalty) - G ** 2 / (H + penalty);
            if (gain > best[n]!.gain) best[n] = { gain, feature: f, bin: b };
          }
        }
      }
      best.forEach(({ feature, bin }, n) => {
        features[first + n] = feature;
        if (bin >= 0) thresholds[first + n] = cuts[feature]![bin]!;
      });
      for (let i = 0; i < rows.length; i++) {
        const { feature, bin } = best[node[i]! - first]!;
        node[i] = 2 * node[i]! + (bin < 0 || binned[feature]![i]! <= bin ? 1 : 2);
      }
    }
    const G = new Float64Array(inner + 1);
    const H = new Float64Array(inner + 1);
    for (let i = 0; i < rows.length; i++) {
      G[node[i]! - inner]! += gradient[i]!;
      H[node[i]! - inner]! += curvature[i]!;
    }
    const leaves = Array.from(G, (g, i) => Math.round((-rate * g * 1e4) / (H[i]! + penalty)) / 1e4);
    for (let i = 0; i < rows.length; i++) odds[i]! += leaves[node[i]! - inner]!;
    model.push({ features, thresholds: thresholds.map((x) => (x === Infinity ? 1e9 : x)), leaves });
  }
  return { names, depth, base, trees: model };
}

/** Cut points: a value goes to the left of a cut when it is below it. */
function quantiles(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const cuts = new Set<number>();
  for (let b = 1; b < BINS; b++) {
    const value = sorted[Math.floor((b * sorted.length) / BINS)]!;
    if (value > sorted[0]!) cuts.add(value);
  }
  return [...cuts].sort((a, b) => a - b);
}

function binOf(cuts: readonly number[], value: number): number {
  let bin = 0;
  while (bin < cuts.length && value >= cuts[bin]!) bin++;
  return bin;
}

import type { Range } from "../view.ts";
import type { Feature } from "./feature.ts";

/** 1 equal, down to −1; tolls grow, so a small difference speaks against less than a large one. */
function compatible(a: Range | undefined, b: Range | undefined): number {
  if (!a || !b) return 0;
  if (a.best === b.best) return Math.min(1, 0.4 + Math.log2(1 + a.best) / 5);
  if (a.low <= b.high && b.low <= a.high) return 0.3;
  const [less, more] = a.best < b.best ? [a.best, b.best] : [b.best, a.best];
  return Math.max(-1, 0.2 - Math.log2((more + 1) / (less + 1)) * 0.6);
}

function count(harm: "killed" | "injured"): Feature {
  return {
    name: harm,
    about: `how many were ${harm}: up to 1 for one number (large numbers agree less by chance), down to −1 for numbers far apart`,
    score: (a, b) => compatible(a[harm], b[harm]),
    sentence(a, b) {
      const [x, y] = [a[harm]!.best, b[harm]!.best];
      return x === y ? `both say ${x} ${harm}` : `${x} and ${y} ${harm}`;
    },
  };
}

export const killedFeature = count("killed");
export const injuredFeature = count("injured");

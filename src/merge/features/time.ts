import type { ReadView, View } from "../view.ts";
import type { Feature } from "./feature.ts";

/** Days between two stretches; 0 where they overlap. */
export function daysApart(a: View, b: View): number | undefined {
  if (a.first === undefined || a.last === undefined || b.first === undefined || b.last === undefined) return undefined;
  return Math.max(0, a.first - b.last, b.first - a.last);
}

const width = (v: View) => v.last! - v.first! + 1;

/** Overlap of the times against their precision. */
export const timeFeature: Feature = {
  name: "time",
  about: "when it happened: 1 for one day, less the wider the stretches; negative from two days apart, −1 from about two weeks",
  score(a, b) {
    const apart = daysApart(a, b);
    if (apart === undefined) return 0;
    // A stretch of w days that overlaps by chance: the wider, the less it says.
    if (apart === 0) return 1 / (1 + Math.log2(Math.max(width(a), width(b))) / 3);
    // Reports of a night's event differ by a day.
    return apart <= 1 ? 0.3 : Math.max(-1, -Math.log2(apart) / 4);
  },
  sentence(a, b) {
    const apart = daysApart(a, b)!;
    const when = (v: ReadView) => {
      const { earliest, latest } = v.record.time!;
      return earliest === latest ? earliest : `${earliest} to ${latest}`;
    };
    if (apart > 0) return `${apart} day${apart === 1 ? "" : "s"} apart: ${when(a)}, ${when(b)}`;
    return when(a) === when(b) ? `both on ${when(a)}` : `times overlap: ${when(a)}; ${when(b)}`;
  },
};

/** How long after one another they were published. */
export const gapFeature: Feature = {
  name: "publication gap",
  about: "days between publications: 1 the same day, 0 about three weeks, −1 a year or more",
  score(a, b) {
    if (a.published === undefined || b.published === undefined) return 0;
    return Math.max(-1, 1 - Math.log1p(Math.abs(a.published - b.published)) / 3);
  },
  sentence(a, b) {
    const days = Math.abs(a.published! - b.published!);
    return days === 0 ? "published on the same day" : `published ${days} day${days === 1 ? "" : "s"} apart`;
  },
};

/** "Sunday's attack": one article points back to a day on which the other puts it. */
export const linkFeature: Feature = {
  name: "pointing back",
  about: "one report presumes that the day of the event is known (“Sunday's attack”), and the other gives that day: 1; another day: −0.5",
  score(a, b) {
    const points = (from: View, to: View) =>
      from.pointsTo === undefined || to.first === undefined || to.last === undefined || to.last - to.first > 3
        ? 0
        : from.pointsTo >= to.first - 1 && from.pointsTo <= to.last
          ? 1
          : -0.5;
    const both = [points(a, b), points(b, a)];
    return Math.max(...both) > 0 ? 1 : Math.min(...both);
  },
  sentence: (_a, _b, score) => (score > 0 ? "one points back to the other's day" : "one points back to another day"),
};

import type { Timeline } from "../../src/serve/index.ts";
import { date, FAMILIES, FAMILY, number } from "../app/words.ts";
import { ShortTable } from "./short-table.tsx";

/** The timeline in figures, the latest first. */
export function TimelineTable({ timeline }: { readonly timeline: Timeline }) {
  const weeks = new Map<string, number[]>();
  for (const { start, type, count, killed } of timeline.bins) {
    const row = weeks.get(start) ?? [0, ...FAMILIES.map(() => 0), 0];
    row[0]! += count;
    row[1 + FAMILIES.findIndex(({ family }) => family === FAMILY[type])]! += count;
    row[row.length - 1]! += killed;
    weeks.set(start, row);
  }
  const unusual = new Set(timeline.unusual.map((week) => week.start));
  return (
    <ShortTable
      caption={`Events a ${timeline.by}`}
      head={[`First day of the ${timeline.by}`, "Events", ...FAMILIES.map(({ name }) => name), "Killed", "Unusual"]}
      rows={[...weeks]
        .sort(([a], [b]) => (a < b ? 1 : -1))
        .map(([start, row]) => ({ key: start, cells: [date(start), ...row.map(number), unusual.has(start) ? "▲ unusual" : ""] }))}
    />
  );
}

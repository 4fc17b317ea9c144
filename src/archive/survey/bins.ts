import type { PloverType } from "../../what/layers.ts";
import type { Bin } from "../query.ts";
import type { Columns } from "./columns.ts";
import { NONE } from "./dictionary.ts";
import type { Rows } from "./select.ts";

const DAY = 86_400_000;

/** The first day of the stretch that a date lies in; weeks begin on Monday (ISO 8601). */
function startOf(date: string, by: "day" | "week" | "month" | "year"): string {
  if (by === "month") return `${date.slice(0, 7)}-01`;
  if (by === "year") return `${date.slice(0, 4)}-01-01`;
  const day = date.slice(0, 10);
  if (by === "day") return day;
  const at = Date.parse(day);
  return Number.isNaN(at) ? day : new Date(at - ((new Date(at).getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10);
}

/** How many events of each type begin in each stretch of the calendar. */
export function binsOf(columns: Columns, rows: Rows, by: "day" | "week" | "month" | "year"): Bin[] {
  const { earliest, type } = columns.texts;
  const types = columns.dictionaries.type.values;
  const starts: string[] = [];
  const startIds = new Map<string, number>();
  const startOfDate = Int32Array.from(columns.dictionaries.earliest.values, (date) => {
    const start = startOf(date, by);
    const known = startIds.get(start) ?? starts.push(start) - 1;
    startIds.set(start, known);
    return known;
  });
  const counts = new Int32Array(starts.length * types.length);
  const killed = new Float64Array(counts.length);
  for (const row of rows) {
    const date = earliest[row]!;
    if (date === NONE) continue;
    const bin = startOfDate[date]! * types.length + type[row]!;
    counts[bin]!++;
    const died = columns.numbers.killed[row]!;
    if (died > 0) killed[bin]! += died;
  }
  const bins: Bin[] = [];
  counts.forEach((count, bin) => {
    if (count === 0) return;
    const [start, name] = [starts[Math.floor(bin / types.length)]!, types[bin % types.length] as PloverType];
    bins.push({ start, type: name, count, killed: killed[bin]! });
  });
  return bins.sort((a, b) => (a.start !== b.start ? (a.start < b.start ? -1 : 1) : a.type < b.type ? -1 : 1));
}

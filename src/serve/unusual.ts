/** A stretch of the calendar with its number of events. */
export interface Counted {
  readonly start: string;
  readonly count: number;
}

/** A week that has many more events than those before it, and the figures that say so. */
export interface UnusualWeek {
  readonly start: string;
  readonly count: number;
  /** Events a week, on average, over the weeks before. */
  readonly usual: number;
  /** The most in any of the weeks before. */
  readonly most: number;
  /** How many weeks were looked back on. */
  readonly weeks: number;
}

const LOOK_BACK = 12;
const LEAST_LOOK_BACK = 4;
const LEAST_EVENTS = 4;
const DAY = 86_400_000;

/**
 * Weeks that stand out from the twelve before them: more than any of those, and beyond their mean by three standard deviations, where the
 * deviation is at least that of a Poisson process of the same mean (counts of rare events scatter by chance alone).
 * Weeks without events count as zero. The first four weeks are never marked: there is nothing to compare them with.
 */
export function unusualWeeks(counts: readonly Counted[]): UnusualWeek[] {
  const weeks = filled(counts);
  const unusual: UnusualWeek[] = [];
  for (let i = LEAST_LOOK_BACK; i < weeks.length; i++) {
    const { start, count } = weeks[i]!;
    if (count < LEAST_EVENTS) continue;
    const before = weeks.slice(Math.max(0, i - LOOK_BACK), i).map((week) => week.count);
    const usual = before.reduce((sum, n) => sum + n, 0) / before.length;
    const variance = before.reduce((sum, n) => sum + (n - usual) ** 2, 0) / before.length;
    const deviation = Math.sqrt(Math.max(variance, usual, 0.5));
    const most = Math.max(...before);
    if (count > most && count > usual + 3 * deviation) unusual.push({ start, count, usual, most, weeks: before.length });
  }
  return unusual;
}

/** One entry for every week from the first to the last. A date far off the rest (a wrong year) does not make an endless list. */
function filled(counts: readonly Counted[]): Counted[] {
  const byStart = new Map<string, number>();
  for (const { start, count } of counts) byStart.set(start, (byStart.get(start) ?? 0) + count);
  const starts = [...byStart.keys()].sort();
  if (starts.length === 0) return [];
  const weeks: Counted[] = [];
  for (const start of starts) {
    const last = weeks.at(-1);
    const from = last ? Date.parse(last.start) : Date.parse(start);
    const gap = Math.round((Date.parse(start) - from) / (7 * DAY));
    for (let k = Math.max(1, gap - LOOK_BACK); k < gap; k++)
      weeks.push({ start: new Date(from + k * 7 * DAY).toISOString().slice(0, 10), count: 0 });
    weeks.push({ start, count: byStart.get(start)! });
  }
  return weeks;
}

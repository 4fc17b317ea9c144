import type { Word } from "../parse/layers.ts";
import type { Joining } from "./joining.ts";
import { compareTellings } from "./same-event.ts";
import type { Telling } from "./telling.ts";

/** Tellings of one event, the first in the text first, with the reasons why each later one was joined to it. */
export interface JoinedTellings {
  readonly tellings: readonly Telling[];
  readonly reasons: readonly string[];
}

/** An event told more often than this joins no further tellings: real articles stay far below, and it keeps hostile ones linear. */
const MOST_TELLINGS = 60;
/** How many of the latest events a new telling is compared with. */
const MOST_COMPARED = 80;

/**
 * Puts the tellings of one event together, in the order of the text: each telling joins the event it fits best, judged by the mean
 * of the scores against that event's tellings and its best single score; one that fits none begins an event of its own.
 */
export function joinTellings(tellings: readonly Telling[], words: readonly Word[], joining: Joining): readonly JoinedTellings[] {
  const events: { tellings: Telling[]; reasons: string[] }[] = [];
  for (const second of tellings) {
    let best: { event: (typeof events)[number]; score: number; reasons: readonly string[] } | undefined;
    for (const event of events.slice(-MOST_COMPARED)) {
      if (event.tellings.length >= MOST_TELLINGS) continue;
      const scores = event.tellings.map((first) => compareTellings({ first, second, words, joining }));
      const top = scores.reduce((a, b) => (b.score > a.score ? b : a));
      const score = (top.score + scores.reduce((sum, s) => sum + s.score, 0) / scores.length) / 2;
      if (score > 0 && (!best || score > best.score)) best = { event, score, reasons: top.reasons };
    }
    if (best) {
      best.event.tellings.push(second);
      best.event.reasons.push(`“${second.head.text}” tells of the same event: ${best.reasons.join("; ")}`);
    } else events.push({ tellings: [second], reasons: [] });
  }
  return events;
}

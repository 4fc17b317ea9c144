import { boostedOdds } from "../learn/index.ts";
import type { Word } from "../parse/layers.ts";
import type { Joining } from "./joining.ts";
import { comparison } from "./pair-values.ts";
import { oddsByTable, reasonsToJoin } from "./same-event.ts";
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
 * What the written table counts beside the trees, and what the sum is raised by. Chosen on articles that the trees had not seen; the table alone
 * joins fewer events right, the trees alone know nothing of what those articles hardly show.
 */
const TABLE = 0.75;
const LEAN = 0.2;

/**
 * Puts the tellings of one event together, in the order of the text: each telling joins the event it fits best, judged by the mean
 * of the log-odds against that event's tellings and its best single ones; one that fits none begins an event of its own.
 */
export function joinTellings(tellings: readonly Telling[], words: readonly Word[], joining: Joining): readonly JoinedTellings[] {
  const compare = comparison(tellings, words, joining);
  const events: { readonly members: number[]; readonly reasons: string[] }[] = [];
  const typeOf = (i: number): string => tellings[i]!.trigger.type;
  for (const [second, telling] of tellings.entries()) {
    let best: { event: (typeof events)[number]; score: number; first: number; odds: number } | undefined;
    for (const event of events.slice(-MOST_COMPARED)) {
      if (typeOf(event.members[0]!) !== typeOf(second) || event.members.length >= MOST_TELLINGS) continue;
      const odds = event.members.map((first) => oddsOf(compare(first, second), joining));
      const top = odds.indexOf(Math.max(...odds));
      const score = (odds[top]! + odds.reduce((sum, o) => sum + o, 0) / odds.length) / 2 + LEAN;
      if (score > 0 && (!best || score > best.score)) best = { event, score, first: event.members[top]!, odds: odds[top]! };
    }
    if (best) {
      const reasons = reasonsToJoin({ first: tellings[best.first]!, second: telling, words, joining });
      best.event.members.push(second);
      best.event.reasons.push(reasonFor(telling, best.odds, reasons));
    } else events.push({ members: [second], reasons: [] });
  }
  return events.map(({ members, reasons }) => ({ tellings: members.map((i) => tellings[i]!), reasons }));
}

/** The log-odds that two tellings with these values are of one event. */
const oddsOf = (values: readonly number[], joining: Joining): number => boostedOdds(joining.pairs, values) + TABLE * oddsByTable(values);

function reasonFor({ head }: Telling, odds: number, reasons: readonly string[]): string {
  const probability = 1 / (1 + Math.exp(-odds));
  return `“${head.text}” tells of the same event with probability ${probability.toFixed(2)}${reasons.length > 0 ? `: ${reasons.join("; ")}` : ""}`;
}

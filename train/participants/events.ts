import { toldEvent } from "../../src/code/event.ts";
import type { Coder } from "../../src/code/index.ts";
import { type JoinedTellings, joinTellings } from "../../src/code/join-tellings.ts";
import {
  candidatesOf,
  PARTS,
  type Part,
  participantValues,
  type TextView,
  type ToldEvent,
  textView,
  VALUE_NAMES,
} from "../../src/code/participants/index.ts";
import { gatherTellings, type Telling } from "../../src/code/telling.ts";
import { overlaps, pipeline, type Span } from "../../src/document/index.ts";
import type { Classifier } from "../../src/learn/index.ts";
import { WORDS } from "../../src/parse/index.ts";
import { PLACES } from "../../src/where/layers.ts";
import { argumentStage } from "../../src/who/index.ts";
import type { CaseEvent, CaseRow } from "../coded/article.ts";
import { documentOf } from "../coded/document-of.ts";
import type { Row } from "../learn/boosted.ts";
import { sameName } from "../who/same-name.ts";

/** An event as the program joins its tellings, with the event that was coded by hand which it tells of. */
export interface LearntEvent {
  readonly event: ToldEvent;
  readonly view: TextView;
  readonly gold: CaseEvent;
  /** Whether the program joined it and it is the gold event's best match, a part of it told apart, or joined as it should be. */
  readonly as: "whole" | "part" | "ideal";
  /** A row for each candidate in each part. */
  readonly rows: Readonly<Record<Part, readonly Row[]>>;
}

const [RULES_CHOOSE, FOUND, ODDS] = ["by the rules", "found", "odds"].map((name) => VALUE_NAMES.indexOf(`${name}, part`)) as [
  number,
  number,
  number,
];

/** The coder with another classifier of arguments. */
export function withClassifier(coder: Coder, classifier: Classifier): Coder {
  const stages = coder.pipeline.stages.map((s) => (s.name === "arguments" ? argumentStage(coder.lexicon, undefined, classifier) : s));
  return { ...coder, pipeline: pipeline(stages) };
}

/** Codes an article up to where participants are chosen, and finds for each event the one that was coded by hand. */
export function learntEvents(row: CaseRow, coder: Coder): readonly LearntEvent[] {
  const given = documentOf(row);
  if (given === undefined) return [];
  const document = coder.pipeline.run(given);
  const { text } = document.source;
  const tellings = gatherTellings(document, coder.lexicon);
  const places = document.get(PLACES);
  const view = textView(document, tellings, (span) => places.find((p) => overlaps(p.span, span))?.id);
  const quoted = row.events.map((gold) => ({ gold, spans: gold.quotes.flatMap((q) => spansOf(text, q)) }));
  const learnt = (joined: JoinedTellings, gold: CaseEvent, as: LearntEvent["as"]): LearntEvent => {
    const event = toldEvent(joined, { ...coder, view });
    return { event, view, gold, as, rows: rowsOf(event, gold, view) };
  };
  const met = (joined: JoinedTellings, { gold, spans }: (typeof quoted)[number]): readonly Telling[] =>
    joined.tellings.filter((t) => t.trigger.type === gold.type && spans.some((s) => overlaps(s, t.trigger.span)));
  const pairs = joinTellings(tellings, document.get(WORDS), coder.joining)
    .flatMap((joined) => quoted.map((q) => ({ joined, q, shared: met(joined, q).length, of: joined.tellings.length })))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.of - b.of || a.joined.tellings[0]!.trigger.index - b.joined.tellings[0]!.trigger.index);
  const paired = new Set<unknown>();
  const events = pairs.flatMap(({ joined, q }) => {
    if (paired.has(joined)) return [];
    paired.add(joined);
    const isPart = paired.has(q);
    paired.add(q);
    return [learnt(joined, q.gold, isPart ? "part" : "whole")];
  });
  const ideal = quoted.flatMap((q) => {
    const joined = { tellings: met({ tellings, reasons: [] }, q), reasons: [] };
    return joined.tellings.length > 0 ? [learnt(joined, q.gold, "ideal")] : [];
  });
  return [...events, ...ideal];
}

function rowsOf(event: ToldEvent, gold: CaseEvent, view: TextView): Readonly<Record<Part, readonly Row[]>> {
  const candidates = candidatesOf(event.tellings, view);
  const all = participantValues(event, candidates, view);
  const rows = (part: Part): readonly Row[] => {
    const values = all[part];
    // Of several that bear one participant's name, one is right: the second would be one too many.
    const right = new Set<number>();
    for (const list of listsOf(gold, part)) {
      const bearing = candidates.flatMap((c, i) => (!right.has(i) && list.some((w) => sameName(namesOf(c, view), w)) ? [i] : []));
      if (bearing.length > 0) right.add(bearing.reduce((a, b) => (worthOf(values[b]!) > worthOf(values[a]!) ? b : a)));
    }
    return candidates.map((_, i) => ({ values: values[i]!, yes: right.has(i) }));
  };
  const [actor, recipient] = PARTS.map(rows);
  return { actor: actor!, recipient: recipient! };
}

/** More than what is found and its odds can make together. */
const CHOSEN = 3;
const worthOf = (values: readonly number[]): number => values[RULES_CHOOSE]! * CHOSEN + values[FOUND]! + values[ODDS]!;

/** Those who meet are judged as one set. */
export function listsOf(gold: CaseEvent, part: Part): readonly (readonly string[])[] {
  return gold.type === "CONSULT" ? [...gold.actors, ...gold.recipients] : part === "actor" ? gold.actors : gold.recipients;
}

/** What a participant is called: its own words, and those of the identity that it belongs to. */
export function namesOf({ actor, span }: { readonly actor?: string; readonly span: Span }, view: TextView): readonly string[] {
  const identity = actor === undefined ? undefined : view.actor(actor);
  return [view.document.slice(span), ...(identity ? [identity.name, ...identity.mentions.map((m) => m.text)] : [])];
}

function spansOf(text: string, quote: string): readonly Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) found.push([at, at + quote.length]);
  return found;
}

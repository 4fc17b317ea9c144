import { type Document, overlaps, type Span } from "../document/index.ts";
import type { Word } from "../parse/index.ts";
import { acledOf, cameoRootOf, type EventLexicon } from "../what/index.ts";
import type { EventArgument } from "../who/layers.ts";
import type { Attribution } from "../word/layers.ts";
import type { Argument, EventAttribution, EventMention } from "./coded-document.ts";
import { mergeCounts } from "./counts.ts";
import type { JoinedTellings } from "./join-tellings.ts";
import { type Chosen, chooseParticipants, type ParticipantModel, SEATS, type TextView, type ToldEvent } from "./participants/index.ts";
import type { Telling } from "./telling.ts";

/** What an event is assembled against: the document, and which actor or place its characters name. */
export interface EventContext {
  readonly document: Document;
  readonly lexicon: EventLexicon;
  readonly actorAt: (span: Span) => string | undefined;
  readonly placeAt: (span: Span) => string | undefined;
  readonly view: TextView;
  readonly participants: ParticipantModel;
}

/** Types of event that are done by saying something. */
const DONE_BY_SPEAKING: ReadonlySet<string> = new Set(["REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN", "AGREE"]);

const RANK = { certain: 3, probable: 2, possible: 1, unknown: 0 } as const;

/** Assembles one event from its tellings. Each field is taken from the telling that gives it best; nothing is averaged. */
export function eventOf(joined: JoinedTellings, index: number, context: EventContext): EventMention {
  const { tellings } = joined;
  const { document } = context;
  const main = mainTelling(tellings);
  const trigger = main.trigger;
  const mode =
    tellings.find((t) => t.trigger.mode !== undefined && t === main)?.trigger.mode ??
    tellings.find((t) => t.trigger.mode !== undefined)?.trigger.mode;
  const contexts = [...new Set(tellings.flatMap((t) => t.trigger.contexts))].sort();
  const placed = tellings.filter((t) => t.place).sort(byPlace)[0];
  const timed = tellings.filter((t) => t.time?.earliest && t.time.latest).sort(byTime)[0];
  const casualties = mergeCounts(
    tellings.flatMap((t) => t.casualties.map((casualty) => ({ casualty, source: sourceText(t, document) }))),
    document,
    context.actorAt,
  );
  const acled = acledOf({ type: trigger.type, mode }, context.lexicon.sense(trigger.sense));
  const chosen = chooseParticipants(toldEvent(joined, context), context.view, context.participants);
  const actors = chosen.actor.map((a) => argumentAt(a, context));
  // Whoever demands, condemns or promises is no source for it: their own words are the deed.
  const speakers = new Set(DONE_BY_SPEAKING.has(trigger.type) ? actors.flatMap(({ actor }) => actor ?? []) : []);
  const attribution = attributionOf(tellings, main)
    .map((a) => link(a, context))
    .filter(({ source }) => !speakers.has(source.actor ?? ""));
  // Whoever denies it has not said to have done it: the denial stands in the attribution, not as a deed.
  const deniers = new Set(
    attribution.flatMap(({ kind, source }) => (kind === "denial" && source.actor !== undefined ? [source.actor] : [])),
  );
  const cameoRoot = cameoRootOf({ type: trigger.type, mode, contexts, acled });
  return {
    id: `e${index + 1}`,
    type: trigger.type,
    ...(mode !== undefined && { mode }),
    ...(contexts.length > 0 && { contexts }),
    ...(acled && { acled }),
    ...(cameoRoot && { cameoRoot }),
    trigger: { span: trigger.span, text: document.slice(trigger.span) },
    mentions: tellings.map((t) => t.trigger.span),
    actors: actors.filter(({ actor }) => !deniers.has(actor ?? "")),
    recipients: chosen.recipient.map((a) => argumentAt(a, context)),
    instruments: argumentsOf(tellings, main, (t) => t.instruments, context).map((a) => argumentAt(a, context)),
    ...(placed?.place && { place: { ref: placed.place.mention.id } }),
    ...(timed?.time && {
      time: { ...(timed.time.time !== undefined && { ref: timed.time.time }), earliest: timed.time.earliest!, latest: timed.time.latest! },
    }),
    ...(Object.keys(casualties).length > 0 && { casualties }),
    attribution,
    factuality: { certainty: main.factuality.certainty, polarity: main.factuality.polarity, reality: main.factuality.reality },
    confidence: Math.max(...tellings.map((t) => t.trigger.confidence)),
    why: reasonsOf(joined, main, chosen, placed, timed),
  };
}

/** From this sentence on a telling is no later than late: reports tell their event first, and then go back to it in passing. */
const LATE = 10;

/** The telling that the event is named by: in the body rather than the title, firmly told, with the most participants and a toll, early; then the first. */
function mainTelling(tellings: readonly Telling[]): Telling {
  const worth = (t: Telling): number =>
    (t.inTitle ? 0 : 2) +
    t.trigger.confidence * 2 +
    Math.min(2, t.actors.length + t.recipients.length) * 0.7 +
    Math.min(1, t.casualties.length) * 0.7 -
    Math.min(LATE, t.at) * 0.08 +
    RANK[t.factuality.certainty] * 0.2;
  return tellings.reduce((best, t) => (worth(t) > worth(best) ? t : best));
}

/** Participants of one sort: a later telling's "the soldiers" are the first one's "two conscripts", but "a mosque" is something else. */
const SORT: Readonly<Partial<Record<EventArgument["kind"], "thing" | "means">>> = {
  facility: "thing",
  vehicle: "thing",
  other: "thing",
  weapon: "means",
};
/** The sort of somebody in a telling: things, means, or agents; of agents who are hit, the dead and the hurt are two sorts. */
function sortOf(argument: EventArgument, telling: Telling, words: readonly Word[]): string {
  const sort = SORT[argument.kind] ?? "agent";
  if (sort !== "agent" || argument.role !== "recipient" || telling.trigger.type !== "ASSAULT") return sort;
  if (SEATS.test(words[argument.head]?.lemma ?? "")) return "thing";
  const harm = telling.casualties.find((c) => overlaps(c.of ?? c.span, argument.span))?.harm;
  return harm === undefined ? sort : `agent ${harm}`;
}

/** Whether those of a sort are named already: people without a count may be any of the counted. */
function isFilled(sort: string, filled: ReadonlySet<string>): boolean {
  if (filled.has(sort)) return true;
  return sort === "agent" ? [...filled].some((s) => s.startsWith("agent")) : sort.startsWith("agent") && filled.has("agent");
}

/** How many sides a two-sided event has. */
const SIDES = 2;

/**
 * The participants of all tellings, each identity once. The main telling's come first. What another telling adds is a participant of a
 * sort that none has named yet, or the missing side of a fight: other words for the same sort are other words for the same ones.
 */
function argumentsOf(
  tellings: readonly Telling[],
  main: Telling,
  pick: (t: Telling) => readonly EventArgument[],
  context: Pick<EventContext, "lexicon" | "view">,
): readonly EventArgument[] {
  const { words } = context.view;
  const chosen: EventArgument[] = [...pick(main)];
  const sorts = chosen.map((a) => sortOf(a, main, words));
  const twoSided = context.lexicon.sense(main.trigger.sense)?.frame.twoSided === true;
  const others = tellings.filter((t) => t !== main).map((telling) => ({ telling, list: pick(telling).filter((a) => a.confidence >= 0.3) }));
  const worth = (list: readonly EventArgument[]): number => Math.max(0, ...list.map((a) => a.confidence));
  const first = (list: readonly EventArgument[]): number => list[0]?.span[0] ?? 0;
  for (const { telling, list } of others.sort((a, b) => worth(b.list) - worth(a.list) || first(a.list) - first(b.list))) {
    const filled = new Set(sorts);
    for (const argument of list) {
      // Whom another telling adds to a meeting of two was met at another one.
      if (twoSided && argument.role === "recipient" && main.actors.length >= SIDES) continue;
      const isMissingSide = twoSided && argument.role === "actor" && argument.confidence >= 0.75 && chosen.length < SIDES;
      const isMeans = argument.role === "instrument";
      const sort = sortOf(argument, telling, words);
      if (isFilled(sort, filled) && !isMissingSide && !isMeans) continue;
      if (chosen.some((c) => isSame(c, argument))) continue;
      chosen.push(argument);
      sorts.push(sort);
    }
  }
  return chosen.filter((c, i) => chosen.findIndex((d) => isSame(c, d)) === i);
}

/** An event as its participants are chosen for it, with whom the rules would choose. */
export function toldEvent({ tellings }: JoinedTellings, context: Pick<EventContext, "lexicon" | "view">): ToldEvent {
  const main = mainTelling(tellings);
  return {
    tellings,
    main,
    twoSided: context.lexicon.sense(main.trigger.sense)?.frame.twoSided === true,
    ruled: {
      actor: argumentsOf(tellings, main, (t) => t.actors, context),
      recipient: argumentsOf(tellings, main, (t) => t.recipients, context),
    },
  };
}

function argumentAt({ actor, span, kind, confidence }: EventArgument | Chosen, context: EventContext): Argument {
  const place = actor === undefined ? context.placeAt(span) : undefined;
  return {
    ...(actor !== undefined && { actor }),
    ...(place !== undefined && { place }),
    span,
    text: context.document.slice(span),
    kind,
    confidence,
  };
}

function isSame(a: EventArgument, b: EventArgument): boolean {
  if (a.actor !== undefined && b.actor !== undefined) return a.actor === b.actor;
  return a.head === b.head || (a.span[0] < b.span[1] && b.span[0] < a.span[1]);
}

/** Nearest to a point wins: a place with coordinates before one without, a small radius before a large, a sure link before a loose one. */
function byPlace(a: Telling, b: Telling): number {
  const worth = (t: Telling): number => {
    const { link, mention } = t.place!;
    const size = mention.radiusKm ?? (mention.featureCode?.startsWith("PCL") ? 500 : 10);
    return link.confidence + (mention.latitude === undefined ? -0.5 : 0) - Math.log10(1 + size) * 0.2;
  };
  return worth(b) - worth(a) || a.trigger.span[0] - b.trigger.span[0];
}

/** The narrowest sure time wins. */
function byTime(a: Telling, b: Telling): number {
  const worth = (t: Telling): number => {
    const days = (Date.parse(t.time!.latest!) - Date.parse(t.time!.earliest!)) / 864e5;
    return t.time!.confidence + (t.time!.time === undefined ? -0.4 : 0) - Math.log10(2 + days) * 0.15;
  };
  return worth(b) - worth(a) || a.trigger.span[0] - b.trigger.span[0];
}

/** The longest chain told: the author's bare summary in a title does not take away whose word the body says it is. */
function attributionOf(tellings: readonly Telling[], main: Telling): readonly Attribution[] {
  // What the author has told before in their own voice, with who did it or to whom, needs nobody else's word.
  const vouched = tellings.some((t) => t.chain.length === 0 && !t.inTitle && t.at < main.at && t.actors.length + t.recipients.length > 0);
  if (main.chain.length > 0 && !vouched) return main.chain;
  const plain = tellings.filter((t) => t.chain.length === 0 && !t.inTitle);
  if (plain.length > 0) return [];
  return tellings.find((t) => t.chain.length > 0)?.chain ?? [];
}

/** The innermost source's words; empty for the author's own voice. */
function sourceText(telling: Telling, document: Document): string {
  const source = telling.chain.at(-1)?.source;
  return source ? document.slice(source) : "";
}

function link(attribution: Attribution, context: EventContext): EventAttribution {
  const { source, cue, kind } = attribution;
  const actor = source && context.actorAt(source);
  return {
    source: { ...(actor !== undefined && { actor }), ...(source && { span: source }), text: source ? context.document.slice(source) : "" },
    ...(cue && { cue: { span: cue, text: context.document.slice(cue) } }),
    kind,
  };
}

function reasonsOf(
  joined: JoinedTellings,
  main: Telling,
  chosen: Readonly<Record<"actor" | "recipient", readonly Chosen[]>>,
  placed: Telling | undefined,
  timed: Telling | undefined,
): Record<string, readonly string[]> {
  const why: Record<string, readonly string[]> = { type: [`lexicon: ${main.trigger.sense}`, ...main.trigger.reasons] };
  const roles = { actors: chosen.actor, recipients: chosen.recipient, instruments: main.instruments };
  for (const [role, list] of Object.entries(roles)) if (list.length > 0) why[role] = list.flatMap((a) => a.reasons);
  if (placed?.place) why.place = placed.place.link.reasons;
  if (timed?.time) why.time = timed.time.reasons;
  if (main.factuality.reasons.length > 0) why.factuality = main.factuality.reasons;
  if (joined.reasons.length > 0) why.mentions = joined.reasons;
  return why;
}

import { overlaps, type Span } from "../../document/index.ts";
import { PLOVER_TYPES } from "../../what/layers.ts";
import { ACTOR_KINDS, type EventArgument, type Proposal } from "../../who/layers.ts";
import type { Telling } from "../telling.ts";
import type { Candidate } from "./candidates.ts";
import type { TextView } from "./text-view.ts";

/** What a candidate may be to an event. */
export const PARTS = ["actor", "recipient"] as const;
export type Part = (typeof PARTS)[number];

/** An event whose participants are to be chosen. */
export interface ToldEvent {
  readonly tellings: readonly Telling[];
  readonly main: Telling;
  readonly twoSided: boolean;
  /** Whom the rules would make the event's participants. */
  readonly ruled: Readonly<Record<Part, readonly EventArgument[]>>;
}

const KINDS = [...ACTOR_KINDS, "weapon"] as const;
const MARKERS = [
  "",
  "outside",
  "near",
  "into",
  "through",
  "by",
  "of",
  "in",
  "at",
  "on",
  "to",
  "with",
  "for",
  "against",
  "from",
  "between",
] as const;
const RELATIONS = ["nsubj", "nsubj:pass", "obj", "obl", "nmod", "nmod:poss", "compound", "amod", "conj", "appos", "root"] as const;

/** Bodies that are also buildings: what is hit by a bomb is the building. */
export const SEATS = /^(?:embassy|consulate|ministry|headquarters|mission|parliament|court|office|bureau|church|school|station)$/i;

/** The names of the values, in the order of `participantValues`. Those of the part in question come first, then those of the other part. */
export const VALUE_NAMES: readonly string[] = [
  ...["part", "other part"].flatMap((p) =>
    [
      "found",
      "ruled",
      "odds",
      "mean odds",
      "sum of odds",
      "main found",
      "main ruled",
      "main odds",
      "by the rules",
      "rank",
      "lead",
      "beside",
    ].map((n) => `${n}, ${p}`),
  ),
  "fit",
  "type",
  ...PLOVER_TYPES.map((t) => `is ${t}`),
  "two-sided",
  "tellings",
  "seen in",
  "in main",
  "outside",
  "distance",
  "in title",
  "kind",
  ...KINDS.map((k) => `kind ${k}`),
  "has identity",
  "known",
  "is name",
  "is pronoun",
  "plural",
  "counted",
  "killed",
  "injured",
  "seat",
  "place",
  "place of the event",
  "speaks",
  "mentions",
  "salience",
  "does the same elsewhere",
  "undergoes the same elsewhere",
  "does elsewhere",
  "marker",
  "relation",
  "before the trigger",
  "words away",
  "is trigger",
  "candidates",
];

/** What speaks for each candidate in each part, in the order of the candidates; nothing for those that are not asked for. */
export function participantValues(
  event: ToldEvent,
  candidates: readonly Candidate[],
  view: TextView,
  isAsked: (candidate: Candidate) => boolean = () => true,
): Readonly<Record<Part, readonly (readonly number[])[]>> {
  const parts = (part: Part): readonly (readonly number[])[] => candidates.map((c) => partValues(event, c, part, view));
  const by = { actor: parts("actor"), recipient: parts("recipient") };
  const asked = candidates.map(isAsked);
  const shared = candidates.map((c, i) => (asked[i] ? sharedValues(event, c, view) : []));
  const values = (part: Part): readonly (readonly number[])[] => {
    const [own, opposite] = [by[part], by[part === "actor" ? "recipient" : "actor"]];
    const valuesOf = (candidate: Candidate, i: number): readonly number[] => [
      ...own[i]!,
      ...standing(own, i),
      ...opposite[i]!,
      ...standing(opposite, i),
      candidate.seen.length === 0 ? -1 : Math.max(...candidate.seen.map((s) => s.proposal.fit[part])),
      ...shared[i]!,
      ...placeValues(event, candidate, part, view),
      candidates.length,
    ];
    return candidates.map((candidate, i) => (asked[i] ? valuesOf(candidate, i) : []));
  };
  return { actor: values("actor"), recipient: values("recipient") };
}

/** Where in `partValues` the odds stand: what candidates are compared by. */
const FOUND = 0;
const ODDS = 2;

/** Those who meet are one set, whoever visits whom: for a meeting, an actor's values are those of either part. */
function partValues({ tellings, main, ruled }: ToldEvent, candidate: Candidate, part: Part, view: TextView): readonly number[] {
  const parts: readonly Part[] = main.trigger.type === "CONSULT" && part === "actor" ? PARTS : [part];
  const isIn = (role: string): boolean => (parts as readonly string[]).includes(role);
  const foundIn = (t: Telling): number =>
    most(
      view
        .found(t.trigger.index)
        .filter((a) => isIn(a.role) && isOf(candidate, a))
        .map((a) => a.confidence),
    );
  const ruledIn = (p: Proposal): number => most(p.rules.filter((r) => isIn(r.role)).map((r) => r.confidence));
  const oddsIn = (p: Proposal): number => parts.reduce((sum, name) => sum + p.odds[name], 0);
  const odds = candidate.seen.map((s) => oddsIn(s.proposal));
  const inMain = candidate.seen.filter((s) => s.telling === main).map((s) => s.proposal);
  const sum = odds.reduce((a, b) => a + b, 0);
  return [
    most(tellings.map(foundIn)),
    most(candidate.seen.map((s) => ruledIn(s.proposal))),
    most(odds),
    odds.length === 0 ? 0 : sum / odds.length,
    sum,
    foundIn(main),
    most(inMain.map(ruledIn)),
    most(inMain.map(oddsIn)),
    Number(parts.some((name) => ruled[name].some((a) => isOf(candidate, a)))),
  ];
}

const most = (list: readonly number[]): number => Math.max(0, ...list);

/** How a candidate stands among the others: its place, how far it leads or trails the best of them, and how many of them were found. */
function standing(all: readonly (readonly number[])[], i: number): readonly number[] {
  const worth = (v: readonly number[]): number => v[FOUND]! + v[ODDS]!;
  const mine = worth(all[i]!);
  const others = all.filter((_, k) => k !== i).map(worth);
  return [others.filter((w) => w > mine).length, mine - Math.max(0, ...others), all.filter((v, k) => k !== i && v[FOUND]! > 0).length];
}

export function isOf(candidate: Candidate, argument: EventArgument): boolean {
  if (candidate.actor !== undefined && argument.actor !== undefined) return candidate.actor === argument.actor;
  return candidate.seen.some((s) => s.proposal.head === argument.head);
}

/** What does not depend on the part. */
function sharedValues(event: ToldEvent, candidate: Candidate, view: TextView): readonly number[] {
  const { tellings, main } = event;
  const { type } = main.trigger;
  const actor = candidate.actor === undefined ? undefined : view.actor(candidate.actor);
  const at = view.words[candidate.head]!;
  const mention = view.mentionAt(candidate.head);
  const spans: readonly Span[] = candidate.seen.length > 0 ? candidate.seen.map((s) => s.proposal.span) : [candidate.span];
  const touches = (span: Span | undefined): boolean => span !== undefined && spans.some((s) => overlaps(s, span));
  const sentences = actor ? view.sentencesOf(actor) : [at.sentence];
  const elsewhere = (p: Part): number => (candidate.actor === undefined ? 0 : view.elsewhere(candidate.actor, p, type, tellings));
  return [
    PLOVER_TYPES.indexOf(type),
    ...PLOVER_TYPES.map((t) => Number(t === type)),
    Number(event.twoSided),
    tellings.length,
    candidate.seen.length,
    Number(candidate.seen.some((s) => s.telling === main)),
    Number(candidate.seen.length === 0),
    Math.min(99, ...tellings.flatMap((t) => sentences.map((s) => Math.abs(s - t.at)))),
    Number(candidate.seen.some((s) => s.telling.inTitle)),
    KINDS.indexOf(candidate.kind),
    ...KINDS.map((k) => Number(k === candidate.kind)),
    Number(candidate.actor !== undefined),
    Number(actor?.known !== undefined),
    Number(mention?.form === "name"),
    Number(mention?.form === "pronoun" || at.upos === "PRON"),
    Number(/^NNP?S$/.test(at.xpos)),
    Number(spans.some((s) => COUNTED.test(view.document.slice(s)))),
    ...(["killed", "injured"] as const).map((harm) =>
      Number(tellings.some((t) => t.casualties.some((c) => c.harm === harm && (touches(c.of) || touches(c.span))))),
    ),
    Number(SEATS.test(at.lemma)),
    Number(spans.some((s) => view.isPlace(s))),
    Number(tellings.some((t) => touches(t.place?.mention.span))),
    Number(tellings.some((t) => t.chain.some((a) => touches(a.source)))),
    actor?.mentions.length ?? 0,
    candidate.actor === undefined ? 99 : view.rank(candidate.actor),
    elsewhere("actor"),
    elsewhere("recipient"),
    candidate.actor === undefined ? 0 : view.doesElsewhere(candidate.actor, tellings),
  ];
}

const COUNTED = /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|scores|hundreds|thousands)\b/i;

/** Where it stands to the trigger, where it is likeliest to have the part. */
function placeValues({ tellings }: ToldEvent, { seen }: Candidate, part: Part, view: TextView): readonly number[] {
  if (seen.length === 0) return [-1, -1, 0, 99, 0];
  const { proposal, telling } = seen.reduce((a, b) => (b.proposal.odds[part] > a.proposal.odds[part] ? b : a));
  const head = view.words[proposal.head]!;
  return [
    MARKERS.indexOf(proposal.marker as (typeof MARKERS)[number]),
    RELATIONS.indexOf(head.relation as (typeof RELATIONS)[number]),
    Math.sign(telling.head.index - head.index),
    Math.min(40, Math.abs(telling.head.index - head.index)),
    Number(tellings.some((t) => seen.some((s) => t.trigger.words.includes(s.proposal.head)))),
  ];
}

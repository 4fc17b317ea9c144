import type { Span } from "../../document/index.ts";
import { BODIES } from "../../who/agents.ts";
import type { Actor, EventArgument, Proposal } from "../../who/layers.ts";
import type { Telling } from "../telling.ts";
import type { TextView } from "./text-view.ts";

/** Somebody who may take part in an event: one identity, or one phrase that no identity holds, wherever its tellings speak of it. */
export interface Candidate {
  /** Id of the actor. */
  readonly actor?: string;
  readonly kind: EventArgument["kind"];
  /** Where the tellings name it, in the order of the text; empty for somebody whom only the rest of the text names. */
  readonly seen: readonly Sighting[];
  /** Where it is named best. */
  readonly span: Span;
  readonly head: number;
}

/** A candidate in one telling. */
export interface Sighting {
  readonly telling: Telling;
  readonly proposal: Proposal;
}

/** Of those whom no telling names, so many of the text's most spoken-of are candidates. */
const SALIENT = 4;
/** Kinds that stand for somebody who acts though the sentence does not name them; media tell, and seldom do. */
const ACTS: ReadonlySet<string> = new Set(["person", "people", ...BODIES.filter((kind) => kind !== "media")]);

/** Everybody whom the tellings of an event might mean, and the text's most spoken-of actors. In the order of the text. */
export function candidatesOf(tellings: readonly Telling[], view: TextView): readonly Candidate[] {
  const groups: { actor?: string; sightings: Sighting[] }[] = [];
  const byKey = new Map<string, (typeof groups)[number]>();
  for (const telling of tellings) {
    for (const proposal of view.proposals(telling.trigger.index)) {
      const keys = keysOf(proposal, view);
      const known = keys.map((k) => byKey.get(k)).find((g) => g !== undefined && !contradicts(g.actor, proposal.actor));
      const group = known ?? { ...(proposal.actor !== undefined && { actor: proposal.actor }), sightings: [] };
      if (!known) groups.push(group);
      if (group.actor === undefined && proposal.actor !== undefined) group.actor = proposal.actor;
      group.sightings.push({ telling, proposal });
      for (const key of keys) if (!byKey.has(key)) byKey.set(key, group);
    }
  }
  const seen = groups.map(({ actor, sightings }): Candidate => {
    const best = sightings.reduce((a, b) => (worth(b.proposal) > worth(a.proposal) ? b : a)).proposal;
    return { ...(actor !== undefined && { actor }), kind: best.kind, seen: sightings, span: best.span, head: best.head };
  });
  const named = new Set(groups.flatMap((g) => g.actor ?? []));
  const others = view.salient.filter((a) => ACTS.has(a.kind) && !named.has(a.id)).slice(0, SALIENT);
  return [...seen, ...others.flatMap((a) => outside(a, view))].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

function keysOf(proposal: Proposal, view: TextView): readonly string[] {
  const text = view.document
    .slice(proposal.span)
    .toLowerCase()
    .replace(/^(?:the|an?)\s+/, "");
  return [
    ...(proposal.actor === undefined ? [] : [`actor ${proposal.actor}`]),
    `head ${proposal.head}`,
    ...(proposal.actor === undefined && text.length > 3 ? [`text ${text}`] : []),
  ];
}

const contradicts = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && a !== b;

const worth = ({ rules, odds }: Proposal): number => Math.max(0, ...rules.map((r) => r.confidence)) + Math.max(odds.actor, odds.recipient);

function outside(actor: Actor, view: TextView): readonly Candidate[] {
  const first = actor.mentions.find((m) => m.form === "name") ?? actor.mentions[0];
  const head = first && view.headAt(first.span);
  return first && head !== undefined ? [{ actor: actor.id, kind: actor.kind, seen: [], span: first.span, head }] : [];
}

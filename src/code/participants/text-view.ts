import type { Document, Span } from "../../document/index.ts";
import { MENTIONS, type Mention, WORDS, type Word } from "../../parse/layers.ts";
import { ACTORS, type Actor, ARGUMENTS, type EventArgument, PROPOSALS, type Proposal } from "../../who/layers.ts";
import type { Telling } from "../telling.ts";

/** What choosing an event's participants looks at beside its tellings: the rest of the text. */
export interface TextView {
  readonly document: Document;
  readonly words: readonly Word[];
  /** Everybody who might take part in what a trigger tells. */
  proposals(trigger: number): readonly Proposal[];
  /** What a trigger's participants were found to be before its other tellings are looked at. */
  found(trigger: number): readonly EventArgument[];
  actor(id: string): Actor | undefined;
  /** Actors by how often the text speaks of them, most first. */
  readonly salient: readonly Actor[];
  /** Place among `salient`, from 0. */
  rank(id: string): number;
  /** In how many tellings of other events an actor has a role: "actor ASSAULT". */
  elsewhere(id: string, role: "actor" | "recipient", type: string, own: readonly Telling[]): number;
  /** In how many tellings of other events an actor does something, whatever it is. */
  doesElsewhere(id: string, own: readonly Telling[]): number;
  /** The sentences that name an actor. */
  sentencesOf(actor: Actor): readonly number[];
  headAt(span: Span): number | undefined;
  mentionAt(head: number): Mention | undefined;
  isPlace(span: Span): boolean;
}

/** Reads the layers once for all events of a document. */
export function textView(document: Document, tellings: readonly Telling[], placeAt: (span: Span) => string | undefined): TextView {
  const actors = document.get(ACTORS);
  const byId = new Map(actors.map((a) => [a.id, a]));
  const proposals = Map.groupBy(document.get(PROPOSALS), (p) => p.trigger);
  const found = Map.groupBy(document.get(ARGUMENTS), (a) => a.trigger);
  const salient = [...actors].sort((a, b) => b.mentions.length - a.mentions.length || a.mentions[0]!.span[0] - b.mentions[0]!.span[0]);
  const ranks = new Map(salient.map((a, i) => [a.id, i]));
  const mentions = document.get(MENTIONS);
  const headOf = new Map(mentions.map((m) => [String(m.span), m.head]));
  const mentionOf = new Map<number, Mention>();
  for (const m of mentions) {
    const other = mentionOf.get(m.head);
    if (!other || m.span[1] - m.span[0] > other.span[1] - other.span[0]) mentionOf.set(m.head, m);
  }
  const roles = new Map<string, Set<number>>();
  for (const telling of tellings) {
    for (const { actor, role } of [...telling.actors, ...telling.recipients]) {
      if (actor === undefined) continue;
      for (const key of [`${actor} ${role} ${telling.trigger.type}`, `${actor} ${role}`])
        (roles.get(key) ?? roles.set(key, new Set()).get(key)!).add(telling.trigger.index);
    }
  }
  const words = document.get(WORDS);
  const othersThan = (own: readonly Telling[], key: string): number => {
    const all = roles.get(key);
    return all ? all.size - own.filter((t) => all.has(t.trigger.index)).length : 0;
  };
  const sentencesOf = new Map<string, readonly number[]>();
  return {
    document,
    words,
    proposals: (trigger) => proposals.get(trigger) ?? [],
    found: (trigger) => found.get(trigger) ?? [],
    actor: (id) => byId.get(id),
    salient,
    rank: (id) => ranks.get(id) ?? actors.length,
    elsewhere: (id, role, type, own) => othersThan(own, `${id} ${role} ${type}`),
    doesElsewhere: (id, own) => othersThan(own, `${id} actor`),
    sentencesOf(actor) {
      const known = sentencesOf.get(actor.id);
      if (known) return known;
      const heads = actor.mentions.flatMap((m) => headOf.get(String(m.span)) ?? []);
      const found = [...new Set(heads.map((h) => words[h]!.sentence))];
      sentencesOf.set(actor.id, found);
      return found;
    },
    headAt: (span) => headOf.get(String(span)),
    mentionAt: (head) => mentionOf.get(head),
    isPlace: (span) => placeAt(span) !== undefined,
  };
}

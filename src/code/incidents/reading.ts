import type { Document } from "../../document/index.ts";
import { MENTIONS, type Mention, SENTENCES, type Sentence, WORDS, type Word } from "../../parse/layers.ts";
import { CASUALTIES, TRIGGERS, type Trigger } from "../../what/layers.ts";
import { ACTORS, type Actor, ARGUMENTS, type EventArgument } from "../../who/layers.ts";
import { type Candidate, findCandidates } from "./candidates.ts";

/** What the incident models look at: a coded document's layers with the look-ups that features need. */
export interface Reading {
  readonly document: Document;
  readonly words: readonly Word[];
  readonly sentences: readonly Sentence[];
  readonly triggers: readonly Trigger[];
  readonly triggersOf: ReadonlyMap<number, readonly Trigger[]>;
  readonly mentionAt: ReadonlyMap<number, Mention>;
  readonly actorAt: ReadonlyMap<number, Actor>;
  /** Arguments by the index of their head word. */
  readonly argumentsAt: ReadonlyMap<number, readonly EventArgument[]>;
  /** Words inside the phrases of people counted as harmed. */
  readonly harmedAt: ReadonlyMap<number, string>;
  readonly quoted: ReadonlySet<number>;
  readonly candidates: readonly Candidate[];
}

/** Reads a document that the coder's stages have annotated. */
export function readingOf(document: Document): Reading {
  const words = document.get(WORDS);
  const mentions = document.get(MENTIONS);
  const actorOf = new Map(document.get(ACTORS).flatMap((a) => a.mentions.map((m) => [String(m.span), a] as const)));
  const mentionAt = new Map<number, Mention>();
  const actorAt = new Map<number, Actor>();
  for (const m of mentions) {
    const other = mentionAt.get(m.head);
    if (!other || m.span[1] - m.span[0] > other.span[1] - other.span[0]) mentionAt.set(m.head, m);
    const actor = actorOf.get(String(m.span));
    if (actor && !actorAt.has(m.head)) actorAt.set(m.head, actor);
  }
  const triggers = document.get(TRIGGERS);
  const harmedAt = new Map<number, string>();
  for (const c of document.get(CASUALTIES)) {
    const span = c.of ?? c.span;
    for (let at = firstAt(words, span[0]); at < words.length && words[at]!.span[0] < span[1]; at++) harmedAt.set(at, c.harm);
  }
  return {
    document,
    words,
    sentences: document.get(SENTENCES),
    triggers,
    triggersOf: Map.groupBy(triggers, (t) => words[t.words[0]]!.sentence),
    mentionAt,
    actorAt,
    argumentsAt: Map.groupBy(document.get(ARGUMENTS), (a) => a.head),
    harmedAt,
    quoted: quotedWords(words),
    candidates: findCandidates(document.text, words),
  };
}

/** Index of the first word that begins at or after an offset. */
function firstAt(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.span[0] < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Words between quotation marks; a quotation ends at the latest with its paragraph's sentence run. */
function quotedWords(words: readonly Word[]): ReadonlySet<number> {
  const inside = new Set<number>();
  let open = -1;
  for (const word of words) {
    if (word.text === '"' || word.text === "“" || word.text === "”" || word.text === "``" || word.text === "''")
      open = open < 0 ? word.index : -1;
    else if (open >= 0 && word.index - open < 200) inside.add(word.index);
  }
  return inside;
}

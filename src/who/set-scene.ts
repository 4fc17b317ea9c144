import type { Document } from "../document/index.ts";
import { type EntityType, type HeadNouns, MENTIONS, type Mention, SENTENCES, WORDS } from "../parse/index.ts";
import type { EventLexicon } from "../what/index.ts";
import { TRIGGERS, type Trigger } from "../what/layers.ts";
import { isGroupNominal, typeOf } from "./fitness.ts";
import { ACTORS, type Actor } from "./layers.ts";
import { phraseSpan, underSameNumber, withQuantity } from "./phrase.ts";
import { referentOf } from "./reference.ts";
import type { Scene } from "./scene.ts";
import { treeOf } from "./tree.ts";

/** A word that is the head of one trigger and a further part of another is looked up as the head. */
function byHeadLast([word, trigger]: readonly [number, Trigger], [other, second]: readonly [number, Trigger]): number {
  return Number(trigger.words[0] === word) - Number(second.words[0] === other);
}

/** Builds the scene in one pass over each layer. */
export function sceneOf(document: Document, lexicon: EventLexicon, nouns: HeadNouns): Scene {
  const tree = treeOf(document.get(WORDS));
  const mentions = document.get(MENTIONS);
  const triggers = document.get(TRIGGERS);
  const mentionAt = new Map<number, Mention>();
  for (const m of mentions) {
    const other = mentionAt.get(m.head);
    if (!other || m.span[1] - m.span[0] > other.span[1] - other.span[0]) mentionAt.set(m.head, m);
  }
  const actorOfSpan = new Map(document.get(ACTORS).flatMap((a) => a.mentions.map((m) => [String(m.span), a] as const)));
  const actorAt = new Map<number, Actor>();
  for (const m of mentions) {
    const actor = actorOfSpan.get(String(m.span));
    if (actor && (!actorAt.has(m.head) || m.form !== "pronoun")) actorAt.set(m.head, actor);
  }
  const triggerAt = new Map(triggers.flatMap((t) => [...t.words].reverse().map((w) => [w, t] as const)).sort(byHeadLast));
  const types = new Map<number, EntityType>();
  const scene: Scene = {
    document,
    tree,
    sentences: document.get(SENTENCES),
    triggers,
    triggerAt,
    sense: (trigger) => lexicon.sense(trigger.sense),
    mention: (word) => mentionAt.get(word.index),
    actor: (word) => actorAt.get(word.index),
    type(word) {
      const known = types.get(word.index);
      if (known !== undefined) return known;
      const actor = actorAt.get(word.index);
      const referent = word.upos === "PRON" && !actor ? referentOf(scene, word) : undefined;
      const named = referent ?? word;
      const type = typeOf(named, mentionAt.get(named.index), actorAt.get(named.index), nouns);
      types.set(word.index, type);
      return type;
    },
    span(word) {
      const span = withQuantity(tree, word, mentionAt.get(word.index)?.span ?? phraseSpan(tree, word));
      const partner = underSameNumber(tree, word);
      return partner ? [span[0], partner.span[1]] : span;
    },
    isGroup: (word) => isGroupNominal(tree, word),
  };
  return scene;
}

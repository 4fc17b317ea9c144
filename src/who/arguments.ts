import type { Document, Span, Stage } from "../document/index.ts";
import { MENTIONS, type Mention, WORDS, type Word } from "../parse/layers.ts";
import type { EventLexicon, Slot } from "../what/index.ts";
import { TRIGGERS, type Trigger } from "../what/layers.ts";
import { fitness, kindOf, typeOf } from "./fitness.ts";
import { ACTORS, type Actor, ARGUMENTS, type EventArgument, type Role } from "./layers.ts";
import { phraseSpan } from "./phrase.ts";
import { responsibleFor } from "./responsibility.ts";
import { slotFillers } from "./slots.ts";
import { type Tree, treeOf } from "./tree.ts";

/** How much a slot says by itself; obliques and compounds are often something else than a participant. */
const SLOT_TRUST: ReadonlyMap<string, number> = new Map([
  ["subj", 0.92],
  ["obj", 0.92],
  ["iobj", 0.85],
  ["poss", 0.85],
  ["light:subj", 0.88],
  ["amod", 0.8],
  ["compound", 0.7],
  ["nmod:by", 0.88],
  ["nmod:between", 0.85],
  ["nmod:on", 0.85],
  ["nmod:against", 0.88],
  ["nmod:of", 0.8],
  ["obl:with", 0.75],
]);
/** Below this, a candidate is no participant. */
const FLOOR = 0.3;

/** Finds who did it, to whom and with what, for every trigger, by the frames of the event lexicon over the trees. */
export function argumentStage(lexicon: EventLexicon): Stage {
  return {
    name: "arguments",
    needs: [WORDS, MENTIONS, ACTORS, TRIGGERS],
    gives: [ARGUMENTS],
    run: (document) => document.with(ARGUMENTS, findArguments(document, lexicon)),
  };
}

interface Scene {
  readonly document: Document;
  readonly tree: Tree;
  readonly mentionAt: ReadonlyMap<number, Mention>;
  readonly actorAt: ReadonlyMap<string, Actor>;
  readonly eventHeads: ReadonlySet<number>;
}

function findArguments(document: Document, lexicon: EventLexicon): readonly EventArgument[] {
  const triggers = document.get(TRIGGERS);
  const scene: Scene = {
    document,
    tree: treeOf(document.get(WORDS)),
    mentionAt: new Map(document.get(MENTIONS).map((m) => [m.head, m])),
    actorAt: new Map(document.get(ACTORS).flatMap((a) => a.mentions.map((m) => [String(m.span), a] as const))),
    eventHeads: new Set(triggers.flatMap((t) => t.words)),
  };
  return triggers.flatMap((trigger) => argumentsOf(scene, trigger, lexicon));
}

function argumentsOf(scene: Scene, trigger: Trigger, lexicon: EventLexicon): readonly EventArgument[] {
  const sense = lexicon.sense(trigger.sense);
  if (!sense) return [];
  const { frame } = sense;
  const found: EventArgument[] = [];
  const taken = new Set<number>(trigger.words);
  const add = (role: Role, slots: readonly Slot[], firstOnly: boolean): void => {
    for (const slot of slots) {
      const before = found.length;
      for (const word of slotFillers(scene.tree, trigger, slot)) {
        if (taken.has(word.index)) continue;
        const argument = argumentOf(scene, trigger, role, word, slot);
        if (!argument) continue;
        taken.add(word.index);
        found.push(argument);
      }
      if (firstOnly && found.length > before) return;
    }
  };
  add("instrument", frame.instrument, false);
  add("actor", frame.actor, !frame.twoSided);
  if (!found.some((a) => a.role === "actor")) {
    for (const { who, reason, confidence } of trigger.words.flatMap((w) => responsibleFor(scene.tree, scene.tree.words[w]!))) {
      if (taken.has(who.index)) continue;
      taken.add(who.index);
      found.push(build(scene, trigger, "actor", who, confidence, reason));
    }
  }
  add("recipient", frame.recipient, false);
  return found;
}

function argumentOf(scene: Scene, trigger: Trigger, role: Role, word: Word, slot: Slot): EventArgument | undefined {
  if (scene.eventHeads.has(word.index) && word.upos !== "PROPN") return undefined;
  const type = typeOf(word, scene.mentionAt.get(word.index));
  const trust = SLOT_TRUST.get(slot) ?? 0.7;
  const confidence = trust * fitness(role, type, trigger.type, slot);
  if (confidence < FLOOR) return undefined;
  return build(scene, trigger, role, word, confidence, `${role}: “${word.text}” stands in the slot ${slot} and is of type ${type}`);
}

function build(scene: Scene, trigger: Trigger, role: Role, word: Word, confidence: number, reason: string): EventArgument {
  const mention = scene.mentionAt.get(word.index);
  const span: Span = mention?.span ?? phraseSpan(scene.tree, word);
  const actor = scene.actorAt.get(String(span));
  const type = typeOf(word, mention);
  return {
    trigger: trigger.index,
    role,
    span,
    head: word.index,
    ...(actor && role !== "instrument" && { actor: actor.id }),
    kind: role === "instrument" ? "weapon" : (actor?.kind ?? kindOf(type)),
    confidence: Math.round(confidence * 1000) / 1000,
    reasons: [reason],
  };
}

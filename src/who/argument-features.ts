import type { Word } from "../parse/layers.ts";
import type { Trigger } from "../what/layers.ts";
import { isPassive } from "./clause.ts";
import { fitness } from "./fitness.ts";
import type { EventArgument } from "./layers.ts";
import type { Scene } from "./scene.ts";

/** Longer ways through the tree tell nothing. */
const LONGEST = 5;

/** What a trigger's participants look like to the classifier, prepared once for all candidates. */
export interface TriggerView {
  readonly trigger: Trigger;
  readonly head: Word;
  /** What the rules found for this trigger. */
  readonly rules: readonly EventArgument[];
  /** What they found a word to be to other triggers: "actor ASSAULT". */
  elsewhere(word: Word): readonly string[];
}

/**
 * What speaks for a word as actor, recipient or instrument of a trigger: the way between them in the tree, voice and part of speech, the
 * slot of the lexicon's frame that it fills, what it names and how well that fits, order and distance, and what it does in other events.
 */
export function argumentFeatures(scene: Scene, view: TriggerView, word: Word): readonly string[] {
  const { tree } = scene;
  const { trigger, head } = view;
  const features = ["bias"];
  const add = (name: string): void => {
    features.push(name);
  };
  const type = scene.type(word);
  const passive = head.upos === "VERB" && isPassive(tree, head);
  const form = `${head.upos === "VERB" ? (passive ? "passive" : "verb") : "noun"}`;
  const way = trigger.words.map((w) => wayBetween(scene, word, tree.words[w]!)).reduce((a, b) => (b.length < a.length ? b : a));
  const sense = scene.sense(trigger);
  const twoSided = sense?.frame.twoSided === true ? " two-sided" : "";
  add(`way ${form} ${way}`);
  add(`way ${form} ${way} ${type}`);
  add(`way ${trigger.type} ${way}`);
  add(`type ${type}`);
  add(`type ${trigger.type} ${type}`);
  add(`type ${trigger.mode ?? "-"} ${type}`);
  add(`event ${trigger.type}${twoSided}`);
  add(`relation ${word.relation} ${form}${twoSided}`);
  add(`marker ${tree.marker(word.index)} ${form}`);
  add(`marker ${tree.marker(word.index)} ${trigger.type} ${type}`);
  add(`written ${word.upos} ${scene.mention(word)?.form ?? "-"}`);
  if (word.upos === "NOUN") add(`word ${word.lemma.toLowerCase()}`);

  const own = view.rules.filter((a) => a.head === word.index);
  for (const a of own) {
    const how = /slot (\S+)/.exec(a.reasons.join(" "))?.[1] ?? "implied";
    add(`rule ${a.role} ${how}`);
    add(`rule ${a.role} ${Math.round(a.confidence * 5)}${twoSided}`);
    add(`rule ${a.role} ${trigger.type}${twoSided}`);
    add(`rule ${a.role} ${how} ${type}`);
  }
  if (own.length === 0) {
    for (const role of ["actor", "recipient"] as const) add(`${view.rules.some((a) => a.role === role) ? "has" : "lacks"} ${role}`);
  }
  for (const told of view.elsewhere(word)) {
    add(`elsewhere ${told}`);
    add(`elsewhere ${told} ${trigger.type} ${own.length > 0 ? own[0]!.role : "-"}`);
  }
  add(`fits ${fitness("actor", type, trigger.type, "subj", word)} ${fitness("recipient", type, trigger.type, "obj", word)}`);

  const apart = head.index - word.index;
  const distance = Math.abs(apart);
  const far = distance <= 2 ? "2" : distance <= 5 ? "5" : distance <= 10 ? "10" : distance <= 20 ? "20" : "far";
  const sentences = word.sentence === head.sentence ? "" : " other sentence";
  add(`order ${apart > 0 ? "before" : "after"} ${form}${sentences}`);
  add(`distance ${apart > 0 ? "before" : "after"} ${far}${sentences}`);
  add(`order ${apart > 0 ? "before" : "after"} ${form} ${type}`);
  return features;
}

/** The relations from a word up to where the trigger is reached or to what both hang on, and down again: "nsubj^", "obl:with^ xcomp_". */
function wayBetween(scene: Scene, from: Word, to: Word): string {
  const { words } = scene.tree;
  const up = new Map<number, number>();
  let at: Word | undefined = from;
  const steps: string[] = [];
  for (let n = 0; at && n <= LONGEST; n++) {
    up.set(at.index, n);
    steps.push(stepOf(scene, at));
    at = at.head >= 0 ? words[at.head] : undefined;
  }
  const down: string[] = [];
  let below: Word | undefined = to;
  for (let n = 0; below && n <= LONGEST; n++) {
    const met = up.get(below.index);
    if (met !== undefined) return [...steps.slice(0, met).map((s) => `${s}^`), ...down.reverse()].join(" ") || "itself";
    down.push(`${below.relation}_`);
    below = below.head >= 0 ? words[below.head] : undefined;
  }
  return "far";
}

function stepOf(scene: Scene, word: Word): string {
  const marker = word.relation.startsWith("obl") || word.relation.startsWith("nmod") ? scene.tree.marker(word.index) : "";
  return marker === "" ? word.relation : `${word.relation.split(":")[0]}:${marker}`;
}

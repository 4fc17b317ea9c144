import { type Classifier, classify, readClassifier } from "../learn/index.ts";
import type { Word } from "../parse/layers.ts";
import type { Trigger } from "../what/layers.ts";
import { argumentFeatures, type TriggerView } from "./argument-features.ts";
import type { EventArgument } from "./layers.ts";
import type { Scene } from "./scene.ts";

/** What a word can be to an event, in the order of the classifier's classes. */
export const ARGUMENT_CLASSES = ["actor", "instrument", "none", "recipient"] as const;
export type ArgumentClass = (typeof ARGUMENT_CLASSES)[number];

/** How likely a word is each, 0..1. */
export type ArgumentOdds = Readonly<Record<ArgumentClass, number>>;

/** Reads the classifier of arguments. Throws an Error that names the file when it is missing or damaged. */
export function loadArgumentModel(): Classifier {
  return readClassifier(new URL("../../models/who/arguments.bin", import.meta.url));
}

/** How likely a word is the trigger's actor, recipient, instrument, or nothing to it. */
export function judgeWord(model: Classifier, scene: Scene, view: TriggerView, word: Word): ArgumentOdds {
  const p = classify(model, argumentFeatures(scene, view, word));
  return { actor: p[0]!, instrument: p[1]!, none: p[2]!, recipient: p[3]! };
}

/** The views of all triggers on what the rules found for each. */
export function triggerViews(scene: Scene, found: readonly (readonly EventArgument[])[]): readonly TriggerView[] {
  const byHead = new Map<number, { readonly trigger: number; readonly told: string }[]>();
  found.forEach((list, i) => {
    for (const a of list) {
      const told = `${a.role} ${scene.triggers[i]!.type}`;
      const known = byHead.get(a.head);
      if (known) known.push({ trigger: i, told });
      else byHead.set(a.head, [{ trigger: i, told }]);
    }
  });
  return scene.triggers.map((trigger, i) => ({
    trigger,
    head: scene.tree.words[trigger.words[0]]!,
    rules: found[i]!,
    elsewhere(word) {
      const list = byHead.get(word.index);
      return list ? [...new Set(list.filter((x) => x.trigger !== i).map((x) => x.told))] : [];
    },
  }));
}

/** Heads of the phrases of a trigger's sentence that could be participants, in the order of the text. */
export function candidateWords(scene: Scene, trigger: Trigger, heads: readonly Word[]): readonly Word[] {
  const own = new Set<number>(trigger.words);
  return heads.filter((w) => !own.has(w.index) && scene.type(w) !== "time");
}

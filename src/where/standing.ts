import type { Word } from "../parse/layers.ts";
import type { Trigger } from "../what/layers.ts";

/** Whether the event only might be: under "if", "would" or "could", or as a bare plan. Such an event has no place but the one it is given. */
export function supposed(trigger: Trigger, words: readonly Word[]): boolean {
  let at = trigger.words[0];
  for (let climb = 0; climb < 4 && at >= 0; climb++) {
    const word = words[at]!;
    for (let i = Math.max(0, at - 8); i < Math.min(words.length, at + 3); i++) {
      const child = words[i]!;
      if (
        child.head === at &&
        (child.relation === "mark" || child.relation === "aux") &&
        /^(?:if|unless|would|could|should|might|will)$/i.test(child.text)
      )
        return true;
    }
    if (!/^(?:obl|obj|nmod|xcomp|conj|advcl|ccomp|nsubj)/.test(word.relation)) return false;
    at = word.head;
  }
  return false;
}

/** "called on him to bomb targets in Iran": a bare infinitive tells what is wanted, and the story does not go on from there. */
export function wanted(trigger: Trigger, words: readonly Word[]): boolean {
  const at = trigger.words[0];
  for (let i = Math.max(0, at - 4); i < at; i++)
    if (words[i]!.head === at && words[i]!.relation === "mark" && words[i]!.text.toLowerCase() === "to") return true;
  return false;
}

/** Whether the event is told in passing of a name ("X, which fought a war with Y"): it did not happen where the sentence plays. */
export function background(trigger: Trigger, words: readonly Word[]): boolean {
  let told = words[trigger.words[0]];
  for (let climb = 0; climb < 3 && told !== undefined && /^(?:obj|obl|compound)/.test(told.relation); climb++) told = words[told.head];
  return told?.relation === "acl:relcl" && words[told.head]?.upos === "PROPN";
}

/** "Met officials here": the word of the reporter's own place, beside the event or what governs it. */
export function saysHere(trigger: Trigger, words: readonly Word[]): boolean {
  let at = trigger.words[0];
  for (let climb = 0; climb < 3 && at >= 0; climb++) {
    for (let i = Math.max(0, at - 6); i < Math.min(words.length, at + 10); i++)
      if (words[i]!.head === at && words[i]!.relation === "advmod" && /^here$/i.test(words[i]!.text)) return true;
    at = words[at]!.head;
  }
  return false;
}

import type { Word } from "../parse/layers.ts";
import type { Tree } from "./tree.ts";

/**
 * Who is said to be behind an event by a clause that is no event of its own: "an attack claimed by the group", "the group claimed
 * responsibility for the attack", "the bombing was blamed on the group". The claim itself is attribution; it also names the actor.
 */
export function responsibleFor(
  tree: Tree,
  event: Word,
): readonly { readonly who: Word; readonly reason: string; readonly confidence: number }[] {
  const found: { who: Word; reason: string; confidence: number }[] = [];
  for (const clause of tree.childrenBy(event.index, "acl", "acl:relcl")) {
    const confidence = BY_WORD.get(clause.lemma);
    if (confidence === undefined) continue;
    for (const who of tree.children(clause.index)) {
      const marker = tree.marker(who.index);
      if (
        (marker === "by" && clause.lemma !== "blame") ||
        (marker === "on" && clause.lemma === "blame") ||
        (marker === "to" && clause.lemma === "attribute")
      ) {
        found.push({ who, confidence, reason: `“${clause.text} ${marker} …” says who is behind it` });
      }
    }
  }
  const responsibility = event.head >= 0 ? tree.words[event.head]! : undefined;
  if (
    responsibility &&
    (responsibility.lemma === "responsibility" || responsibility.lemma === "credit") &&
    tree.marker(event.index) === "for"
  ) {
    const verb = responsibility.head >= 0 ? tree.words[responsibility.head] : undefined;
    if (verb && (verb.lemma === "claim" || verb.lemma === "take" || verb.lemma === "accept")) {
      for (const who of tree.childrenBy(verb.index, "nsubj"))
        found.push({ who, confidence: 0.8, reason: `“${verb.text} responsibility for” says who is behind it` });
    }
  }
  const verb = event.head >= 0 ? tree.words[event.head]! : undefined;
  if (verb?.lemma === "claim" && event.relation === "obj") {
    for (const who of tree.childrenBy(verb.index, "nsubj")) found.push({ who, confidence: 0.6, reason: "whoever claims it is behind it" });
  }
  if (verb?.lemma === "blame" && event.relation === "nsubj:pass") {
    for (const who of tree.children(verb.index))
      if (tree.marker(who.index) === "on") found.push({ who, confidence: 0.6, reason: "it is blamed on them" });
  }
  return found;
}

const BY_WORD: ReadonlyMap<string, number> = new Map([
  ["claim", 0.8],
  ["blame", 0.6],
  ["attribute", 0.65],
  ["carry", 0.9],
  ["conduct", 0.9],
  ["stage", 0.9],
  ["perpetrate", 0.9],
  ["launch", 0.9],
  ["mount", 0.9],
  ["order", 0.6],
  ["broker", 0.6],
  ["declare", 0.8],
  ["announce", 0.8],
]);

import type { Word } from "../parse/layers.ts";
import type { Frame, Slot } from "../what/index.ts";
import type { Trigger } from "../what/layers.ts";
import { isPassive } from "./clause.ts";
import type { Tree } from "./tree.ts";

/** How many words may stand between a verb and the head of the phrase beside it. */
const NEAR = 6;
const NOMINAL = new Set(["NOUN", "PROPN", "PRON"]);
const STOPS = new Set(["VERB", "ADP", "SCONJ", "CCONJ"]);

/**
 * Where a tree leaves a finite verb without subject or object (headlines above all), the phrases right before and right after it. They
 * are guesses from order alone, to be trusted less than what the tree says.
 */
export function adjacentFillers(
  tree: Tree,
  trigger: Trigger,
  frame: Frame,
  has: { readonly actor: boolean; readonly recipient: boolean },
): readonly { readonly word: Word; readonly slot: Slot }[] {
  const head = tree.words[trigger.words[0]]!;
  const carrier = head.upos === "VERB" ? head : trigger.words.map((w) => tree.words[w]!).find((w) => w.upos === "VERB");
  if (!carrier || isPassive(tree, carrier)) return [];
  const verb = carrier;
  const found: { word: Word; slot: Slot }[] = [];
  // A light verb's own object is the event noun.
  const finite = verb.xpos === "VBZ" || verb.xpos === "VBP" || verb.xpos === "VBD" || hasAuxiliaryBefore(tree, verb);
  if (finite && !has.actor && (frame.actor.includes("subj") || head !== verb) && tree.childrenBy(verb.index, "nsubj").length === 0) {
    const word = before(tree, verb);
    if (word) found.push({ word, slot: "subj" });
  }
  if (
    head === verb &&
    !has.recipient &&
    !frame.twoSided &&
    frame.recipient.includes("obj") &&
    tree.childrenBy(verb.index, "obj").length === 0
  ) {
    const word = after(tree, verb, new Set(trigger.words));
    if (word) found.push({ word, slot: "obj" });
  }
  return found;
}

function hasAuxiliaryBefore(tree: Tree, verb: Word): boolean {
  return verb.xpos === "VBN" && tree.childrenBy(verb.index, "aux").some((w) => w.lemma === "have");
}

function before(tree: Tree, verb: Word): Word | undefined {
  for (let at = verb.index - 1; at >= 0 && verb.index - at <= NEAR; at--) {
    const word = tree.words[at]!;
    if (word.sentence !== verb.sentence || STOPS.has(word.upos) || word.upos === "PUNCT") return undefined;
    // The head of the phrase is its last noun; a phrase under a preposition is no subject.
    if (NOMINAL.has(word.upos) || /^\p{Lu}{2,}$/u.test(word.text)) return outOfPreposition(tree, word);
  }
  return undefined;
}

/** "Minister for the Middle East": the noun that the prepositional phrase belongs to. */
function outOfPreposition(tree: Tree, word: Word, depth = 0): Word | undefined {
  const marked = tree.childrenBy(word.index, "case").some((c) => c.index < word.index);
  if (!marked) return word;
  const head = word.head >= 0 ? tree.words[word.head]! : undefined;
  return head && head.index < word.index && NOMINAL.has(head.upos) && depth < 3 ? outOfPreposition(tree, head, depth + 1) : undefined;
}

function after(tree: Tree, verb: Word, own: ReadonlySet<number>): Word | undefined {
  let last: Word | undefined;
  for (let at = verb.index + 1; at < tree.words.length && at - verb.index <= NEAR; at++) {
    const word = tree.words[at]!;
    if (own.has(at)) continue;
    if (word.sentence !== verb.sentence || STOPS.has(word.upos) || word.upos === "PUNCT" || word.upos === "ADV") break;
    if (NOMINAL.has(word.upos)) last = word;
    else if (last) break;
  }
  return last;
}

import type { Word } from "../../parse/layers.ts";

/** How the verb that carries an event stands: past, present perfect, present, progressive, future; by its own form and its auxiliaries. */
export type Aspect = "past" | "pluperfect" | "perfect" | "present" | "ongoing" | "future" | "unreal" | "none";

const MODALS = new Set(["would", "could", "should", "may", "might", "must", "can", "ought"]);
const WILL = new Set(["will", "'ll", "’ll", "shall", "wo"]);

/** The dependents of every word, by the word's index; made once for a document. */
export function childrenOf(words: readonly Word[]): readonly (readonly number[])[] {
  const children: number[][] = words.map(() => []);
  for (const word of words) if (word.head >= 0) children[word.head]?.push(word.index);
  return children;
}

const VERBAL = new Set(["VERB", "AUX"]);
const CONTENT = new Set(["ccomp", "parataxis", "root"]);

/** The verb that a word's clause hangs on: the word itself when it is a verb, else the first verb above it. -1 when there is none. */
export function governor(words: readonly Word[], index: number): number {
  for (let at = index, steps = 0; at >= 0 && steps < 12; at = words[at]!.head, steps++) if (VERBAL.has(words[at]!.upos)) return at;
  return -1;
}

/** Aspect of a verb. A participle or infinitive has its governing verb's, an infinitive under a verb of planning is future. */
export function aspectOf(words: readonly Word[], children: readonly (readonly number[])[], verb: number, depth = 0): Aspect {
  const word = words[verb];
  if (!word || depth > 4) return "none";
  let had = false;
  let have = false;
  let been = false;
  let is = false;
  let was = false;
  let to = false;
  for (const child of children[verb]!) {
    if (child > verb) continue;
    const { relation, text } = words[child]!;
    const lower = text.toLowerCase();
    if (relation === "mark" && lower === "to") to = true;
    if (!relation.startsWith("aux") && relation !== "cop") continue;
    if (WILL.has(lower)) return "future";
    if (MODALS.has(lower)) return "unreal";
    if (lower === "had") had = true;
    else if (lower === "have" || lower === "has" || lower === "'ve" || lower === "’ve") have = true;
    else if (lower === "been") been = true;
    else if (/^(is|are|am|'s|’s|'re|’re|being)$/.test(lower)) is = true;
    else if (/^(was|were|did)$/.test(lower)) was = true;
  }
  const ing = word.xpos === "VBG";
  if (had) return "pluperfect";
  if (have) return ing && been ? "ongoing" : "perfect";
  if (was) return "past";
  if (is) return ing ? "ongoing" : "present";
  if (word.xpos === "VBD") return "past";
  if (word.xpos === "VBZ" || word.xpos === "VBP") return "present";
  const parent = word.head;
  if (to && parent >= 0) {
    const above = aspectOf(words, children, governor(words, parent), depth + 1);
    return above === "past" || above === "perfect" ? above : above === "none" ? "future" : above;
  }
  if (parent >= 0 && !CONTENT.has(word.relation)) return aspectOf(words, children, governor(words, parent), depth + 1);
  if (word.xpos === "VBN") return "past";
  return "none";
}

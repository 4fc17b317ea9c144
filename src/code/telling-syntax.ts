import type { Word } from "../parse/layers.ts";
import type { Telling } from "./telling.ts";

const BACK = new Set(["the", "this", "that", "these", "those", "such", "its", "their"]);

/** Whether a noun is told as known: "the attack", "this attack", "its attack". */
export function pointsBack(telling: Telling, words: readonly Word[]): boolean {
  if (telling.head.upos !== "NOUN") return false;
  const [first, end] = telling.sentence.words;
  for (let i = first; i < end; i++) {
    const word = words[i]!;
    if (
      word.head === telling.head.index &&
      (word.relation === "det" || word.relation === "nmod:poss") &&
      BACK.has(word.lemma.toLowerCase())
    )
      return true;
  }
  return false;
}

/** Nouns and prepositions behind which another event stands: "on the anniversary of the bombing", "in response to", "strikes over the attack". */
const ANOTHER = new Set(
  "anniversary day night hour week eve month year aftermath wake retaliation response reply reprisal revenge cause reason".split(" "),
);
const ABOUT_ANOTHER = new Set("for since after before until over about following despite against from".split(" "));

/** Relations by which a clause or phrase tells the effect, the means or the participants of what it hangs on (Universal Dependencies). */
const EFFECT = new Set(["acl", "advcl", "nsubj", "obl", "obj", "xcomp", "parataxis", "nmod"]);

/** Whether `upper` governs `lower` through at most three steps, each of a kind that tells an effect, a means or a relative clause. */
export function governs(upper: Telling, lower: Telling, words: readonly Word[]): boolean {
  let at = lower.head.index;
  for (let step = 0; step < 4; step++) {
    const word = words[at];
    if (!word || word.head < 0 || word.relation === "nmod:poss" || !EFFECT.has(word.relation.split(":")[0]!)) return false;
    if (step > 0 && ANOTHER.has(word.lemma.toLowerCase())) return false;
    if (/^(?:obl|nmod)/.test(word.relation) && ABOUT_ANOTHER.has(openerOf(at, words))) return false;
    at = word.head;
    if (upper.trigger.words.includes(at)) return true;
  }
  return false;
}

/** "Executed for the bombing", "strikes over the attack": a noun hangs on the other event, or on what that one is done to, by a cause or a sequence. */
export function isReason(upper: Telling, lower: Telling, words: readonly Word[]): boolean {
  const { relation, head, upos } = lower.head;
  if (upos !== "NOUN" || !/^(?:obl|nmod)/.test(relation) || !ABOUT_ANOTHER.has(openerOf(lower.head.index, words))) return false;
  const above = words[head];
  return upper.trigger.words.includes(head) || (above?.relation === "obj" && upper.trigger.words.includes(above.head));
}

/** "A bomb tore through a market, killing five": the subject of a verb and a participle that goes with it, where the verb itself is no event. */
export function oneClause(first: Telling, second: Telling, words: readonly Word[]): boolean {
  const [a, b] = [first.head, second.head];
  const verb = a.head;
  if (verb < 0 || !/^nsubj/.test(a.relation)) return false;
  if (b.head === verb) return /^(?:advcl|xcomp)/.test(b.relation) && openerOf(b.index, words) === "";
  const above = words[b.head];
  return b.relation === "conj" && above?.head === verb && /^(?:advcl|xcomp)/.test(above.relation);
}

/** The preposition before a noun phrase; "" when it has none. */
function openerOf(index: number, words: readonly Word[]): string {
  for (let i = index - 1; i >= Math.max(0, index - 10); i--)
    if (words[i]!.head === index && words[i]!.relation === "case") return words[i]!.text.toLowerCase();
  return "";
}

/** "Three were killed and 25 others wounded": two harms, joined as equals. */
export function oneToll(first: Telling, second: Telling, words: readonly Word[]): boolean {
  if (first.at !== second.at || first.trigger.type !== "ASSAULT") return false;
  const harms = new Set(first.casualties.map(({ harm }) => harm));
  if (harms.size === 0 || second.casualties.length === 0 || second.casualties.some(({ harm }) => harms.has(harm))) return false;
  const { relation, head } = words[second.head.index]!;
  return /^(?:conj|parataxis|advcl)/.test(relation) && first.trigger.words.includes(head);
}

const NEXT = new Set(["another", "second", "third", "fourth", "separate", "further"]);

/** Whether the sentence of a verb opens with what sets its event off from the last one: "A second vehicle exploded", "Two hours later". */
export function comesNext({ head, sentence }: Telling, words: readonly Word[]): boolean {
  const [first, end] = sentence.words;
  for (let i = first; i < end; i++) {
    const word = words[i]!;
    const above = words[word.head];
    if (!above) continue;
    const lower = word.lemma.toLowerCase();
    const ownSubject = above.head === head.index && /^nsubj/.test(above.relation);
    if (NEXT.has(lower) && /^(?:det|amod|nummod)/.test(word.relation) && ownSubject && above.upos === "NOUN" && !PEOPLE.test(above.lemma))
      return true;
    if (
      lower === "later" &&
      word.head === head.index &&
      i < head.index &&
      i - first <= 5 &&
      /^(?:hour|minute)s?$/i.test(words[i - 1]?.text ?? "")
    )
      return true;
  }
  return false;
}

/** "Another 228 people were wounded" adds to a toll. */
const PEOPLE = /^(?:people|person|soldier|civilian|man|woman|child|other|victim|officer|policeman|fighter|troop)$/i;

const NEW = new Set(["a", "an", "another", "other", "new", "further", "fresh", "separate", "second", "several"]);

/** Whether a noun is told as new: "an attack", "another attack". */
export function bringsIn(telling: Telling, words: readonly Word[]): boolean {
  if (telling.head.upos !== "NOUN") return false;
  const [first, end] = telling.sentence.words;
  for (let i = first; i < end; i++) {
    const word = words[i]!;
    if (word.head === telling.head.index && (word.relation === "det" || word.relation === "amod") && NEW.has(word.lemma.toLowerCase()))
      return true;
  }
  return false;
}

const BEFORE_TIME = /^(?:in|on|last|earlier|during|late|early|since|by|at)$/i;

/** "In January a drone …": the sentence opens with the time that the event has of its own. */
export function opensWithTime({ sentence, time }: Telling, words: readonly Word[]): boolean {
  const opener = words[sentence.words[0]];
  const next = words[sentence.words[0] + 1];
  return (
    time?.time !== undefined &&
    opener !== undefined &&
    BEFORE_TIME.test(opener.text) &&
    next !== undefined &&
    !/^(?:DET|PRON)$/.test(next.upos)
  );
}

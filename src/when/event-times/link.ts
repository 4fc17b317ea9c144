import type { Word } from "../../parse/layers.ts";

/** One step up from a word to its head. */
interface Step {
  readonly at: number;
  readonly relation: string;
}

const MAX_CLIMB = 14;
/** Relations that open a clause of its own: a time inside it tells of that clause's verb only. */
const CLAUSES = /^(acl|advcl|ccomp|csubj|parataxis)/;
/** Relations over which an event below shares the time of the verb above: "carried out an attack on Friday", "struck, killing five, on Friday". */
const SHARED = /^(obj|obl|nsubj|nmod|conj|xcomp|advcl|acl|compound|amod|iobj|appos|dep|list|csubj|det|case|nummod|fixed|flat)/;

/** The way from a word up to the root of its sentence. */
export function climb(words: readonly Word[], from: number): Step[] {
  const steps: Step[] = [];
  for (let at = from; at >= 0 && steps.length < MAX_CLIMB; at = words[at]!.head) steps.push({ at, relation: words[at]!.relation });
  return steps;
}

/**
 * How far a time expression stands from an event in the sentence's tree: 0 and up, the smaller the closer; undefined when syntax forbids
 * that the one tells when the other happened (the time stands in a clause of another verb, or belongs to the verb of saying above).
 */
export function distance(words: readonly Word[], event: number, time: number): number | undefined {
  const up = climb(words, time);
  const down = climb(words, event);
  const meet = down.findIndex(({ at }) => up.some((step) => step.at === at));
  if (meet < 0) return undefined;
  const common = down[meet]!.at;
  const reach = up.findIndex(({ at }) => at === common);
  let cost = 0;
  // From the time up: only through noun phrases and the clause's own verb.
  for (let k = 0; k < reach; k++) {
    const { relation } = up[k]!;
    if (k > 0 && CLAUSES.test(relation)) {
      // "the attack, which killed three on Friday": a relative clause tells the time of what it describes, nearby.
      if (!relation.startsWith("acl") || k + 1 !== reach || common !== event) return undefined;
      cost += 2;
    } else if (k > 0 && relation === "conj") cost += 2;
    else cost += 1;
  }
  // From the event up: through what shares the governing verb's time.
  for (let k = 0; k < meet; k++) {
    const { relation } = down[k]!;
    if (!SHARED.test(relation)) return undefined;
    cost += relation === "conj" ? 1.5 : CLAUSES.test(relation) ? 2 : 1;
  }
  return cost;
}

/** The word of [first, end) that the others hang on. */
export function headOf(words: readonly Word[], first: number, end: number): number {
  for (let i = first; i < end; i++) {
    const { head } = words[i]!;
    if (head < first || head >= end) return i;
  }
  return first;
}

import type { Word } from "../../parse/layers.ts";

/** One step up from a word to its head. */
interface Step {
  readonly at: number;
  readonly relation: string;
}

/** How a time expression stands to an event in the tree of their sentence. */
export interface Link {
  /** 0 and up, the smaller the closer. */
  readonly cost: number;
  /** The time is told of the verb of saying above the event: "said on Thursday that …". */
  readonly said: boolean;
  /** The time begins a stretch that lasts: "… since the war began in 2011". */
  readonly since: boolean;
}

const MAX_CLIMB = 14;
/** Relations that open a clause of its own: a time inside it tells of that clause's verb only. */
const CLAUSES = /^(acl|advcl|ccomp|csubj|parataxis)/;
/** Relations over which an event shares the time of the verb above: "carried out an attack on Friday", "struck, killing five, on Friday". */
const SHARED = /^(obj|obl|nsubj|nmod|conj|xcomp|advcl|acl|compound|amod|iobj|appos|dep|list|csubj|nummod|flat)/;
const SAYING = /^(ccomp|parataxis)/;
/** A time that opens its sentence belongs to the sentence's main verb, whatever the tree says. */
const FRONTED = 3;

/** The way from a word up to the root of its sentence. */
export function climb(words: readonly Word[], from: number): Step[] {
  const steps: Step[] = [];
  for (let at = from; at >= 0 && steps.length < MAX_CLIMB; at = words[at]!.head) steps.push({ at, relation: words[at]!.relation });
  return steps;
}

/**
 * How a time expression is linked to an event of its sentence; undefined when syntax forbids that the one tells when the other happened,
 * for the time stands in another verb's clause or inside another event ("called for an inquiry into Friday's attack").
 */
export function link(words: readonly Word[], event: number, time: number, first: number, events: ReadonlySet<number>): Link | undefined {
  const down = climb(words, event);
  const root = down.at(-1)!.at;
  const fronted = time - first < FRONTED && root > time;
  const up = fronted
    ? [
        { at: time, relation: "obl" },
        { at: root, relation: "root" },
      ]
    : climb(words, time);
  const meet = down.findIndex(({ at }) => up.some((step) => step.at === at));
  if (meet < 0) return undefined;
  const common = down[meet]!.at;
  const reach = up.findIndex(({ at }) => at === common);
  let cost = 0;
  let since = false;
  for (let k = 0; k < reach; k++) {
    const { at, relation } = up[k]!;
    if (k > 0 && events.has(at) && at !== event && words[at]!.upos !== "VERB") return undefined;
    if (k > 0 && CLAUSES.test(relation)) {
      if (relation.startsWith("advcl") && marked(words, at, "since")) since = true;
      // "the attack, which killed three on Friday": a relative clause tells the time of what it describes.
      else if (!relation.startsWith("acl") || k + 1 !== reach || common !== event) return undefined;
      cost += 2;
    } else cost += k > 0 && relation === "conj" ? 2 : 1;
  }
  let said = false;
  for (let k = 0; k < meet; k++) {
    const { relation } = down[k]!;
    if (SAYING.test(relation)) {
      if (said) cost += 1;
      said = true;
      cost += 2;
    } else if (!SHARED.test(relation)) return undefined;
    else cost += relation === "conj" ? 1.5 : CLAUSES.test(relation) ? 2 : 1;
  }
  return { cost, said, since };
}

function marked(words: readonly Word[], verb: number, mark: string): boolean {
  for (let i = verb - 1; i >= Math.max(0, verb - 8); i--) if (words[i]!.head === verb && words[i]!.text.toLowerCase() === mark) return true;
  return false;
}

/** The word of [first, end) that the others hang on. */
export function headOf(words: readonly Word[], first: number, end: number): number {
  for (let i = first; i < end; i++) {
    const { head } = words[i]!;
    if (head < first || head >= end) return i;
  }
  return first;
}

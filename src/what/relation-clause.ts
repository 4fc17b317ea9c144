import type { Syntax } from "./syntax.ts";

/** What is said to be done, from the verb that the source stands with down to the deed: "agreed to lift the ban". */
export interface Clause {
  /** How the source hangs on its verb, with what lies between: "nsubj", "nmod:of>obj". */
  readonly role: string;
  /** Verbs from outer to inner, and the noun that each takes as object; -1 where it has none. */
  readonly steps: readonly { readonly verb: number; readonly object: number }[];
}

const base = (relation: string): string => relation.split(":")[0] ?? relation;
const MOST_STEPS = 4;

/** From a participant up to the verb (or other head of a clause) that governs it. */
function governor(syntax: Syntax, participant: number): { verb: number; role: string } {
  const roles: string[] = [];
  let at = participant;
  for (let step = 0; step < 8; step++) {
    const word = syntax.word(at);
    if (word.head < 0) break;
    const relation = base(word.relation);
    if (relation !== "conj" && relation !== "appos" && relation !== "flat")
      roles.push(relation === "nmod" || relation === "obl" ? `${relation}:${syntax.preposition(at)}` : word.relation);
    at = word.head;
    if (syntax.word(at).upos === "VERB" || /^(?:nsubj|csubj)/.test(relation)) break;
  }
  return { verb: at, role: roles.slice(0, 3).join(">") };
}

/** The clause of a source; where one complement holds the target, that one is followed. */
export function clauseOf(syntax: Syntax, source: number, target: number): Clause {
  const { verb, role } = governor(syntax, source);
  const overTarget = new Set<number>();
  for (let at = target, step = 0; at >= 0 && step < 40; at = syntax.word(at).head, step++) overTarget.add(at);
  const steps: { verb: number; object: number }[] = [];
  let at = verb;
  while (at >= 0 && steps.length < MOST_STEPS) {
    const below = syntax.children(at).filter((i) => i !== source);
    const objects = below.filter((i) => /^(?:obj|nsubj:pass)$/.test(syntax.word(i).relation));
    const object = objects.find((i) => overTarget.has(i)) ?? objects[0] ?? -1;
    steps.push({ verb: at, object });
    const inner = below.filter((i) => /^(?:xcomp|ccomp|acl|parataxis)$/.test(syntax.word(i).relation) && i > at);
    const ofObject = object < 0 ? [] : syntax.dependents(object, "acl").filter((i) => syntax.dependents(i, "mark").length > 0);
    const next = [...inner, ...ofObject];
    at = next.find((i) => overTarget.has(i)) ?? inner.find((i) => syntax.word(i).relation !== "parataxis") ?? ofObject[0] ?? -1;
  }
  return { role, steps };
}

/** How a verb is put: F to come, M wanted, C possible, N denied, T to be done, D done, G going on, P passive. */
export function moodOfVerb(syntax: Syntax, verb: number): string {
  const marks = new Set<string>();
  for (const child of syntax.children(verb)) {
    const word = syntax.word(child);
    const lemma = word.lemma.toLowerCase();
    if (word.relation === "aux" || word.relation === "cop") {
      if (/^(?:will|would|shall|'ll|wo)$/.test(lemma)) marks.add("F");
      else if (/^(?:must|should|ought|need)$/.test(lemma)) marks.add("M");
      else if (/^(?:can|could|may|might|ca)$/.test(lemma)) marks.add("C");
      else if (lemma === "have") marks.add("D");
      else if (lemma === "be" && syntax.word(verb).xpos === "VBG") marks.add("G");
    }
    if (/^(?:not|n't|never|no)$/.test(lemma) && child < verb + 3) marks.add("N");
    if (word.relation === "mark" && lemma === "to") marks.add("T");
  }
  if (/^VB[DN]$/.test(syntax.word(verb).xpos) && !syntax.isPassive(verb)) marks.add("D");
  if (syntax.isPassive(verb)) marks.add("P");
  return ["F", "M", "C", "N", "T", "D", "G", "P"].filter((m) => marks.has(m)).join("");
}

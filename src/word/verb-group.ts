import type { Word } from "../parse/layers.ts";
import { type Reading, relation } from "./reading.ts";

/** A verb (or a predicate with a copula) with its auxiliaries, as grammar reads it. */
export interface VerbGroup {
  /** "none" for an infinitive, gerund or participle that stands without a finite auxiliary. */
  readonly tense: "past" | "present" | "modal" | "none";
  /** The modal auxiliary, in lower case: "will", "may". */
  readonly modal?: string;
  readonly perfect: boolean;
  readonly progressive: boolean;
  readonly passive: boolean;
  /** "to take": an infinitive with its particle. */
  readonly infinitive: boolean;
  /** The form of the first word of the group: Penn tag. */
  readonly form: string;
}

const HAVE = new Set(["have", "'ve", "’ve", "'s"]);

/** Reads the verb group of a clause's head from its auxiliaries and tags. */
export function verbGroup(reading: Reading, head: number): VerbGroup {
  const { words } = reading;
  const word = words[head]!;
  const auxiliaries: Word[] = [];
  let infinitive = false;
  for (const child of reading.children[head]!) {
    const dependent = words[child]!;
    const r = relation(dependent);
    if (r === "aux" || r === "cop") auxiliaries.push(dependent);
    if (r === "mark" && dependent.lemma.toLowerCase() === "to") infinitive = true;
  }
  const copular = auxiliaries.some((a) => relation(a) === "cop");
  const first = auxiliaries[0];
  const finite = first ?? word;
  const modal = auxiliaries.find((a) => a.xpos === "MD");
  const perfect =
    auxiliaries.some((a) => a.lemma.toLowerCase() === "have" || HAVE.has(a.text.toLowerCase())) && (word.xpos !== "VB" || copular);
  const progressive = word.xpos === "VBG" && auxiliaries.some((a) => a.lemma.toLowerCase() === "be");
  const passive = auxiliaries.some((a) => a.relation === "aux:pass");
  const form = finite.xpos;
  let tense: VerbGroup["tense"] = "none";
  if (modal !== undefined) tense = "modal";
  else if (form === "VBD") tense = "past";
  else if (form === "VBZ" || form === "VBP") tense = "present";
  else if (form === "VB" && !infinitive && first === undefined && hasSubject(reading, head)) tense = "present";
  return { tense, ...(modal !== undefined && { modal: modal.text.toLowerCase() }), perfect, progressive, passive, infinitive, form };
}

export function hasSubject(reading: Reading, head: number): boolean {
  return reading.children[head]!.some((c) => relation(reading.words[c]!) === "nsubj" || relation(reading.words[c]!) === "csubj");
}

/** The head of the clause that a word belongs to: itself when it is a predicate, else the next predicate above it. */
export function clauseHead(reading: Reading, index: number): number {
  let at = index;
  for (let steps = 0; steps < 60; steps++) {
    const word = reading.words[at]!;
    if (word.upos === "VERB" || word.head < 0 || reading.children[at]!.some((c) => relation(reading.words[c]!) === "cop")) return at;
    at = word.head;
  }
  return at;
}

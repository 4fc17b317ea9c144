import type { Candidate } from "./candidates.ts";
import { formsOf } from "./match.ts";
import type { Syntax } from "./syntax.ts";
import { type Traps, VIOLENT } from "./traps.ts";

/** What speaks against a candidate, by name: "phrase", "neighbour", "object", "subject", "blocked", "objects". Empty when nothing does. */
export interface TrapEvidence {
  readonly name: "phrase" | "neighbour" | "object" | "subject" | "blocked" | "unsupported" | "supported";
  readonly word: string;
}

const FIELD = 4;

/** Looks for the traps of traps.yaml and for the selectional hints of the sense's own group. */
export function trapsOf(candidate: Candidate, syntax: Syntax, traps: Traps, start: number, end: number): readonly TrapEvidence[] {
  const evidence: TrapEvidence[] = [];
  const head = candidate.words[0];
  const phrase = phraseAround(syntax, candidate.words, traps, start, end);
  if (phrase !== undefined) evidence.push({ name: "phrase", word: phrase });
  const isVerb = candidate.sense.partOfSpeech === "verb";
  const violent = VIOLENT.has(candidate.sense.type);
  const near = neighbourhood(candidate, syntax);
  const { blocked, objects } = candidate.sense.hints;
  const hit = near.find((w) => blocked.has(w));
  if (hit !== undefined) evidence.push({ name: "blocked", word: hit });
  if (objects.size > 0) {
    const support = near.find((w) => objects.has(w));
    evidence.push(support === undefined ? { name: "unsupported", word: "" } : { name: "supported", word: support });
  }
  if (!violent) return evidence;
  if (isVerb) {
    const object = syntax.object(head);
    const lemma = object < 0 ? "" : syntax.word(object).lemma.toLowerCase();
    if (traps.objects.has(lemma)) evidence.push({ name: "object", word: lemma });
    const subject = syntax.subject(head);
    const doer = subject < 0 ? "" : syntax.word(subject).lemma.toLowerCase();
    if (traps.subjects.has(doer)) evidence.push({ name: "subject", word: doer });
  } else {
    const neighbour = nounNeighbours(syntax, head).find((w) => traps.neighbours.has(w));
    if (neighbour !== undefined) evidence.push({ name: "neighbour", word: neighbour });
  }
  return evidence;
}

function nounNeighbours(syntax: Syntax, head: number): readonly string[] {
  const word = syntax.word(head);
  const below = syntax.children(head).filter((i) => /^(compound|amod|nmod|flat)/.test(syntax.word(i).relation));
  const above = word.relation === "compound" && word.head >= 0 ? [word.head] : [];
  return [...below, ...above].map((i) => syntax.word(i).lemma.toLowerCase());
}

/** Lemmas of object, subject of the passive, prepositional phrases, compounds: what the word is said of. */
function neighbourhood(candidate: Candidate, syntax: Syntax): readonly string[] {
  const found = new Set<number>();
  for (const index of candidate.words) {
    const word = syntax.word(index);
    for (const child of syntax.children(index))
      if (/^(obj|obl|nmod|compound|nsubj:pass|amod|flat|iobj|advmod)/.test(syntax.word(child).relation)) found.add(child);
    if (word.upos === "VERB") {
      const object = syntax.object(index);
      if (object >= 0) found.add(object);
      if (candidate.sense.frame.recipient.includes("obj") === false || candidate.sense.frame.instrument.includes("subj")) {
        const subject = syntax.subject(index);
        if (subject >= 0) found.add(subject);
      }
    }
    if (/^(compound|amod|nmod|flat)/.test(word.relation) && word.head >= 0) found.add(word.head);
  }
  const all = [...found];
  for (const index of all)
    for (const child of syntax.children(index)) if (/^(compound|conj|nmod|amod)/.test(syntax.word(child).relation)) found.add(child);
  for (const index of candidate.words) found.delete(index);
  return [...found].flatMap((i) => formsOf(syntax.words, i));
}

function phraseAround(syntax: Syntax, trigger: readonly number[], traps: Traps, start: number, end: number): string | undefined {
  const head = trigger[0] ?? 0;
  for (let from = Math.max(start, head - FIELD); from <= head; from++) {
    for (const form of formsOf(syntax.words, from)) {
      for (const phrase of traps.phrases.get(form) ?? []) {
        const last = phraseEnd(syntax, phrase, from, end);
        if (last >= head) return phrase.join(" ");
      }
    }
  }
  return undefined;
}

/** Where a phrase that begins at `from` ends; -1 when the words there are others. A determiner or a hyphen may stand between its words. */
function phraseEnd(syntax: Syntax, phrase: readonly string[], from: number, end: number): number {
  let at = from;
  for (let k = 1; k < phrase.length; k++) {
    at++;
    while (
      at < end &&
      (syntax.word(at).upos === "DET" || /^[-‐‑"“”'’]$/.test(syntax.word(at).text)) &&
      !formsOf(syntax.words, at).includes(phrase[k] ?? "")
    )
      at++;
    if (at >= end || !formsOf(syntax.words, at).includes(phrase[k] ?? "")) return -1;
  }
  return at;
}

import type { EventLexicon, EventSense } from "../../src/what/index.ts";
import type { Example } from "../learn/logistic.ts";

const COOPERATIVE = new Set(["AID", "COOPERATE", "RETREAT", "CONCEDE", "CONSULT", "SUPPORT"]);
const HOSTILE = new Set(["ASSAULT", "COERCE", "SANCTION", "PROTEST"]);

const root = (type: string): string => (type === "RETREAT" || type === "CONCEDE" ? "YIELD" : type);

/** The features that a plain clause "SOURCE verb TARGET" gives, without the words of any text. */
function clause(sense: EventSense, mood: string, aux: string | undefined, negated: boolean): string[] {
  const { type, doubt, group, pattern } = sense;
  const lemma = pattern.parts[0]?.[0] ?? "";
  const f = [
    "bias",
    "order=true",
    `lex=path${type}`,
    `lex+doubt=path${type}${doubt}`,
    `lex-group=path${group}`,
    `lex-mood=path${type}${mood}`,
    `mood=path${mood}`,
  ];
  f.push(
    `lex-mode=${type}${sense.mode ?? ""}${mood}`,
    `subject-of=${type}${mood}`,
    `subject-of-group=${group}`,
    `types=${type}`,
    `types-first=${type}`,
    `types-last=${type}`,
  );
  f.push(
    `subject-type=${type}${mood}`,
    `verb=${lemma}`,
    `verb0=${lemma}`,
    `first=${lemma}`,
    `last=${lemma}`,
    `between=${lemma}`,
    "passive=false",
    "source-as=nsubjfalse",
  );
  if (aux !== undefined) f.push(`aux=${aux}`, "between-modal", `between-modal=${aux}`);
  if (negated) f.push("negated", "between-negation");
  for (const part of pattern.parts.slice(1)) f.push(`between=${part[0]}`);
  return f;
}

/**
 * What the lexicon and PLOVER's rules say of clauses nobody has to write down: every verb in the past has its own type; a deed of
 * cooperation announced is AGREE, one of hostility THREATEN, a refused one REJECT, a demanded one REQUEST.
 */
export function lexiconExamples(lexicon: EventLexicon, weight: number): Example[] {
  const examples: Example[] = [];
  for (const sense of lexicon.senses) {
    if (sense.partOfSpeech !== "verb" || sense.doubt === 2) continue;
    const add = (label: string, mood: string, aux?: string, negated = false) =>
      examples.push({ features: clause(sense, mood, aux, negated), label, weight: weight * (sense.doubt === 0 ? 1 : 0.5) });
    add(root(sense.type), "");
    if (COOPERATIVE.has(sense.type)) {
      add("AGREE", "F", "will");
      add("REJECT", "FN", "will", true);
      add("REQUEST", "M", "must");
    }
    if (HOSTILE.has(sense.type)) add("THREATEN", "F", "will");
  }
  return examples;
}

import type { Span } from "../document/index.ts";
import type { Analysis, Reading } from "./analysis.ts";
import { clauseFeatures } from "./relation-clause-features.ts";
import { participantFeatures } from "./relation-participants.ts";
import type { Syntax } from "./syntax.ts";

const base = (relation: string): string => relation.split(":")[0] ?? relation;
const content = (upos: string): boolean =>
  upos === "VERB" || upos === "NOUN" || upos === "ADJ" || upos === "ADV" || upos === "ADP" || upos === "AUX" || upos === "PART";

/** The head word of the phrase that a span covers: the word in it whose head lies outside; -1 when the span holds no word. */
export function headOfSpan(syntax: Syntax, span: Span): number {
  let found = -1;
  for (const word of syntax.words) {
    if (word.span[0] < span[0] || word.span[1] > span[1]) continue;
    const head = word.head < 0 ? undefined : syntax.words[word.head];
    const outside = head === undefined || head.span[0] < span[0] || head.span[1] > span[1];
    if (outside && (found < 0 || word.upos !== "PUNCT")) {
      if (found < 0 || syntax.word(found).upos === "PUNCT") found = word.index;
    }
  }
  return found;
}

/** Words from one head up to where the two paths meet, and down to the other. */
function path(syntax: Syntax, source: number, target: number): { up: number[]; top: number; down: number[] } {
  const above = (from: number): number[] => {
    const chain: number[] = [];
    for (let at = from, step = 0; at >= 0 && step < 60; at = syntax.word(at).head, step++) chain.push(at);
    return chain;
  };
  const a = above(source);
  const b = above(target);
  const top = a.find((i) => b.includes(i)) ?? -1;
  return { up: top < 0 ? a : a.slice(0, a.indexOf(top)), top, down: top < 0 ? b : b.slice(0, b.indexOf(top)) };
}

/**
 * What the classifier of relations sees of a source and a target in one sentence: the verbs that join them, who is passive, negation and
 * mood, and what the lexicon says of every word between, before and after. Unseen verbs are reached through their lexicon groups.
 */
export function relationFeatures(analysis: Analysis, source: number, target: number): readonly string[] {
  const { syntax } = analysis;
  const f: string[] = ["bias"];
  const forward = source < target;
  f.push(`order=${forward}`);
  const [left, right] = forward ? [source, target] : [target, source];
  const { up, top, down } = path(syntax, source, target);
  const verbs = [...up.slice(1), ...(top >= 0 ? [top] : []), ...down.slice(1).reverse()].filter(
    (i) => /VERB|AUX/.test(syntax.word(i).upos) || syntax.word(i).relation === "root",
  );
  const onPath = new Set([...up, top, ...down]);
  f.push(
    `path-length=${Math.min(up.length + down.length, 6)}`,
    `source-rel=${syntax.word(source).relation}`,
    `target-rel=${syntax.word(target).relation}:${syntax.preposition(target)}`,
  );
  f.push(...chainFeatures(syntax, source, verbs));
  f.push(...lexiconFeatures(analysis, source, left, right, onPath));
  f.push(...clauseFeatures(analysis, source, target), ...participantFeatures(analysis, source, target));
  for (let i = left + 1; i < right; i++) {
    const word = syntax.word(i);
    const lemma = word.lemma.toLowerCase();
    if (content(word.upos)) f.push(`between=${lemma}`);
    if (/^(not|n't|never|no)$/.test(lemma)) f.push("between-negation");
    if (/^(will|would|could|may|might|should|must|shall|can)$/.test(lemma)) f.push("between-modal", `between-modal=${lemma}`);
  }
  for (let i = right + 1, n = 0; i < syntax.words.length && n < 5; i++) {
    if (!content(syntax.word(i).upos)) continue;
    n++;
    f.push(`after=${syntax.word(i).lemma.toLowerCase()}`);
  }
  for (let i = left - 1, n = 0; i >= 0 && n < 4; i--) {
    if (!content(syntax.word(i).upos)) continue;
    n++;
    f.push(`before=${syntax.word(i).lemma.toLowerCase()}`);
  }
  return f;
}

/** The verbs from source to target, their voice and mood. */
function chainFeatures(syntax: Syntax, source: number, verbs: readonly number[]): string[] {
  const f: string[] = [];
  const chain = verbs.slice(0, 4).map((i) => syntax.word(i).lemma.toLowerCase());
  if (chain.length > 0) f.push(`chain=${chain.join(">")}`, `first=${chain[0]}`, `last=${chain.at(-1)}`);
  chain.forEach((lemma, i) => {
    f.push(`verb=${lemma}`, `verb${Math.min(i, 2)}=${lemma}`);
  });
  const main = verbs[0];
  if (main === undefined) return f;
  const passive = syntax.isPassive(main);
  f.push(`passive=${passive}`, `source-as=${base(syntax.word(source).relation)}${passive}`, `tense=${syntax.word(main).xpos}`);
  for (const verb of verbs.slice(0, 3)) {
    const place = verb === main ? "" : "-inner";
    for (const child of syntax.children(verb)) {
      const word = syntax.word(child);
      const lemma = word.lemma.toLowerCase();
      if (word.relation === "aux") f.push(`aux${place}=${lemma}`, `aux+verb=${lemma}${syntax.word(verb).lemma}`);
      else if (word.relation === "advmod" && /^(not|n't|never)$/.test(lemma)) f.push(`negated${place}`);
      else if (word.relation === "compound:prt") f.push(`particle=${syntax.word(verb).lemma.toLowerCase()}_${lemma}`);
      else if (word.relation === "obj") f.push(`object=${lemma}`, `verb-object=${syntax.word(verb).lemma.toLowerCase()}_${lemma}`);
      else if (word.relation === "xcomp" || word.relation === "ccomp")
        f.push(`complement=${lemma}`, `verb-complement=${syntax.word(verb).lemma.toLowerCase()}_${lemma}`);
      else if (base(word.relation) === "obl")
        f.push(`verb-oblique=${syntax.word(verb).lemma.toLowerCase()}_${syntax.preposition(child)}`, `oblique=${lemma}`);
    }
  }
  return f;
}

/** Whether a candidate is said to happen, to come, or not to happen. */
function moodOf(syntax: Syntax, reading: Reading): string {
  const at = reading.candidate.light?.verb ?? reading.candidate.words[0];
  let mood = "";
  for (const child of syntax.children(at)) {
    const word = syntax.word(child);
    const lemma = word.lemma.toLowerCase();
    if (word.relation === "aux" && /^(will|would|shall|'ll|could|may|might|should|must|can)$/.test(lemma))
      mood += /^(will|would|shall|'ll)$/.test(lemma) ? "F" : "M";
    if (/^(not|n't|never)$/.test(lemma)) mood += "N";
    if (word.relation === "mark" && lemma === "to") mood += "T";
  }
  return mood;
}

function lexiconFeatures(analysis: Analysis, source: number, left: number, right: number, onPath: ReadonlySet<number>): string[] {
  const { syntax, places } = analysis;
  const f: string[] = [];
  const inOrder: string[] = [];
  let subjectType = "";
  for (const place of places) {
    const where = onPath.has(place.head)
      ? "path"
      : place.head > left && place.head < right
        ? "between"
        : place.head < left
          ? "before"
          : "after";
    for (const reading of place.readings) {
      const { sense } = reading.candidate;
      const mood = moodOf(syntax, reading);
      const name = `${sense.type}${sense.mode ?? ""}`;
      f.push(
        `lex=${where}${sense.type}`,
        `lex+doubt=${where}${sense.type}${sense.doubt}`,
        `lex-group=${where}${sense.group}`,
        `lex-mood=${where}${sense.type}${mood}`,
        `mood=${where}${mood}`,
      );
      f.push(`lex-mode=${name}${mood}`);
      for (const index of reading.candidate.words) if (onPath.has(index) && where !== "path") f.push(`lex-touches=${sense.type}`);
      if (sense.partOfSpeech === "verb" && syntax.subject(place.head) === source) {
        f.push(`subject-of=${sense.type}${mood}`, `subject-of-group=${sense.group}`);
        if (subjectType === "") subjectType = `${sense.type}${mood}`;
      }
      const object = sense.partOfSpeech === "verb" ? syntax.object(place.head) : -1;
      if (object === source) f.push(`object-of=${sense.type}`);
    }
    if (where === "path" || where === "between") inOrder.push(place.readings[0]?.candidate.sense.type ?? "");
  }
  f.push(
    `types=${inOrder.slice(0, 3).join(">")}`,
    `types-first=${inOrder[0] ?? "none"}`,
    `types-last=${inOrder.at(-1) ?? "none"}`,
    `subject-type=${subjectType}`,
  );
  return f;
}

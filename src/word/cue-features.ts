import { hashFeature } from "../learn/index.ts";
import type { Word } from "../parse/layers.ts";
import { type Reading, relation } from "./reading.ts";

const OPEN_CLASS = new Set(["VERB", "NOUN", "ADJ", "AUX"]);
const SOMETIMES = new Set([
  "according",
  "per",
  "via",
  "reportedly",
  "allegedly",
  "supposedly",
  "to",
  "by",
  "for",
  "of",
  "on",
  "about",
  "in",
  "like",
  "as",
  "from",
]);
/** "Minister: truce will hold"; "“…” — a reader". */
const TAG = /^[:—–―-]+$/;
const QUOTE = /^["“”‘’«»„'`]+$/;

/** Whether a word can introduce a source at all: cheap, and passes nearly every cue that annotators mark. */
export function mayBeCue(reading: Reading, word: Word): boolean {
  if (OPEN_CLASS.has(word.upos)) return true;
  if (TAG.test(word.text)) return true;
  return reading.entries[word.index] !== undefined || (word.upos !== "PUNCT" && SOMETIMES.has(word.lemma.toLowerCase()));
}

/** What the cue classifier looks at: the word, its entry in the lexicon, its dependents, its head, its neighbours and the quotation marks near by. */
export function cueFeatures(reading: Reading, word: Word): number[] {
  const { words, children, entries, quotationOf } = reading;
  const i = word.index;
  const out: number[] = [];
  const lemma = word.lemma.toLowerCase();
  const rel = word.relation;
  const pos = word.upos;
  const act = entries[i]?.act ?? "-";
  const kindOfCue = `${act}/${entries[i]?.kind ?? "-"}`;
  const add = (name: string): void => {
    out.push(hashFeature(name));
  };
  const both = (name: string): void => {
    add(`${name}|${lemma}`);
    add(`${name}|${pos}|${act}`);
  };
  add(`lemma ${lemma}`);
  add(`lemma ${lemma} ${pos}`);
  add(`lemma ${lemma} ${rel}`);
  add(`lemma ${lemma} ${word.xpos}`);
  add(`pos ${word.xpos} ${rel}`);
  add(`act ${kindOfCue} ${pos}`);
  add(`act ${kindOfCue} ${pos} ${rel}`);
  add(`suffix ${lemma.slice(-3)} ${pos}`);
  if (/^\p{Lu}/u.test(word.text)) add(`capital ${pos} ${act}`);

  let clause = "none";
  let subject = "none";
  let negated = false;
  for (const child of children[i]!) {
    const dependent = words[child]!;
    const r = dependent.relation;
    if (r === "punct") continue;
    both(`child ${r}`);
    const basic = relation(dependent);
    if (basic === "nsubj") subject = `${r} ${dependent.upos === "PRON" ? dependent.lemma.toLowerCase() : dependent.upos}`;
    if (basic === "ccomp" || basic === "xcomp" || basic === "parataxis" || basic === "acl") {
      const mark = children[child]!.map((c) => words[c]!).find((c) => c.relation === "mark");
      clause = `${basic} ${mark?.lemma ?? ""}`;
      both(`clause ${clause}`);
    }
    if (basic === "obj" || basic === "nmod" || basic === "obl" || basic === "aux") {
      add(`child ${r} ${dependent.lemma.toLowerCase()}`);
      add(`child ${lemma} ${r} ${dependent.lemma.toLowerCase()}`);
      const marker = children[child]!.map((c) => words[c]!).find((c) => c.relation === "case");
      if (marker !== undefined) both(`case ${r} ${marker.lemma}`);
      if (entries[child] !== undefined) both(`child entry ${r} ${entries[child]!.act}`);
    }
    if (dependent.morphology.Polarity === "Neg") negated = true;
  }
  both(`subject ${subject}`);
  add(`frame ${act} ${pos} ${subject} ${clause}`);
  add(`frame ${lemma} ${subject === "none"} ${clause}`);
  if (negated) both("negated");

  const head = words[word.head];
  if (head !== undefined) {
    add(`head ${head.lemma.toLowerCase()} ${rel}`);
    both(`head ${head.upos} ${rel}`);
    both(`head entry ${entries[head.index]?.act ?? "-"} ${rel}`);
  }

  const at = (k: number): Word | undefined => words[k];
  const near = (k: number): string => {
    const w = at(k);
    if (w === undefined || w.sentence !== word.sentence) return "edge";
    return w.text.toLowerCase();
  };
  for (const d of [-2, -1, 1, 2]) {
    add(`near ${d} ${near(i + d)}`);
    add(`near ${d} ${near(i + d)} ${act} ${pos}`);
    both(`near pos ${d} ${at(i + d)?.upos ?? "edge"}`);
  }
  add(`pair ${lemma} ${near(i + 1)}`);
  add(`pair ${near(i - 1)} ${lemma}`);
  add(`pair ${near(i - 1)} ${lemma} ${near(i + 1)}`);

  // Where the nearest quotation marks stand tells direct speech from a verb that merely lies beside a quoted word.
  const quoted = quotationOf[i]! >= 0;
  both(`quoted ${quoted}`);
  const sentence = reading.sentences[word.sentence]!;
  let before = 0;
  let after = 0;
  for (let k = i - 1, d = 1; k >= sentence.words[0] && d <= 8; k--, d++)
    if (QUOTE.test(words[k]!.text)) {
      before = d;
      break;
    }
  for (let k = i + 1, d = 1; k < sentence.words[1] && d <= 8; k++, d++)
    if (QUOTE.test(words[k]!.text)) {
      after = d;
      break;
    }
  both(`marks ${bucket(before)} ${bucket(after)} ${quoted}`);
  const next = words[sentence.words[1]];
  if (!quoted && next !== undefined && QUOTE.test(next.text)) both("quotation next");
  both(`kind ${sentence.kind}`);
  add(`length ${Math.min(6, (sentence.words[1] - sentence.words[0]) >> 3)} ${act}`);
  if (i === sentence.words[0]) both("first");
  return out;
}

function bucket(distance: number): string {
  return distance === 0 ? "none" : distance <= 2 ? String(distance) : distance <= 4 ? "3-4" : "5-8";
}

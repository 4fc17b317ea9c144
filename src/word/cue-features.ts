import { begin, FeatureSet, type Spelling, spell, spellBoolean, spellNumber } from "../learn/index.ts";
import type { Word } from "../parse/layers.ts";
import { childRelated, type Reading, relation, spellAct } from "./reading.ts";

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

const BAR = spell("|");
const NONE = spell("none");
const EDGE = spell("edge");
/** How far the neighbours stand that are looked at. */
const NEIGHBOURS = [-2, -1, 1, 2].map((distance) => ({ distance, spelling: spell(String(distance)) }));

/** What the cue classifier looks at: the word, its entry in the lexicon, its dependents, its head, its neighbours and the quotation marks near by. */
export function cueFeatures(reading: Reading, word: Word): number[] {
  const { words, children, entries, quotationOf, spellings } = reading;
  const i = word.index;
  const set = new FeatureSet();
  const { lemma, relation: rel, upos: pos, xpos } = spellings[i]!;
  const act = spellAct(entries[i]);
  const kindOfCue = spell(`${entries[i]?.act ?? "-"}/${entries[i]?.kind ?? "-"}`);
  const both = (template: TemplateStringsArray, a?: Spelling, b?: Spelling, c?: Spelling): void => {
    const name = begin(template, a, b, c);
    set.end(name, BAR, lemma);
    set.end(name, BAR, pos, BAR, act);
  };
  set.add`lemma ${lemma}`;
  set.add`lemma ${lemma} ${pos}`;
  set.add`lemma ${lemma} ${rel}`;
  set.add`lemma ${lemma} ${xpos}`;
  set.add`pos ${xpos} ${rel}`;
  set.add`act ${kindOfCue} ${pos}`;
  set.add`act ${kindOfCue} ${pos} ${rel}`;
  set.add`suffix ${spell(lemma.text.slice(-3))} ${pos}`;
  if (/^\p{Lu}/u.test(word.text)) set.add`capital ${pos} ${act}`;

  let clause = NONE;
  let subject = NONE;
  let negated = false;
  for (const child of children[i]!) {
    const dependent = words[child]!;
    if (dependent.relation === "punct") continue;
    const own = spellings[child]!;
    const r = own.relation;
    both`child ${r}`;
    const basic = relation(dependent);
    if (basic === "nsubj") subject = spell(`${r.text} ${dependent.upos === "PRON" ? own.lemma.text : dependent.upos}`);
    if (basic === "ccomp" || basic === "xcomp" || basic === "parataxis" || basic === "acl") {
      clause = spell(`${basic} ${childRelated(reading, child, "mark")?.lemma ?? ""}`);
      both`clause ${clause}`;
    }
    if (basic === "obj" || basic === "nmod" || basic === "obl" || basic === "aux") {
      set.add`child ${r} ${own.lemma}`;
      set.add`child ${lemma} ${r} ${own.lemma}`;
      const marker = childRelated(reading, child, "case");
      if (marker !== undefined) both`case ${r} ${spell(marker.lemma)}`;
      if (entries[child] !== undefined) both`child entry ${r} ${spellAct(entries[child])}`;
    }
    if (dependent.morphology.Polarity === "Neg") negated = true;
  }
  both`subject ${subject}`;
  set.add`frame ${act} ${pos} ${subject} ${clause}`;
  set.add`frame ${lemma} ${spellBoolean(subject === NONE)} ${clause}`;
  if (negated) both`negated`;

  const head = spellings[word.head];
  if (head !== undefined) {
    set.add`head ${head.lemma} ${rel}`;
    both`head ${head.upos} ${rel}`;
    both`head entry ${spellAct(entries[word.head])} ${rel}`;
  }

  const near = (k: number): Spelling => (words[k] === undefined || words[k].sentence !== word.sentence ? EDGE : spellings[k]!.text);
  for (const { distance, spelling } of NEIGHBOURS) {
    const text = near(i + distance);
    set.add`near ${spelling} ${text}`;
    set.add`near ${spelling} ${text} ${act} ${pos}`;
    both`near pos ${spelling} ${spellings[i + distance]?.upos ?? EDGE}`;
  }
  const previous = near(i - 1);
  const following = near(i + 1);
  set.add`pair ${lemma} ${following}`;
  set.add`pair ${previous} ${lemma}`;
  set.add`pair ${previous} ${lemma} ${following}`;

  // Where the nearest quotation marks stand tells direct speech from a verb that merely lies beside a quoted word.
  const isQuoted = quotationOf[i]! >= 0;
  const quoted = spellBoolean(isQuoted);
  both`quoted ${quoted}`;
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
  both`marks ${bucket(before)} ${bucket(after)} ${quoted}`;
  const next = words[sentence.words[1]];
  if (!isQuoted && next !== undefined && QUOTE.test(next.text)) both`quotation next`;
  both`kind ${spell(sentence.kind)}`;
  set.add`length ${spellNumber(Math.min(6, (sentence.words[1] - sentence.words[0]) >> 3))} ${act}`;
  if (i === sentence.words[0]) both`first`;
  return set.hashes;
}

const BUCKETS = ["none", "1", "2", "3-4", "3-4", "5-8"].map(spell);

function bucket(distance: number): Spelling {
  return BUCKETS[Math.min(distance, 5)]!;
}

import { hashFeature } from "../../learn/index.ts";
import type { Word } from "../../parse/layers.ts";
import type { Candidate } from "./candidates.ts";
import type { Reading } from "./reading.ts";

/** Feature hashes (32 bit) of one thing to be classified; each feature once. */
export type Hashes = Uint32Array;

/** How many places of a phrase are looked at; the first ones tell most. */
const MOST_PLACES = 4;

/** Words before a name that are no part of it. */
const TITLES: ReadonlySet<string> = new Set(
  (
    "mr mrs ms dr colonel col general gen captain capt major maj lieutenant lt sergeant sgt admiral commander president minister senator deputy mayor governor " +
    "judge father priest bishop archbishop monsignor msgr reverend professor ambassador leader chief director attorney lawyer journalist candidate businessman " +
    "official officer guerrilla terrorist citizen engineer doctor secretary magistrate congressman representative"
  ).split(" "),
);
const CUT: ReadonlySet<string> = new Set(["ADJ", "NUM", "NOUN", "PROPN"]);

/** Collects features by name as hashes. */
export class Features {
  readonly #found = new Set<number>();
  add(name: string): void {
    this.#found.add(hashFeature(name));
  }
  done(): Hashes {
    return Uint32Array.from(this.#found);
  }
}

/** A probability as one of ten steps on the log-odds scale, so that a linear model can bend. */
export function step(p: number): number {
  const odds = Math.log(Math.max(1e-6, p) / Math.max(1e-6, 1 - p));
  return Math.max(-5, Math.min(5, Math.round(odds)));
}

/** What stands in a sentence: words, pairs of words, events told. For the question whether it tells of an incident. */
export function sentenceFeatures(reading: Reading, sentence: number): Hashes {
  const features = new Features();
  const [first, end] = reading.sentences[sentence]!.words;
  let before = "^";
  for (const word of reading.words.slice(first, Math.min(end, first + 120))) {
    const lemma = word.upos === "NUM" ? "#" : word.lemma.toLowerCase();
    if (word.upos === "PUNCT") continue;
    features.add(`w ${lemma}`);
    features.add(`b ${before} ${lemma}`);
    before = lemma;
  }
  for (const t of reading.triggersOf.get(sentence) ?? []) {
    features.add(`t ${t.type}`);
    features.add(`s ${t.sense}`);
    if (t.mode !== undefined) features.add(`m ${t.mode}`);
    const head = reading.words[t.words[0]]!;
    features.add(`tv ${t.type} ${head.xpos}`);
  }
  features.add(`at ${Math.min(6, sentence)}`);
  if (reading.quoted.has(first + 1)) features.add("quoted");
  return features.done();
}

/** What stands in a whole document. For the question whether it tells of incidents at all, and of which types. */
export function documentFeatures(reading: Reading): Hashes {
  const features = new Features();
  reading.sentences.forEach((s, i) => {
    const where = i < 3 ? "lead" : "body";
    let before = "^";
    for (const word of reading.words.slice(s.words[0], s.words[1])) {
      if (word.upos === "PUNCT") continue;
      const lemma = word.upos === "NUM" ? "#" : word.lemma.toLowerCase();
      features.add(`w ${lemma}`);
      if (where === "lead") features.add(`l ${lemma}`);
      features.add(`b ${before} ${lemma}`);
      before = lemma;
    }
    for (const t of reading.triggersOf.get(i) ?? []) {
      features.add(`t ${t.type}`);
      features.add(`s ${t.sense}`);
      features.add(`${where} ${t.type}`);
      if (t.mode !== undefined) features.add(`m ${t.mode}`);
    }
  });
  return features.done();
}

/** What speaks for and against a phrase as a filler of any role: its own words, what names it, and what stands around each of its places. */
export function candidateFeatures(reading: Reading, candidate: Candidate): Features {
  const features = new Features();
  const { words } = reading;
  const [first, end] = candidate.places[0]!;
  const own = words.slice(first, end);
  const head = headOf(words, first, end);
  const lemma = head.lemma.toLowerCase();
  features.add(`key ${candidate.key}`);
  features.add(`head ${lemma}`);
  features.add(`ends ${own[0]!.lemma.toLowerCase()} ${lemma}`);
  features.add(`first ${own[0]!.lemma.toLowerCase()}`);
  features.add(`last ${own.at(-1)!.lemma.toLowerCase()}`);
  features.add(`length ${Math.min(6, own.length)}`);
  features.add(`tags ${own.map((w) => w.upos.slice(0, 3)).join(" ")}`);
  for (const w of own) features.add(`has ${w.lemma.toLowerCase()}`);
  features.add(`times ${Math.min(5, candidate.places.length)}`);
  features.add(`sentence ${Math.min(8, words[first]!.sentence)}`);
  for (const place of candidate.places.slice(0, MOST_PLACES)) placeFeatures(reading, features, place, lemma);
  return features;
}

function placeFeatures(reading: Reading, features: Features, [first, end]: readonly [number, number], lemma: string): void {
  const { words } = reading;
  const sentence = words[first]!.sentence;
  const low = (w: Word | undefined): string => (w && w.sentence === sentence ? (w.upos === "NUM" ? "#" : w.text.toLowerCase()) : "^");
  features.add(`p1 ${low(words[first - 1])}`);
  // Where the phrase is cut out of a longer one, by the word left out: titles, nationalities and numbers are told apart by it.
  const before = words[first - 1];
  const after = words[end];
  const cutLeft =
    before && before.sentence === sentence && CUT.has(before.upos) && before.head >= first && before.head < Math.max(end, first + 8);
  const cutRight = after && after.sentence === sentence && CUT.has(after.upos);
  features.add(`cut ${cutLeft ? before.upos : "-"} ${cutRight ? after.upos : "-"}`);
  if (cutLeft)
    features.add(`cut ${TITLES.has(before.lemma.toLowerCase()) ? "title" : before.upos} ${words[first]!.upos} ${words[end - 1]!.upos}`);
  if (cutLeft) features.add(`cutl ${before.lemma.toLowerCase()}`);
  if (cutRight) features.add(`cutr ${after.lemma.toLowerCase()}`);
  features.add(`open ${words[first]!.upos} ${cutLeft ? "cut" : "whole"} ${lemma}`);
  features.add(`p2 ${low(words[first - 2])} ${low(words[first - 1])}`);
  features.add(`n1 ${low(words[end])}`);
  features.add(`n2 ${low(words[end])} ${low(words[end + 1])}`);
  features.add(`pt ${words[first - 1]?.upos ?? "^"} nt ${words[end]?.upos ?? "^"}`);
  for (let k = 1; k <= 3; k++) {
    if (words[first - k]?.sentence === sentence) features.add(`left ${words[first - k]!.lemma.toLowerCase()}`);
    if (words[end - 1 + k]?.sentence === sentence) features.add(`right ${words[end - 1 + k]!.lemma.toLowerCase()}`);
  }
  const head = headOf(words, first, end);
  const governor = head.head >= 0 ? words[head.head] : undefined;
  const marker =
    words
      .slice(Math.max(0, first - 3), first)
      .find((w) => w.relation === "case" && w.head === head.index)
      ?.text.toLowerCase() ?? "";
  const slot = `${head.relation}${marker ? `:${marker}` : ""}`;
  features.add(`slot ${slot}`);
  if (governor) {
    features.add(`gov ${slot} ${governor.lemma.toLowerCase()}`);
    features.add(`govl ${governor.lemma.toLowerCase()}`);
    const above = governor.head >= 0 ? words[governor.head] : undefined;
    if (above) features.add(`gov2 ${slot} ${governor.relation} ${above.lemma.toLowerCase()}`);
  }
  const mention = reading.mentionAt.get(head.index);
  const whole = mention && mention.words[1] === end && mention.words[0] >= first - 1 && mention.words[0] <= first;
  features.add(`type ${mention?.type ?? "-"} ${mention?.form ?? "-"} ${whole ? "whole" : "part"}`);
  features.add(`type ${mention?.type ?? "-"}`);
  const actor = reading.actorAt.get(head.index);
  if (actor) {
    features.add(`actor ${actor.kind}`);
    if (actor.known !== undefined) features.add(`known ${actor.known}`);
    features.add(`called ${Math.min(6, actor.mentions.length)}`);
  }
  for (const a of reading.argumentsAt.get(head.index) ?? []) {
    const trigger = reading.triggers[a.trigger]!;
    features.add(`arg ${a.role} ${trigger.type}`);
    features.add(`arg ${a.role} ${trigger.type} ${trigger.mode ?? "-"}`);
    features.add(`args ${a.role} ${trigger.sense}`);
    features.add(`argh ${a.role} ${trigger.type} ${lemma}`);
  }
  const harm = reading.harmedAt.get(head.index);
  if (harm !== undefined) features.add(`harm ${harm}`);
  for (const t of reading.triggersOf.get(sentence) ?? []) {
    features.add(`near ${t.type} ${t.mode ?? "-"}`);
    features.add(`nears ${t.sense} ${t.words[0] < first ? "before" : "after"}`);
  }
  if (reading.quoted.has(head.index)) features.add("quoted");
}

/** The syntactic head of a stretch of words: the one whose own head lies outside; the last of several. */
export function headOf(words: readonly Word[], first: number, end: number): Word {
  for (let at = end - 1; at >= first; at--) {
    const h = words[at]!.head;
    if ((h < first || h >= end) && words[at]!.upos !== "PUNCT") return words[at]!;
  }
  return words[end - 1]!;
}

import { cover, type Span } from "../document/index.ts";
import type { Word } from "../parse/layers.ts";
import { cueFeatures, mayBeCue } from "./cue-features.ts";
import { extentFeatures } from "./extent-features.ts";
import { bestParts, CONTENT, CUE, type Part, SOURCE } from "./extent-tagger.ts";
import type { SpeechAct } from "./layers.ts";
import type { LinearModel } from "./linear-model.ts";
import { probability, score } from "./linear-model.ts";
import { dependent, type Reading, subtree } from "./reading.ts";
import { sourceCandidates, sourceFeatures } from "./source-features.ts";

/** The three trained models of attribution and the thresholds chosen with them. */
export interface AttributionModel {
  readonly cue: LinearModel;
  readonly source: LinearModel;
  readonly extent: LinearModel;
  /** A word is a cue at or above this probability. */
  readonly cueThreshold: number;
  /** The same for a word that the lexicon knows to vouch for its content: there a miss costs more, because an event loses its source. */
  readonly vouchingThreshold: number;
  /** A source is named when its likeliest head reaches this probability. */
  readonly sourceThreshold: number;
}

const VOUCHING: ReadonlySet<SpeechAct> = new Set(["assert", "think", "perceive"]);

/** An attribution before its place among the others is known. */
export interface FoundAttribution {
  readonly cueHead: Word;
  readonly sourceHead?: Word;
  readonly source?: Span;
  readonly cue: Span;
  readonly content: readonly Span[];
  readonly confidence: number;
}

/** Most words that are read for the cues of one sentence, each cue being a reading of all of it: more is no prose. */
const MOST_READ = 720;
const FEWEST_CUES = 3;

/** Every attribution whose parts stand in one of these sentences, in the order of their cues. */
export function findAttributions(reading: Reading, model: AttributionModel, sentences = reading.sentences): FoundAttribution[] {
  const found: FoundAttribution[] = [];
  for (const sentence of sentences) {
    let cues: { readonly word: Word; readonly confidence: number }[] = [];
    for (let i = sentence.words[0]; i < sentence.words[1]; i++) {
      const word = reading.words[i]!;
      if (!mayBeCue(reading, word)) continue;
      const confidence = probability(score(model.cue, cueFeatures(reading, word)));
      if (confidence >= threshold(reading, model, word)) cues.push({ word, confidence });
    }
    const most = Math.max(FEWEST_CUES, Math.floor(MOST_READ / (sentence.words[1] - sentence.words[0])));
    if (cues.length > most) cues = cues.sort((a, b) => b.confidence - a.confidence || a.word.index - b.word.index).slice(0, most);
    for (const { word, confidence } of cues.sort((a, b) => a.word.index - b.word.index)) {
      const attribution = readAttribution(reading, model, word, confidence);
      if (attribution !== undefined) found.push(attribution);
    }
  }
  return found;
}

/** How sure the classifier must be: less where the lexicon knows the word to vouch, least where it has both a speaker and a clause. */
function threshold(reading: Reading, model: AttributionModel, word: Word): number {
  if (!VOUCHING.has(reading.entries[word.index]?.act ?? "evaluate")) return model.cueThreshold;
  const next = reading.words[word.index + 1];
  const clause = dependent(reading, word.index, "ccomp") !== undefined || (next !== undefined && /^(PRON|SCONJ)$/.test(next.upos));
  return clause && word.upos === "VERB" && dependent(reading, word.index, "nsubj") !== undefined
    ? model.vouchingThreshold / 3
    : model.vouchingThreshold;
}

/** The likeliest head of the source's phrase; undefined where the text leaves the source unsaid. */
export function chooseSource(reading: Reading, model: AttributionModel, cue: Word): Word | undefined {
  let best: Word | undefined;
  let bestOdds = Math.log(model.sourceThreshold / (1 - model.sourceThreshold));
  for (const candidate of sourceCandidates(reading, cue)) {
    const odds = score(model.source, sourceFeatures(reading, cue, candidate));
    if (odds > bestOdds) {
      bestOdds = odds;
      best = candidate;
    }
  }
  return best;
}

function readAttribution(reading: Reading, model: AttributionModel, cueHead: Word, confidence: number): FoundAttribution | undefined {
  const sourceHead = chooseSource(reading, model, cueHead);
  const parts = bestParts(extentFeatures(reading, cueHead, sourceHead), model.extent.weights);
  const first = reading.sentences[cueHead.sentence]!.words[0];
  const content = runs(reading, parts, first, CONTENT);
  if (content.length === 0) return undefined;
  const cue = runs(reading, parts, first, CUE).find((span) => span[0] <= cueHead.span[0] && cueHead.span[1] <= span[1]) ?? cueHead.span;
  if (sourceHead === undefined) return { cueHead, cue, content, confidence };
  // The tagger may mark stray words as source; the phrase is the run that holds the chosen head, or else the head alone.
  const source = runs(reading, parts, first, SOURCE).find((span) => span[0] <= sourceHead.span[0] && sourceHead.span[1] <= span[1]);
  return { cueHead, cue, content, confidence, sourceHead, source: wholeTokens(reading.text, source ?? plainPhrase(reading, sourceHead)) };
}

/** A noun phrase without its clauses, appositions and edges of punctuation. */
export function plainPhrase(reading: Reading, head: Word): Span {
  const phrase = subtree(
    reading,
    head.index,
    (child) => /^(acl|appos|parataxis|punct|conj|cc|advcl|nsubj|cop|obj|obl|case)/.test(child.relation) && child.head === head.index,
  );
  let [first, last] = [head.index, head.index];
  const inside = new Set(phrase);
  while (inside.has(first - 1)) first--;
  while (inside.has(last + 1)) last++;
  return cover([reading.words[first]!.span, reading.words[last]!.span]);
}

/** Widened to whole hyphenated words: parsers cut "Al-Ain" in two. */
export function wholeTokens(text: string, [start, end]: Span): Span {
  const limit = 40;
  for (let k = 0; k < limit && start > 1 && (text[start - 1] === "-" || (k > 0 && /[\p{L}\p{N}]/u.test(text[start - 1]!))); k++) start--;
  for (
    let k = 0;
    k < limit &&
    end + 1 < text.length &&
    ((text[end] === "-" && /[\p{L}\p{N}]/u.test(text[end + 1]!)) || (k > 0 && /[\p{L}\p{N}]/u.test(text[end]!)));
    k++
  )
    end++;
  return [start, end];
}

/** The spans of consecutive words with one label. */
function runs(reading: Reading, parts: readonly Part[], first: number, part: Part): Span[] {
  const spans: Span[] = [];
  for (let k = 0; k < parts.length; k++) {
    if (parts[k] !== part) continue;
    const start = k;
    while (k + 1 < parts.length && parts[k + 1] === part) k++;
    spans.push(cover([reading.words[first + start]!.span, reading.words[first + k]!.span]));
  }
  return spans;
}

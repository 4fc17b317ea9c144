import type { Sentence, Word } from "../parse/layers.ts";
import { type Candidate, findCandidates } from "./candidates.ts";
import type { PloverType } from "./layers.ts";
import type { EventLexicon } from "./lexicon.ts";
import { typeInContext } from "./reading-type.ts";
import { type Setting, settings } from "./setting.ts";
import { Syntax } from "./syntax.ts";
import { type TrapEvidence, trapsOf } from "./trap-check.ts";
import { triggerFeatures } from "./trigger-features.ts";

/** Texts of fewer words have no vocabulary to speak of. */
const SHORT = 80;

/** One sense that a word of the text may have, with what the classifier sees of it. */
export interface Reading {
  readonly candidate: Candidate;
  /** The type that the sense has here: a promise of aid is AGREE. */
  readonly type: PloverType;
  readonly traps: readonly TrapEvidence[];
  /** What the sentence around it talks of. */
  readonly here: Setting;
  readonly features: readonly string[];
}

/** A word that may tell of an event, with its readings. */
export interface Place {
  readonly head: number;
  readonly sentence: number;
  readonly readings: readonly Reading[];
}

export interface Analysis {
  readonly syntax: Syntax;
  readonly sentences: readonly Sentence[];
  readonly places: readonly Place[];
}

/** Whether a candidate hardly ever means anything but violence. */
const isSure = (c: Candidate): boolean => c.sense.doubt === 0 && (c.sense.type === "ASSAULT" || c.sense.type === "COERCE");

/** Finds every candidate of a document and describes it. */
export function analyse(lexicon: EventLexicon, words: readonly Word[], sentences: readonly Sentence[]): Analysis {
  const syntax = new Syntax(words);
  const setting = settings(words, sentences, lexicon.traps);
  const found = sentences.map((sentence) => (sentence.kind === "dateline" ? [] : findCandidates(lexicon, syntax, sentence)));
  const sure = found.map((candidates) => new Set(candidates.filter(isSure).map((c) => c.words[0])));
  const inArticle = sure.reduce((sum, heads) => sum + heads.size, 0);
  const places: Place[] = [];
  sentences.forEach((sentence, index) => {
    const here = setting.sentences[index] ?? setting.article;
    for (const [head, candidates] of Map.groupBy(found[index] ?? [], (c) => c.words[0])) {
      const own = sure[index]?.has(head) ? 1 : 0;
      const company = { sentence: (sure[index]?.size ?? 0) - own, article: inArticle - own };
      const readings = candidates.flatMap((candidate): Reading[] => {
        const traps = trapsOf(candidate, syntax, lexicon.traps, sentence.words[0], sentence.words[1]);
        // What is seldom an event, and wants an object that it has not, is none: no use in asking the classifier.
        if (candidate.sense.doubt === 2 && traps.some((t) => t.name === "unsupported")) return [];
        const around = {
          syntax,
          sentence,
          article: words.length < SHORT ? undefined : setting.article,
          here,
          traps,
          nouns: lexicon.nouns,
          company,
        };
        return [{ candidate, type: typeInContext(candidate, syntax), traps, here, features: triggerFeatures(candidate, around) }];
      });
      if (readings.length > 0) places.push({ head, sentence: index, readings });
    }
  });
  return { syntax, sentences, places: places.sort((a, b) => a.head - b.head) };
}

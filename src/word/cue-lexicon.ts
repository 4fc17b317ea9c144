import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import type { Word } from "../parse/layers.ts";
import type { AttributionKind, Factuality, SpeechAct } from "./layers.ts";

/** What the lexicon knows of one word that introduces a source. */
export interface CueEntry {
  readonly kind: AttributionKind;
  readonly act: SpeechAct;
  /** How firmly the source puts the content; absent where the act does not vouch for it. */
  readonly certainty?: Factuality["certainty"];
  /** "negative": the source says that the content is not so. */
  readonly polarity?: "negative";
  /** A noun that is itself named as the source: "the report said". */
  readonly source?: boolean;
}

/** The words that introduce a source, by lemma and word class. */
export interface CueLexicon {
  readonly verbs: ReadonlyMap<string, CueEntry>;
  readonly nouns: ReadonlyMap<string, CueEntry>;
  readonly words: ReadonlyMap<string, CueEntry>;
}

interface Row extends CueEntry {
  readonly verbs?: readonly string[];
  readonly nouns?: readonly string[];
  readonly words?: readonly string[];
}

const FOLDER = new URL("../../lexicon/attribution/", import.meta.url);

/** Reads `lexicon/attribution/{verbs,nouns,words}.yaml`. A word listed twice keeps its first entry. */
export function loadCueLexicon(folder: URL = FOLDER): CueLexicon {
  const read = (name: "verbs" | "nouns" | "words"): Map<string, CueEntry> => {
    const entries = new Map<string, CueEntry>();
    for (const row of load(readFileSync(new URL(`${name}.yaml`, folder), "utf8")) as readonly Row[])
      for (const word of row[name] ?? []) if (!entries.has(word)) entries.set(word, row);
    return entries;
  };
  return { verbs: read("verbs"), nouns: read("nouns"), words: read("words") };
}

/** The entry for a word as it stands, by its lemma and tag; undefined for a word that the lexicon does not list. */
export function cueEntry(lexicon: CueLexicon, word: Word): CueEntry | undefined {
  const lemma = word.lemma.toLowerCase();
  // Taggers take "according" for a verb as often as for a preposition.
  if (word.text.toLowerCase() === "according") return lexicon.words.get("according");
  switch (word.upos) {
    case "VERB":
    case "AUX":
      return lexicon.verbs.get(lemma);
    case "NOUN":
    case "PROPN":
      return lexicon.nouns.get(lemma);
    default:
      return lexicon.words.get(lemma) ?? lexicon.verbs.get(lemma);
  }
}

import { layer, type Span } from "../document/index.ts";

/** Universal POS tags, Universal Dependencies 2. */
export type Upos =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X";

/** The morphology that events need, with Universal Dependencies' feature names and values. Absent: does not apply or not known. */
export interface Morphology {
  readonly Tense?: "Past" | "Pres";
  readonly VerbForm?: "Fin" | "Inf" | "Part" | "Ger";
  readonly Voice?: "Pass";
  readonly Mood?: "Ind" | "Imp" | "Sub";
  readonly Number?: "Sing" | "Plur";
  readonly Person?: "1" | "2" | "3";
  readonly Degree?: "Pos" | "Cmp" | "Sup";
  readonly Polarity?: "Neg";
}

/**
 * One syntactic word of Universal Dependencies. Word indices are global: they count over the whole document, so `words[word.head]`
 * needs no sentence. A part of a multiword token ("don't" = "do" + "n't") has the span of its own characters.
 */
export interface Word {
  readonly index: number;
  readonly span: Span;
  /** The characters of the span. */
  readonly text: string;
  readonly lemma: string;
  readonly upos: Upos;
  /** Penn Treebank tag, as EWT and GUM use it. */
  readonly xpos: string;
  readonly morphology: Morphology;
  /** Global index of the head word; -1 for the root of the sentence. */
  readonly head: number;
  /** Universal Dependencies relation with its subtype: "nsubj:pass", "obl", "root". */
  readonly relation: string;
  /** Index into SENTENCES. */
  readonly sentence: number;
}

export interface Sentence {
  readonly span: Span;
  /** `[first, end)` of the sentence's words, as indices into WORDS. */
  readonly words: Span;
  /** Index of the paragraph, counted from 0: what blank lines or line breaks separate. */
  readonly paragraph: number;
  /** "heading": a title or a headline-like line without final stop; "dateline": the place-and-agency head of a dispatch. */
  readonly kind: "prose" | "heading" | "list" | "dateline";
}

export type EntityType =
  | "person"
  | "people"
  | "organization"
  | "armed group"
  | "military"
  | "police"
  | "government"
  | "state"
  | "nationality"
  | "international organization"
  | "media"
  | "place"
  | "facility"
  | "weapon"
  | "vehicle"
  | "platform"
  | "quantity"
  | "time"
  | "event"
  | "animal"
  | "object"
  | "abstract";

/** One mention of an entity: a name, a nominal ("the militia") or a pronoun. */
export interface Mention {
  readonly index: number;
  /** The whole noun phrase without relative clauses and trailing modifiers after a comma. */
  readonly span: Span;
  /** `[first, end)` of its words. */
  readonly words: Span;
  /** Index of the syntactic head among WORDS. */
  readonly head: number;
  /** The proper-name core of the phrase, if it has one: "Fuad Hussein" in "Iraqi Foreign Minister Fuad Hussein". */
  readonly name?: Span;
  readonly type: EntityType;
  readonly form: "name" | "nominal" | "pronoun";
  /** 0..1: how sure the recogniser is of the type. */
  readonly confidence: number;
}

/** Mentions of one identity in this document, in the order of the text; a mention that nothing joins is a chain of its own. */
export interface Chain {
  readonly index: number;
  /** Indices into MENTIONS. */
  readonly mentions: readonly number[];
}

export const WORDS = layer<readonly Word[]>("words");
export const SENTENCES = layer<readonly Sentence[]>("sentences");
export const MENTIONS = layer<readonly Mention[]>("mentions");
export const CHAINS = layer<readonly Chain[]>("chains");

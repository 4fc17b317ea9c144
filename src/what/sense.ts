import type { PloverType } from "./layers.ts";

/**
 * Where in the tree a participant stands, seen from the trigger; the notation is told in lexicon/events/README.md. `subj` of a passive is
 * its agent and `obj` its subject: slots are those of the active form. `obl:P` and `nmod:P` name the preposition.
 */
export type Slot =
  | "subj"
  | "obj"
  | "iobj"
  | "poss"
  | "amod"
  | "compound"
  | "light:subj"
  | "xcomp"
  | "ccomp"
  | "acl"
  | "advcl"
  | `obl:${string}`
  | `nmod:${string}`
  | `advcl:${string}`;

/** Which slots hold whom. Earlier slots are likelier. */
export interface Frame {
  readonly actor: readonly Slot[];
  readonly recipient: readonly Slot[];
  readonly instrument: readonly Slot[];
  /** The clause or phrase that says what is demanded, agreed, threatened, alleged. */
  readonly content: readonly Slot[];
  /** All who take part are actors: fighting, meetings. */
  readonly twoSided: boolean;
}

export type PartOfSpeech = "verb" | "noun" | "adjective";

/** An ACLED event type with its sub-event type. */
export interface Acled {
  readonly event: string;
  readonly subEvent: string;
}

/** How often the word is not an event: 0 hardly ever, 1 often (evidence is wanted), 2 mostly. */
export type Doubt = 0 | 1 | 2;

/** One word or phrase in one meaning. */
export interface EventSense {
  /** "attack.v", "air strike.n", "open fire.v"; when two types share a form, the later one is "strike.v:PROTEST". */
  readonly id: string;
  readonly pattern: Pattern;
  readonly partOfSpeech: PartOfSpeech;
  readonly type: PloverType;
  readonly mode?: string;
  readonly contexts: readonly string[];
  readonly acled?: Acled;
  readonly frame: Frame;
  readonly doubt: Doubt;
  /** "assault/bomb": file and group, the semantic class of the word. */
  readonly group: string;
  readonly hints: Hints;
  /** It stands in a user's own lexicon. */
  readonly own?: true;
}

export interface Hints {
  /** Objects or noun neighbours (lemmas) with which this is not the event. */
  readonly blocked: ReadonlySet<string>;
  /** When not empty: only with one of these lemmas as object or neighbour. */
  readonly objects: ReadonlySet<string>;
}

/** A lexicon form, taken apart. */
export interface Pattern {
  /** Alternatives of lemmas for each part: [["carry"], ["out"]]. */
  readonly parts: readonly (readonly string[])[];
  /** For each part but the first: whether any words but verbs may come before it. */
  readonly loose: readonly boolean[];
  /** Which part is the syntactic head. */
  readonly head: number;
}

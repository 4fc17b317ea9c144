import type { Document, Span } from "../document/index.ts";
import type { EntityType, Mention, Sentence, Word } from "../parse/index.ts";
import type { EventSense } from "../what/index.ts";
import type { Trigger } from "../what/layers.ts";
import type { Actor } from "./layers.ts";
import type { Tree } from "./tree.ts";

/** What finding participants looks at: a document's trees with what each word is said to be. */
export interface Scene {
  readonly document: Document;
  readonly tree: Tree;
  readonly sentences: readonly Sentence[];
  readonly triggers: readonly Trigger[];
  /** The trigger that a word belongs to, by the word's index. */
  readonly triggerAt: ReadonlyMap<number, Trigger>;
  /** The lexicon's sense of a trigger. */
  sense(trigger: Trigger): EventSense | undefined;
  mention(word: Word): Mention | undefined;
  /** Who is named at a word, if the identities know. */
  actor(word: Word): Actor | undefined;
  type(word: Word): EntityType;
  /** The characters of the participant whose head is this word, as a coder would quote it. */
  span(word: Word): Span;
  /** "the two leaders", "both sides": names nobody by itself. */
  isGroup(word: Word): boolean;
}

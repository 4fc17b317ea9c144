import type { Sentence, Word } from "../../parse/layers.ts";
import type { PloverType, Trigger } from "../../what/layers.ts";
import type { Window } from "../published.ts";
import type { Stretch } from "./stretch.ts";

/** One trigger with the time that its own sentence gives it, if any. */
export interface Telling {
  readonly trigger: Trigger;
  readonly head: number;
  readonly sentence: number;
  readonly own?: Stretch;
  readonly cost?: number;
  /** Its own time is that of the verb of saying above it. */
  readonly said?: boolean;
  /** Its sentence says a time that is none: "recently", "every Friday". */
  readonly vague: boolean;
}

export interface Told {
  readonly earliest?: string;
  readonly latest?: string;
  readonly time?: number;
  readonly confidence: number;
  readonly reason: string;
}

/** The document that the events are told in. */
export interface Story {
  readonly words: readonly Word[];
  readonly sentences: readonly Sentence[];
  readonly children: readonly (readonly number[])[];
  readonly window: Window | undefined;
  /** Lemmas of verbs that tell of an event that came before. */
  readonly tellsOf: ReadonlySet<string>;
}

/** What is done by saying it: with no time of its own it is done when the report of it is published. */
export const VERBAL: ReadonlySet<PloverType> = new Set([
  "ACCUSE",
  "REQUEST",
  "SUPPORT",
  "REJECT",
  "THREATEN",
  "AGREE",
  "CONSULT",
  "CONCEDE",
  "SANCTION",
]);

/** Nouns of what lasts for months: no day's news, and not done where the sentence before was. */
const LASTING = new Set([
  "war",
  "campaign",
  "conflict",
  "battle",
  "fight",
  "struggle",
  "insurgency",
  "effort",
  "siege",
  "blockade",
  "occupation",
  "cooperation",
  "partnership",
  "coordination",
  "alliance",
  "support",
  "defeat",
]);

export function lasts({ head }: Telling, { words }: Story): boolean {
  return words[head]!.upos === "NOUN" && LASTING.has(words[head]!.lemma);
}

import { layer, type Span } from "../document/index.ts";

/** What a source does with a content: asserts it, thinks it, perceives it; or wants, promises, asks about, judges or intends it. */
export type SpeechAct = "assert" | "think" | "perceive" | "direct" | "commit" | "ask" | "evaluate" | "intend";

/** Where a source stands towards the event that it speaks of. */
export type SourceStanding = "perpetrator" | "victim" | "denier" | "third party";

export type AttributionKind = "report" | "statement" | "claim" | "denial" | "accusation" | "opinion";

/** One act of saying or thinking in the text: who, by what word, what. PolNeAR's source, cue and content. */
export interface Attribution {
  readonly index: number;
  /** Absent for a source that is left unsaid ("was reported to have"). */
  readonly source?: Span;
  /** Global index of the source's syntactic head among WORDS. */
  readonly sourceHead?: number;
  readonly cue?: Span;
  /** One or more stretches: a quotation may run around its cue and over paragraphs. */
  readonly content: readonly Span[];
  readonly kind: AttributionKind;
  /** Index of the attribution whose content this one stands in. */
  readonly within?: number;
  readonly confidence: number;
  /** Global index of the cue's syntactic head among WORDS. */
  readonly cueHead?: number;
  /** Set on who was told and passed it on ("an officer told Reuters"): an outlet's report around the speaker's own words. */
  readonly relay?: true;
  /** What the source does with the content; absent where the lexicon does not know the cue. */
  readonly act?: SpeechAct;
}

/** On whose word an event stands: indices into ATTRIBUTIONS, outermost first; empty is the author's own voice. */
export interface EventSource {
  /** Index into TRIGGERS. */
  readonly trigger: number;
  readonly chain: readonly number[];
  /** For each link of the chain, the kind that it has for this event: a perpetrator's "said it attacked" is a claim, a victim's an accusation. */
  readonly kinds?: readonly AttributionKind[];
  /** For each link of the chain, where the source stands towards the event. */
  readonly standing?: readonly SourceStanding[];
  readonly reasons?: readonly string[];
}

export interface Factuality {
  /** As the innermost source puts it (FactBank). */
  readonly certainty: "certain" | "probable" | "possible" | "unknown";
  readonly polarity: "positive" | "negative";
  readonly reality: "occurred" | "ongoing" | "planned" | "threatened" | "hypothetical" | "demanded";
}

export interface EventFactuality extends Factuality {
  /** Index into TRIGGERS. */
  readonly trigger: number;
  readonly reasons: readonly string[];
}

export const ATTRIBUTIONS = layer<readonly Attribution[]>("attributions");
export const EVENT_SOURCES = layer<readonly EventSource[]>("event sources");
export const FACTUALITY = layer<readonly EventFactuality[]>("factuality");

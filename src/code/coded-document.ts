import type { Span, Warning } from "../document/index.ts";
import type { PloverType } from "../what/layers.ts";
import type { TimeExpression } from "../when/layers.ts";
import type { PlaceMention } from "../where/layers.ts";
import type { Actor, ActorKind } from "../who/layers.ts";
import type { AttributionKind, Factuality } from "../word/layers.ts";

/** What `dateline code` writes for one article: the contract that the archive, the API, the exports and the benchmarks read. */
export interface CodedDocument {
  readonly schema: "dateline/1";
  /** Version and content hashes: the same input and the same coder give the same bytes. */
  readonly coder: { readonly version: string; readonly models: string; readonly lexicon: string };
  readonly id: string;
  readonly url?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly authors?: readonly string[];
  readonly published?: string;
  readonly publishedFrom?: "input" | "metadata" | "text";
  readonly language: string;
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly times: readonly TimeExpression[];
  readonly places: readonly PlaceMention[];
  readonly actors: readonly Actor[];
  readonly events: readonly EventMention[];
  readonly warnings: readonly Warning[];
}

export interface EventMention {
  readonly id: string;
  readonly type: PloverType;
  readonly mode?: string;
  readonly contexts?: readonly string[];
  readonly acled?: { readonly event: string; readonly subEvent: string };
  readonly cameoRoot?: string;
  readonly trigger: { readonly span: Span; readonly text: string };
  /** Every trigger in this document that tells of the same event, the first one included. */
  readonly mentions: readonly Span[];
  readonly actors: readonly Argument[];
  readonly recipients: readonly Argument[];
  readonly instruments: readonly Argument[];
  readonly place?: { readonly ref: string };
  readonly time?: { readonly ref?: string; readonly earliest?: string; readonly latest?: string };
  readonly casualties?: Partial<Record<"killed" | "injured" | "abducted" | "detained" | "displaced", Count>>;
  /** Outermost first; empty is the author's own voice. */
  readonly attribution: readonly EventAttribution[];
  readonly factuality: Factuality;
  /** 0..1, calibrated: of mentions at 0.8, eight in ten are right. */
  readonly confidence: number;
  /** For `dateline explain`: the reasons behind each part, in sentences. */
  readonly why?: Readonly<Record<string, readonly string[]>>;
}

export interface Argument {
  readonly actor?: string;
  readonly place?: string;
  readonly span: Span;
  readonly text: string;
  readonly kind: ActorKind | "weapon";
  readonly confidence: number;
}

export interface Count {
  readonly low: number;
  readonly best: number;
  readonly high: number;
  readonly span: Span;
  readonly text: string;
  /** Actor id. */
  readonly of?: string;
}

export interface EventAttribution {
  readonly source: { readonly actor?: string; readonly span?: Span; readonly text: string };
  readonly cue?: { readonly span: Span; readonly text: string };
  readonly kind: AttributionKind;
}

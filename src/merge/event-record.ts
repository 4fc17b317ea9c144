import type { EventAttribution } from "../code/coded-document.ts";
import type { Span } from "../document/index.ts";
import type { Harm, PloverType } from "../what/layers.ts";
import type { ActorKind } from "../who/layers.ts";
import type { Factuality } from "../word/layers.ts";
import type { ArticlePrint } from "./article-print.ts";

/**
 * An event as people count it: what one report tells, or what many reports together tell. A mention that nothing was joined to is an
 * event with one report, so that tables, filters and exports need one shape only.
 */
export interface EventRecord {
  /** Stable over new reports, recoding and merging again. A single report's is its mention id: `document#event`. */
  readonly id: string;
  readonly type: PloverType;
  readonly mode?: string;
  readonly contexts?: readonly string[];
  readonly acled?: { readonly event: string; readonly subEvent: string };
  readonly cameoRoot?: string;
  readonly actors: readonly Participant[];
  readonly recipients: readonly Participant[];
  readonly instruments: readonly Participant[];
  readonly place?: RecordPlace;
  readonly time?: RecordTime;
  readonly casualties?: Partial<Record<Harm, RecordCount>>;
  readonly factuality: Factuality;
  /** 0..1, calibrated. */
  readonly confidence: number;
  /** Every report, the first to be published first. Never empty. */
  readonly reports: readonly Report[];
  /** Reports that are not copies of one another. */
  readonly independent: number;
  /** The named rule that chose between rival values; absent where there is one report and nothing to choose. */
  readonly policy?: string;
  /** Values that some reports give and that were not chosen. */
  readonly rivals?: readonly Rival[];
  /** Events this one belongs to or holds: a series and its members are linked, never merged. */
  readonly links?: readonly { readonly kind: "part of" | "has part" | "same episode"; readonly event: string }[];
  /** Why its reports were joined, in sentences. */
  readonly why?: readonly string[];
  /** What people decided of it as a whole. A rejected event is kept, so that the decision can be seen and taken back. */
  readonly review?: "accepted" | "rejected";
}

/** Characters that support a value: a span of the text of the document that `reports[report]` names. */
export interface Evidence {
  /** Index into the record's reports. */
  readonly report: number;
  readonly span: Span;
  readonly text: string;
}

export interface Participant {
  readonly name: string;
  readonly kind: ActorKind | "weapon";
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
  /** Id in the actor directory. */
  readonly known?: string;
  readonly role?: string;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

export interface RecordPlace {
  readonly name: string;
  /** WGS 84 degrees. */
  readonly latitude?: number;
  readonly longitude?: number;
  readonly radiusKm?: number;
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
  readonly admin1?: string;
  readonly featureCode?: string;
  readonly geonames?: number;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** ISO dates, both inclusive. */
export interface RecordTime {
  readonly earliest?: string;
  readonly latest?: string;
  /** Empty where only the tense and the date of publication say when. */
  readonly evidence: readonly Evidence[];
}

export interface RecordCount {
  readonly low: number;
  readonly best: number;
  readonly high: number;
  /** Who was counted, in the words of the report: the actor's name. */
  readonly of?: string;
  /** What each report says, in the order of the reports. */
  readonly says: readonly (Evidence & { readonly low: number; readonly best: number; readonly high: number })[];
}

/** One document's telling of the event. */
export interface Report {
  /** `document#event`. */
  readonly mention: string;
  readonly document: string;
  readonly url?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly language: string;
  /** The sentence that tells of it, and where it stands in the document's text. */
  readonly quote: string;
  readonly span: Span;
  readonly trigger: { readonly span: Span; readonly text: string };
  /** On whose word, outermost first; empty is the author's own voice. */
  readonly attribution: readonly EventAttribution[];
  readonly factuality: Factuality;
  /** 0..1. */
  readonly confidence: number;
  /** Version of the coder that read it. */
  readonly coder: string;
  /** The mention that this one is a copy of: the same wire story in another outlet. */
  readonly copyOf?: string;
  /** What merging compares of the whole article. */
  readonly print?: ArticlePrint;
}

/** A value that lost, with who gives it. */
export interface Rival {
  readonly field:
    | "type"
    | "actors"
    | "recipients"
    | "place"
    | "time"
    | "killed"
    | "injured"
    | "abducted"
    | "detained"
    | "displaced"
    | "reality";
  readonly value: string;
  /** Indices into the record's reports. */
  readonly reports: readonly number[];
}

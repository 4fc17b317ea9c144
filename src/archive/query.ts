import type { Harm, PloverType } from "../what/layers.ts";
import type { Factuality } from "../word/layers.ts";

/** What is counted and listed: what single documents tell, or the events that merging made of them. */
export type Unit = "mentions" | "events";

/** Which events are meant. Fields are joined by AND, the values of one field by OR; an absent field asks nothing. */
export interface EventFilter {
  readonly ids?: readonly string[];
  readonly types?: readonly PloverType[];
  readonly modes?: readonly string[];
  /** ACLED event types: "Battles", "Explosions/Remote violence". */
  readonly acled?: readonly string[];
  /** Who acts or is acted upon: part of a name, in any case, or an id of the actor directory. */
  readonly actors?: readonly string[];
  /** On whose word, or who published it: part of a name, in any case. */
  readonly sources?: readonly string[];
  /** Part of the name of a place or of its first-level division, in any case. */
  readonly places?: readonly string[];
  /** ISO 3166-1 alpha-3. */
  readonly countries?: readonly string[];
  /** WGS 84 degrees; a box whose west is greater than its east crosses the antimeridian. */
  readonly box?: readonly [west: number, south: number, east: number, north: number];
  readonly located?: boolean;
  /** ISO dates, inclusive: events whose earliest-to-latest overlaps. Events without a date are then left out. */
  readonly from?: string;
  readonly to?: string;
  /** Words in the telling sentence, the names and the place; "quoted phrases" and a final * are understood. */
  readonly words?: string;
  readonly certainty?: readonly Factuality["certainty"][];
  readonly reality?: readonly Factuality["reality"][];
  readonly polarity?: readonly Factuality["polarity"][];
  /** "own": the author's own voice; else the kind of the innermost attribution. */
  readonly voices?: readonly string[];
  /** People harmed, by the best figure: at least, at most. */
  readonly harm?: { readonly [kind in Harm]?: { readonly min?: number; readonly max?: number } };
  /** Whether the figures of the killed go apart: sources differ, or one gives a range. */
  readonly disputed?: boolean;
  readonly confidence?: { readonly min?: number; readonly max?: number };
  /** Ids of documents. */
  readonly documents?: readonly string[];
  /** What people decided: accepted, rejected, or nothing yet. */
  readonly review?: readonly ("accepted" | "rejected" | "open")[];
}

export type Sort = "time" | "published" | "killed" | "confidence" | "reports" | "added";

export interface EventQuery {
  readonly filter?: EventFilter;
  /** Default: time. */
  readonly sort?: Sort;
  /** Default: descending, the latest or greatest first; what is unknown comes last then. */
  readonly ascending?: boolean;
  /** 1..1000; default 50. */
  readonly limit?: number;
  /** From a page before; belongs to one sort and direction. */
  readonly cursor?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** All that match, over all pages. */
  readonly total: number;
  /** Absent on the last page. */
  readonly next?: string;
}

export const FACETS = [
  "type",
  "mode",
  "acled",
  "country",
  "place",
  "publisher",
  "certainty",
  "reality",
  "polarity",
  "voice",
  "actor",
  "source",
] as const;
export type Facet = (typeof FACETS)[number];

/** How many of the matching events have each value, the most frequent first. */
export type FacetCounts = { readonly [facet in Facet]?: readonly { readonly value: string; readonly count: number }[] };

/** One event as a dot on a map. */
export interface Point {
  readonly id: string;
  readonly type: PloverType;
  readonly latitude: number;
  readonly longitude: number;
  readonly radiusKm?: number;
  readonly killed?: number;
  readonly earliest?: string;
}

/** How many events begin in one stretch of the calendar. */
export interface Bin {
  /** First day of it, an ISO date. */
  readonly start: string;
  readonly type: PloverType;
  readonly count: number;
  readonly killed: number;
}

/** Events at one point of the map, counted. */
export interface PlaceCount {
  readonly name: string;
  readonly country?: string;
  readonly admin1?: string;
  readonly latitude: number;
  readonly longitude: number;
  /** The least precise of them. */
  readonly radiusKm?: number;
  readonly count: number;
  readonly killed: number;
}

/** In how many events one acts upon another. */
export interface Pair {
  readonly actor: string;
  readonly recipient: string;
  readonly count: number;
}

export interface ActorCount {
  readonly name: string;
  readonly known?: string;
  readonly kind: string;
  readonly country?: string;
  /** Events in which it acts, and in which it is acted upon. */
  readonly acts: number;
  readonly receives: number;
}

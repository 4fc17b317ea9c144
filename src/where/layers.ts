import { layer, type Span } from "../document/index.ts";

export interface PlaceCandidate {
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly score: number;
}

/** A mention of a place; resolved when it has coordinates. */
export interface PlaceMention {
  readonly id: string;
  readonly span: Span;
  readonly text: string;
  readonly name?: string;
  /** WGS 84 degrees. */
  readonly latitude?: number;
  readonly longitude?: number;
  /** "literal": where something is or happened; "associative": "French troops", "Baghdad said". */
  readonly use: "literal" | "associative";
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
  readonly admin1?: string;
  /** GeoNames feature code: PPL, PPLC, ADM1, PCLI, AIRB, … */
  readonly featureCode?: string;
  readonly geonames?: number;
  /** How far from the point it may be, in kilometres. */
  readonly radiusKm?: number;
  /** 0..1. */
  readonly confidence: number;
  /** The runners-up. */
  readonly candidates?: readonly PlaceCandidate[];
  readonly reasons?: readonly string[];
  /** ACLED geo-precision: 1 the exact town, 2 its area or a small region, 3 a larger region. */
  readonly geoPrecision?: 1 | 2 | 3;
  /** UCDP GED where_prec: 1 exact, 2 within about 25 km, 3 second-level division, 4 first-level, 5 fuzzy area, 6 country, 7 high seas. */
  readonly wherePrec?: 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** Where an event happened. */
export interface EventPlace {
  /** Index into TRIGGERS. */
  readonly trigger: number;
  /** Id of a place mention. */
  readonly place: string;
  readonly confidence: number;
  /** The words of its own sentence say nothing of a place: the story around it does. */
  readonly assumed?: boolean;
  readonly reasons: readonly string[];
}

export const PLACES = layer<readonly PlaceMention[]>("places");
/** Places that the text names in one breath and that some event happened in together; their spans cover those of their members. */
export const JOINED_PLACES = layer<readonly PlaceMention[]>("joined places");
export const EVENT_PLACES = layer<readonly EventPlace[]>("event places");

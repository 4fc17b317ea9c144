import { layer, type Span } from "../document/index.ts";
import type { Window } from "./published.ts";

/** A time expression with its TIMEX3 type and value (ISO-TimeML). */
export interface TimeExpression {
  readonly id: string;
  readonly span: Span;
  readonly text: string;
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  /** 2024-08-13, 2024-W32, P3D, PRESENT_REF, 2019-SU. */
  readonly value: string;
  /** ISO dates, both inclusive, when the expression names a stretch of the calendar. */
  readonly earliest?: string;
  readonly latest?: string;
  /** What a relative expression was resolved against: the date of publication or the id of another expression. */
  readonly anchor?: "published" | (string & {});
  /** Extended Date/Time Format level 1, for partial, uncertain and approximate dates. */
  readonly edtf?: string;
  readonly reasons?: readonly string[];
}

/** When an event happened. */
export interface EventTime {
  /** Index into TRIGGERS. */
  readonly trigger: number;
  /** Id of the time expression that says so; absent when only the tense and the date of publication do. */
  readonly time?: string;
  readonly earliest?: string;
  readonly latest?: string;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

/** The days on which the document may have been written, by its date of publication or, to the day, by its own words; absent when neither says. */
export const WRITTEN = layer<{ readonly window?: Window }>("written");
export const TIMES = layer<readonly TimeExpression[]>("times");
export const EVENT_TIMES = layer<readonly EventTime[]>("event times");

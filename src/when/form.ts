import type { Day, Interval } from "./calendar.ts";
import type { Grain } from "./grain.ts";
import type { Tokens } from "./tokens.ts";

export type TimeType = "DATE" | "TIME" | "DURATION" | "SET";
export type Tense = "past" | "present" | "future";

/** What a time expression was found to mean. */
export interface Meaning {
  readonly type: TimeType;
  /** TIMEX3. */
  readonly value: string;
  readonly interval?: Interval;
  readonly grain?: Grain;
  /** What it was resolved against: nothing (the words say it all), the date of publication, or the last date told. */
  readonly against?: "published" | "told";
  readonly approximate?: boolean;
  /** Named only to compare with: never what a later expression is counted from. */
  readonly aside?: boolean;
  /** A sentence for `dateline explain`. */
  readonly reason: string;
}

/** A date that the text has told. */
export interface ToldDate {
  readonly interval: Interval;
  readonly grain: Grain;
  /** It was the evening or night of that day. */
  readonly night: boolean;
}

/** What a form may look at when it is resolved. */
export interface Context {
  /** The day that the text was written on; where only a window is known, forms are resolved once at each of its ends. */
  readonly reference: Day;
  /** Of the verb that the expression depends on. */
  readonly tense: Tense | undefined;
  /** The last date told that has at most this grain's length and comes before the expression. */
  told(grain: Grain): ToldDate | undefined;
}

/** One time expression as a form reads it: where it ends, and how it is resolved. */
export interface Reading {
  /** Token index where it starts; where the reading was asked for, unless the form took in what stands before. */
  readonly start?: number;
  /** Token index after its last token. */
  readonly end: number;
  /** What the value looks like while the point of reference is unknown: "XXXX-WXX-2". */
  readonly open?: string;
  /** Does not depend on the day of writing: it can help to tell that day. */
  readonly absolute?: boolean;
  resolve(context: Context): Meaning | undefined;
}

/** One date form. `read` looks at the tokens from `i` on and answers at once when the first does not suit: it must not scan. */
export interface Form {
  readonly name: string;
  read(tokens: Tokens, i: number): Reading | undefined;
}

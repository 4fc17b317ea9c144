import type { Form, Meaning } from "../form.ts";
import { type NumberReading, readAmount } from "../number.ts";
import type { Tokens } from "../tokens.ts";
import type { Unit } from "../vocabulary.ts";

/** A length of time: "three days", "a two-hour meeting", "several years", "ten minutes", "weeks", "2 1/2 years", "a minute and a half". */
export const duration: Form = {
  name: "duration",
  read(tokens, i) {
    const span = readSpan(tokens, i);
    if (!span || isAge(tokens, i, span.end)) return undefined;
    // "a year-earlier loss": compared with another year
    if (tokens.word(span.end) === "-" && /^(earlier|ago)$/.test(tokens.word(span.end + 1))) return undefined;
    return { end: span.end, absolute: true, resolve: () => durationMeaning(span) };
  },
};

export interface SpanOfTime {
  readonly end: number;
  readonly unit: Unit;
  /** Absent: not a number ("several", "a few", the bare plural). */
  readonly amount?: number;
  /** Minutes, half units: added behind ("a minute and a half", "2 years and 3 months"). */
  readonly more?: SpanOfTime;
}

/** An amount and a unit. */
export function readSpan(tokens: Tokens, i: number): SpanOfTime | undefined {
  const bare = tokens.known(i);
  if (bare?.unit && bare.plural && bare.unit.code !== "WE" && bare.unit.name !== "night" && bare.unit.name !== "quarter") {
    if (tokens.glued(i) && tokens.word(i - 1) === "-") return undefined;
    // "on days when …", "weeks or months", "hundreds of years": no length of time by itself
    if (/^(on|of|or|and|no|these|those|their|his|her)$/.test(tokens.word(i - 1))) return undefined;
    return bare.unit.code.startsWith("T") && !/^(for|in|within|after|hours|of)$/.test(tokens.word(i - 1))
      ? undefined
      : { end: tokens.word(i + 1) === "-" && tokens.word(i + 2) === "long" ? i + 3 : i + 1, unit: bare.unit };
  }
  const amount = readAmount(tokens, i);
  if (!amount) return undefined;
  return readUnit(tokens, amount, i);
}

function readUnit(tokens: Tokens, amount: NumberReading, i: number): SpanOfTime | undefined {
  let j = amount.end;
  const hyphen = tokens.word(j) === "-" && tokens.glued(j);
  if (hyphen) j++;
  else j = tokens.skip(j, "more", "additional", "full", "long", "straight", "consecutive", "further", "whole", "to", "or");
  if (tokens.word(j - 1) === "to" || tokens.word(j - 1) === "or") {
    // "two to three weeks", "two or three days": the second amount carries the unit, the whole is one expression.
    const second = readAmount(tokens, j);
    if (!second) return undefined;
    const rest = readUnit(tokens, second, i);
    return rest && { ...rest, amount: amount.value };
  }
  const known = tokens.known(j);
  if (!known?.unit || known.unit.name === "weekend") return undefined;
  // "three quarters of its food", "a quarter of a mile": a share
  if (known.unit.name === "quarter" && tokens.word(j + 1) === "of") return undefined;
  // "60 Minutes": a title
  if (tokens.capitalised(j) && tokens.text[tokens.ends[j]! - 1]!.toLowerCase() === tokens.text[tokens.ends[j]! - 1]) return undefined;
  if (known.ordinal && !hyphen && amount.value !== undefined && tokens.word(j) === "second") return undefined;
  if (amount.value !== undefined && amount.value !== 1 && !known.plural && !hyphen && tokens.word(i) !== "half" && amount.value !== 0.5) {
    // "a two day rally": the unit stands before a noun
    const modifies =
      Number.isInteger(amount.value) &&
      amount.value > 1 &&
      /^\p{Ll}+$/u.test(tokens.text.slice(tokens.starts[j + 1], tokens.ends[j + 1])) &&
      !tokens.glued(i);
    if (
      Number.isInteger(amount.value) &&
      tokens.word(j + 1) !== "-" &&
      !(modifies && known.unit.name !== "second" && known.unit.name !== "quarter")
    )
      return undefined;
  }
  if (amount.value === undefined && !known.plural && !hyphen) return undefined;
  let end = j + 1;
  if (tokens.word(end) === "-" && tokens.glued(end) && tokens.word(end + 1) === "long") end += 2;
  if (
    tokens.word(end) === "or" &&
    /^(so|two|more)$/.test(tokens.word(end + 1)) &&
    tokens.known(end + 2)?.unit === undefined &&
    tokens.word(end + 2) !== "ago"
  )
    end += 2;
  const span: SpanOfTime = { end, unit: known.unit, amount: amount.value };
  if (tokens.word(end) === "and" && tokens.word(end + 1) === "a" && tokens.word(end + 2) === "half")
    return { ...span, end: end + 3, amount: (amount.value ?? 0) + 0.5 };
  return span;
}

/** "48 years old", "a 12-year-old": how old someone is, which is no time expression. */
export function isAge(tokens: Tokens, i: number, end: number): boolean {
  const j = tokens.skip(end, "-");
  if (/^(old|olds|age)$/.test(tokens.word(j))) return true;
  if (tokens.word(j) === "of" && tokens.word(j + 1) === "age") return true;
  return /^(aged|age)$/.test(tokens.word(i - 1));
}

/** ISO 8601 duration as TIMEX3 writes it: P3D, PT2H, PXY, P2Y6M, P20Y for two decades. */
export function durationValue({ unit, amount }: SpanOfTime): string {
  const time = unit.code.startsWith("T");
  const code = time ? unit.code.slice(1) : unit.code;
  const prefix = time ? "PT" : "P";
  if (amount === undefined) return unit.times === 100 ? "PXC" : unit.times === 10 ? "PXE" : `${prefix}X${code}`;
  const total = amount * unit.times;
  const whole = Math.floor(total);
  const half = total - whole === 0.5;
  if (!half) return `${prefix}${Number.isInteger(total) ? total : total.toFixed(1)}${code}`;
  const smaller: Record<string, string> = { Y: "6M", H: "30M", M: time ? "30S" : "15D", D: "T12H" };
  if (whole === 0) return code === "H" ? "PT30M" : code === "Y" ? "P6M" : code === "D" ? "PT12H" : `${prefix}0.5${code}`;
  return smaller[code] ? `${prefix}${whole}${code}${smaller[code]}` : `${prefix}${total}${code}`;
}

export function durationMeaning(span: SpanOfTime): Meaning {
  return { type: "DURATION", value: durationValue(span), reason: "a length of time" };
}

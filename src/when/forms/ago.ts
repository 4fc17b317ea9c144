import type { Context, Form, Meaning } from "../form.ts";
import { type Grain, move, unitAround, unitValue } from "../grain.ts";
import { durationMeaning, isAge, readSpan, type SpanOfTime } from "./duration.ts";

type Unit = Exclude<Grain, "season">;
const GRAIN: Record<string, Unit> = { D: "day", W: "week", M: "month", Q: "quarter", Y: "year" };

/** A distance from the day of writing ("two years ago", "a week from now") or from the last date told ("three days later", "a year earlier"). */
export const ago: Form = {
  name: "distance in time",
  read(tokens, i) {
    const span = readSpan(tokens, i);
    if (!span || isAge(tokens, i, span.end)) return undefined;
    const j = span.end;
    const word = tokens.word(j);
    if (word === "or" && tokens.word(j + 1) === "so" && tokens.word(j + 2) === "ago")
      return { end: j + 3, open: openOf(span), resolve: (context) => fromNow(span, -1, context, true) };
    if (word === "ago") return { end: j + 1, open: openOf(span), resolve: (context) => fromNow(span, -1, context, false) };
    if (word === "from" && /^(now|today)$/.test(tokens.word(j + 1)))
      return { end: j + 2, open: openOf(span), resolve: (context) => fromNow(span, 1, context, false) };
    if (word === "hence") return { end: j + 1, open: openOf(span), resolve: (context) => fromNow(span, 1, context, false) };
    if (word === "earlier" || word === "later" || (word === "before" && /^[.,;]?$/.test(tokens.word(j + 1)))) {
      const way = word === "later" ? 1 : -1;
      return { end: j + 1, open: openOf(span), resolve: (context) => fromTold(span, way, context) };
    }
    return undefined;
  },
};

function openOf(span: SpanOfTime): string {
  return { D: "XXXX-XX-XX", W: "XXXX-WXX", M: "XXXX-XX", Q: "XXXX-QX", Y: "XXXX" }[span.unit.code] ?? "XXXX-XX-XX";
}

function fromNow(span: SpanOfTime, way: -1 | 1, context: Context, approximate: boolean): Meaning | undefined {
  if (span.amount === undefined)
    return {
      type: "DATE",
      value: way < 0 ? "PAST_REF" : "FUTURE_REF",
      against: "published",
      reason: "an uncounted distance from the time of writing",
    };
  const quarter = span.unit.name === "year" ? context.told("quarter") : undefined;
  if (quarter && quarter.grain === "quarter" && span.amount === 1)
    return { ...at(span, move(quarter.interval.earliest, "year", way), "quarter", "told", false), aside: true };
  return distance(span, way, context.reference, "published", approximate);
}

function fromTold(span: SpanOfTime, way: -1 | 1, context: Context): Meaning | undefined {
  if (span.amount === undefined) return durationMeaning(span);
  const grain = GRAIN[span.unit.code];
  const quarter = grain === "year" ? context.told("quarter") : undefined;
  const told = quarter ?? context.told(grain === "year" ? "year" : grain === "month" ? "month" : "day");
  if (!told) return grain === "year" ? distance(span, way, context.reference, "published", true) : durationMeaning(span);
  if (grain === "year") {
    // "a year earlier" keeps the size of what it is compared with: a quarter's year earlier is a quarter.
    const day = move(told.interval.earliest, "year", way * Math.round(span.amount * span.unit.times));
    const size = told.grain === "quarter" || told.grain === "month" ? told.grain : "year";
    return { ...at(span, day, size, "told", false), aside: size !== "year" };
  }
  return distance(span, way, told.interval.earliest, "told", false);
}

function distance(span: SpanOfTime, way: -1 | 1, from: number, against: "published" | "told", approximate: boolean): Meaning | undefined {
  const amount = span.amount! * span.unit.times;
  if (amount > 100_000) return undefined;
  const grain = GRAIN[span.unit.code];
  if (!grain) return at(span, from + way * Math.floor((amount * (span.unit.code === "TH" ? 1 : 1 / 60)) / 24), "day", against, true);
  const whole = Math.floor(amount);
  let day = move(from, grain, way * whole);
  if (amount !== whole && (grain === "year" || grain === "month")) day = grain === "year" ? move(day, "month", way * 6) : day + way * 15;
  return at(span, day, amount !== whole && grain === "year" ? "month" : grain, against, approximate || amount !== whole);
}

function at(span: SpanOfTime, day: number, grain: Unit, against: "published" | "told", approximate: boolean): Meaning {
  return {
    type: "DATE",
    value: unitValue(day, grain),
    interval: unitAround(day, grain),
    grain,
    against,
    approximate: approximate || span.unit.times > 1,
    reason: against === "told" ? "counted from the last date told" : "counted from the day of writing",
  };
}

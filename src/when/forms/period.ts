import type { Context, Form, Meaning } from "../form.ts";
import { move } from "../grain.ts";
import { readAmount } from "../number.ts";
import type { Unit } from "../vocabulary.ts";
import { durationValue, type SpanOfTime } from "./duration.ts";

const UP_TO_NOW = new Set(["last", "past", "previous", "preceding", "recent"]);
const FROM_NOW = new Set(["next", "coming", "following", "upcoming"]);
const ORDINAL_PART = new Set(["first", "final", "early"]);

/** A stretch that ends or begins at the time of writing: "the past three months", "recent years", "the next few days", "the last twenty-four hours". */
export const period: Form = {
  name: "period",
  read(tokens, i) {
    let j = tokens.skip(i, "the", "these", "each");
    if (tokens.word(j - 1) === "each") j = tokens.skip(tokens.skip(j, "of"), "the");
    const way = tokens.word(j);
    const back = UP_TO_NOW.has(way);
    if (!back && !FROM_NOW.has(way) && !(j > i && ORDINAL_PART.has(way))) {
      // "the nine months": a stretch that the text has told before.
      if (tokens.word(i) !== "the") return undefined;
      if (tokens.known(j)?.plural && tokens.word(j + 1) === "ahead") {
        const ahead = unitAfter(tokens.known(j), j, undefined);
        return ahead && { end: ahead.end + 1, absolute: true, resolve: () => plain(ahead) };
      }
      const bare = readAmount(tokens, j);
      if (!bare || bare.value === undefined || /^(a|an)$/.test(tokens.word(j))) return undefined;
      const span = unitAfter(tokens.known(bare.end), bare.end, bare.value);
      if (!span || tokens.word(span.end) === "-") return undefined;
      return { end: span.end, absolute: true, resolve: () => plain(span) };
    }
    j++;
    const amount = readAmount(tokens, j);
    const known = tokens.known(amount?.end ?? j);
    const at = amount?.end ?? j;
    if (!known?.plural && !(amount && tokens.word(at) === "-")) return undefined;
    const counted = unitAfter(known, at, amount?.value);
    if (!counted) return undefined;
    const orSo = tokens.word(counted.end) === "or" && tokens.word(counted.end + 1) === "so";
    const span = orSo ? { ...counted, end: counted.end + 2 } : counted;
    const ordinal = ORDINAL_PART.has(way);
    if (ordinal) return { end: span.end, absolute: true, resolve: () => plain(span) };
    const ago = back ? -1 : 1;
    return { end: span.end, open: durationValue(span), resolve: (context) => stretch(span, ago, context) };
  },
};

function unitAfter(known: { unit?: Unit; plural?: boolean } | undefined, at: number, amount: number | undefined): SpanOfTime | undefined {
  if (!known?.unit || !known.plural || known.unit.code === "WE") return undefined;
  return { end: at + 1, unit: known.unit, amount };
}

function plain(span: SpanOfTime): Meaning {
  return { type: "DURATION", value: durationValue(span), reason: "a length of time" };
}

const GRAIN = { D: "day", W: "week", M: "month", Q: "quarter", Y: "year" } as const;

function stretch(span: SpanOfTime, way: -1 | 1, { reference }: Context): Meaning {
  const meaning: Meaning = {
    type: "DURATION",
    value: durationValue(span),
    against: "published",
    reason: way < 0 ? "a stretch up to the time of writing" : "a stretch from the time of writing on",
  };
  const { code, times } = span.unit;
  if (span.amount === undefined || span.amount > 5000) return { ...meaning, approximate: true };
  const grain = code in GRAIN ? GRAIN[code as keyof typeof GRAIN] : undefined;
  const far = grain
    ? move(reference, grain, way * Math.ceil(span.amount * times))
    : reference + way * Math.ceil(hours(code, span.amount) / 24);
  return { ...meaning, interval: way < 0 ? { earliest: far, latest: reference } : { earliest: reference, latest: far } };
}

function hours(code: string, amount: number): number {
  return code === "TH" ? amount : code === "TM" ? amount / 60 : amount / 3600;
}

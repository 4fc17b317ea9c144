import type { Interval } from "../calendar.ts";
import type { Context, Form, Meaning, Reading } from "../form.ts";
import type { Modifier } from "../vocabulary.ts";

const PLACE_IN: ReadonlySet<Modifier> = new Set(["START", "MID", "END", "BEFORE"]);

/** A modifier and what it modifies, as one expression: "early October", "mid-1996", "the end of 1990", "later this month", "nearly two years ago". */
export function modified(forms: readonly Form[]): Form {
  return {
    name: "modified",
    read(tokens, i) {
      const j = tokens.skip(i, "the");
      const found = tokens.lexicon.modifiers.at(tokens, i) ?? (j > i ? tokens.lexicon.modifiers.at(tokens, j) : undefined);
      if (!found || tokens.breaks(found.end)) return undefined;
      const modifier = found.value;
      // "over the past year": the preposition, not "more than"
      if (!PLACE_IN.has(modifier) && /^(the|this|these|that)$/.test(tokens.word(found.end))) return undefined;
      let best: { reading: Reading; form: Form } | undefined;
      for (const form of forms) {
        let reading = form.read(tokens, found.end);
        if (!reading && tokens.word(found.end) === "the") reading = form.read(tokens, found.end + 1);
        if (!reading && tokens.word(found.end) === "-") reading = form.read(tokens, found.end + 1);
        if (reading && (!best || reading.end > best.reading.end)) best = { reading, form };
      }
      if (!best || (best.reading.start ?? found.end) > found.end + 1) return undefined;
      const place = PLACE_IN.has(modifier);
      if (place && /^(duration|reference|repeated time|period)$/.test(best.form.name)) return undefined;
      if (!place && /^(reference|repeated time|weekday|relative day|relative unit|part of a day|quarter)$/.test(best.form.name))
        return undefined;
      const { reading } = best;
      return {
        end: reading.end,
        ...(reading.open ? { open: reading.open } : {}),
        ...(reading.absolute && modifier !== "BEFORE" ? { absolute: true } : {}),
        resolve: (context) => modify(reading.resolve(context), modifier, tokens.word(i), context),
      };
    },
  };
}

function modify(meaning: Meaning | undefined, modifier: Modifier, word: string, context: Context): Meaning | undefined {
  if (!meaning) return undefined;
  if (!PLACE_IN.has(modifier)) return modifier === "APPROX" || modifier === "LESS_THAN" ? { ...meaning, approximate: true } : meaning;
  if (!meaning.interval || meaning.grain === "day" || meaning.grain === undefined) return meaning;
  return { ...meaning, interval: part(meaning.interval, modifier, word, context) };
}

/** The third of a stretch that "early", "mid" and "late" name; "earlier this year" ends and "later this year" begins at the time of writing. */
function part({ earliest, latest }: Interval, modifier: Modifier, word: string, { reference }: Context): Interval {
  const within = reference > earliest && reference < latest;
  if (modifier === "BEFORE") return within ? { earliest, latest: reference } : { earliest, latest };
  if (word === "later") return within ? { earliest: reference, latest } : { earliest, latest };
  const third = Math.floor((latest - earliest + 1) / 3);
  if (modifier === "START") return { earliest, latest: Math.max(earliest, earliest + third - 1 + (third > 8 ? 0 : 0)) };
  if (modifier === "END") return { earliest: Math.min(latest, latest - third + 1), latest };
  return { earliest: earliest + third, latest: latest - third };
}

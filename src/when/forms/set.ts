import { pad } from "../calendar.ts";
import type { Form, Meaning } from "../form.ts";
import { readAmount, readOrdinal } from "../number.ts";
import { readMonth } from "./month.ts";
import { readWeekday } from "./weekday.ts";

/** A repeated time: "daily", "every month", "each Thursday", "each July", "$2 million a year", "twice a week", "Mondays", "every two weeks". */
export const set: Form = {
  name: "repeated time",
  read(tokens, i) {
    const known = tokens.known(i);
    if (known?.frequency) return { end: i + 1, absolute: true, resolve: () => setMeaning(known.frequency!) };
    if (known?.each) {
      const j = tokens.skip(i + 1, "other", "single");
      const ordinal = readOrdinal(tokens, j);
      const every = tokens.word(j - 1) === "other" ? 2 : (ordinal?.value ?? 1);
      const at = ordinal?.end ?? j;
      const unit = tokens.known(at);
      if (unit?.unit && !unit.plural && unit.unit.code !== "WE")
        return { end: at + 1, absolute: true, resolve: () => setMeaning(unitValue(unit.unit!.code, every * unit.unit!.times)) };
      if (unit?.daypart) return { end: at + 1, absolute: true, resolve: () => setMeaning(`XXXX-XX-XXT${unit.daypart}`) };
      if (unit?.season) return { end: at + 1, absolute: true, resolve: () => setMeaning(`XXXX-${unit.season}`) };
      const amount = readAmount(tokens, at);
      const plural = amount && tokens.known(amount.end);
      if (amount && plural?.unit && plural.plural)
        return { end: amount.end + 1, absolute: true, resolve: () => setMeaning(unitValue(plural.unit!.code, amount.value)) };
      const weekday = readWeekday(tokens, at);
      if (weekday) return { end: weekday.end, absolute: true, resolve: () => setMeaning(`XXXX-WXX-${weekday.weekday}`) };
      const month = readMonth(tokens, at, true);
      if (month) return { end: month.end, absolute: true, resolve: () => setMeaning(`XXXX-${pad(month.month, 2)}`) };
      return undefined;
    }
    if (known?.weekday && known.plural && tokens.capitalised(i) && tokens.word(i).endsWith("days"))
      return { end: i + 1, absolute: true, resolve: () => setMeaning(`XXXX-WXX-${known.weekday}`) };
    if (tokens.word(i) === "a" || tokens.word(i) === "per") {
      const unit = tokens.known(i + 1)?.unit;
      const next = tokens.word(i + 2);
      if (!unit || unit.times > 1 || tokens.known(i + 1)?.plural || /^(ago|later|earlier|before|after|from|or|and|old|[-])$/.test(next))
        return undefined;
      if (tokens.word(i) !== "per" && !isRate(tokens.word(i - 1), tokens.word(i - 2), tokens.digits(i - 1))) return undefined;
      return { end: i + 2, absolute: true, resolve: () => setMeaning(unitValue(unit.code, 1)) };
    }
    return undefined;
  },
};

const SHORT = new Set([
  "once",
  "twice",
  "times",
  "million",
  "billion",
  "thousand",
  "percent",
  "%",
  "dollars",
  "cents",
  "tons",
  "tonnes",
  "barrels",
  "people",
  "cases",
  "rate",
]);

/** "$2 million a year", "twice a week", "50,000 barrels a day": the unit is what the rate is counted by. */
function isRate(before: string, earlier: string, digits: boolean): boolean {
  return digits || SHORT.has(before) || SHORT.has(earlier);
}

function unitValue(code: string, amount: number | undefined): string {
  return code.startsWith("T") ? `PT${amount ?? "X"}${code.slice(1)}` : `P${amount ?? "X"}${code}`;
}

function setMeaning(value: string): Meaning {
  return { type: "SET", value, reason: "a time that comes again and again" };
}

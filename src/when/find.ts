import { dayOf, daysInMonth } from "./calendar.ts";
import type { Reading } from "./form.ts";
import { FORMS } from "./forms/index.ts";
import { dayMeaning, readDay } from "./forms/month-day.ts";
import type { Tokens } from "./tokens.ts";

export interface Found {
  /** Token indices, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly reading: Reading;
}

// Words that can open a form though the lexicon gives them no value of their own.
const OPENERS = new Set([
  "the",
  "a",
  "an",
  "these",
  "each",
  "noon",
  "midnight",
  "overnight",
  "fiscal",
  "early",
  "small",
  "wee",
  "predawn",
  "pre",
  "q",
  "half",
  "couple",
  "dozen",
  "recent",
  "next",
  "'",
  "’",
  "‘",
  "per",
  "year",
  "comparable",
  "dawn",
]);

/** Every time expression of a text, left to right, none overlapping another. One pass: each form looks at a few tokens only. */
export function findTimes(tokens: Tokens): Found[] {
  const found: Found[] = [];
  const { modifiers, references, holidays } = tokens.lexicon;
  for (let i = 0; i < tokens.length; ) {
    const word = tokens.word(i);
    const opens =
      tokens.known(i) !== undefined ||
      tokens.digits(i) ||
      OPENERS.has(word) ||
      modifiers.begins(word) ||
      references.begins(word) ||
      (holidays.begins(word) && tokens.capitalised(i));
    const best = opens ? longest(tokens, i) : undefined;
    if (!best) {
      i++;
      continue;
    }
    found.push(best);
    i = best.end;
    for (let next = listed(tokens, best, i); next; next = listed(tokens, best, i)) {
      found.push(next);
      i = next.end;
    }
  }
  return found;
}

function longest(tokens: Tokens, i: number): Found | undefined {
  let best: Found | undefined;
  for (const form of FORMS) {
    const reading = form.read(tokens, i);
    if (reading && (!best || reading.end > best.end)) best = { start: reading.start ?? i, end: reading.end, form: form.name, reading };
  }
  if (!best) return undefined;
  for (let k = best.start + 1; k < best.end; k++) if (tokens.breaks(k)) return undefined;
  return best;
}

/** "April 24 and 25", "March 3, 4 and 5": a day that shares the month of the date before it. */
function listed(tokens: Tokens, first: Found, i: number): Found | undefined {
  const open = first.reading.open;
  if (first.form !== "month and day" || !open || !/^XXXX-\d\d-\d\d$/.test(open)) return undefined;
  let j = i;
  while (/^(,|and|or|to|through|-|–|&)$/.test(tokens.word(j)) && j < i + 2) j++;
  if (j === i || (tokens.word(i) === "," && j === i + 1 && !/^(,|and|or)$/.test(tokens.word(j + 1)))) return undefined;
  const day = readDay(tokens, j);
  const month = Number(open.slice(5, 7));
  if (!day || day.day > daysInMonth(2000, month)) return undefined;
  const after = tokens.known(day.end);
  if (
    after?.unit ||
    after?.month ||
    after?.multiplier ||
    /^(%|percent|people|others)$/.test(tokens.word(day.end)) ||
    tokens.lexicon.counted.has(tokens.word(day.end))
  )
    return undefined;
  if (/^\p{Ll}/u.test(tokens.text.slice(tokens.starts[day.end] ?? tokens.text.length)) && /s$/.test(tokens.word(day.end)) && !day.ordinal)
    return undefined;
  const shared = `XXXX-${open.slice(5, 7)}-${String(day.day).padStart(2, "0")}`;
  return {
    start: j,
    end: day.end,
    form: first.form,
    reading: {
      end: day.end,
      open: shared,
      resolve: (context) => {
        const from = first.reading.resolve(context);
        if (!from?.interval) return undefined;
        const year = Number(from.value.slice(0, 4));
        return { ...dayMeaning(dayOf(year, month, day.day), "shares the month of the date before it"), against: "published" };
      },
    },
  };
}

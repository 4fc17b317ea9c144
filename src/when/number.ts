import type { Tokens } from "./tokens.ts";

export interface NumberReading {
  readonly end: number;
  /** Absent for an amount that is not a number: "several", "a few", "hundreds of". */
  readonly value?: number;
}

const ARTICLES = new Set(["a", "an"]);

/** A cardinal: "3", "2,500", "twenty-four", "a hundred and ten", "2 1/2", "two and a half", "a", "several", "a couple of". */
export function readAmount(tokens: Tokens, i: number): NumberReading | undefined {
  if (ARTICLES.has(tokens.word(i))) {
    const pair = tokens.word(i + 1) === "couple" ? tokens.skip(i + 2, "of") : 0;
    if (pair) return { end: pair, value: 2 };
    if (tokens.word(i + 1) === "dozen") return { end: i + 2, value: 12 };
    if (tokens.word(i + 1) === "half") return { end: tokens.skip(i + 2, "-"), value: 0.5 };
    if (tokens.word(i + 1) === "few" || tokens.word(i + 1) === "number") return { end: tokens.skip(i + 2, "of") };
    const big = readCardinal(tokens, i + 1, 1);
    if (big && tokens.known(i + 1)?.multiplier) return big;
    return { end: i + 1, value: 1 };
  }
  if (tokens.word(i) === "half" && ARTICLES.has(tokens.word(i + 1))) return { end: i + 2, value: 0.5 };
  if (tokens.known(i)?.vague) return { end: i + 1 };
  if (tokens.word(i) === "couple") return { end: tokens.skip(i + 1, "of"), value: 2 };
  if (tokens.word(i) === "dozen") return { end: i + 1, value: 12 };
  return readCardinal(tokens, i);
}

/** Digits or number words, with a fraction behind. */
export function readCardinal(tokens: Tokens, i: number, before?: number): NumberReading | undefined {
  let value = before;
  let end = i;
  let group = 0;
  if (value === undefined && tokens.digits(i)) {
    let digits = tokens.word(i);
    end = i + 1;
    while (tokens.word(end) === "," && tokens.glued(end) && tokens.glued(end + 1) && /^\d{3}$/.test(tokens.word(end + 1))) {
      digits += tokens.word(end + 1);
      end += 2;
    }
    if (digits.length > 12) return undefined;
    value = Number(digits);
    if (tokens.word(end) === "." && tokens.glued(end) && tokens.glued(end + 1) && tokens.digits(end + 1)) {
      value = Number(`${digits}.${tokens.word(end + 1).slice(0, 6)}`);
      end += 2;
    }
    const scale = tokens.known(end)?.multiplier;
    if (scale) {
      value *= scale;
      end++;
    }
  } else {
    group = value ?? 0;
    let total = 0;
    let some = value !== undefined;
    for (;;) {
      let j = end;
      if (some && (tokens.word(j) === "and" || tokens.word(j) === "-")) j++;
      const known = tokens.known(j);
      if (known?.cardinal !== undefined && known.unit === undefined) {
        if (some && group % 10 !== 0 && group < 100) break;
        if (some && group % 100 !== 0 && known.cardinal >= 10) break;
        if (some && group === 10) break;
        group += known.cardinal;
      } else if (known?.multiplier === 100 && j === end && some) group *= 100;
      else if (known?.multiplier === 1000 && j === end && some) {
        total += group * 1000;
        group = 0;
      } else break;
      some = true;
      end = j + 1;
    }
    if (!some || end === i) return undefined;
    value = total + group;
  }
  return { end: readFraction(tokens, end) ?? end, value: value! + (readFraction(tokens, end) ? 0.5 : 0) };
}

function readFraction(tokens: Tokens, i: number): number | undefined {
  if (tokens.word(i) === "½") return i + 1;
  const j = tokens.skip(i, "-");
  if (tokens.word(j) === "1" && tokens.word(j + 1) === "/" && tokens.word(j + 2) === "2") return j + 3;
  if (tokens.word(i) === "and" && tokens.word(i + 1) === "a" && tokens.word(i + 2) === "half") return i + 3;
  return undefined;
}

/** "third", "3rd", "twenty-first", "21st": the number and where it ends. */
export function readOrdinal(tokens: Tokens, i: number): { readonly end: number; readonly value: number } | undefined {
  const known = tokens.known(i);
  if (known?.ordinal !== undefined) return { end: i + 1, value: known.ordinal };
  if (tokens.digits(i) && tokens.glued(i + 1) && /^(st|nd|rd|th)$/.test(tokens.word(i + 1)))
    return { end: i + 2, value: tokens.integer(i) };
  if (known?.cardinal !== undefined && known.cardinal >= 20) {
    const j = tokens.skip(i + 1, "-");
    const unit = tokens.known(j)?.ordinal;
    if (unit !== undefined && unit < 10) return { end: j + 1, value: known.cardinal + unit };
  }
  return undefined;
}

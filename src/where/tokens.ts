/** A word of the surface text: letters and digits, without possessive "'s" and without hyphens. Offsets are UTF-16 code units. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  /** Begins with an upper-case letter. */
  readonly capital: boolean;
  /** Every letter is upper-case, and there are two or more. */
  readonly caps: boolean;
  /** First word of a sentence, a line or a quotation: its capital says nothing. */
  readonly initial: boolean;
}

const WORD = /(?:\p{Lu}\.){2,}|\p{Lu}\.\p{Lu}\p{Ll}{1,2}\.|[\p{L}\p{M}\p{N}]+(?:['’‘`][\p{L}\p{M}]+)*/gu;
const POSSESSIVE = /['’][sS]$/;
const MAX_TOKENS = 200_000;

/**
 * Splits text into words. Linear in the length of the text; what lies beyond 200,000 words is left out. Abbreviations of single letters
 * ("U.S.", "W.Va.") keep their stops.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    const whole = match[0];
    const word = whole.length > 2 && (whole.endsWith("s") || whole.endsWith("S")) ? whole.replace(POSSESSIVE, "") : whole;
    const start = match.index;
    const between = text.slice(last, start);
    const initial = tokens.length === 0 || (between !== " " && between !== "-" && /[.!?:;"“”\n•|]\s*["“‘'(]*$/.test(between.slice(-8)));
    const upper = word.toUpperCase();
    const lower = word.toLowerCase();
    const first = word.codePointAt(0)!;
    const letter = String.fromCodePoint(first);
    tokens.push({
      start,
      end: start + word.length,
      text: word,
      lower,
      capital: letter !== letter.toLowerCase(),
      caps: word.length > 1 && word === upper && word !== lower,
      initial,
    });
    last = start + match[0].length;
    if (tokens.length >= MAX_TOKENS) break;
  }
  return tokens;
}

/** Whether the text is written without lower case, as teletype news is: then a capital letter says nothing. */
export function isCaseless(tokens: readonly Token[]): boolean {
  let lower = 0;
  const seen = Math.min(tokens.length, 400);
  for (let i = 0; i < seen; i++) if (!tokens[i]!.capital && !/^\d/.test(tokens[i]!.text)) lower++;
  return seen > 8 && lower < seen * 0.08;
}

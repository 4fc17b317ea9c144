import { findTimes } from "./find.ts";
import type { TimeExpression } from "./layers.ts";
import { publishedWindow, type Window } from "./published.ts";
import { resolveTimes } from "./resolve.ts";
import { type Syntax, tenseBySyntax, tenseByWords } from "./tense.ts";
import { Tokens } from "./tokens.ts";
import { type TimeLexicon, timeLexicon } from "./vocabulary.ts";
import { narrowWindow } from "./window.ts";
import { writtenAround } from "./written.ts";

export interface ReadTimesOptions {
  /** ISO 8601, as precise as is known. */
  readonly published?: string;
  /** The parsed text: gives the tense of the verb that an expression depends on. Without it the words nearby must do. */
  readonly syntax?: Syntax;
  readonly lexicon?: TimeLexicon;
}

/** The time expressions of a text, with TIMEX3 values and, where they name a stretch of the calendar, ISO dates with both ends inclusive. */
export function readTimes(text: string, options: ReadTimesOptions = {}): TimeExpression[] {
  return readTimesAndWriting(text, options).times;
}

/** The time expressions of a text, and the days on which it may have been written where its publication date or its own words say so to the day. */
export function readTimesAndWriting(
  text: string,
  options: ReadTimesOptions = {},
): { readonly times: TimeExpression[]; readonly written: Window | undefined } {
  const tokens = new Tokens(text, options.lexicon ?? timeLexicon());
  const found = findTimes(tokens);
  const { syntax } = options;
  const tenses = found.map(({ start, end }) => {
    const governed = syntax && tenseBySyntax(syntax, tokens, tokens.starts[start]!, tokens.ends[end - 1]!);
    return governed === "none" ? undefined : (governed ?? tenseByWords(tokens, start, end));
  });
  const written = publishedWindow(options.published) ?? writtenAround(tokens, found, tenses);
  const window = narrowWindow(tokens, found, tenses, written);
  return { times: resolveTimes(tokens, found, tenses, window), written };
}

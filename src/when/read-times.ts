import { findTimes } from "./find.ts";
import type { TimeExpression } from "./layers.ts";
import { publishedWindow } from "./published.ts";
import { resolveTimes } from "./resolve.ts";
import { type Syntax, tenseBySyntax, tenseByWords } from "./tense.ts";
import { Tokens } from "./tokens.ts";
import { type TimeLexicon, timeLexicon } from "./vocabulary.ts";
import { narrowWindow } from "./window.ts";

export interface ReadTimesOptions {
  /** ISO 8601, as precise as is known. */
  readonly published?: string;
  /** The parsed text: gives the tense of the verb that an expression depends on. Without it the words nearby must do. */
  readonly syntax?: Syntax;
  readonly lexicon?: TimeLexicon;
}

/** The time expressions of a text, with TIMEX3 values and, where they name a stretch of the calendar, ISO dates with both ends inclusive. */
export function readTimes(text: string, options: ReadTimesOptions = {}): TimeExpression[] {
  const tokens = new Tokens(text, options.lexicon ?? timeLexicon());
  const found = findTimes(tokens);
  const { syntax } = options;
  const tenses = found.map(({ start, end }) => {
    const governed = syntax && tenseBySyntax(syntax, tokens, tokens.starts[start]!, tokens.ends[end - 1]!);
    return governed === "none" ? undefined : (governed ?? tenseByWords(tokens, start, end));
  });
  const window = narrowWindow(tokens, found, tenses, publishedWindow(options.published));
  return resolveTimes(tokens, found, tenses, window);
}

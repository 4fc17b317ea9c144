import { annotate, type Coder } from "../../src/code/index.ts";
import type { Joining } from "../../src/code/joining.ts";
import { loadMeans } from "../../src/code/means.ts";
import { comparison } from "../../src/code/pair-values.ts";
import { gatherTellings, type Telling } from "../../src/code/telling.ts";
import { overlaps, type Span } from "../../src/document/index.ts";
import { WORDS, type Word } from "../../src/parse/index.ts";
import type { CaseRow } from "../coded/article.ts";
import { documentOf } from "../coded/document-of.ts";
import type { Row } from "../learn/boosted.ts";

/** A text with what the coder finds told in it, and which of the gold events each telling tells of. */
export interface ToldText {
  readonly row: CaseRow;
  readonly tellings: readonly Telling[];
  /** Index of the gold event of each telling; -1 where it tells of none. */
  readonly events: readonly number[];
  readonly words: readonly Word[];
}

/** Annotates a coded article. */
export function told(row: CaseRow, coder: Coder): ToldText | undefined {
  const read = documentOf(row);
  if (read === undefined) return undefined;
  const document = annotate(read, coder);
  const tellings = gatherTellings(document, coder.lexicon);
  const quotes = row.events.map((e) => ({
    type: e.type,
    spans: e.quotes.flatMap((q, i) => found(document.source.text, q, e.triggers?.[i])),
  }));
  const events = tellings.map(({ trigger }) => {
    const fits = quotes.map((q) => (q.type === trigger.type ? Math.max(0, ...q.spans.map((s) => closeness(s, trigger.span))) : 0));
    const best = Math.max(...fits, 0);
    return best === 0 ? -1 : fits.indexOf(best);
  });
  return { row, tellings, events, words: document.get(WORDS) };
}

interface Quote {
  readonly span: Span;
  readonly trigger: Span | undefined;
}

function found(text: string, quote: string, trigger: string | undefined): Quote[] {
  const all: Quote[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const inside = trigger === undefined ? -1 : quote.indexOf(trigger);
    all.push({ span: [at, at + quote.length], trigger: inside < 0 ? undefined : [at + inside, at + inside + trigger!.length] });
  }
  return all;
}

/** 0 outside the quote, more for the word that the coder named, and for shorter quotes. */
const closeness = (quote: Quote, span: Span): number =>
  !overlaps(quote.span, span) ? 0 : (quote.trigger && overlaps(quote.trigger, span) ? 2 : 1) + 1 / (quote.span[1] - quote.span[0]);

/** Two tellings are described without the trees that learn from it. */
export const UNJOINED: Joining = { means: loadMeans(), pairs: { names: [], depth: 0, base: 0, trees: [] } };

/** The pairs of tellings of one type that both tell of a gold event, each with whether it is the same one. */
export function pairsOf({ tellings, events, words }: ToldText): readonly Row[] {
  const compare = comparison(tellings, words, UNJOINED);
  return tellings.flatMap((second, j) =>
    tellings
      .slice(0, j)
      .flatMap((first, i) =>
        events[i]! >= 0 && events[j]! >= 0 && first.trigger.type === second.trigger.type
          ? [{ values: compare(i, j), yes: events[i] === events[j] }]
          : [],
      ),
  );
}

/** Bounds that keep any input's cost in hand. Everything beyond one is refused or shortened, and said so. */

/** Largest single document, in bytes: a file, a page, a line of JSONL, a WARC record. 32 MiB is some five million words. */
export const MAX_DOCUMENT_BYTES = 32 * 1024 * 1024;

/** How many times its size compressed text may unpack to; real text packs to a tenth, a bomb to a thousandth. */
export const MAX_EXPANSION = 200;

/** Up to so many bytes anything may be unpacked, whatever it expands by. */
export const MIN_EXPANDED_BYTES = 64 * 1024 * 1024;

/** Longest text of one document that is coded, in UTF-16 code units (a long book chapter); a longer one is refused. */
export const MAX_TEXT_LENGTH = 2_000_000;

/** Deepest nesting of HTML elements kept; browsers stop at 512. Tags nested deeper are dropped and their text is kept. */
export const MAX_HTML_DEPTH = 160;

/** Most elements of a page that are looked at (the largest of 200 real pages had 4,000); the tags of further ones are dropped. */
export const MAX_HTML_ELEMENTS = 30_000;

/** Longest markup of a page, scripts and styles not counted, in UTF-16 code units; a page with more is refused. */
export const MAX_MARKUP_LENGTH = 4_000_000;

/** How many levels of lists and objects JSON-LD is followed into. */
export const MAX_JSON_DEPTH = 12;

/** How much of a text the language is told from, in UTF-16 code units. */
export const LANGUAGE_SAMPLE = 4_000;

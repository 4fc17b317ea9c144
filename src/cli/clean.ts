/** ECMA-48 escape sequences: CSI, OSC and the like with their terminators, and two-character ones. */
const SEQUENCES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\x9c]{0,4096}(?:\x07|\x1b\\|\x9c)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g;

/** Control characters, and those that turn the direction of a line around so that it reads as what it is not (CVE-2021-42574). */
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * A source's text as a terminal may be shown it: nothing in it can move the cursor, change colours, set the title or write to the
 * clipboard. Line breaks and tabs become spaces; lone surrogates become U+FFFD.
 */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(SEQUENCES, "")
    .replace(/[\t\n\r\u2028\u2029]+/g, " ")
    .replace(CONTROLS, "");
}

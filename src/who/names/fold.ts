import { withoutDiacritics } from "../../document/index.ts";

/** Every mark that stands for hamza, ayn, a glottal stop or a soft sign: they come and go between spellings of one name. */
const APOSTROPHES = /['’‘‛`´ʹʺʻʼʽʾʿˈ′]/g;

const ASCII = /^[\x20-\x7e]*$/;

/**
 * One word of a name without case, diacritics and apostrophes: "Katā'ib", "Kata’ib" and "kataib" fold to "kataib".
 * Different letters stay different; for transliteration see `skeleton`.
 */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower.includes("'") || lower.includes("`") ? lower.replace(APOSTROPHES, "") : lower;
  return withoutDiacritics(lower).replace(APOSTROPHES, "");
}

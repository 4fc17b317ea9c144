import { eld } from "./lazy.ts";
import { LANGUAGE_SAMPLE } from "./limits.ts";

/** The commonest words of English prose: in news text they are 30 to 45 per cent of all words, in other languages under 10. */
const ENGLISH = new Set(
  "the of and to in a that was for on said with is by at from as it were be has had an after who which have not are this".split(" "),
);

/** Below this share of `ENGLISH` words a text goes to the language detector. */
const ENGLISH_SHARE = 0.22;

/**
 * The language of a text as a BCP 47 tag; "und" when it cannot be told. English is told by its commonest words, so that the
 * detector (loaded in about half a second) is not needed for it.
 *
 * @param declared what the page says its language is; believed when the text alone does not tell.
 */
export function languageOf(text: string, declared?: string): { language: string; declared: boolean } {
  const sample = text.slice(0, LANGUAGE_SAMPLE);
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const common = words.filter((w) => ENGLISH.has(w)).length;
  if (words.length >= 12 && common >= words.length * ENGLISH_SHARE) return { language: "en", declared: false };
  const stated = primary(declared);
  if (sample.replace(/[^\p{L}]/gu, "").length < 24) return { language: stated ?? "und", declared: stated !== undefined };
  const told = eld().detect(sample.toWellFormed());
  if (told.language !== "" && told.isReliable()) return { language: told.language, declared: false };
  return { language: stated ?? "und", declared: stated !== undefined };
}

/** The primary subtag of a language tag: "en-US" is "en". None for what is no tag. */
function primary(tag: string | undefined): string | undefined {
  const found = /^\s*([a-z]{2,3})(?:[-_][a-z0-9-]{1,20})?\s*$/i.exec(tag ?? "");
  return found?.[1]?.toLowerCase();
}

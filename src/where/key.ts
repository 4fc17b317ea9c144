import { withoutDiacritics } from "../document/index.ts";

const ASCII_NAME = /^(?!(?:saint|sainte|mount|fort)$)[a-z]+$/;

/**
 * The form under which a place name is looked up: lower case, no diacritics, no apostrophes or full stops, hyphens as spaces,
 * "Saint" as "st". "Deir ez-Zor" and "Deir Ez Zor", "St. Louis" and "Saint Louis" have one key. Idempotent.
 */
export function placeKey(name: string): string {
  const lower = name.toLowerCase();
  if (ASCII_NAME.test(lower)) return lower;
  const key = withoutDiacritics(lower)
    .replace(/['’‘`´ʻʼʿʾ′.]+/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return key
    .replace(/\bsaint\b/g, "st")
    .replace(/\bsainte\b/g, "ste")
    .replace(/\bmount\b/g, "mt")
    .replace(/\bfort\b/g, "ft");
}

/** Countries (alpha-2) whose names are transliterated from Arabic script, so that they carry an article that newspapers drop. */
export const ARABIC_NAMES: ReadonlySet<string> = new Set(
  "IQ SY LB JO PS YE SA AE OM KW QA BH EG LY SD TN DZ MA IL MR SO DJ TD IR ML".split(" "),
);

/** Assimilated forms of the Arabic article, as transliterations write them before a noun. */
const ARTICLE = /^(?:al|el|ad|adh|an|ar|as|ash|at|az|ed|en|er|es|esh|et|ez) (?=\p{L}{3})/u;

/** A key without a leading Arabic article and without the final -h of "-ah": "ar raqqah" gives "raqqa". The key itself when it has neither. */
export function withoutArticle(key: string): string {
  const bare = key.replace(ARTICLE, "");
  return bare.length > 4 && bare.endsWith("ah") ? bare.slice(0, -1) : bare;
}

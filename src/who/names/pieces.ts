import type { Span } from "../../document/index.ts";
import { fold } from "./fold.ts";
import { givenName } from "./given-names.ts";

/** One word of a name as it stands in a text, with the keys by which names are compared. */
export interface Piece {
  readonly span: Span;
  readonly text: string;
  /** Folded, given names in one spelling; two tokens for "Abdulrahman" = "abd rahman"; empty for words that names are compared without. */
  readonly key: string;
  /** Whether it is the Arabic article: "al-", "el ", "ash-". */
  readonly article: boolean;
  /** Whether it begins with a capital (or is a number). */
  readonly capital: boolean;
  /** Whether "'s" or "'" follows. */
  readonly possessive: boolean;
  /** Whether only a hyphen, or nothing, stands between it and the next piece. */
  readonly joined: boolean;
  /** Whether a comma, stop, bracket or other break stands between it and the next piece: no name runs on over it. */
  readonly breaks: boolean;
}

const PIECE = /(?:\p{L}\.){2,}|(?:\p{L}\.)+\p{L}(?![\p{L}\p{M}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’‘‛`´ʹʻʼʽʾʿˈ′]*/gu;
const POSSESSIVE = /['’]s$/i;
const EDGE = /['’‘‛`´ʹʻʼʽʾʿˈ′]+$/;
const SUN_ARTICLES = new Set(["as", "ash", "an", "ar", "at", "ath", "ad", "adh", "az", "a", "es", "ed", "er", "en", "ez"]);
const ARTICLES = new Set(["al", "el", "ul", "il"]);

/** Whether this piece is the Arabic article before the next: "al-", "el ", "ash-Sh…". Without a hyphen only al, el and ul count. */
function isArticle(folded: string, text: string, end: number): boolean {
  if (ARTICLES.has(folded)) return true;
  if (!SUN_ARTICLES.has(folded) || text[end] !== "-") return false;
  const next = fold(text.slice(end + 1, end + 4));
  const assimilated = folded.slice(1);
  return assimilated.length > 0 && next.startsWith(assimilated);
}

/** The key of one folded word: given names in one spelling, "abdul-" apart from what follows it. */
function keyOf(folded: string): string {
  const known = givenName(folded);
  if (known !== undefined) return known;
  if (!folded.startsWith("abd")) return folded;
  if (/^abd[aeu]l$/.test(folded)) return "abd";
  const compound = /^abd[aeu](?:l|r(?=r)|s(?=s)|n(?=n))(?!lah$)([a-z]{4,})$/.exec(folded);
  return compound ? `abd ${givenName(compound[1]!) ?? compound[1]!}` : folded;
}

/** Whether a name may run on over what stands between two pieces. A stop ends it unless the piece is an abbreviation ("Lt. Gen."). */
function runsOn(gap: string, before: string): boolean {
  if (/^\s{0,8}$/.test(gap)) return !/\n\s*\n/.test(gap);
  if (!/^[-‐‑–/&. "“”']{1,3}$/.test(gap)) return false;
  return !gap.includes(".") || before.length <= 3;
}

/** Splits text into the pieces that names are made of. Linear in the text. */
export function pieces(text: string): Piece[] {
  const found: { text: string; start: number; end: number; possessive: boolean; next: number }[] = [];
  for (const match of text.matchAll(PIECE)) {
    let word = match[0];
    const next = match.index + word.length;
    word = word.replace(POSSESSIVE, "").replace(EDGE, "");
    if (word === "") continue;
    found.push({ text: word, start: match.index, end: match.index + word.length, possessive: word !== match[0], next });
  }
  return found.map((p, i): Piece => {
    const following = found[i + 1];
    const gap = following ? text.slice(p.next, Math.min(following.start, p.next + 12)) : "";
    const dotted = p.text.includes(".") ? p.text.replaceAll(".", "") : p.text;
    const folded = fold(dotted);
    const article = following !== undefined && isArticle(folded, text, p.end);
    const skipped = article || folded === "the";
    return {
      span: [p.start, p.end],
      text: p.text,
      article,
      key: skipped ? "" : keyOf(folded),
      capital: /^[\p{Lu}\p{Lt}\p{N}]/u.test(p.text),
      possessive: p.possessive,
      joined: following !== undefined && /^[-‐‑–]?$/.test(gap),
      breaks: following === undefined || !runsOn(gap, p.text),
    };
  });
}

/** The key of a whole name: the keys of its pieces in their order. */
export function nameKey(list: readonly Piece[]): string {
  let key = "";
  for (const piece of list) if (piece.key !== "") key = key === "" ? piece.key : `${key} ${piece.key}`;
  return key;
}

const SIMPLE = /^[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*$/;
const SUN = /(?:^|[ -])(?:a(?:sh?|n|r|th?|dh?|z)?|e[sdrnz])-/i;

/** The key of a name that stands alone, not in a text. The same as that of its pieces; quick, because thousands are made at the start. */
export function keyOfName(name: string): string {
  if (!SIMPLE.test(name) || (name.includes("-") && SUN.test(name))) return nameKey(pieces(name));
  const words = name.toLowerCase().split(/[ -]/);
  let key = "";
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word === "the" || (i < words.length - 1 && ARTICLES.has(word))) continue;
    const part = keyOf(word);
    key = key === "" ? part : `${key} ${part}`;
  }
  return key;
}

import type { Mention } from "../../parse/layers.ts";
import { fold, pieces } from "../names/index.ts";

/** Two mentions of which the text itself says that they name one: "the Quds Force (QF)", "Otoniel, also known as …". */
export interface AliasPair {
  readonly left: number;
  readonly right: number;
  readonly how: "bracketed" | "known as";
}

const KNOWN_AS =
  /^[\s,("“‘'–—-]{0,4}(?:(?:also|better|formerly|previously|otherwise|commonly|widely|locally|sometimes|then)\s+){0,2}(?:known|called|named|referred to|a\.?k\.?a\.?|aka|alias|nicknamed|dubbed)(?:\s+(?:as|by(?: its| the)? (?:acronym|initials|nom de guerre|alias)?))?\s{0,2}(?:the\s+)?["“‘']?$/i;
const OPENING = /^\s{0,2}\((?:or |the |["“])?$/i;

/** Whether letters are the initials of a name: "PMF" of "Popular Mobilization Forces"; small words may be left out. */
export function isAcronymOf(short: string, long: string): boolean {
  const letters = fold(short).replace(/[^a-z0-9]/g, "");
  if (letters.length < 2 || letters.length > 10) return false;
  const words = pieces(long).map((p) => fold(p.text));
  const small = new Set(["of", "the", "for", "and", "in", "de", "la", "el", "al", "on", "y", "del", "a"]);
  let at = 0;
  let used = 0;
  for (const word of words) {
    if (at < letters.length && word[0] === letters[at]) {
      at++;
      used++;
    } else if (!small.has(word)) return false;
  }
  return at === letters.length && used >= 2;
}

/** Finds the pairs. Linear in the mentions: each is held against the next few only. */
export function aliasPairs(text: string, mentions: readonly Mention[]): AliasPair[] {
  const found: AliasPair[] = [];
  for (let i = 0; i < mentions.length; i++) {
    const left = mentions[i]!;
    if (left.form === "pronoun") continue;
    for (let j = i + 1; j < Math.min(mentions.length, i + 5); j++) {
      const right = mentions[j]!;
      if (right.form !== "name" || right.span[0] < left.span[1]) continue;
      const between = text.slice(left.span[1], right.span[0]);
      if (between.length > 60) break;
      if (KNOWN_AS.test(between)) found.push({ left: i, right: j, how: "known as" });
      else if (OPENING.test(between) && /^["”’']?\s?[),;]/.test(text.slice(right.span[1], right.span[1] + 3)) && left.form === "name") {
        const inner = text.slice(right.span[0], right.span[1]);
        const outer = left.name ? text.slice(left.name[0], left.name[1]) : text.slice(left.span[0], left.span[1]);
        const short = /^[\p{Lu}\p{N}&.-]{2,10}s?$|^\p{Lu}\p{Ll}?\p{Lu}+$/u.test(inner);
        if (short ? left.type === right.type || isAcronymOf(inner, outer) : left.type === right.type && left.type !== "place")
          found.push({ left: i, right: j, how: "bracketed" });
      }
    }
  }
  return found;
}

/** Acronyms that the text introduces in brackets after a name: "Sudan Liberation Movement (SLM)", by the name's last character. */
export function introducedAcronyms(text: string): { readonly acronym: string; readonly at: number }[] {
  return [...text.matchAll(/(?<=[\p{L}\p{N}]) \((?:the )?["“]?([\p{Lu}\p{N}][\p{L}\p{N}&.-]{1,9})["”]?\)/gu)].map((m) => ({
    acronym: m[1]!,
    at: m.index,
  }));
}

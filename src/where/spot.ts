import type { Gazetteer, GazetteerHit } from "./gazetteer.ts";
import { isCountry } from "./gazetteer.ts";
import { ARABIC_NAMES, placeKey, withoutArticle } from "./key.ts";
import type { Token } from "./tokens.ts";

/** A stretch of text that a gazetteer knows as a name: not yet said to be a place. */
export interface Spot {
  /** `[first, last]` tokens, both inclusive. */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly hits: readonly GazetteerHit[];
}

const MAX_WORDS = 6;
const LINKS = new Set(
  "of the de la las los el al and e y du des del di da do dos das sur en le les bin ibn on upon in an ad ash as ar az at ez er es ed".split(
    " ",
  ),
);
const ARTICLES = new Set("al el an ad ash as ar az at ez er es ed".split(" "));
/** Capitalised words that are never meant as the villages of that name. */
const NEVER = new Set(
  "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun nato un mr mrs ms gop cia fbi opec monday tuesday wednesday thursday friday saturday sunday est edt cst cdt pst pdt mst gmt utc am pm car cdr".split(
    " ",
  ),
);
const SHORTENED = new Set("st ste ft mt pt w n s e gen".split(" "));

function joins(text: string, left: Token, right: Token): boolean {
  const gap = text.slice(left.end, right.start);
  return (
    gap === " " ||
    gap === "-" ||
    gap === "‑" ||
    gap === "–" ||
    (gap === ". " && SHORTENED.has(left.lower)) ||
    gap === "\u00a0" ||
    (gap === " \n" ? false : gap === ". " && left.text.length === 1)
  );
}

/** Abbreviations count only as they are written: with their stop or in capitals, and two-letter ones after a comma. */
function written(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
  hits: readonly GazetteerHit[],
): readonly GazetteerHit[] {
  const token = tokens[first]!;
  const single = first === last;
  if (!single) return hits;
  const stop = token.text.includes(".") || text[token.end] === ".";
  const afterComma = first > 0 && /^,\s{1,2}$/.test(text.slice(tokens[first - 1]!.end, token.start)) && tokens[first - 1]!.capital;
  return hits.filter((hit) => {
    if (hit.form !== "abbreviation") return !(token.text.length <= 3 && token.caps && hit.form === "name" && token.text.length <= 2);
    // Three-letter country codes are for look-up; news writes "DRC" and "UAE", which the lexicon gives.
    if (isCountry(hit.place.featureCode)) return token.caps || token.text.includes(".");
    const postal = token.text.length === 2 && token.caps;
    return postal ? afterComma : stop && (token.text.includes(".") || afterComma || token.text.length > 3);
  });
}

/** Finds names, the longest first at each place of the text; none overlap. `skip` turns a spot down and tries a shorter one. */
export function spotNames(text: string, tokens: readonly Token[], gazetteer: Gazetteer): Spot[] {
  const spots: Spot[] = [];
  let i = 0;
  while (i < tokens.length) {
    const token = tokens[i]!;
    const article =
      !token.capital &&
      ARTICLES.has(token.lower) &&
      i + 1 < tokens.length &&
      tokens[i + 1]!.capital &&
      text.slice(token.end, tokens[i + 1]!.start) === "-";
    if (!token.capital && !article) {
      i++;
      continue;
    }
    let reach = i;
    while (reach + 1 < tokens.length && reach - i + 1 < MAX_WORDS && joins(text, tokens[reach]!, tokens[reach + 1]!)) {
      const next = tokens[reach + 1]!;
      if (!next.capital && !LINKS.has(next.lower) && !/^\d/.test(next.text)) break;
      reach++;
    }
    const before = tokens[i - 1];
    const afterArticle =
      before !== undefined &&
      /^(?:al|el|ad|ash|as|an|ar|az|at)$/.test(before.lower) &&
      (before.capital || text[before.end] === "-") &&
      token.start - before.end === 1;
    let found: Spot | undefined;
    for (let last = reach; last >= i && !found; last--) {
      if (last > i && !tokens[last]!.capital && !/^\d/.test(tokens[last]!.text)) continue;
      const key = placeKey(text.slice(token.start, tokens[last]!.end));
      if (last === i && NEVER.has(key)) break;
      let hits = gazetteer.lookup(key);
      let used = key;
      if (hits.length === 0) {
        const bare = withoutArticle(key);
        if (bare !== key && bare.length > 3) {
          // "al-Kuwaiti" is a person; "al-Salem" is not Salem in Oregon.
          hits = gazetteer.lookup(bare).filter((hit) => hit.form !== "demonym" && ARABIC_NAMES.has(hit.place.country));
          used = bare;
        }
      }
      // "Al Salem" and "al-Amin" are not the Salem of Oregon.
      if (hits.length > 0 && afterArticle) hits = hits.filter((hit) => ARABIC_NAMES.has(hit.place.country) && hit.form !== "demonym");
      if (hits.length > 0) hits = written(text, tokens, i, last, hits);
      if (hits.length > 0) found = { first: i, last, start: token.start, end: tokens[last]!.end, key: used, hits };
    }
    if (found) spots.push(found);
    i = found ? found.last + 1 : i + 1;
  }
  return spots;
}

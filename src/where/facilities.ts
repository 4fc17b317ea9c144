import type { FacilityKind, PlaceKnowledge } from "./knowledge.ts";
import type { Token } from "./tokens.ts";

/** A name with a facility noun after it: "Shayrat air base". */
export interface FacilityName {
  readonly start: number;
  readonly end: number;
  /** End of the name without the noun. */
  readonly nameEnd: number;
  readonly kind: FacilityKind;
}

const MAX_NOUN_WORDS = 3;

/** The facility noun that follows a name ending at token `last`; the longest that the lexicon has. */
export function facilityNoun(
  tokens: readonly Token[],
  last: number,
  text: string,
  knows: PlaceKnowledge,
): { last: number; kind: FacilityKind } | undefined {
  let reach = last;
  let noun = "";
  let found: { last: number; kind: FacilityKind } | undefined;
  while (reach + 1 < tokens.length && reach - last < MAX_NOUN_WORDS) {
    const next = tokens[reach + 1]!;
    if (text.slice(tokens[reach]!.end, next.start) !== " ") break;
    reach++;
    noun = noun === "" ? next.lower : `${noun} ${next.lower}`;
    const kind = knows.facilities.get(noun);
    if (kind) found = { last: reach, kind };
  }
  return found;
}

/** Runs of capitalised words with a facility noun after them that start at no given spot: places that a gazetteer may not hold. */
export function unknownFacilities(
  tokens: readonly Token[],
  text: string,
  taken: (start: number, end: number) => boolean,
  knows: PlaceKnowledge,
): FacilityName[] {
  const found: FacilityName[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!tokens[i]!.capital || knows.facilities.has(tokens[i]!.lower) || knows.names.common.get(tokens[i]!.lower) === 3) continue;
    let last = i;
    while (last + 1 < tokens.length && last - i < 4) {
      const next = tokens[last + 1]!;
      const gap = text.slice(tokens[last]!.end, next.start);
      if ((gap !== " " && gap !== "-") || !(next.capital || next.lower === "al" || next.lower === "el") || knows.facilities.has(next.lower))
        break;
      last++;
    }
    const words = tokens.slice(i, last + 1);
    if (words.some((token) => token.caps || knows.names.common.get(token.lower) === 3)) continue;
    const noun = facilityNoun(tokens, last, text, knows);
    const [start, end] = [tokens[i]!.start, noun ? tokens[noun.last]!.end : 0];
    if (noun && tokens[last]!.capital && !taken(start, end)) {
      found.push({ start, end, nameEnd: tokens[last]!.end, kind: noun.kind });
      i = noun.last;
    } else i = last;
  }
  return found;
}

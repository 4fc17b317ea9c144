import { hash } from "./features.ts";
import { isCountry, isDivision, isSettlement } from "./gazetteer.ts";
import type { NameKnowledge } from "./names.ts";
import type { Spot } from "./spot.ts";
import { isCaseless, type Token } from "./tokens.ts";

/** Prepositions after which a name is most often a place. */
const LOCATIVE = new Set("in at near from to around outside inside across throughout toward towards into through via within".split(" "));
const SAYING = new Set("said says told added testified asked wrote replied".split(" "));

/** What kind of thing a name may be, by its most peopled reading. */
export function classOf(spot: Spot): string {
  let best = "other";
  let most = -1;
  for (const { place, form } of spot.hits) {
    const weight =
      place.population + (isCountry(place.featureCode) ? 1e9 : place.featureCode === "ADM1" ? 1e5 : 0) - (form === "name" ? 0 : 1);
    if (weight <= most) continue;
    most = weight;
    best =
      form === "demonym"
        ? "demonym"
        : form === "abbreviation"
          ? "abbreviation"
          : isCountry(place.featureCode)
            ? "country"
            : isDivision(place.featureCode)
              ? place.featureCode
              : isSettlement(place.featureCode)
                ? "settlement"
                : "feature";
  }
  return best;
}

/** What the whole text says about its names, gathered once. */
export interface TextEvidence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly spots: readonly Spot[];
  readonly caseless: boolean;
  /** Lower-cased words that the text uses as the last part of a person's name. */
  readonly surnames: ReadonlySet<string>;
  /** Keys that stand after a locative preposition, or before ", State", somewhere in the text. */
  readonly located: ReadonlySet<string>;
  readonly counts: ReadonlyMap<string, number>;
  /** Lower-cased words that this very text also writes in lower case. */
  readonly lowered: ReadonlySet<string>;
}

export function gatherEvidence(text: string, tokens: readonly Token[], spots: readonly Spot[], names: NameKnowledge): TextEvidence {
  const surnames = new Set<string>();
  const lowered = new Set<string>();
  const caseless = isCaseless(tokens);
  tokens.forEach((token, i) => {
    if (!token.capital) {
      lowered.add(token.lower);
      return;
    }
    const known = names.given.has(token.lower);
    if (!known && !names.titles.has(token.lower)) return;
    let last = i;
    while (last + 1 < tokens.length && last - i < 4) {
      const next = tokens[last + 1]!;
      const gap = text.slice(tokens[last]!.end, next.start);
      if (!next.capital || !(gap === " " || gap === "-" || (gap === ". " && tokens[last]!.text.length <= 4))) break;
      last++;
    }
    if (last > i) surnames.add(tokens[last]!.lower);
  });
  const located = new Set<string>();
  const counts = new Map<string, number>();
  spots.forEach((spot, i) => {
    counts.set(spot.key, (counts.get(spot.key) ?? 0) + 1);
    const before = tokens[spot.first - 1];
    const next = spots[i + 1];
    const comma = next !== undefined && next.start - spot.end <= 3 && /^, ?$/.test(text.slice(spot.end, next.start));
    if ((before && LOCATIVE.has(before.lower) && text.slice(before.end, spot.start).trim() === "") || comma) located.add(spot.key);
  });
  return { text, tokens, spots, caseless, surnames, located, counts, lowered };
}

function bucket(n: number): number {
  return n <= 0 ? 0 : Math.min(9, 1 + Math.floor(Math.log10(n)));
}

/** Hashed features of one spot: is it a place here? Every feature is something a reader could check on the page. */
export function spotFeatures(evidence: TextEvidence, index: number, names: NameKnowledge): number[] {
  const { text, tokens, spots } = evidence;
  const spot = spots[index]!;
  const word = (i: number) => tokens[i]?.lower ?? "";
  const first = tokens[spot.first]!;
  const single = spot.first === spot.last;
  const kind = classOf(spot);
  let population = 0;
  for (const { place } of spot.hits) if (place.population > population) population = place.population;
  const before = tokens[spot.first - 1];
  const after = tokens[spot.last + 1];
  const gapBefore = before ? text.slice(before.end, spot.start) : "^";
  const gapAfter = after ? text.slice(spot.end, after.start) : "$";
  const touchesBefore = gapBefore === " " || gapBefore === "-";
  const touchesAfter = gapAfter === " " || gapAfter === "-";
  const w1 = touchesBefore ? before!.lower : gapBefore.trim().slice(-1) || "¶";
  const w2 = before && touchesBefore ? word(spot.first - 2) : "";
  const v1 = touchesAfter ? after!.lower : gapAfter.trim().slice(0, 1) || "¶";
  const v2 = after && touchesAfter ? word(spot.last + 2) : "";
  const capBefore = touchesBefore && before!.capital && !before!.initial;
  const capBeforeAny = touchesBefore && before!.capital;
  const capAfter = touchesAfter && after!.capital;
  const previous = spots[index - 1];
  const next = spots[index + 1];
  const afterPlace = previous !== undefined && /^, ?$/.test(text.slice(previous.end, spot.start)) && previous.end + 3 > spot.start;
  const beforePlace = next !== undefined && next.start - spot.end < 4 && /^, ?$/.test(text.slice(spot.end, next.start));
  const common = single ? (names.common.get(first.lower) ?? 0) : 0;
  const surname = evidence.surnames.has(tokens[spot.last]!.lower);
  const given = single && names.given.has(first.lower);
  const located = evidence.located.has(spot.key);
  const f: number[] = [];
  const put = (feature: string) => f.push(hash(feature));
  put(`k ${kind}`);
  put(`kp ${kind} ${bucket(population)}`);
  put(`n ${bucket(spot.hits.length * 3)} ${single}`);
  put(`len ${spot.last - spot.first} ${kind}`);
  put(`w1 ${w1}`);
  put(`w1k ${w1} ${kind}`);
  put(`w21 ${w2} ${w1}`);
  put(`v1 ${v1}`);
  put(`v1k ${v1} ${kind}`);
  put(`v12 ${v1} ${v2}`);
  put(`wv ${w1} ${v1}`);
  put(`cb ${capBefore} ca ${capAfter} ${kind}`);
  put(`cba ${capBeforeAny} ${single}`);
  put(`gb ${touchesBefore && names.given.has(before!.lower)} ${kind}`);
  put(`tb ${touchesBefore && names.titles.has(before!.lower)} ${kind}`);
  put(`ini ${first.initial} c ${common} ${evidence.caseless}`);
  put(`low ${single && evidence.lowered.has(first.lower)} ${first.initial}`);
  put(`caps ${first.caps} ${single} ${kind} ${evidence.caseless}`);
  put(`sur ${surname} loc ${located} ${kind}`);
  put(`sur ${surname} cb ${capBefore} b ${bucket(population)}`);
  put(`giv ${given} ca ${capAfter} loc ${located}`);
  put(`say ${SAYING.has(v1)} ${kind} ${surname}`);
  put(`ap ${afterPlace} bp ${beforePlace} ${kind}`);
  put(`ct ${Math.min(4, evidence.counts.get(spot.key) ?? 0)} ${located}`);
  put(`lc ${LOCATIVE.has(w1)} ${kind} ${common}`);
  put(`cv ${common} ${capAfter} ${capBefore}`);
  put(`bp ${bucket(population)} c ${common} ${located}`);
  put(`form ${spot.hits.every((hit) => hit.form !== "name")} ${kind} ${common}`);
  if (capAfter) put(`suf ${after!.lower}`);
  if (touchesBefore) put(`s3 ${before!.lower.slice(-3)} ${before!.capital}`);
  if (touchesAfter) put(`t3 ${after!.lower.slice(-3)} ${after!.capital}`);
  return f;
}

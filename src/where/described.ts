import type { Span } from "../document/index.ts";
import type { PlaceMention } from "./layers.ts";

/** What a text may say that an unknown name is. Names of facilities are left to `facilities.ts`. */
const SETTLEMENT =
  "(?:towns?|villages?|city|hamlet|settlement|township|suburb|neighbou?rhood|quarter|district|area|locality|community|camp|outpost|stronghold)";
const NAME =
  "((?:\\p{Lu}[\\p{L}\\p{M}’'-]{2,30}|(?:[Aa]l|[Ee]l|[Aa]n|[Aa]r|[Aa]s|[Aa]t|[Aa]z)-\\p{Lu}[\\p{L}\\p{M}’'-]{1,30})(?: \\p{Lu}[\\p{L}\\p{M}’'-]{1,30}){0,2})";
/** "Daquq, a small town about 40 km south of " right before a known place. */
const EXPLAINED = new RegExp(
  `${NAME}, (?:a|an|the|which is a) (?:[\\p{Ll}-]{2,20} ){0,3}${SETTLEMENT} (?:[^.,;:!?\\n"“”()]{0,50} )?(?:of|near|in|outside|from|around|beside|within|between) (?:the )?(?:[\\p{Ll}-]{2,20} ){0,3}$`,
  "u",
);
/** "the village of Karsa, south of " right before a known place. */
const CALLED = new RegExp(
  `\\b${SETTLEMENT} of ${NAME},? (?:[^.,;:!?\\n"“”()]{0,50} )?(?:of|near|in|outside|from|around|beside) (?:the )?(?:[\\p{Ll}-]{2,20} ){0,3}$`,
  "u",
);
const WINDOW = 160;
const LEAST_RADIUS_KM = 15;
const MOST = 50;

/**
 * Names that no gazetteer holds, where the text itself says what and where they are: "Daquq, a town south of Kirkuk", "the village of Karsa,
 * near Homs". They stand at the point that the known place's mention has (the words before it are in that already), with a radius.
 */
export function describedPlaces(mentions: readonly Omit<PlaceMention, "id">[], text: string): Omit<PlaceMention, "id">[] {
  const found: Omit<PlaceMention, "id">[] = [];
  const named = new Set<string>();
  for (const mention of mentions) {
    if (mention.latitude === undefined || named.size >= MOST) continue;
    const from = Math.max(0, mention.span[0] - WINDOW);
    const before = text.slice(from, mention.span[0]);
    const match = EXPLAINED.exec(before) ?? CALLED.exec(before);
    const name = match?.[1];
    if (!match || name === undefined || named.has(name)) continue;
    const at = from + match.index + match[0].indexOf(name);
    if (overlaps([at, at + name.length], mentions)) continue;
    named.add(name);
    for (let i = text.indexOf(name); i >= 0; i = text.indexOf(name, i + name.length)) {
      const span: Span = [i, i + name.length];
      if (
        overlaps(span, mentions) ||
        overlaps(span, found) ||
        /[\p{L}\p{N}]/u.test(text[i - 1] ?? " ") ||
        /[\p{L}\p{N}]/u.test(text[span[1]] ?? " ")
      )
        continue;
      const { admin1, country, latitude, longitude, radiusKm, confidence } = mention;
      found.push({
        span,
        text: name,
        name,
        use: "literal",
        latitude,
        longitude: longitude!,
        ...(country === undefined ? {} : { country }),
        ...(admin1 === undefined ? {} : { admin1 }),
        featureCode: "PPL",
        radiusKm: Math.max(LEAST_RADIUS_KM, radiusKm ?? 0),
        geoPrecision: mention.geoPrecision === 3 ? 3 : 2,
        wherePrec: mention.wherePrec === 1 ? 2 : (mention.wherePrec ?? 2),
        confidence: Math.round(confidence * 600) / 1000,
        reasons: [`no gazetteer holds the name; the text puts it by ${mention.text}`],
      });
    }
  }
  return found;
}

function overlaps(span: Span, mentions: readonly { readonly span: Span }[]): boolean {
  return mentions.some((m) => m.span[0] < span[1] && span[0] < m.span[1]);
}

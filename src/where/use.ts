import { type GazetteerHit, isCountry } from "./gazetteer.ts";
import type { PlaceKnowledge } from "./knowledge.ts";
import type { Spot } from "./spot.ts";
import type { Token } from "./tokens.ts";

export interface Use {
  readonly use: "literal" | "associative";
  /** A sentence a person can read. */
  readonly reason: string;
}

const literal = (reason: string): Use => ({ use: "literal", reason });
const associative = (reason: string): Use => ({ use: "associative", reason });

/** Words between a preposition and a name: "in the northern Syrian city of", "in war-torn". */
const BETWEEN =
  /^(?:the|a|an|north|south|east|west|northern|southern|eastern|western|central|nearby|neighbou?ring|southwest|southeast|northwest|northeast|northwestern|northeastern|southwestern|southeastern|occupied|besieged|rebel|held|controlled|mainly|war|torn|downtown|upper|lower|greater|rural|coastal|mainland|former)$/;

const FUNCTION =
  /^(?:and|or|but|to|that|which|who|where|when|as|for|of|in|on|at|by|with|from|against|after|before|since|until|during|over|into|than|if|because|while|not|also|still|now|today|yesterday)$/;

/**
 * Whether a name says where something is ("in Mosul"), or whose it is ("Iraqi troops", "Baghdad said"). Countries, their divisions' rulers
 * and capitals act for governments; towns do not.
 */
export function tellUse(
  spot: Spot,
  hit: GazetteerHit,
  tokens: readonly Token[],
  text: string,
  nested: boolean,
  knows: PlaceKnowledge,
  previous?: { readonly end: number; readonly use: Use["use"] },
): Use {
  if (hit.form === "demonym") return associative(`“${text.slice(spot.start, spot.end)}” is a word for people or origin`);
  const code = hit.place.featureCode;
  const capital = spot.hits.some((h) => h.place.featureCode === "PPLC" && h.place.country === hit.place.country && code !== "PPLX");
  const rules = capital || isCountry(code) || code === "PPLC" || code === "CONT" || (code === "RGN" && hit.place.population === 0);
  let b = spot.first - 1;
  while (b >= 0 && spot.first - b < 5 && BETWEEN.test(tokens[b]!.lower) && text.slice(tokens[b]!.end, tokens[b + 1]!.start).length === 1)
    b--;
  const before = tokens[b];
  const joined = before !== undefined && /^[\s\u00a0]$/.test(text.slice(before.end, tokens[b + 1]!.start));
  const after = tokens[spot.last + 1];
  const gap = after ? text.slice(spot.end, after.start) : "";
  const next = after && /^(?:['’]s)?[ -]$/.test(gap) ? after.lower : "";
  const owned = /^['’]/.test(gap);
  if (next !== "" && gap === "-" && knows.whose.has(next)) return associative(`followed by “-${next}”`);
  if (next !== "" && knows.whose.has(next) && (rules || !(joined && knows.locative.has(before!.lower))))
    return associative(`followed by “${next}”`);
  if (joined && knows.locative.has(before!.lower)) return literal(`after “${before!.lower}”`);
  if (joined && knows.goneTo.has(before!.lower) && b === spot.first - 1) return literal(`after “${before!.lower}”`);
  if (joined && before!.lower === "of" && knows.partOf.has(tokens[b - 1]?.lower ?? ""))
    return literal(`after “${tokens[b - 1]!.lower} of”`);
  if (
    previous !== undefined &&
    spot.start - previous.end < 12 &&
    /^(?:,|,? and|,? or|, as well as)(?: the| in)? $/.test(text.slice(previous.end, spot.start))
  )
    return { use: previous.use, reason: "listed with the place before" };
  if (nested) return literal("named together with the place that holds it");
  if (!rules) return literal("a place that does not act as a government");
  if (owned) return associative("owns what follows");
  if (next !== "" && knows.acts.has(next)) return associative(`does what “${next}” says`);
  if (next !== "" && !/(?:[^s]s|ed)$/.test(next) && !FUNCTION.test(next)) return literal(`qualifies “${next}”`);
  if (joined && (knows.party.has(before!.lower) || before!.lower === "of")) return associative(`after “${before!.lower}”`);
  if (joined && before!.capital && !before!.initial) return associative("part of a longer name");
  const opens = before === undefined || text.slice(before.end, tokens[b + 1]!.start).includes("\n");
  return opens && next === "" ? literal("stands by itself") : associative("a country or a capital, with no word that says where");
}

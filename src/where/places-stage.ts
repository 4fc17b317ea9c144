import type { Document, Span, Stage } from "../document/index.ts";
import { bySpan } from "../document/index.ts";
import { type TextAlias, textAliases } from "./aliases.ts";
import { betterKnown } from "./better-known.ts";
import { borderPoints } from "./borders.ts";
import { capitalsMeant } from "./capitals.ts";
import { clusters } from "./cluster.ts";
import { describedPlaces } from "./described.ts";
import { distanceKm } from "./distance.ts";
import { facilityNoun, unknownFacilities } from "./facilities.ts";
import { probability } from "./features.ts";
import type { Gazetteer, GazetteerHit, GazetteerPlace } from "./gazetteer.ts";
import { isCountry, isSettlement } from "./gazetteer.ts";
import { outletHome } from "./home.ts";
import { placeKey } from "./key.ts";
import { loadPlaceKnowledge, type PlaceKnowledge } from "./knowledge.ts";
import { PLACES, type PlaceCandidate, type PlaceMention } from "./layers.ts";
import { leaveMisfitsOpen } from "./misfits.ts";
import { precisionOf, radiusOf } from "./precision.ts";
import { nestings, Scene } from "./rank.ts";
import { gatherEvidence, spotFeatures } from "./recognise.ts";
import { relativePoint } from "./relative.ts";
import { type Spot, spotNames } from "./spot.ts";
import { type Token, tokenize } from "./tokens.ts";
import { tellUse, type Use } from "./use.ts";

/** A name is taken for a place from this probability on: where precision and recall balanced in cross-validation. */
const THRESHOLD = 0.45;
const THRESHOLD_AFTER_VERB = 0.15;
const RUNNERS_UP = 4;
const FACILITY = /^(?:AIR|INSM|PRT|CMPRF|PSTB|PRN|HSP|UNIV|OILR|PS$|BDG|NAVB)/;
const round = (x: number) => Math.round(x * 1000) / 1000;

/** A common word amid words all in capitals ("SUPREME COURT HEARS") is that word, not the village of its name. */
function shouted(spot: Spot, tokens: readonly Token[], knows: PlaceKnowledge): boolean {
  const token = tokens[spot.first]!;
  return (
    spot.first === spot.last &&
    token.caps &&
    knows.names.common.has(token.lower) &&
    (tokens[spot.first - 1]?.caps === true || tokens[spot.last + 1]?.caps === true)
  );
}

const STREET = /^(?:street|avenue|boulevard|lane|drive)$/;
const TITLE = /^(?:dr|mr|mrs|ms|prof)$/;

/** "On Falcon Street", "Dr. Barnet Slepian", "the Red Cross": a street, a person and a body may bear the name of a town. */
function namesAnother(spot: Spot, tokens: readonly Token[], text: string, knows: PlaceKnowledge): boolean {
  const after = tokens[spot.last + 1];
  if (after?.capital === true && STREET.test(after.lower) && text.slice(spot.end, after.start) === " ") return true;
  const before = tokens[spot.first - 1];
  if (before !== undefined && TITLE.test(before.lower) && /^\.? $/.test(text.slice(before.end, tokens[spot.first]!.start))) return true;
  return knows.noPlaces.has(
    tokens
      .slice(spot.first, spot.last + 1)
      .map(({ lower }) => lower)
      .join(" "),
  );
}

/** "Militants shelled Daquq": what stands after such a verb and is nobody's name needs less to be taken for a place. */
function leastFor(spot: Spot, tokens: readonly Token[], knows: PlaceKnowledge): number {
  const before = tokens[spot.first - 1];
  const named = tokens.slice(spot.first, spot.last + 1).some(({ lower }) => knows.names.given.has(lower));
  return before !== undefined && !named && knows.doneToPlaces.has(before.lower) ? THRESHOLD_AFTER_VERB : THRESHOLD;
}

type Draft = Omit<PlaceMention, "id">;

function draft(
  gazetteer: Gazetteer,
  text: string,
  span: Span,
  place: GazetteerPlace,
  rest: Pick<PlaceMention, "use" | "confidence"> & Partial<PlaceMention>,
): Draft {
  const country = gazetteer.alpha3(place.country);
  const admin1 = place.featureCode === "ADM1" ? place.name : gazetteer.admin1Name(place.country, place.admin1);
  return {
    span,
    text: text.slice(span[0], span[1]),
    name: place.name,
    latitude: place.latitude,
    longitude: place.longitude,
    ...(country === undefined ? {} : { country }),
    ...(admin1 === undefined || isCountry(place.featureCode) ? {} : { admin1 }),
    featureCode: place.featureCode,
    ...(place.geonames === undefined ? {} : { geonames: place.geonames }),
    radiusKm: radiusOf(place),
    ...precisionOf(place, false),
    ...rest,
  };
}

/** Everything about one accepted spot that its mention is made of. */
interface Settled {
  readonly spot: Spot;
  readonly hit: GazetteerHit;
  readonly mention: Draft;
}

/** Words that say that a name is its division's and not its city's. */
const DIVISION = /^(?:province|provincial|governorate|region|state|oblast|district|prefecture|division)$/;
/** How far a city may be from the middle of the division of its name. */
const AROUND_KM = 100;

/** "In Aleppo": the city, unless a word says that the province of the name is meant. */
function cityOf(chosen: GazetteerPlace, candidates: readonly GazetteerHit[]): GazetteerPlace | undefined {
  if (chosen.featureCode !== "ADM1") return undefined;
  return candidates.find(
    ({ place: p }) =>
      isSettlement(p.featureCode) &&
      p.country === chosen.country &&
      p.name === chosen.name &&
      distanceKm(p.latitude, p.longitude, chosen.latitude, chosen.longitude) < AROUND_KM,
  )?.place;
}

function calledDivision(spot: Spot, tokens: readonly Token[], text: string): boolean {
  const after = tokens[spot.last + 1];
  const before = tokens[spot.first - 2];
  return (
    (after !== undefined && DIVISION.test(after.lower) && /^['’]?s? $/.test(text.slice(spot.end, after.start))) ||
    (before !== undefined && DIVISION.test(before.lower) && tokens[spot.first - 1]!.lower === "of")
  );
}

function settle(document: Document, gazetteer: Gazetteer, knows: PlaceKnowledge, tokens: readonly Token[]): Settled[] {
  const { text } = document;
  const all = spotNames(text, tokens, gazetteer);
  const evidence = gatherEvidence(text, tokens, all, knows.names);
  const sure = all.map((_, i) => probability(knows.recogniser, spotFeatures(evidence, i, knows.names)));
  const kept = all
    .map((_, i) => i)
    .filter(
      (i) =>
        sure[i]! >= leastFor(all[i]!, tokens, knows) && !shouted(all[i]!, tokens, knows) && !namesAnother(all[i]!, tokens, text, knows),
    );
  const spots = kept.map((i) => all[i]!);
  const found = clusters(spots, tokens, text);
  const home = outletHome(document.source, gazetteer, knows.outlets);
  const beliefs = new Scene(found, spots, text, home).resolve(knows.ranker);
  const inner = new Set(nestings(spots, text).map(([i]) => i));
  const picks = betterKnown(
    found.map(({ candidates }, c) => candidates[beliefs[c]!.indexOf(Math.max(...beliefs[c]!))]!),
    found.map(({ candidates }) => candidates),
    home,
    (c) => found[c]!.spots.some((s) => inner.has(s)),
  );
  const chosen = new Map<number, GazetteerHit>();
  found.forEach((cluster, c) => {
    for (const s of cluster.spots) chosen.set(s, picks[c]!);
  });
  const uses: Use[] = [];
  spots.forEach((spot, s) => {
    const previous = s > 0 ? { end: spots[s - 1]!.end, use: uses[s - 1]!.use } : undefined;
    uses.push(tellUse(spot, chosen.get(s)!, tokens, text, inner.has(s), knows, previous));
  });
  const settled: Settled[] = [];
  found.forEach((cluster, c) => {
    const p = beliefs[c]!;
    const hit = picks[c]!;
    const order = p
      .map((_, i) => i)
      .sort((a, b) => Number(cluster.candidates[b] === hit) - Number(cluster.candidates[a] === hit) || p[b]! - p[a]! || a - b);
    const city = cityOf(hit.place, cluster.candidates);
    const others: PlaceCandidate[] = order.slice(1, 1 + RUNNERS_UP).flatMap((i) => {
      const { place } = cluster.candidates[i]!;
      const country = gazetteer.alpha3(place.country);
      return country === undefined
        ? []
        : [{ name: place.name, country, latitude: place.latitude, longitude: place.longitude, score: round(p[i]!) }];
    });
    // A city and the province around it are one answer to "where".
    const belief = Math.min(
      1,
      p.reduce((sum, share, i) => {
        const { place } = cluster.candidates[i]!;
        const same =
          place.country === hit.place.country && distanceKm(place.latitude, place.longitude, hit.place.latitude, hit.place.longitude) < 60;
        return sum + (same ? share : 0);
      }, 0),
    );
    for (const s of cluster.spots) {
      const spot = spots[s]!;
      const { use, reason } = uses[s]!;
      const place = city && !calledDivision(spot, tokens, text) ? city : hit.place;
      const beside = use === "literal" ? relativePoint(text, spot.start, place) : undefined;
      const mention = draft(gazetteer, text, [spot.start, spot.end], place, {
        use,
        confidence: round(sure[kept[s]!]! * belief),
        ...(others.length === 0 ? {} : { candidates: others }),
        reasons: [
          `${use}: ${reason}`,
          ...(others.length === 0
            ? ["no other place of this name is known"]
            : [`most likely of ${cluster.candidates.length} by this name, at ${round(p[order[0]!]!)}`]),
          ...(beside ? [beside.reason] : []),
        ],
        ...(beside
          ? { latitude: beside.latitude, longitude: beside.longitude, radiusKm: beside.radiusKm, ...precisionOf(place, true) }
          : {}),
      });
      settled.push({ spot, hit, mention });
    }
  });
  return settled.sort((a, b) => bySpan(a.mention.span, b.mention.span));
}

/** "Shayrat" becomes "Shayrat air base" where that noun follows; a known facility of the longer name is preferred. */
function withFacilities(
  settled: readonly Settled[],
  gazetteer: Gazetteer,
  text: string,
  tokens: readonly Token[],
  knows: PlaceKnowledge,
): Draft[] {
  return settled.map(({ spot, hit, mention }) => {
    const facility = FACILITY.test(hit.place.featureCode);
    if (!(facility || isSettlement(hit.place.featureCode)) || mention.use !== "literal" || spot.last + 1 >= tokens.length) return mention;
    const noun = facilityNoun(tokens, spot.last, text, knows);
    if (!noun) return mention;
    const span: Span = [spot.start, tokens[noun.last]!.end];
    if (facility) return { ...mention, span, text: text.slice(span[0], span[1]) };
    const known = gazetteer
      .lookup(placeKey(text.slice(span[0], span[1])))
      .filter(({ place }) => distanceKm(place.latitude, place.longitude, hit.place.latitude, hit.place.longitude) < 60)[0];
    if (known)
      return draft(gazetteer, text, span, known.place, {
        use: "literal",
        confidence: mention.confidence,
        reasons: [...(mention.reasons ?? []), "a facility that the gazetteer holds"],
      });
    return {
      ...mention,
      span,
      text: text.slice(span[0], span[1]),
      featureCode: noun.kind.featureCode,
      radiusKm: noun.kind.km,
      geoPrecision: 1,
      wherePrec: 2,
      reasons: [...(mention.reasons ?? []), `a facility, at the point of ${hit.place.name}`],
    };
  });
}

/** Facilities that no gazetteer names lie near the place that the sentence names beside them. */
function nearbyFacilities(mentions: readonly Draft[], text: string, tokens: readonly Token[], knows: PlaceKnowledge): Draft[] {
  const taken = (start: number, end: number) => mentions.some((m) => m.span[0] < end && start < m.span[1]);
  return unknownFacilities(tokens, text, taken, knows).map(({ start, end, kind }) => {
    const sentence = {
      start: Math.max(text.lastIndexOf(". ", start), text.lastIndexOf("\n", start)),
      end: Math.min(...[text.indexOf(". ", end), text.indexOf("\n", end), text.length].filter((i) => i >= 0)),
    };
    const near = mentions
      .filter((m) => m.use === "literal" && m.latitude !== undefined && m.span[0] >= sentence.start && m.span[1] <= sentence.end)
      .sort((a, b) => (a.geoPrecision ?? 3) - (b.geoPrecision ?? 3) || Math.abs(a.span[0] - start) - Math.abs(b.span[0] - start))[0];
    const span: Span = [start, end];
    const base = { span, text: text.slice(start, end), use: "literal" as const, featureCode: kind.featureCode };
    if (!near) return { ...base, confidence: 0.3, reasons: ["a facility that no gazetteer names"] };
    const { latitude, longitude, country, admin1, radiusKm } = near;
    return {
      ...base,
      latitude: latitude!,
      longitude: longitude!,
      ...(country === undefined ? {} : { country }),
      ...(admin1 === undefined ? {} : { admin1 }),
      radiusKm: Math.max(30, radiusKm ?? 0),
      geoPrecision: near.geoPrecision === 3 ? 3 : 2,
      wherePrec: near.wherePrec === 1 ? 2 : (near.wherePrec ?? 2),
      confidence: round(near.confidence * 0.6),
      reasons: [`a facility that no gazetteer names, placed with ${near.text}`],
    };
  });
}

/** Mentions of names that the text itself explains ("also known as"). */
function explained(mentions: readonly Draft[], text: string, gazetteer: Gazetteer): Draft[] {
  const found: Draft[] = [];
  const seen = new Set<string>();
  const known = (key: string) => gazetteer.lookup(key).length > 0;
  for (const mention of mentions) {
    if (mention.latitude === undefined) continue;
    for (const { alias } of textAliases(text, mention.span[0], mention.span[1], known) satisfies TextAlias[]) {
      if (seen.has(alias) || seen.size > 50) continue;
      seen.add(alias);
      for (let i = text.indexOf(alias); i >= 0; i = text.indexOf(alias, i + alias.length)) {
        const span: Span = [i, i + alias.length];
        if ([...mentions, ...found].some((m) => m.span[0] < span[1] && span[0] < m.span[1])) continue;
        found.push({ ...mention, span, text: alias, use: "literal", reasons: [`the text gives it as another name of ${mention.text}`] });
      }
    }
  }
  return found;
}

/**
 * Finds the places of a text, resolves them against a gazetteer, and tells literal use ("in Mosul") from associative ("French troops").
 * Needs nothing but the text. Ids are "p1", "p2", … in the order of the text. Places that cannot be resolved have no coordinates.
 */
export function placesStage(gazetteer: Gazetteer, knows: PlaceKnowledge = loadPlaceKnowledge()): Stage {
  return {
    name: "places",
    needs: [],
    gives: [PLACES],
    run(document) {
      const { text } = document;
      const tokens = tokenize(text);
      const settled = settle(document, gazetteer, knows, tokens);
      const mentions = withFacilities(settled, gazetteer, text, tokens, knows);
      mentions.push(...nearbyFacilities(mentions, text, tokens, knows));
      mentions.push(...explained(mentions, text, gazetteer));
      mentions.push(...describedPlaces(mentions, text));
      mentions.push(...capitalsMeant(mentions, text, knows.capitals, gazetteer));
      mentions.sort((a, b) => bySpan(a.span, b.span));
      let last = -1;
      const places = mentions.filter((m) => {
        if (m.span[0] < last) return false;
        last = m.span[1];
        return true;
      });
      const populationOf = ({ name = "", latitude, longitude }: PlaceMention): number =>
        gazetteer
          .lookup(placeKey(name))
          .reduce((most, { place: p }) => (p.latitude === latitude && p.longitude === longitude ? Math.max(most, p.population) : most), 0);
      const numbered = places.map((mention, i) => ({ id: `p${i + 1}`, ...mention }));
      return document.with(PLACES, borderPoints(leaveMisfitsOpen(numbered, populationOf), text, knows.borders));
    },
  };
}

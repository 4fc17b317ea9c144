import { distanceKm } from "./distance.ts";
import { isCountry, isDivision } from "./gazetteer.ts";
import type { PlaceMention } from "./layers.ts";

/** What may stand between the members of a list of places: "Kenya and Tanzania", "in Kirkuk, in Mosul and in the Gaza Strip". */
const LINK = /^(,|,? and|,? or|,? as well as|,? &)(?: in| at| near| on)?(?: the| both)? $/;
/** "Nairobi, Kenya, and …": what holds a member may stand behind it. */
const HOLDER = /^, ?$/;
/** How far something "in" a member may be from its point, at most, in kilometres: a list of large countries says no less than "between them". */
const MOST = 300;

/** Countries, divisions, everything finer: only places of one size make a list. */
function size({ featureCode = "" }: PlaceMention): number {
  return isCountry(featureCode) ? 0 : isDivision(featureCode) ? 1 : 2;
}

/**
 * Places that the text names in one breath, "in Kenya and Tanzania": something told of all of them has a point between them and a radius
 * that covers them. Gives each list once, by the ids of its members; ids are "j1", "j2", … in the order of the text.
 */
export function joinedPlaces(places: readonly PlaceMention[], text: string): ReadonlyMap<string, PlaceMention> {
  const of = new Map<string, PlaceMention>();
  for (let i = 0; i < places.length; ) {
    const members = [places[i]!];
    let end = i;
    let and = false;
    while (usable(places[i]!)) {
      const last = members.at(-1)!;
      const holder = places[end + 1];
      const held =
        holder !== undefined &&
        HOLDER.test(text.slice(last.span[1], holder.span[0])) &&
        size(holder) < size(last) &&
        holder.country === last.country;
      const at = held ? end + 2 : end + 1;
      const next = places[at];
      const link =
        next &&
        LINK.exec(
          text
            .slice(places[at - 1]!.span[1], next.span[0])
            .replace(/\s+/g, " ")
            .replace(/^, ,/, ","),
        );
      if (!next || !link || !usable(next) || size(next) !== size(last) || next.name === last.name) break;
      and ||= link[1] !== ",";
      members.push(next);
      end = at;
    }
    if (and && members.length > 1) {
      const joined = between(members, text, `j${new Set(of.values()).size + 1}`);
      for (const { id } of members) of.set(id, joined);
    }
    i = end + 1;
  }
  return of;
}

const usable = (place: PlaceMention): boolean => place.use === "literal" && place.latitude !== undefined;

function between(members: readonly PlaceMention[], text: string, id: string): PlaceMention {
  const span = [members[0]!.span[0], members.at(-1)!.span[1]] as const;
  const { latitude, longitude } = centre(members);
  const radiusKm = Math.round(
    Math.max(...members.map((m) => distanceKm(latitude, longitude, m.latitude!, m.longitude!) + Math.min(MOST, m.radiusKm ?? 0))),
  );
  const countries = new Set(members.map(({ country }) => country));
  const [country] = countries;
  return {
    id,
    span,
    text: text.slice(...span),
    name: members.map(({ name, text: named }) => name ?? named).join(", "),
    latitude,
    longitude,
    use: "literal",
    ...(countries.size === 1 && country !== undefined ? { country } : {}),
    featureCode: "RGN",
    radiusKm,
    confidence: Math.min(...members.map(({ confidence }) => confidence)),
    geoPrecision: 3,
    wherePrec: countries.size === 1 ? 5 : 6,
    reasons: [`named together: the point between ${members.map((m) => m.text).join(", ")}`],
  };
}

/** The mean of points on the sphere. */
function centre(members: readonly PlaceMention[]): { readonly latitude: number; readonly longitude: number } {
  const radians = Math.PI / 180;
  let x = 0;
  let y = 0;
  let z = 0;
  for (const { latitude, longitude } of members) {
    const [phi, theta] = [latitude! * radians, longitude! * radians];
    x += Math.cos(phi) * Math.cos(theta);
    y += Math.cos(phi) * Math.sin(theta);
    z += Math.sin(phi);
  }
  const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4;
  return { latitude: round(Math.atan2(z, Math.hypot(x, y)) / radians), longitude: round(Math.atan2(y, x) / radians) };
}

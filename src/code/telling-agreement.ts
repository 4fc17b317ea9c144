import type { Word } from "../parse/layers.ts";
import { distanceKm, isCountry, type PlaceMention } from "../where/index.ts";
import type { Telling } from "./telling.ts";

/** Whether two lists of participants have one in common: the same identity, or the same words. */
export function share(a: Telling["actors"], b: Telling["actors"]): boolean {
  return a.some((x) =>
    b.some((y) => (x.actor !== undefined && x.actor === y.actor) || (x.span[0] === y.span[0] && x.span[1] === y.span[1])),
  );
}

/** Letters at the beginning that words of one root have in common. */
const ROOT = 4;

/** "Invaded" and "the invasion", "protest" and "protesters": different words of one class in the lexicon that begin alike. */
export function areKindred(first: Telling, second: Telling): boolean {
  const [a, b] = [first.head.lemma.toLowerCase(), second.head.lemma.toLowerCase()];
  return first.group === second.group && a !== b && a.length >= ROOT && a.slice(0, ROOT) === b.slice(0, ROOT);
}

const THINGS = new Set(["facility", "vehicle", "weapon", "other"]);
// A hotel and the people in it are hit by one bomb: only like is compared with like.
export const things = (list: Telling["recipients"]): Telling["recipients"] => list.filter(({ kind }) => THINGS.has(kind));
export const people = (list: Telling["recipients"]): Telling["recipients"] => list.filter(({ kind }) => !THINGS.has(kind));

/** Whether both lists name participants and none of them may be the same. */
export function differ(a: Telling["actors"], b: Telling["actors"], words: readonly Word[]): boolean {
  // Whom an unresolved "he" means is not known, and "Jolly" may be the "Terry Jolly" of before.
  const known = (list: Telling["actors"]) =>
    list.filter((x) => (x.actor !== undefined || words[x.head]?.upos !== "PRON") && !isTheTwo(x, words));
  const [x, y] = [known(a), known(b)];
  return x.length > 0 && y.length > 0 && !share(a, b) && !x.some((p) => y.some((q) => haveOneName(p, q, words)));
}

/** "The two leaders", "both sides": participants that stand for those named before. */
export function isTheTwo({ head, span }: Telling["actors"][number], words: readonly Word[]): boolean {
  const noun = words[head];
  if (noun?.upos !== "NOUN" || noun.morphology.Number !== "Plur") return false;
  for (let i = head - 1; i >= 0 && words[i]!.span[0] >= span[0]; i--) {
    const lemma = words[i]!.lemma.toLowerCase();
    if (lemma === "both") return true;
    if (lemma === "two") return /^(the|these|those)$/i.test(words[i - 1]?.text ?? "");
  }
  return false;
}

/** Whether two participants are named by the same last word of a name. */
function haveOneName(a: Telling["actors"][number], b: Telling["actors"][number], words: readonly Word[]): boolean {
  const nameOf = ({ head, span }: Telling["actors"][number]): string | undefined => {
    let name: string | undefined;
    for (let i = head; words[i] !== undefined && words[i]!.span[1] <= span[1]; i++) {
      if (words[i]!.upos === "PROPN") name = words[i]!.text;
      else if (words[i]!.text !== "-") break;
    }
    return name;
  };
  const name = nameOf(a);
  return name !== undefined && a.kind === b.kind && name === nameOf(b);
}

/** Places named together stretch over more than one country or over half of one. */
const WIDE_KM = 250;
const isWide = (place: PlaceMention): boolean => place.featureCode === "RGN" && (place.radiusKm ?? 0) > WIDE_KM;

/** Kilometres between the edges of two events' places; undefined where either has no point, or where one is a country that holds the other. */
export function distance(a: Telling, b: Telling): number | undefined {
  const p = a.place?.mention;
  const q = b.place?.mention;
  if (p?.latitude === undefined || p.longitude === undefined || q?.latitude === undefined || q.longitude === undefined) return undefined;
  // A country says neither that a town in it is the same place nor that it is another.
  if (p.country !== undefined && p.country === q.country && isCountry(p.featureCode ?? "") !== isCountry(q.featureCode ?? ""))
    return undefined;
  // Nor does a point between two countries: what is told of both may be another thing than what is told of one.
  if (p.id !== q.id && (isWide(p) || isWide(q))) return undefined;
  const apart = distanceKm(p.latitude, p.longitude, q.latitude, q.longitude);
  return Math.max(0, apart - (p.radiusKm ?? 0) - (q.radiusKm ?? 0));
}

/** Whether two times of a month at most share a day. */
export function timeRelation(a: Telling, b: Telling): "same" | "apart" | "unknown" {
  const [s, t] = [a.time, b.time];
  if (!s?.earliest || !s.latest || !t?.earliest || !t.latest) return "unknown";
  if (s.latest < t.earliest || t.latest < s.earliest) return "apart";
  const days = (x: typeof s): number => (Date.parse(x.latest!) - Date.parse(x.earliest!)) / 864e5;
  return days(s) <= 31 && days(t) <= 31 ? "same" : "unknown";
}

/** How far two times can be held against each other, 0..1: a day that the sentence says fully, one that only the story suggests hardly. */
export function trustInTimes(a: Telling, b: Telling): number {
  return Math.min(1, ((a.time?.confidence ?? 0) * (b.time?.confidence ?? 0)) / 0.56);
}

/** Whether two tellings count the same harm, and if so, whether their ranges meet. */
export function countRelation(a: Telling, b: Telling): "same" | "apart" | "unknown" {
  let relation: "same" | "apart" | "unknown" = "unknown";
  for (const x of a.casualties) {
    for (const y of b.casualties) {
      if (x.harm !== y.harm || x.best === 0 || y.best === 0) continue;
      if (x.low <= y.high && y.low <= x.high) return "same";
      relation = "apart";
    }
  }
  return relation;
}

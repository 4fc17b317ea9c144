import { headOf } from "./features.ts";
import type { Reading } from "./reading.ts";
import { highest, INCIDENT_ROLES, INCIDENT_TYPES, type Scores, sentencesOf } from "./scores.ts";

/** Wordings of one participant, the likeliest first, as a possible filler of a role. */
export interface Filler {
  /** Index of the role among INCIDENT_ROLES. */
  readonly role: number;
  /** Indices into the reading's candidates. */
  readonly wordings: readonly number[];
  /** What the ranker looks at, in the order of VALUE_NAMES. */
  readonly values: readonly number[];
}

/** Below this a wording is not looked at for a role. */
const FLOOR = 0.03;
const MENTION_TYPES = [
  "person",
  "people",
  "armed group",
  "organization",
  "military",
  "police",
  "government",
  "facility",
  "vehicle",
  "weapon",
  "place",
  "state",
  "abstract",
  "event",
  "object",
  "time",
  "nationality",
  "quantity",
];
const TYPES = INCIDENT_TYPES.slice(0, 5);

/** The names of the ranker's values, in order. */
export const VALUE_NAMES: readonly string[] = [
  ...INCIDENT_ROLES.map((r) => `is ${r}`),
  "likelihood",
  "sum over wordings",
  "second wording",
  "third wording",
  "rank",
  "behind the first",
  "share of the first",
  "document",
  "document's words",
  "sentence",
  "first sentence",
  ...TYPES.map((t) => `document ${t}`),
  ...TYPES.map((t) => `sentence ${t}`),
  "likeliest other role",
  ...INCIDENT_ROLES.map((r) => `best ${r}`),
  "rivals",
  "wordings",
  "words",
  "sentence number",
  "places",
  "name",
  "identity",
  "known identity",
  "arguments",
  "actor of violence",
  "recipient of violence",
  "head of a better one",
  "sentence of a better one",
  "rank of the sentence",
  ...MENTION_TYPES.map((t) => `type ${t}`),
];

/** What a wording is, apart from the models. */
interface Wording {
  readonly at: number;
  readonly key: string;
  readonly places: readonly (readonly [number, number])[];
  readonly sentences: readonly number[];
  readonly head: string;
  readonly type: string | undefined;
  readonly isName: boolean;
  readonly actor: string | undefined;
  readonly known: boolean;
  readonly arguments: readonly string[];
}

/** The possible fillers of all roles, with their values for the ranker: by role, the likeliest first. */
export function findFillers(reading: Reading, scores: Scores): readonly Filler[] {
  const memory = new Map<number, Wording>();
  const wordingAt = (at: number): Wording => {
    const known = memory.get(at) ?? wordingOf(reading, at);
    memory.set(at, known);
    return known;
  };
  const told = scores.sentences.map((p) => p[0]!).sort((a, b) => b - a);
  const tops = INCIDENT_ROLES.map((_, k) => highest(scores.candidates, k));
  return INCIDENT_ROLES.flatMap((_, role) => {
    const groups = groupsFor(role, scores, wordingAt);
    return groups.map((group, rank) => ({
      role,
      wordings: group.map((w) => w.at),
      values: valuesOf(scores, groups, role, rank, told, tops),
    }));
  });
}

function wordingOf(reading: Reading, at: number): Wording {
  const { key, places } = reading.candidates[at]!;
  const heads = places.slice(0, 6).map((p) => headOf(reading.words, p[0], p[1]));
  const mention = reading.mentionAt.get(heads[0]!.index);
  const actor = heads.map((h) => reading.actorAt.get(h.index)).find((a) => a !== undefined);
  const named = heads.flatMap((h) => reading.argumentsAt.get(h.index) ?? []);
  return {
    at,
    key,
    places,
    sentences: sentencesOf(reading, at),
    head: heads[0]!.lemma.toLowerCase(),
    type: mention?.type,
    isName: mention?.form === "name",
    actor: actor?.id,
    known: actor?.known !== undefined,
    arguments: [...new Set(named.map((a) => `${a.role} ${reading.triggers[a.trigger]!.type} ${a.trigger}`))],
  };
}

/** Puts wordings of one participant together: overlapping, one inside the other, of one identity, or initials of the other. */
function groupsFor(role: number, scores: Scores, wordingAt: (at: number) => Wording): readonly (readonly Wording[])[] {
  const likely = scores.candidates
    .map((p, at) => ({ at, p: p[role]! }))
    .filter((c) => c.p > FLOOR)
    .sort((a, b) => b.p - a.p || a.at - b.at)
    .slice(0, 200);
  const groups: Wording[][] = [];
  for (const { at } of likely) {
    const wording = wordingAt(at);
    const group = groups.find((g) => isSame(wording, g[0]!) || g.some((w) => overlap(w, wording)));
    if (group) group.push(wording);
    else groups.push([wording]);
  }
  return groups;
}

function isSame(a: Wording, b: Wording): boolean {
  return (
    ` ${a.key} `.includes(` ${b.key} `) ||
    ` ${b.key} `.includes(` ${a.key} `) ||
    (a.actor !== undefined && a.actor === b.actor) ||
    areInitials(a.key, b.key) ||
    areInitials(b.key, a.key)
  );
}

function overlap(a: Wording, b: Wording): boolean {
  return a.places.some((p) => b.places.some((q) => p[0] < q[1] && q[0] < p[1]));
}

function areInitials(short: string, long: string): boolean {
  const words = long.split(" ").filter((w) => !/^(?:of|the|for|and|de|la|del)$/.test(w));
  return short.length > 1 && words.length > 1 && words.map((w) => w[0]).join("") === short;
}

function valuesOf(
  scores: Scores,
  groups: readonly (readonly Wording[])[],
  role: number,
  rank: number,
  told: readonly number[],
  tops: readonly number[],
): readonly number[] {
  const group = groups[rank]!;
  const first = group[0]!;
  const likelihood = (w: Wording | undefined): number => (w ? scores.candidates[w.at]![role]! : 0);
  const own = likelihood(first);
  const best = likelihood(groups[0]![0]);
  const sentences = first.sentences.map((s) => scores.sentences[s]!);
  const sentence = highest(sentences, 0);
  const better = groups.slice(0, rank).map((g) => g[0]!);
  return [
    ...INCIDENT_ROLES.map((_, k) => Number(k === role)),
    own,
    group.reduce((total, w) => total + likelihood(w), 0),
    likelihood(group[1]),
    likelihood(group[2]),
    rank,
    best - own,
    own / best,
    scores.incidents[0]!,
    scores.document[0]!,
    sentence,
    sentences[0]![0]!,
    ...TYPES.map((_, i) => scores.incidents[i + 1]!),
    ...TYPES.map((_, i) => highest(sentences, i + 1)),
    Math.max(...scores.candidates[first.at]!.map((p, k) => (k === role ? 0 : p))),
    ...tops,
    groups.filter((g) => likelihood(g[0]) > 0.1).length,
    group.length,
    first.key.split(" ").length,
    first.sentences[0]!,
    first.places.length,
    Number(first.isName),
    Number(first.actor !== undefined),
    Number(first.known),
    first.arguments.length,
    first.arguments.filter((a) => a.startsWith("actor ASSAULT")).length,
    first.arguments.filter((a) => a.startsWith("recipient ASSAULT")).length,
    Number(better.some((w) => w.head === first.head)),
    Number(better.some((w) => w.sentences.some((s) => first.sentences.includes(s)))),
    told.indexOf(sentence),
    ...MENTION_TYPES.map((t) => Number(first.type === t)),
  ];
}

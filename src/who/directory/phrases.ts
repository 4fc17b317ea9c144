import type { Piece } from "../names/index.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryEntry } from "./entry.ts";
import type { Office } from "./offices.ts";
import { firstWord, lengthen } from "./posting.ts";
import type { Body, State } from "./states.ts";

/** A reference to a state in a phrase: its name, adjective or people. */
export interface StateReference {
  readonly state: State;
  readonly form: "name" | "demonym" | "people";
  readonly length: number;
}

const MAXIMUM = 6;

/** The longest reference to a state that begins at a piece. "Guinea" within "Equatorial Guinea" is not one, being shorter. */
export function stateAt(
  directory: Directory,
  list: readonly Piece[],
  at: number,
  accept: (p: Piece) => boolean,
): StateReference | undefined {
  const first = list[at];
  if (first?.article) {
    const after = stateAt(directory, list, at + 1, accept);
    return after && { ...after, length: after.length + 1 };
  }
  if (!first || first.key === "" || !accept(first) || directory.names.longest(firstWord(first.key)) === 0) return undefined;
  let found: StateReference | undefined;
  let key = "";
  for (let n = 0; n < MAXIMUM && at + n < list.length; n++) {
    const piece = list[at + n]!;
    if (n > 0 && (list[at + n - 1]!.breaks || list[at + n - 1]!.possessive)) break;
    if (piece.key !== "") key = key === "" ? piece.key : `${key} ${piece.key}`;
    for (const posting of directory.names.exact(key)) {
      const { entry, form } = posting;
      if (entry.kind !== "state" || form === "capital") continue;
      if (posting.article && !list[at - 1]?.article) continue;
      if (
        posting.form === "acronym" &&
        !list.slice(at, at + n + 1).every((p) => /^[\p{Lu}\p{N}.]+$/u.test(p.text) || /^\p{L}\./u.test(p.text))
      )
        continue;
      const state = directory.state(entry.countries[0]!);
      if (state && state.entry === entry) found = { state, form: form === "demonym" || form === "people" ? form : "name", length: n + 1 };
    }
  }
  return found;
}

/** Words that stand between a state's adjective and a body and change neither: "Syrian Arab army" is listed whole, "own" is not. */
const BETWEEN = new Set([
  "own",
  "entire",
  "new",
  "interim",
  "transitional",
  "occupying",
  "occupation",
  "elite",
  "senior",
  "top",
  "local",
  "main",
  "federal",
]);

/** The longest body of a state ("security forces", "officials") that begins at a piece. */
export function bodyAt(
  nominals: BodyNominals,
  list: readonly Piece[],
  at: number,
): { readonly body: Body; readonly length: number } | undefined {
  let from = at;
  while (from < list.length && from < at + 2 && BETWEEN.has(list[from]!.text.toLowerCase())) from++;
  let found: { body: Body; length: number } | undefined;
  let key = "";
  let most = MAXIMUM;
  for (let n = 0; n < most && from + n < list.length; n++) {
    const piece = list[from + n]!;
    const word = piece.text.toLowerCase();
    if (n === 0) most = Math.min(MAXIMUM, nominals.longest.get(word) ?? 0);
    key = key === "" ? word : `${key} ${word}`;
    const body = nominals.bodies.get(key);
    if (body) found = { body, length: from - at + n + 1 };
    if (piece.breaks) break;
  }
  return found;
}

/** Bodies by what they are called, and the words of the longest name that begins with a word. */
export interface BodyNominals {
  readonly bodies: ReadonlyMap<string, Body>;
  readonly longest: ReadonlyMap<string, number>;
}

/** Joins the nominals of every body into one table. */
export function bodyNominals(bodies: readonly Body[]): BodyNominals {
  const map = new Map<string, Body>();
  const longest = new Map<string, number>();
  for (const body of bodies)
    for (const nominal of body.nominals) {
      const key = nominal.replaceAll("-", " ");
      map.set(key, body);
      lengthen(longest, key);
    }
  return { bodies: map, longest };
}

const nominalsOf = new WeakMap<Directory, BodyNominals>();

/** The directory's table of bodies, joined once. */
export function directoryNominals(directory: Directory): BodyNominals {
  let map = nominalsOf.get(directory);
  if (!map) nominalsOf.set(directory, (map = bodyNominals(directory.bodies)));
  return map;
}

/** A phrase that names a body of a state or the holder of an office in it, by what the words say and not by a name. */
export interface Phrase {
  readonly length: number;
  /** The state or organization that it is of. */
  readonly of: DirectoryEntry;
  /** The body's entry, or the office holders' who fit the date. */
  readonly entries: readonly DirectoryEntry[];
  readonly office?: Office;
  readonly reason: string;
}

function officePhrase(
  directory: Directory,
  of: DirectoryEntry,
  offices: readonly Office[],
  length: number,
  date: string | undefined,
): Phrase | undefined {
  const fitting = offices.filter((o) => (o.of === undefined ? of.kind === "state" : o.of === of.id));
  for (const office of fitting) {
    const entries = directory.offices.holders(office.id, of.id, date);
    if (entries.length === 0) continue;
    const when = date === undefined ? "last known" : `in office in ${date.slice(0, 7)}`;
    return { length, of, entries, office, reason: `${office.name} of ${of.name}, ${when}` };
  }
  const office = fitting[0];
  return office && { length, of, entries: [], office, reason: `${office.name} of ${of.name}, holder not known` };
}

/** "UN chief", "EU foreign policy chief": an office of an organization whose name stands before it. */
function organizationOffice(
  directory: Directory,
  list: readonly Piece[],
  at: number,
  accept: (p: Piece) => boolean,
  date: string | undefined,
): Phrase | undefined {
  const first = list[at];
  if (!first || first.key === "" || !accept(first) || directory.names.longest(first.key) === 0) return undefined;
  let key = "";
  for (let n = 0; n < 4 && at + n + 1 < list.length && !list[at + n]!.breaks; n++) {
    const piece = list[at + n]!;
    if (piece.key !== "") key = key === "" ? piece.key : `${key} ${piece.key}`;
    const posting = directory.names
      .exact(key)
      .find((p) => directory.offices.offices.some((o) => o.of === p.entry.id) && p.entry.kind !== "state");
    const office = posting && directory.offices.at(list, at + n + 1);
    if (posting && office) return officePhrase(directory, posting.entry, office.offices, n + 1 + office.length, date);
    if (piece.possessive) return undefined;
  }
  return undefined;
}

/**
 * Reads a phrase that begins with a state ("Israeli security forces", "Iraq's prime minister") or ends with one ("government of Iraq",
 * "president of the United States").
 */
export function phraseAt(
  directory: Directory,
  list: readonly Piece[],
  at: number,
  accept: (p: Piece) => boolean,
  date?: string,
): Phrase | undefined {
  const nominals = directoryNominals(directory);
  const reference = stateAt(directory, list, at, accept);
  if (reference && reference.form !== "people") {
    const next = at + reference.length;
    if (next >= list.length || list[next - 1]!.breaks) return undefined;
    const office = directory.offices.at(list, next);
    const body = bodyAt(nominals, list, next);
    if (office && office.length >= (body?.length ?? 0))
      return officePhrase(directory, reference.state.entry, office.offices, reference.length + office.length, date);
    if (!body) return undefined;
    const entry = directory.get(`${reference.state.entry.id}/${body.body.id}`)!;
    const reason = `“${list
      .slice(next, next + body.length)
      .map((p) => p.text)
      .join(" ")}” of ${reference.state.entry.name}`;
    return { length: reference.length + body.length, of: reference.state.entry, entries: [entry], reason };
  }
  const within = organizationOffice(directory, list, at, accept, date);
  if (within) return within;
  const office = directory.offices.at(list, at);
  const body = office ? undefined : bodyAt(nominals, list, at);
  const taken = office?.length ?? body?.length ?? 0;
  if (taken === 0 || list[at + taken - 1]!.breaks || list[at + taken]?.text.toLowerCase() !== "of") return undefined;
  let from = at + taken + 1;
  if (list[from]?.key === "" && list[from]!.text.toLowerCase() === "the") from++;
  const after = stateAt(directory, list, from, accept);
  if (after?.form !== "name") return undefined;
  const length = from + after.length - at;
  if (office) return officePhrase(directory, after.state.entry, office.offices, length, date);
  const entry = directory.get(`${after.state.entry.id}/${body!.body.id}`)!;
  return { length, of: after.state.entry, entries: [entry], reason: `“${body!.body.title}” of ${after.state.entry.name}` };
}

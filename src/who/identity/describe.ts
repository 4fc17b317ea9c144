import type { Word } from "../../parse/layers.ts";
import { covers, type Directory, type DirectoryEntry } from "../directory/index.ts";
import type { Actor, ActorKind } from "../layers.ts";
import { pieces, titleAt } from "../names/index.ts";
import { KIND_OF_TYPE } from "./nouns.ts";
import type { Resolution } from "./resolve.ts";

/** An actor before its affiliations are known as ids of this document. */
export interface Described {
  readonly actor: Omit<Actor, "id" | "affiliations">;
  readonly entry?: DirectoryEntry;
  /** Entries that the text sets beside it: "Hezbollah" in "Hezbollah commander". */
  readonly around: readonly DirectoryEntry[];
}

/** Kinds whose country is that of those around them; who works for an international organization or a newspaper may come from anywhere. */
const TELLS_COUNTRY: ReadonlySet<ActorKind> = new Set(["state", "armed group", "military", "police", "government"]);

const PLURAL = new Set(["NNS", "NNPS"]);

function kindOf(members: readonly Resolution[], words: readonly Word[]): ActorKind | undefined {
  const votes = new Map<ActorKind, number>();
  for (const r of members) {
    if (r.mention.form === "pronoun" && members.length > 1) continue;
    let kind = r.kind ?? KIND_OF_TYPE[r.mention.type];
    if (kind === undefined) continue;
    const head = words[r.mention.head]!;
    if (r.people || (kind === "person" && r.core === undefined && PLURAL.has(head.xpos))) kind = "people";
    votes.set(kind, (votes.get(kind) ?? 0) + r.mention.confidence * (r.mention.form === "name" ? 2 : 1));
  }
  let best: ActorKind | undefined;
  for (const [kind, weight] of votes) if (best === undefined || weight > votes.get(best)!) best = kind;
  return best;
}

/** The longest name without titles and leading article; without any name, the longest description. */
function nameOf(members: readonly Resolution[]): string {
  const names = members.flatMap((r) => (r.core === undefined ? [] : [untitled(r.core)]));
  const candidates =
    names.length > 0 ? names : members.filter((r) => r.mention.form !== "pronoun").map((r) => r.text.replace(/^(?:the|an?)\s+/i, ""));
  return candidates
    .reduce((best, name) => (name.length > best.length ? name : best), candidates[0] ?? members[0]!.text)
    .replace(/\s+/g, " ");
}

function untitled(name: string): string {
  const list = pieces(name);
  let at = 0;
  for (let title = titleAt(list, at); title && at + title.length < list.length; title = titleAt(list, at)) at += title.length;
  return at === 0 ? name.replace(/^the\s+/i, "") : name.slice(list[at]!.span[0]);
}

/** The office that the directory knows a person to have held then, where the text gives none. */
function officeThen(
  directory: Directory,
  entry: DirectoryEntry,
  members: readonly Resolution[],
  date: string | undefined,
): string | undefined {
  const written =
    members.find((r) => r.role !== undefined && r.core === undefined)?.role ?? members.find((r) => r.role !== undefined)?.role;
  if (written !== undefined || date === undefined) return written;
  const tenure = (entry.tenures ?? []).find((t) => covers(t.from, t.to, date));
  return tenure && directory.offices.offices.find((o) => o.id === tenure.office)?.name;
}

/** Everything but the ids: name, kind, country, role, mentions. Undefined when it is nothing that acts. */
export function describe(
  directory: Directory,
  members: readonly Resolution[],
  words: readonly Word[],
  entry: DirectoryEntry | undefined,
  date: string | undefined,
): Described | undefined {
  if (members.every((r) => r.mention.form === "pronoun")) return undefined;
  const kind = entry?.kind ?? kindOf(members, words);
  if (kind === undefined) return undefined;
  const told = members.find((r) => r.country !== undefined)?.country;
  const around = [...new Set(members.flatMap((r) => r.around))].filter((e) => e !== entry);
  const country = entry
    ? entry.countries[0]
    : (told ?? around.find((e) => TELLS_COUNTRY.has(e.kind) && e.countries.length > 0)?.countries[0]);
  const role =
    kind !== "person" ? undefined : entry ? officeThen(directory, entry, members, date) : members.find((r) => r.role !== undefined)?.role;
  const inferred: ("kind" | "country")[] = entry ? [] : country === undefined ? ["kind"] : ["kind", "country"];
  const mentions = members.map((r) => ({ span: r.mention.span, text: r.text, form: r.mention.form }));
  return {
    around,
    ...(entry ? { entry } : {}),
    actor: {
      name: entry?.name.replace(/ \([^)]*\)$/, "") ?? nameOf(members),
      kind,
      ...(country === undefined ? {} : { country }),
      ...(entry ? { known: entry.id } : {}),
      ...(role === undefined ? {} : { role }),
      mentions,
      ...(inferred.length > 0 ? { inferred } : {}),
    },
  };
}

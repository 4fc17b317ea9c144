import { overlaps, type Stage } from "../../document/index.ts";
import { CHAINS, type Chain, MENTIONS, type Mention, SENTENCES, WORDS, type Word } from "../../parse/layers.ts";
import type { Directory } from "../directory/index.ts";
import { ACTORS, type Actor } from "../layers.ts";
import { type Described, describe } from "./describe.ts";
import { joinIdentities } from "./join.ts";
import { findKnownActors, type KnownWords } from "./known.ts";
import { type Resolution, resolveMention } from "./resolve.ts";

/** Finds who is who: joins coreference chains with the directory of actors. */
export function identityStage(directory: Directory): Stage {
  return {
    name: "identity",
    needs: [WORDS, SENTENCES, MENTIONS, CHAINS],
    gives: [ACTORS],
    run: (document) =>
      document.with(
        ACTORS,
        identify(directory, {
          text: document.text,
          words: document.get(WORDS),
          mentions: document.get(MENTIONS),
          chains: document.get(CHAINS),
          ...(document.source.published === undefined ? {} : { date: document.source.published }),
        }),
      ),
  };
}

/** What identities are made from. */
export interface IdentityInput {
  readonly text: string;
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
  readonly chains: readonly Chain[];
  /** ISO 8601, may be partial: when the text was published. */
  readonly date?: string;
}

/** The actors of a text, in the order of their first mentions: "a1", "a2", …. */
export function identify(directory: Directory, input: IdentityInput): Actor[] {
  const { text, words, mentions, chains, date } = input;
  const known = findKnownActors(words, directory, date === undefined ? {} : { date });
  const resolutions = resolveAll(directory, input, known);
  const { root, entry } = joinIdentities(text, words, mentions, chains, resolutions);
  const groups = new Map<number, number[]>();
  root.forEach((r, i) => {
    const group = groups.get(r);
    if (group) group.push(i);
    else groups.set(r, [i]);
  });
  const described: { first: number; about: Described }[] = [];
  for (const members of groups.values()) {
    const id = entry[members[0]!];
    const about = describe(
      directory,
      members.map((i) => resolutions[i]!),
      words,
      id === undefined ? undefined : directory.get(id),
      date,
    );
    if (about) described.push({ first: about.actor.mentions[0]!.span[0], about });
  }
  addUnmentioned(directory, text, mentions, known, described);
  described.sort((a, b) => a.first - b.first || a.about.actor.mentions[0]!.span[1] - b.about.actor.mentions[0]!.span[1]);
  return named(described.map((d) => d.about));
}

function resolveAll(directory: Directory, { text, words, mentions, date }: IdentityInput, known: readonly KnownWords[]): Resolution[] {
  let from = 0;
  return mentions.map((mention) => {
    while (from < known.length && known[from]!.span[1] <= mention.span[0]) from++;
    const inside: KnownWords[] = [];
    for (let k = from; k < known.length && known[k]!.span[0] < mention.span[1]; k++)
      if (overlaps(known[k]!.span, mention.span)) inside.push(known[k]!);
    return resolveMention(directory, text, words, mention, inside, date);
  });
}

/** Names of the directory that stand where the recogniser saw no mention become mentions of their actor. */
function addUnmentioned(
  directory: Directory,
  text: string,
  mentions: readonly Mention[],
  known: readonly KnownWords[],
  described: { first: number; about: Described }[],
): void {
  let m = 0;
  for (const { span, form, entry, rivals } of known) {
    if (form !== "name" || rivals.length > 0) continue;
    while (m < mentions.length && mentions[m]!.span[1] <= span[0]) m++;
    if (mentions.slice(m, m + 12).some((mention) => overlaps(mention.span, span))) continue;
    const mention = { span, text: text.slice(span[0], span[1]), form: "name" as const };
    const before = described.find((d) => d.about.entry?.id === entry.id);
    if (before) {
      const { actor } = before.about;
      before.about = { ...before.about, actor: { ...actor, mentions: [...actor.mentions, mention].sort((a, b) => a.span[0] - b.span[0]) } };
      continue;
    }
    const country = entry.countries[0];
    const actor = {
      name: entry.name.replace(/ \([^)]*\)$/, ""),
      kind: entry.kind,
      known: entry.id,
      ...(country === undefined ? {} : { country }),
      mentions: [mention],
    };
    described.push({ first: span[0], about: { actor, entry: directory.get(entry.id) ?? entry, around: [] } });
  }
}

/** Gives ids, and affiliations as ids: what the directory says of two actors that are both here, and what the text sets side by side. */
function named(list: readonly Described[]): Actor[] {
  const idOf = new Map<string, string>();
  list.forEach((d, i) => {
    if (d.entry && !idOf.has(d.entry.id)) idOf.set(d.entry.id, `a${i + 1}`);
  });
  return list.map(({ actor, entry, around }, i) => {
    const id = `a${i + 1}`;
    const targets = [...(entry?.relations ?? []).map((r) => r.target), ...(actor.kind === "state" ? [] : around.map((e) => e.id))];
    const affiliations = [...new Set(targets.map((t) => idOf.get(t)).filter((a) => a !== undefined && a !== id))].filter(
      (a) => a !== undefined,
    );
    return { id, ...actor, ...(affiliations.length > 0 ? { affiliations } : {}) };
  });
}

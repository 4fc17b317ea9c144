import { overlaps, type Span } from "../../document/index.ts";
import type { Mention, Word } from "../../parse/layers.ts";
import type { Directory, DirectoryEntry } from "../directory/index.ts";
import type { ActorKind } from "../layers.ts";
import { personName, pieces, samePerson, titleAt } from "../names/index.ts";
import type { KnownWords } from "./known.ts";
import { GROUP_NOUNS, MANIFOLD_BODIES, SOME } from "./nouns.ts";

/** What the directory says of one mention. */
export interface Resolution {
  readonly mention: Mention;
  readonly text: string;
  /** The name's own characters, where the name is the head's and not a modifier's. */
  readonly core?: string;
  /** The entry that the mention names. */
  readonly entry?: DirectoryEntry;
  readonly score: number;
  /** Entries named inside the phrase that it is not itself: "Hezbollah" in "Hezbollah commander". */
  readonly around: readonly DirectoryEntry[];
  /** A country that the phrase itself tells. */
  readonly country?: string;
  /** Office, rank or occupation in the phrase: "Foreign Minister". */
  readonly role?: string;
  /** Whether it names only some of a body or group: "two Israeli soldiers". */
  readonly some: boolean;
  /** The kind of the body of which it names some: "military" for "two Israeli soldiers". */
  readonly kind?: ActorKind;
  /** Whether it names a people: "Syrians". */
  readonly people: boolean;
}

/** Verbs whose subject, when it is a capital, is the government that sits there: "Baghdad said". Lemmas. */
const SPEAKING = new Set(
  (
    "say deny accuse warn claim announce insist argue demand reject condemn welcome agree refuse call urge vow threaten declare blame confirm reiterate respond retaliate " +
    "want believe describe hope consider summon expel recall impose order pledge promise offer propose ask request support back oppose negotiate sign recognise recognize denounce protest"
  ).split(" "),
);

function nameIsHeads(mention: Mention, head: Word): boolean {
  if (!mention.name) return false;
  return overlaps(mention.name, head.span) || head.span[1] <= mention.name[0];
}

function roleIn(text: string, head: string): string | undefined {
  const list = pieces(text);
  let best: string | undefined;
  for (let i = 0; i < list.length; i++) {
    const found = titleAt(list, i);
    if (!found) continue;
    if (found.title.class !== "honorific") best ??= found.title.name;
    if (list[i + found.length - 1]!.text === head && found.title.class !== "honorific") return found.title.name;
    i += found.length - 1;
  }
  return best;
}

/** A title and a surname, "Prime Minister Sudani", as the person who held that office then. */
function titled(directory: Directory, core: string, role: string | undefined, date: string | undefined): DirectoryEntry | undefined {
  const name = personName(core);
  if (name.surname === undefined || (role === undefined && name.titles.length === 0 && name.given.length === 0)) return undefined;
  const bearers = directory.names.surname(name.surname).filter((p) => samePerson(name, personName(p.entry.name)));
  const office = role ?? name.titles[0]?.name;
  const holders = bearers.filter((p) =>
    (p.entry.tenures ?? []).some((t) => {
      const title = directory.offices.offices.find((o) => o.id === t.office)?.name;
      const then = date === undefined || ((t.from ?? "0") <= date && (t.to === undefined || date.slice(0, t.to.length) <= t.to));
      return then && title !== undefined && office?.toLowerCase() === title.toLowerCase();
    }),
  );
  if (holders.length === 1) return holders[0]!.entry;
  return bearers.length === 1 && name.given.length > 0 ? bearers[0]!.entry : undefined;
}

/**
 * A state that its adjective alone stands for: "Israeli" in "an Israeli strike", "US" in "US forces". Not its people, and not the body that
 * the longer phrase names.
 */
function adjectival(directory: Directory, head: Word, mention: Mention, hits: readonly KnownWords[]): DirectoryEntry | undefined {
  if (mention.words[1] - mention.words[0] > 2 || !(head.upos === "ADJ" || /^(?:amod|compound|nmod:poss)$/.test(head.relation)))
    return undefined;
  for (const k of hits) {
    const beyond = k.span[1] > mention.span[1] && (k.form === "body" || k.form === "office" || k.form === "modifier");
    if (!beyond && !(k.form === "modifier" && k.entry.kind === "state")) continue;
    const state = k.country === undefined ? undefined : directory.state(k.country)?.entry;
    if (state) return state;
  }
  return undefined;
}

/** Reads one mention with what the directory found inside it. `inside` holds every find that overlaps the mention, in the order of the text. */
export function resolveMention(
  directory: Directory,
  text: string,
  words: readonly Word[],
  mention: Mention,
  inside: readonly KnownWords[],
  date: string | undefined,
): Resolution {
  const head = words[mention.head]!;
  const phrase = text.slice(mention.span[0], mention.span[1]);
  const bare = phrase.replace(/^(?:the|this|that|these|those)\s+/i, "");
  const some = SOME.test(bare);
  const own = nameIsHeads(mention, head);
  const target: Span = own ? mention.name! : head.span;
  const name = own ? text.slice(mention.name![0], mention.name![1]) : undefined;
  // "Foreign Minister" may be recognised as a name; it is an office.
  const core = name !== undefined && mention.type === "person" && personName(name).surname === undefined ? undefined : name;
  const role = mention.type === "person" || core !== undefined ? roleIn(phrase, head.text) : undefined;
  const base = { mention, text: phrase, ...(core === undefined ? {} : { core }), some };
  const beyond = (k: KnownWords): boolean =>
    (k.form === "body" || k.form === "office") && (k.span[1] > mention.span[1] || k.span[0] < mention.span[0]);
  const touched = inside.filter((k) => overlaps(k.span, target));
  const hits = touched.filter((k) => !beyond(k)).filter((k) => !(own && k.form === "office" && !overlaps(k.span, mention.name!)));
  const state = adjectival(directory, head, mention, touched);
  if (state)
    return { ...base, around: [], entry: state, score: 0.6, people: false, ...(state.countries[0] ? { country: state.countries[0] } : {}) };
  const hit = hits.find((k) => k.form === "name") ?? hits.find((k) => k.form === "body" || k.form === "office") ?? hits[0];
  const others = inside.filter((k) => k !== hit);
  const around = [...new Set(others.filter((k) => k.form !== "capital" && k.form !== "people").map((k) => k.entry))];
  const country = [hit, ...others].find((k) => k?.country !== undefined && k.form !== "capital")?.country;
  const told = { ...(country === undefined ? {} : { country }), ...(role === undefined ? {} : { role }), around };
  if (mention.form === "pronoun") return { ...base, around: [], score: 0, people: false };
  if (hit?.form === "people") return { ...base, ...told, score: 0, people: true };
  if (hit?.form === "capital") {
    const governor = head.head >= 0 ? words[head.head] : undefined;
    const speaks = head.relation.startsWith("nsubj") && governor !== undefined && SPEAKING.has(governor.lemma.toLowerCase());
    return speaks
      ? { ...base, ...told, entry: hit.entry, score: hit.score, people: false, country: hit.country! }
      : { ...base, ...told, around: [], score: 0, people: false };
  }
  if (hit && hit.form !== "modifier") {
    const body = hit.entry.id.slice(hit.entry.id.indexOf("/") + 1);
    const manifold = hit.form === "body" && (MANIFOLD_BODIES.has(body) || some);
    const officeRole = hit.office?.name;
    const result = {
      ...base,
      ...told,
      ...(officeRole ? { role: officeRole } : {}),
      score: hit.score,
      people: body === "people" && hit.form === "body",
    };
    if (manifold) return { ...result, ...(body === "people" ? {} : { around: [...around, hit.entry], kind: hit.entry.kind }) };
    // A person's name inside a longer one that goes on is another's: "Assad" in "Bashar al-Assad Hospital".
    const whole = !own || hit.span[1] - hit.span[0] >= (mention.name![1] - mention.name![0]) * 0.5 || hit.entry.kind === "person";
    if (whole && hit.rivals.length === 0) return { ...result, entry: hit.entry };
    return result;
  }
  if (!own) {
    const before = others.findLast((k) => k.form === "name" && k.span[1] <= head.span[0]);
    const group =
      before && GROUP_NOUNS.has(head.lemma.toLowerCase()) && before.entry.kind !== "state" && before.entry.kind !== "person" && !some;
    const touching = before && /^[\s-]*(?:\p{Ll}+\s+)?$/u.test(text.slice(before.span[1], head.span[0]));
    if (group && touching)
      return {
        ...base,
        ...told,
        around: around.filter((e) => e !== before.entry),
        entry: before.entry,
        score: before.score * 0.9,
        people: false,
      };
  }
  const person = core !== undefined && mention.type === "person" ? titled(directory, core, role, date) : undefined;
  return { ...base, ...told, ...(person ? { entry: person } : {}), score: person ? 0.7 : 0, people: false };
}

import type { Span } from "../../document/index.ts";
import { type Piece, pieces } from "../names/index.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryEntry } from "./entry.ts";
import { weigh } from "./find.ts";
import type { FindOptions, Match } from "./match.ts";
import { writtenSo } from "./name-index.ts";
import type { Office } from "./offices.ts";
import { phraseAt, stateAt } from "./phrases.ts";
import { firstWord, type Posting } from "./posting.ts";
import { readTable } from "./table.ts";

/** A stretch of a text that names an actor of the directory. */
export interface KnownActor {
  readonly span: Span;
  readonly entry: DirectoryEntry;
  /** "name": it is named; "body" and "office": a phrase says which body or who; "modifier": only an adjective ("Iranian-backed"); "people": "Syrians"; "capital": a city. */
  readonly form: "name" | "body" | "office" | "modifier" | "people" | "capital";
  readonly score: number;
  readonly reason: string;
  readonly office?: Office;
  /** ISO 3166-1 alpha-3 of the state that the phrase speaks of. */
  readonly country?: string;
  /** Entries that the words could mean as well. */
  readonly rivals: readonly DirectoryEntry[];
}

/** Words after which a state's name only tells whose side or soil: "US-led", "Iran-backed", "Syria-based". */
const ATTACHED = new Set(
  "led backed based linked born controlled made aligned allied supported trained held supplied sponsored funded run affiliated friendly occupied built brokered mediated installed imposed administered owned bound proxy speaking style".split(
    " ",
  ),
);
/** Words before a name that turn it into a description of someone else: "anti-IS", "pro-Russian". */
const AGAINST = new Set("anti counter pro non post pre ex mid".split(" "));
let ordinary: ReadonlySet<string> | undefined;

/** Whether a word is everyday English once capitals are gone. Read once: a constant of the language. */
function isOrdinary(key: string): boolean {
  ordinary ??= new Set(readTable("ordinary-words.tsv").map((row) => row.word!));
  return ordinary.has(key);
}

/** Small words with which a surname may begin: "de Mistura", "bin Laden". */
const PARTICLES = new Set(["de", "von", "van", "der", "bin", "ben", "ibn", "da", "du", "di", "abu"]);
const MARGIN = 0.05;

interface Candidate {
  readonly length: number;
  readonly matches: readonly (Match & { readonly posting: Posting })[];
}

function longestName(
  directory: Directory,
  list: readonly Piece[],
  at: number,
  accept: (p: Piece) => boolean,
  context: Context,
): Candidate | undefined {
  const first = list[at]!;
  if (first.key === "" || !(accept(first) || ((PARTICLES.has(first.text) || first.joined) && list[at + 1]?.capital && !first.breaks)))
    return undefined;
  const head = firstWord(first.key);
  const longest = Math.max(directory.names.longest(head), first.key.length >= 4 ? directory.names.longestLoose(head) : 0);
  let found: Candidate | undefined;
  let key = "";
  let tokens = 0;
  for (let n = 0; at + n < list.length; n++) {
    const piece = list[at + n]!;
    if (n > 0 && list[at + n - 1]!.breaks) break;
    if (n > 0 && list[at + n - 1]!.possessive && list[at + n - 1]!.key !== "") break;
    if (piece.key === "") continue;
    key = key === "" ? piece.key : `${key} ${piece.key}`;
    tokens += piece.key.includes(" ") ? 2 : 1;
    if (tokens > longest) break;
    const fits = (p: Posting): boolean =>
      writtenSo(p, list.slice(at, at + n + 1), context.caseless) &&
      (!p.article || list[at - 1]?.article === true) &&
      !(context.caseless && n === 0 && isOrdinary(key) && !first.text.includes(".")) &&
      (!p.weak || p.entry.countries.some((c) => context.countries.has(c)));
    let postings = directory.names.exact(key).filter(fits);
    const loose = postings.length === 0 && (n > 0 || key.length >= 6) && !context.caseless;
    if (loose && piece.capital) postings = directory.names.loose(key).filter(fits);
    if (postings.length === 0) continue;
    const name = list
      .slice(at, at + n + 1)
      .map((p) => p.text)
      .join(" ");
    found = { length: n + 1, matches: postings.map((posting) => ({ ...weigh(posting, loose, name, context.options), posting })) };
  }
  return found;
}

/** What the text as a whole says of where it plays: states it names, for names that several countries share. */
interface Context {
  readonly options: FindOptions;
  readonly caseless: boolean;
  readonly countries: ReadonlyMap<string, number>;
}

/** The best of several meanings: by score, then by how much the text speaks of its countries. */
function decide(matches: Candidate["matches"], context: Context): { best: Candidate["matches"][number]; rivals: DirectoryEntry[] } {
  const weight = (m: Match): number => {
    let most = 0;
    for (const c of m.entry.countries) most = Math.max(most, context.countries.get(c) ?? 0);
    return m.score + (most > 0 ? 0.1 + Math.min(0.1, most / 100) : 0);
  };
  const sorted = [...matches].sort((a, b) => weight(b) - weight(a) || (a.entry.id < b.entry.id ? -1 : 1));
  const best = sorted[0]!;
  return {
    best,
    rivals: sorted
      .slice(1)
      .filter((m) => weight(best) - weight(m) < MARGIN)
      .map((m) => m.entry),
  };
}

/** Countries that a text names, with how often: the ground on which names that several countries share are decided. */
function countriesIn(directory: Directory, list: readonly Piece[], accept: (p: Piece) => boolean): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i < list.length; i++) {
    const reference = stateAt(directory, list, i, accept);
    if (!reference) continue;
    counts.set(reference.state.iso, (counts.get(reference.state.iso) ?? 0) + 1);
    i += reference.length - 1;
  }
  return counts;
}

/** Whether a text has no capitals to go by: all lower case, or all upper case. */
export function isCaseless(text: string): boolean {
  const sample = text.slice(0, 4000);
  let upper = 0;
  let lower = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code >= A && code <= Z) upper++;
    else if (code >= SMALL_A && code <= SMALL_Z) lower++;
  }
  const rest = sample.replace(/[\0-\x7f]+/g, "");
  upper += (rest.match(/\p{Lu}/gu) ?? []).length;
  lower += (rest.match(/\p{Ll}/gu) ?? []).length;
  return upper === 0 || lower < upper / 4;
}

const [A, Z, SMALL_A, SMALL_Z] = [65, 90, 97, 122];

/**
 * Finds every actor of the directory that a text names: leftmost, longest, not overlapping. Linear in the text. A name that several
 * actors share goes to the one whose country the text speaks of; the others stay as rivals.
 */
export function scanActors(directory: Directory, text: string, options: FindOptions = {}): KnownActor[] {
  const list = pieces(text);
  const caseless = isCaseless(text);
  const accept = (p: Piece): boolean => caseless || p.capital;
  const acceptState = (p: Piece): boolean => (caseless ? !isOrdinary(p.key) || p.text.includes(".") : p.capital);
  const context: Context = { options, caseless, countries: countriesIn(directory, list, acceptState) };
  const found: KnownActor[] = [];
  const push = (from: number, length: number, known: Omit<KnownActor, "span">): void => {
    let start = list[from]!.span[0];
    const before = list[from - 1];
    if (before?.article && !before.breaks && known.form === "name") start = before.span[0];
    found.push({ span: [start, list[from + length - 1]!.span[1]], ...known });
  };
  for (let i = 0; i < list.length; i++) {
    const phrase = phraseAt(directory, list, i, acceptState, options.date);
    const name = longestName(directory, list, i, accept, context);
    if (phrase && phrase.length > (name?.length ?? 0)) {
      const [entry, ...rivals] = phrase.entries;
      if (entry && (!phrase.office || options.date !== undefined) && rivals.length === 0)
        push(i, phrase.length, {
          entry,
          form: phrase.office ? "office" : "body",
          score: 0.9,
          reason: `${phrase.reason}.`,
          ...(phrase.of.countries[0] ? { country: phrase.of.countries[0] } : {}),
          rivals,
          ...(phrase.office ? { office: phrase.office } : {}),
        });
      else
        push(i, phrase.length, {
          entry: phrase.of,
          form: "modifier",
          score: 0.5,
          reason: `${phrase.reason}.`,
          ...(phrase.of.countries[0] ? { country: phrase.of.countries[0] } : {}),
          rivals,
          ...(phrase.office ? { office: phrase.office } : {}),
        });
      i += phrase.length - 1;
      continue;
    }
    if (!name) continue;
    const { best, rivals } = decide(name.matches, context);
    const last = list[i + name.length - 1]!;
    const next = list[i + name.length];
    const against = list[i - 1];
    const attached =
      (last.joined && next !== undefined && ATTACHED.has(next.text.toLowerCase())) ||
      (against?.joined === true && AGAINST.has(against.text.toLowerCase()));
    const { form } = best.posting;
    const kind = attached || form === "demonym" ? "modifier" : form === "people" ? "people" : form === "capital" ? "capital" : "name";
    push(i, name.length, {
      entry: best.entry,
      form: kind,
      score: best.score,
      reason: best.reason,
      rivals,
      ...(best.entry.countries[0] ? { country: best.entry.countries[0] } : {}),
    });
    i += name.length - 1;
  }
  return found;
}

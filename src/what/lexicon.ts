import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { type Instruments, readWordsOf } from "./instruments.ts";
import { type HeadNouns, loadHeadNouns } from "./kinds.ts";
import { type NamedFrame, readEventFile, readFrames } from "./lexicon-file.ts";
import { readLightVerbs } from "./light-verbs.ts";
import type { EventSense } from "./sense.ts";
import { readTraps, type Traps } from "./traps.ts";

const FOLDER = new URL("../../lexicon/events/", import.meta.url);
const OTHER_FILES = new Set([
  "means.yaml",
  "frames.yaml",
  "light-verbs.yaml",
  "traps.yaml",
  "contexts.yaml",
  "instruments.yaml",
  "harm.yaml",
]);

/** What the lexicon knows beside senses. */
export interface Knowledge {
  readonly lightVerbs: ReadonlySet<string>;
  readonly traps: Traps;
  readonly instruments: Instruments;
  readonly contexts: Instruments;
  readonly nouns: HeadNouns;
}

/** What is known of the words that tell of events: senses by id and by the lemma of their head, light verbs and traps. */
export class EventLexicon {
  readonly senses: readonly EventSense[];
  readonly lightVerbs: ReadonlySet<string>;
  readonly traps: Traps;
  /** Weapon lemma to mode. */
  readonly instruments: Instruments;
  /** Lemma to PLOVER context. */
  readonly contexts: Instruments;
  /** Head noun to entity types. */
  readonly nouns: HeadNouns;
  readonly #byId: ReadonlyMap<string, EventSense>;
  readonly #byHead: ReadonlyMap<string, readonly EventSense[]>;

  constructor(senses: readonly EventSense[], knowledge: Knowledge) {
    this.senses = senses;
    this.lightVerbs = knowledge.lightVerbs;
    this.traps = knowledge.traps;
    this.instruments = knowledge.instruments;
    this.contexts = knowledge.contexts;
    this.nouns = knowledge.nouns;
    this.#byId = new Map(senses.map((s) => [s.id, s]));
    const byHead = new Map<string, EventSense[]>();
    for (const sense of senses) {
      for (const lemma of sense.pattern.parts[sense.pattern.head] ?? []) {
        const known = byHead.get(lemma);
        if (known) known.push(sense);
        else byHead.set(lemma, [sense]);
      }
    }
    this.#byHead = byHead;
  }

  /** The sense with this id, as `Trigger.sense` names it. A trigger with a light verb is named "carry out+attack.n": the noun's sense counts. */
  sense(id: string): EventSense | undefined {
    return this.#byId.get(id) ?? this.#byId.get(id.slice(id.indexOf("+") + 1));
  }

  /** The senses whose head word has this lemma, longest patterns first. */
  withHead(lemma: string): readonly EventSense[] {
    return this.#byHead.get(lemma) ?? [];
  }
}

export interface LexiconOptions {
  /** A user's own YAML files, in the format of lexicon/events/README.md. A form that the lexicon has already is overridden. */
  readonly extra?: readonly string[];
}

/**
 * Reads the event lexicon: the files that come with the program, then the user's. Throws an Error that names file, group and field when
 * a file cannot be understood.
 */
export function loadEventLexicon(options: LexiconOptions = {}): EventLexicon {
  const read = (name: string) => readFileSync(new URL(name, FOLDER), "utf8");
  const frames = readFrames(read("frames.yaml"), "frames.yaml");
  const own = readdirSync(fileURLToPath(FOLDER))
    .filter((name) => name.endsWith(".yaml") && !OTHER_FILES.has(name))
    .sort()
    .flatMap((name) => readEventFile(read(name), name, frames));
  const extra = (options.extra ?? []).flatMap((path) => readUserFile(path, frames));
  return new EventLexicon(merge(own, extra), {
    lightVerbs: readLightVerbs(read("light-verbs.yaml"), "light-verbs.yaml"),
    traps: readTraps(read("traps.yaml"), "traps.yaml"),
    instruments: readWordsOf(read("instruments.yaml"), "instruments.yaml"),
    contexts: readWordsOf(read("contexts.yaml"), "contexts.yaml"),
    nouns: loadHeadNouns(),
  });
}

function readUserFile(path: string, frames: ReadonlyMap<string, NamedFrame>): EventSense[] {
  return readEventFile(readFileSync(path, "utf8"), basename(path), frames).map((sense) => ({ ...sense, own: true }));
}

/** The user's forms replace ours; of ours, a form may stand in several types, and the later ones carry the type in their id. */
function merge(own: readonly EventSense[], extra: readonly EventSense[]): EventSense[] {
  const overridden = new Set(extra.map((s) => s.id));
  const ids = new Set<string>();
  const all: EventSense[] = [];
  for (const sense of [...own.filter((s) => !overridden.has(s.id)), ...extra]) {
    let id = sense.id;
    if (ids.has(id)) id = `${sense.id}:${sense.type}`;
    if (ids.has(id)) continue;
    ids.add(id);
    all.push(id === sense.id ? sense : { ...sense, id });
  }
  return all.sort((a, b) => b.pattern.parts.length - a.pattern.parts.length || (a.id < b.id ? -1 : 1));
}

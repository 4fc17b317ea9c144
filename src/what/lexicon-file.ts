import { FAILSAFE_SCHEMA, load } from "js-yaml";
import { PLOVER_TYPES, type PloverType } from "./layers.ts";
import { readPattern } from "./pattern.ts";
import type { Acled, EventSense, Frame, PartOfSpeech, Slot } from "./sense.ts";

/** A frame as frames.yaml writes it: one for verbs, one for nouns and adjectives. */
export interface NamedFrame {
  readonly verb: Frame;
  readonly noun: Frame;
}

type Fields = Readonly<Record<string, unknown>>;

const SLOT = /^(subj|obj|iobj|poss|amod|compound|light:subj|xcomp|ccomp|acl|advcl|(obl|nmod|advcl):[a-z]+)$/;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
const isSlot = (value: string): value is Slot => SLOT.test(value);
const isType = (value: unknown): value is PloverType => PLOVER_TYPES.some((t) => t === value);

function fields(value: unknown, where: string): Fields {
  if (!isFields(value)) throw new Error(`${where}: expected a mapping`);
  return value;
}

function words(value: unknown, where: string): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Error(`${where}: expected a list of words`);
  return value.map((word) => {
    if (typeof word !== "string") throw new Error(`${where}: “${String(word)}” is not a word; put it in quotes`);
    return word;
  });
}

function slots(value: unknown, where: string): readonly Slot[] {
  return words(value, where).map((slot) => {
    if (!isSlot(slot)) throw new Error(`${where}: “${slot}” is not a slot (see lexicon/events/README.md)`);
    return slot;
  });
}

function frame(value: unknown, where: string): Frame {
  const f = fields(value, where);
  return {
    actor: slots(f.actor, `${where}, actor`),
    recipient: slots(f.recipient, `${where}, recipient`),
    instrument: slots(f.instrument, `${where}, instrument`),
    content: slots(f.content, `${where}, content`),
    twoSided: f.twoSided === "true",
  };
}

/** Reads frames.yaml. Throws an Error that names the place when the file is not as the README says. */
export function readFrames(yaml: string, file: string): ReadonlyMap<string, NamedFrame> {
  return new Map(
    Object.entries(fields(load(yaml, { schema: FAILSAFE_SCHEMA }), file)).map(([name, value]) => [
      name,
      namedFrame(value, `${file}, ${name}`),
    ]),
  );
}

function namedFrame(value: unknown, where: string): NamedFrame {
  const f = fields(value, where);
  return { verb: frame(f.verb ?? {}, `${where}, verb`), noun: frame(f.noun ?? {}, `${where}, noun`) };
}

function acled(value: unknown, where: string): Acled | undefined {
  if (value === undefined) return undefined;
  const [event, subEvent] = typeof value === "string" ? value.split(": ") : [];
  if (!event || !subEvent) throw new Error(`${where}: acled is written "Event type: Sub-event type"`);
  return { event, subEvent };
}

/**
 * Reads one file of event groups. `file` is its name for group ids and messages. Throws an Error that names file, group and field when
 * something is not as lexicon/events/README.md says.
 */
export function readEventFile(yaml: string, file: string, frames: ReadonlyMap<string, NamedFrame>): EventSense[] {
  const top = fields(load(yaml, { schema: FAILSAFE_SCHEMA }), file);
  const senses: EventSense[] = [];
  for (const [name, value] of Object.entries(fields(top.groups, `${file}, groups`))) {
    const where = `${file}, group “${name}”`;
    const group = fields(value, where);
    const type = group.type ?? top.type;
    if (!isType(type)) throw new Error(`${where}: “${String(type)}” is not a PLOVER type`);
    const named = typeof group.frame === "string" ? frames.get(group.frame) : namedFrame(group.frame, `${where}, frame`);
    if (named === undefined) throw new Error(`${where}: there is no frame “${String(group.frame)}” in frames.yaml`);
    if (group.mode !== undefined && typeof group.mode !== "string") throw new Error(`${where}: mode must be a word`);
    const mode = group.mode;
    const common = {
      type,
      ...(mode === undefined ? {} : { mode }),
      contexts: words(group.contexts, `${where}, contexts`),
      acled: acled(group.acled, where),
      group: `${file.replace(/\.ya?ml$/, "")}/${name}`,
      hints: { blocked: new Set(words(group.blocked, `${where}, blocked`)), objects: new Set(words(group.objects, `${where}, objects`)) },
    };
    const add = (forms: unknown, partOfSpeech: PartOfSpeech) => {
      for (const form of words(forms, `${where}, ${partOfSpeech}s`)) {
        const { pattern, doubt, text } = readPattern(form, partOfSpeech);
        const id = `${text}.${partOfSpeech[0]}`;
        senses.push({ id, pattern, partOfSpeech, doubt, frame: partOfSpeech === "verb" ? named.verb : named.noun, ...common });
      }
    };
    add(group.verbs, "verb");
    add(group.nouns, "noun");
    add(group.adjectives, "adjective");
  }
  return senses;
}

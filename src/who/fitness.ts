import type { EntityType, HeadNouns, Mention, Word } from "../parse/index.ts";
import type { Slot } from "../what/index.ts";
import type { PloverType } from "../what/layers.ts";
import { AGENTS } from "./agents.ts";
import type { Actor, ActorKind, Role } from "./layers.ts";
import type { Tree } from "./tree.ts";

const THINGS_HIT: ReadonlySet<EntityType> = new Set(["facility", "vehicle", "platform", "object"]);

/**
 * Whether something of this type can take this role in an event of this type, 0 (never) to 1 (as expected). People and bodies act and
 * are acted upon; facilities and vehicles are recipients of violence only; places act only as states and capitals do.
 */
export function fitness(role: Role, type: EntityType, event: PloverType, slot: Slot, word?: Word): number {
  const isSubject = slot === "subj" || slot === "light:subj" || slot === "poss";
  const violent = event === "ASSAULT" || event === "COERCE" || event === "MOBILIZE";
  switch (role) {
    case "actor":
      if (slot === "compound" && word && isNoDoer(word, type)) return 0;
      if (AGENTS.has(type)) return 1;
      // A place acts only by its name, as capitals do: "the town" does nothing.
      if (type === "place") return isSubject && word?.upos !== "NOUN" ? 0.7 : 0.25;
      if (type === "platform" || type === "vehicle") return event === "ASSAULT" && isSubject ? 0.7 : 0;
      return 0;
    case "recipient":
      if (slot === "compound" && word && KIND_OF_ATTACK.test(word.lemma)) return 0;
      if (AGENTS.has(type) && !(type === "state" && violent)) return type === "nationality" && slot === "compound" ? 0.3 : 1;
      // Aid goes to hospitals and camps, too.
      if (type === "facility" && event === "AID") return 0.8;
      if (THINGS_HIT.has(type)) return violent ? (slot === "compound" ? 0.6 : 0.9) : 0;
      if (type === "place" || (type === "state" && violent)) return placeFitness(type, slot, violent);
      if (type === "weapon") return violent && slot === "obj" ? 0.6 : 0;
      if (type === "quantity") return violent ? 0.6 : 0;
      return 0;
    case "instrument":
      return type === "weapon" ? 1 : type === "object" || type === "vehicle" ? 0.3 : 0;
    case "place":
      return type === "place" || type === "facility" ? 1 : 0;
  }
}

/** "terrorist attacks" tells the kind of attack and no culprit; "Syria violations" tells where, while "US strikes" tells who. */
function isNoDoer(word: Word, type: EntityType): boolean {
  if (
    /^(?:terrorist|terror|suicide|enemy|revenge|insider|sniper|mob|gang|hostage|civilian|student|child|prison|hospital)$/i.test(word.lemma)
  )
    return true;
  return type === "state" && !/^(?:\p{Lu}\.?){2,4}$/u.test(word.text);
}

/** Words before an event noun that tell what kind of event it is and not to whom it is done. */
const KIND_OF_ATTACK = /^(?:terrorist|terror|suicide|enemy|revenge|insider|sniper|mob|gang|rebel|guerrilla|militant|militia)$/i;

/** A place undergoes something only where it is itself what is hit or taken: the object, not where things happen. */
function placeFitness(type: EntityType, slot: Slot, violent: boolean): number {
  if (slot === "obj") return type === "state" ? 0.9 : 0.7;
  if (!violent) return 0.7;
  return slot === "nmod:of" || slot === "nmod:against" || slot === "obl:against" || slot === "nmod:on" ? 0.6 : 0;
}

/** The kind that an argument of an unresolved mention has. */
export function kindOf(type: EntityType): ActorKind | "weapon" {
  switch (type) {
    case "nationality":
      return "people";
    case "platform":
      return "vehicle";
    case "person":
    case "people":
    case "organization":
    case "armed group":
    case "military":
    case "police":
    case "government":
    case "state":
    case "international organization":
    case "media":
    case "facility":
    case "vehicle":
    case "weapon":
      return type;
    case "quantity":
      return "people";
    default:
      return "other";
  }
}

/** Nouns of time that no actor is, though a parser may make them subjects: "Days earlier, jets struck …". */
const TIME_NOUN =
  /^(?:second|minute|hour|day|night|morning|afternoon|evening|week|weekend|month|year|decade|century|time|today|yesterday|tomorrow)$/;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;
const MONTH =
  /^(?:January|February|April|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)$/;
/** Types that a recogniser falls back on; a known head noun says more. */
const VAGUE: ReadonlySet<EntityType> = new Set(["abstract", "object", "event", "place", "quantity"]);
const PEOPLE_WORDS: ReadonlySet<string> = new Set([
  "those",
  "someone",
  "anyone",
  "everyone",
  "many",
  "others",
  "other",
  "party",
  "side",
  "partner",
  "ally",
  "member",
]);

/**
 * What a word names: by the identity it belongs to, else by its mention; where the mention's type is vague or there is no mention, by the
 * head noun; else by its tag.
 */
export function typeOf(word: Word, mention: Mention | undefined, actor?: Actor, nouns?: HeadNouns): EntityType {
  const lemma = word.lemma.toLowerCase();
  if (TIME_NOUN.test(lemma) || WEEKDAY.test(word.text) || (mention?.form !== "name" && MONTH.test(word.text))) return "time";
  if (actor && actor.kind !== "other" && (word.upos === "PRON" || mention?.form === "pronoun" || actor.known !== undefined))
    return actor.kind;
  const known = word.upos === "NOUN" || word.upos === "DET" || word.upos === "PRON" || word.upos === "ADJ" ? nouns?.get(lemma) : undefined;
  if (mention && (!VAGUE.has(mention.type) || known?.includes(mention.type))) return mention.type;
  if ((PEOPLE_WORDS.has(lemma) || word.text.toLowerCase() === "those") && word.upos !== "PROPN") return "people";
  if (known?.[0] !== undefined) return known[0] === "person" && word.xpos === "NNS" ? "people" : known[0];
  if (actor && actor.kind !== "other") return actor.kind;
  if (mention) return mention.type;
  if (word.upos === "NUM") return "quantity";
  if (word.upos === "PRON") return "person";
  return word.upos === "PROPN" || /^\p{Lu}{2,}$/u.test(word.text) ? "organization" : "abstract";
}

/** A group named by its number alone ("the two leaders", "both sides"): those in it are named elsewhere. */
export function isGroupNominal(tree: Tree, word: Word): boolean {
  if (
    !/^(?:leader|side|party|man|minister|official|president|country|nation|neighbour|neighbor|state|delegation|diplomat|foe|rival|ally|pair)$/.test(
      word.lemma.toLowerCase(),
    )
  )
    return false;
  const before = tree.childrenBy(word.index, "nummod", "det", "amod").map((w) => w.text.toLowerCase());
  return before.includes("both") || (before.includes("the") && before.some((w) => w === "two" || w === "three"));
}

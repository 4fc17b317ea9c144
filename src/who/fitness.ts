import type { EntityType, Mention, Word } from "../parse/layers.ts";
import type { Slot } from "../what/index.ts";
import type { PloverType } from "../what/layers.ts";
import type { ActorKind, Role } from "./layers.ts";

const AGENTS: ReadonlySet<EntityType> = new Set([
  "person",
  "people",
  "organization",
  "armed group",
  "military",
  "police",
  "government",
  "state",
  "nationality",
  "international organization",
  "media",
]);
const THINGS_HIT: ReadonlySet<EntityType> = new Set(["facility", "vehicle", "platform", "object"]);

/**
 * Whether something of this type can take this role in an event of this type, 0 (never) to 1 (as expected). People and bodies act and
 * are acted upon; facilities and vehicles are recipients of violence only; places act only as states and capitals do.
 */
export function fitness(role: Role, type: EntityType, event: PloverType, slot: Slot): number {
  const isSubject = slot === "subj" || slot === "light:subj" || slot === "poss";
  const violent = event === "ASSAULT" || event === "COERCE" || event === "MOBILIZE";
  switch (role) {
    case "actor":
      if (AGENTS.has(type)) return 1;
      if (type === "place") return isSubject ? 0.7 : 0.25;
      if (type === "platform" || type === "vehicle") return event === "ASSAULT" && isSubject ? 0.7 : 0;
      return 0;
    case "recipient":
      if (AGENTS.has(type) && !(type === "state" && violent)) return type === "nationality" && slot === "compound" ? 0.3 : 1;
      if (THINGS_HIT.has(type)) return violent ? 0.9 : 0;
      if (type === "place" || (type === "state" && violent)) return slot === "obj" ? 0.6 : violent ? 0 : 0.7;
      if (type === "weapon") return violent ? 0.3 : 0;
      if (type === "quantity") return violent ? 0.6 : 0;
      return 0;
    case "instrument":
      return type === "weapon" ? 1 : type === "object" || type === "vehicle" ? 0.3 : 0;
    case "place":
      return type === "place" || type === "facility" ? 1 : 0;
  }
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

/** A mention's type; for a word that is head of no mention, the best that its tag and form tell. */
export function typeOf(word: Word, mention: Mention | undefined): EntityType {
  if (mention) return mention.type;
  if (word.upos === "NUM") return "quantity";
  if (word.upos === "PRON") return "person";
  return word.upos === "PROPN" ? "organization" : "abstract";
}

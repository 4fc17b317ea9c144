import type { EntityType } from "../../parse/layers.ts";
import type { ActorKind } from "../layers.ts";

/** Head nouns that name the very group whose name stands before them: "the Hamas movement", "ISIL fighters". Lemmas. */
export const GROUP_NOUNS: ReadonlySet<string> = new Set(
  (
    "group movement militia organization organisation party network faction force fighter militant insurgent rebel guerrilla gunman jihadist jihadi " +
    "terrorist cartel gang brigade battalion army wing agency newspaper daily channel broadcaster station website magazine radio television outlet " +
    "paramilitary extremist separatist troop soldier combatant front coalition command corps authority leadership outfit"
  ).split(" "),
);

/** Bodies of states that texts speak of without meaning all of them: never one identity because two phrases share the words. */
export const MANIFOLD_BODIES: ReadonlySet<string> = new Set(["people", "rebels", "opposition", "media", "courts"]);

/** How a phrase begins that speaks of some and not of the whole: "two Israeli soldiers", "a Syrian official". */
export const SOME =
  /^(?:an?|another|other|some|several|many|most|few|a few|both|all|every|each|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|thousands|at least|more than|up to|around|about|nearly|almost|over|former|ex|dead|wounded|captured|slain|fallen|\d[\d,.]*)\b/i;

/** Kinds of actor by the type of a mention; a type that is not here is no actor. */
export const KIND_OF_TYPE: Readonly<Partial<Record<EntityType, ActorKind>>> = {
  person: "person",
  organization: "organization",
  "armed group": "armed group",
  military: "military",
  police: "police",
  government: "government",
  state: "state",
  nationality: "people",
  "international organization": "international organization",
  media: "media",
  facility: "facility",
  vehicle: "vehicle",
};

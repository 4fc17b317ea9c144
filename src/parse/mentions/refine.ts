import type { EntityType } from "../layers.ts";
import type { HeadNouns } from "./head-nouns.ts";
import { nameClues } from "./name-clues.ts";

const BODIES: readonly EntityType[] = [
  "armed group",
  "military",
  "police",
  "government",
  "international organization",
  "media",
  "organization",
  "state",
];
const PHYSICAL: readonly EntityType[] = ["facility", "weapon", "vehicle", "platform"];

/**
 * From the classifier's broad type to the fine one: which kind of body an organisation is, a facility from a place, a state's name from
 * other places, what an object is. The head noun decides first, then the words of the name, from the last to the first.
 */
export function refineType(broad: EntityType, lemma: string, isName: boolean, texts: readonly string[], headNouns: HeadNouns): EntityType {
  const listed = headNouns.get(lemma) ?? [];
  switch (broad) {
    case "organization": {
      const byHead = listed.find((t) => BODIES.includes(t));
      if (byHead !== undefined && !isName) return byHead;
      const byName = [...nameClues(texts)].reverse().find((c): c is EntityType => (BODIES as readonly string[]).includes(c));
      return byName ?? byHead ?? "organization";
    }
    case "place": {
      const clues = isName ? nameClues(texts) : [];
      if (isName && clues.includes("country") && texts.length <= 3) return "state";
      if (listed[0] === "facility" || (isName && clues.includes("facility") && !clues.includes("place"))) return "facility";
      if (!isName && listed.length > 0 && !listed.includes("place") && listed.includes("facility")) return "facility";
      return "place";
    }
    case "object":
      return listed.find((t) => PHYSICAL.includes(t)) ?? "object";
    case "people":
    case "person":
      if (!isName && listed[0] !== "person" && listed.some((t) => t === "police" || t === "military"))
        return listed.find((t) => t === "police" || t === "military")!;
      return broad;
    default:
      return broad;
  }
}

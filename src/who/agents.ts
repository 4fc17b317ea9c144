import type { EntityType } from "../parse/layers.ts";

/** Types of bodies: what acts as one though it is many. */
export const BODIES: readonly EntityType[] = [
  "organization",
  "armed group",
  "military",
  "police",
  "government",
  "state",
  "international organization",
  "media",
];

/** Types of those who can act and be acted upon: people and bodies. */
export const AGENTS: ReadonlySet<EntityType> = new Set<EntityType>(["person", "people", "nationality", ...BODIES]);

import type { EntityType } from "../src/parse/index.ts";

/** re3d's types by ours; several of ours are one of re3d's. */
export const RE3D: Readonly<Partial<Record<EntityType, string>>> = {
  person: "Person",
  people: "Organisation",
  organization: "Organisation",
  "armed group": "Organisation",
  military: "Organisation",
  police: "Organisation",
  government: "Organisation",
  "international organization": "Organisation",
  media: "Organisation",
  place: "Location",
  state: "Location",
  facility: "Location",
  weapon: "Weapon",
  vehicle: "Vehicle",
  platform: "MilitaryPlatform",
  nationality: "Nationality",
  time: "Temporal",
  quantity: "Quantity",
};

/** The type that a mention counts as in re3d; absent for what re3d does not mark. */
export function asRe3d(type: EntityType, form: "name" | "nominal" | "pronoun"): string | undefined {
  return type === "state" && form !== "name" ? "Organisation" : RE3D[type];
}

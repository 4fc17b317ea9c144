import { asRe3d, RE3D } from "../../bench/re3d-types.ts";
import type { Span } from "../../src/document/index.ts";
import type { EntityType } from "../../src/parse/layers.ts";

export interface Re3dDocument {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly (readonly [begin: number, end: number, type: string, value: string])[];
}

/** The broad type of ours that a re3d type teaches; absent for those that are not learnt. */
export function re3dTypeOf(type: string): EntityType | undefined {
  const types: Readonly<Record<string, EntityType>> = {
    Person: "person",
    Organisation: "organization",
    Location: "place",
    Weapon: "weapon",
    Vehicle: "vehicle",
    MilitaryPlatform: "platform",
    Nationality: "nationality",
    Temporal: "time",
    Quantity: "quantity",
  };
  return types[type];
}

/** Overlap F1 for each type and in all, as the benchmark's scorer counts it. */
export function scoreRe3d(
  results: readonly {
    readonly gold: Re3dDocument;
    readonly found: readonly { readonly span: Span; readonly type: EntityType; readonly form: "name" | "nominal" | "pronoun" }[];
  }[],
): string {
  const sums = new Map<string, [hit: number, found: number, gold: number]>();
  for (const { gold, found } of results) {
    for (const type of new Set(Object.values(RE3D))) {
      const marked = gold.entities.filter((e) => e[2] === type);
      const own = found.filter((f) => asRe3d(f.type, f.form) === type);
      const used = new Set<number>();
      let hit = 0;
      for (const f of own) {
        const at = marked.findIndex((e, i) => !used.has(i) && f.span[0] < e[1] && e[0] < f.span[1]);
        if (at >= 0) {
          used.add(at);
          hit++;
        }
      }
      for (const key of [type, "all"]) {
        const s = sums.get(key) ?? [0, 0, 0];
        sums.set(key, [s[0] + hit, s[1] + own.length, s[2] + marked.length]);
      }
    }
  }
  return [...sums]
    .map(
      ([type, [hit, found, gold]]) =>
        `  ${type.padEnd(18)} P ${pct(hit / found)} R ${pct(hit / gold)} F1 ${pct((2 * hit) / (found + gold))}`,
    )
    .join("\n");
}

const pct = (x: number): string => (100 * (x || 0)).toFixed(1).padStart(5);

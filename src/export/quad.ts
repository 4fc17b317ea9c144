import type { PloverType } from "../what/layers.ts";

/** PLOVER's four quadrants, with the numbers that GDELT's QuadClass gives them. */
const QUADS = [
  ["VERBAL COOPERATION", ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"]],
  ["MATERIAL COOPERATION", ["COOPERATE", "AID", "RETREAT"]],
  ["VERBAL CONFLICT", ["REQUEST", "ACCUSE", "REJECT", "THREATEN"]],
  ["MATERIAL CONFLICT", ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]],
] as const satisfies readonly (readonly [string, readonly PloverType[]])[];

export function quad(type: PloverType): { readonly name: string; readonly number: number } {
  const index = QUADS.findIndex(([, types]) => (types as readonly PloverType[]).includes(type));
  return { name: QUADS[index]![0], number: index + 1 };
}

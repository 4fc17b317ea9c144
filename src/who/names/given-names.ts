import { readTable } from "../directory/table.ts";

let variants: ReadonlyMap<string, string> | undefined;

/** Spellings of given names, read once: a constant of the language like the alphabet, not a resource that a caller would exchange. */
function table(): ReadonlyMap<string, string> {
  if (variants) return variants;
  const map = new Map<string, string>();
  for (const row of readTable("given-names.tsv")) for (const spelling of row.spellings!.split("; ")) map.set(spelling, row.name!);
  return (variants = map);
}

/** The one spelling that stands for all spellings of a given name: "mohammed", "mohamed" and "muhammad" give "muhammad". */
export function givenName(folded: string): string | undefined {
  return table().get(folded);
}

import { readFileSync } from "node:fs";
import { load } from "js-yaml";

export interface ResidueKind {
  readonly kind: string;
  readonly where: "anywhere" | "end" | "beside";
  readonly pattern: RegExp;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

interface Entry {
  kind: string;
  where?: "end" | "beside";
  patterns: string[];
  yes: string[];
  no: string[];
}

let kinds: readonly ResidueKind[] | undefined;

/** The kinds of residue of `lexicon/read/residue.yaml`, read once. */
export function residueKinds(): readonly ResidueKind[] {
  kinds ??= (load(readFileSync(new URL("../../lexicon/read/residue.yaml", import.meta.url), "utf8")) as Entry[]).map((entry) => ({
    kind: entry.kind,
    where: entry.where ?? "anywhere",
    pattern: new RegExp(`^(?:${entry.patterns.map((p) => p.replaceAll("…", ".{0,120}")).join("|")})$`, "iu"),
    yes: entry.yes,
    no: entry.no,
  }));
  return kinds;
}

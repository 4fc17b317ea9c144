import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { annotate, loadCoder } from "../../src/code/index.ts";
import { Document, type Layer } from "../../src/document/index.ts";
import { CHAINS, MENTIONS, SENTENCES, WORDS } from "../../src/parse/layers.ts";
import { CASUALTIES, TRIGGERS } from "../../src/what/layers.ts";
import { ACTORS, ARGUMENTS } from "../../src/who/layers.ts";

/** Names of the roles in the rows, in the order of INCIDENT_ROLES. */
export const ROW_ROLES = ["PerpInd", "PerpOrg", "Target", "Victim", "Weapon"] as const;

type Entities = Readonly<Record<(typeof ROW_ROLES)[number], readonly (readonly string[])[]>>;

/** A row of roles/train.jsonl. */
export interface RoleRow {
  readonly docid: string;
  readonly doctext: string;
  readonly templates: readonly (Entities & { readonly incident_type: string })[];
  readonly extracts: Entities;
}

const LAYERS: readonly Layer<unknown>[] = [WORDS, SENTENCES, MENTIONS, CHAINS, TRIGGERS, CASUALTIES, ACTORS, ARGUMENTS];

/** Rows with their annotated documents. With a `store`, layers are kept in that file: coding a thousand documents takes minutes. */
export function annotatedRows(file: string, store: string | undefined): readonly { readonly row: RoleRow; readonly document: Document }[] {
  const rows = lines(file).map((line) => JSON.parse(line) as RoleRow);
  if (store !== undefined && existsSync(store)) {
    const layersOf = new Map(
      lines(store)
        .map((line) => JSON.parse(line) as { id: string; layers: unknown[] })
        .map((s) => [s.id, s.layers]),
    );
    return rows.map((row) => ({
      row,
      document: LAYERS.reduce((d, layer, i) => d.with(layer, layersOf.get(row.docid)?.[i] ?? []), documentOf(row)),
    }));
  }
  const coder = loadCoder();
  const annotated = rows.map((row) => ({ row, document: annotate(documentOf(row), coder) }));
  if (store !== undefined) {
    const stored = annotated.map(
      ({ row, document }) => `${JSON.stringify({ id: row.docid, layers: LAYERS.map((layer) => document.get(layer)) })}\n`,
    );
    writeFileSync(store, stored.join(""));
  }
  return annotated;
}

function documentOf(row: RoleRow): Document {
  return Document.from({ id: row.docid, text: row.doctext, language: "en" });
}

const lines = (file: string): readonly string[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");

import { readFileSync } from "node:fs";
import type { Morphology, Upos, Word } from "../../src/parse/layers.ts";

/** A document of GUM: its words with gold trees, and its gold entities with the groups that corefer. */
export interface GumDocument {
  readonly id: string;
  readonly text: string;
  readonly words: readonly Word[];
  readonly sentences: readonly { readonly first: number; readonly end: number }[];
  readonly entities: readonly GumEntity[];
}

export interface GumEntity {
  /** `[first, end)` of its words. */
  readonly first: number;
  readonly end: number;
  readonly type: string;
  /** Entities with one group are one identity. */
  readonly group: string;
}

/**
 * Reads the CoNLL-U of GUM with the entities of its MISC column (`Entity=(1-person-new-…`, see the header line global.Entity). Words of
 * one document are counted through; words of a multiword token share its characters in turn.
 */
export function readGum(file: string): readonly GumDocument[] {
  const documents: GumDocument[] = [];
  let current: Builder | undefined;
  for (const block of readFileSync(file, "utf8").split(/\n\s*\n/)) {
    const lines = block.split("\n");
    const id = lines
      .find((l) => l.startsWith("# newdoc id"))
      ?.split("=")[1]
      ?.trim();
    if (id !== undefined) {
      if (current) documents.push(current.build());
      current = new Builder(id);
    }
    if (current) current.sentence(lines.filter((l) => !l.startsWith("#") && l.includes("\t")).map((l) => l.split("\t")));
  }
  if (current) documents.push(current.build());
  return documents;
}

class Builder {
  readonly id: string;
  text = "";
  readonly words: Word[] = [];
  readonly sentences: { first: number; end: number }[] = [];
  readonly entities: GumEntity[] = [];
  readonly #open: { group: string; type: string; first: number }[] = [];

  constructor(id: string) {
    this.id = id;
  }

  sentence(rows: readonly (readonly string[])[]): void {
    const first = this.words.length;
    let covered = 0;
    let ends = 0;
    for (const row of rows) {
      const [id, form, lemma, upos, xpos, feats, head, relation, , misc] = row as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      if (id.includes(".")) continue;
      const space = misc.includes("SpaceAfter=No") ? "" : " ";
      if (id.includes("-")) {
        const [from, to] = id.split("-").map(Number);
        covered = to! - from! + 1;
        ends = this.text.length;
        this.text += form + space;
        continue;
      }
      const start = covered > 0 ? ends : this.text.length;
      if (covered > 0) covered--;
      else this.text += form + space;
      const index = this.words.length;
      this.words.push({
        index,
        span: [start, start + form.length],
        text: form,
        lemma,
        upos: upos as Upos,
        xpos,
        morphology: Object.fromEntries(feats === "_" ? [] : feats.split("|").map((f) => f.split("="))) as Morphology,
        head: head === "0" ? -1 : first + Number(head) - 1,
        relation,
        sentence: this.sentences.length,
      });
      this.#brackets(/(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? "", index);
    }
    this.sentences.push({ first, end: this.words.length });
  }

  #brackets(notation: string, index: number): void {
    for (const part of notation.match(/\([^()]+\)?|[^()]+\)/g) ?? []) {
      if (part.startsWith("(")) {
        const [group, type] = part.slice(1).replace(/\)$/, "").split("-") as [string, string];
        if (part.endsWith(")")) this.entities.push({ first: index, end: index + 1, type, group });
        else this.#open.push({ group: group.replace(/\[.*/, ""), type, first: index });
      } else {
        const group = part.slice(0, -1).replace(/\[.*/, "");
        const at = this.#open.findLastIndex((o) => o.group === group);
        if (at >= 0) {
          const [opened] = this.#open.splice(at, 1);
          this.entities.push({ first: opened!.first, end: index + 1, type: opened!.type, group });
        }
      }
    }
  }

  build(): GumDocument {
    return { id: this.id, text: this.text, words: this.words, sentences: this.sentences, entities: this.entities };
  }
}

/** The head of a stretch of words: the one whose own head lies outside it; of several, the first that is not punctuation. */
export function headOf(words: readonly Word[], first: number, end: number): number {
  for (let i = first; i < end; i++) {
    const { head, upos } = words[i]!;
    if ((head < first || head >= end) && upos !== "PUNCT") return i;
  }
  return end - 1;
}

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { assemble } from "../../src/code/assemble.ts";
import { type CodedDocument, type Coder, loadCoder } from "../../src/code/index.ts";
import type { Joining } from "../../src/code/joining.ts";
import type { Document, Stage } from "../../src/document/index.ts";
import { hashFeature } from "../../src/learn/index.ts";
import { triggerStage } from "../../src/what/index.ts";
import { folder, rows } from "../benchmarks.ts";
import { codedRows } from "../coded/article.ts";
import { documentOf } from "../coded/document-of.ts";
import { everydayRows } from "../coded/everyday.ts";
import { learnJoining, toldTexts } from "../tellings/learn.ts";

type Score = (features: readonly string[]) => number;
interface Row {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** The articles that are coded, and which of the benchmarks' scorers judges them. */
const TASKS: Readonly<Record<string, { readonly scorer: "quiet" | "cases"; readonly rows: () => readonly Row[] }>> = {
  quiet: { scorer: "quiet", rows: () => rows<Row>("quiet/dev.jsonl") },
  everyday: { scorer: "quiet", rows: () => everydayRows() as unknown as readonly Row[] },
  cases: { scorer: "cases", rows: () => rows<Row>("cases/dev.jsonl") },
  coded: { scorer: "cases", rows: () => codedRows() as unknown as readonly Row[] },
};
/** The figures that each scorer prints, by name. */
const FIGURES = {
  quiet: /coded (?<coded>\d+) .*?P\s+(?<P>[\d.]+) R\s+(?<R>[\d.]+).*?: (?<alarmed>\d+) of .*?sprung: (?<sprung>\d+)/,
  cases:
    /coded (?<coded>\d+)\s+P\s+(?<P>[\d.]+) R\s+(?<R>[\d.]+) F1\s+(?<F1>[\d.]+)\s+actors (?<actors>[\d.]+)\s+recipients (?<recipients>[\d.]+).*?time (?<time>[\d.]+).*?whole events right (?<whole>\d+)/s,
};

const FOLDS = 5;
/** The fold of the trees that join tellings, which must not have seen the article either. */
const foldOf = (id: string): number => hashFeature(id) % FOLDS;

/**
 * Codes the articles of `quiet`, `cases` and of train/coded by the whole coder, each with triggers and joining of models that have not seen it,
 * and asks the benchmarks' own scorers. What stands before the triggers is run once. The models of participants are those that ship.
 */
export class HeldOut {
  readonly #coder: Coder = loadCoder();
  readonly #later: readonly Stage[];
  readonly #tasks: readonly {
    readonly name: string;
    readonly scorer: "quiet" | "cases";
    readonly gold: readonly Row[];
    readonly documents: readonly Document[];
  }[];

  readonly #joinings: readonly Joining[];

  constructor() {
    const texts = toldTexts(this.#coder);
    this.#joinings = Array.from({ length: FOLDS }, (_, fold) => learnJoining(texts.filter(({ row }) => foldOf(row.id) !== fold)));
    const { stages } = this.#coder.pipeline;
    const at = stages.findIndex((s) => s.name === "triggers");
    this.#later = stages.slice(at + 1);
    const prepare = (row: Row): Document[] => {
      const document = documentOf(row);
      return document ? [stages.slice(0, at).reduce((done, stage) => stage.run(done), document)] : [];
    };
    this.#tasks = Object.entries(TASKS).map(([name, { scorer, rows: gold }]) => ({
      name,
      scorer,
      gold: gold(),
      documents: gold().flatMap(prepare),
    }));
  }

  /** The articles of each task coded with triggers of at least this probability, as the model itself gives it. */
  code(judged: ReadonlyMap<string, Score>, threshold: number): ReadonlyMap<string, readonly CodedDocument[]> {
    const { identity, lexicon } = this.#coder;
    return new Map(
      this.#tasks.map(({ name, documents }) => [
        name,
        documents.map((document) => {
          const triggers = triggerStage(lexicon, { probability: judged.get(document.source.id)! }, threshold);
          return assemble(
            this.#later.reduce((d, stage) => stage.run(d), triggers.run(document)),
            identity,
            { ...this.#coder, joining: this.#joinings[foldOf(document.source.id)]! },
          );
        }),
      ]),
    );
  }

  /** The scorers' figures where triggers of at least this probability, as the model itself gives it, are taken. */
  figures(judged: ReadonlyMap<string, Score>, threshold: number): Readonly<Record<string, number>> {
    const scratch = mkdtempSync(join(tmpdir(), "dateline-held-out-"));
    const found: Record<string, number> = {};
    for (const [name, coded] of this.code(judged, threshold)) {
      const { scorer, gold } = this.#tasks.find((t) => t.name === name)!;
      const lines = (list: readonly unknown[]): string => list.map((row) => `${JSON.stringify(row)}\n`).join("");
      const [goldFile, codedFile] = [join(scratch, `${name}-gold`), join(scratch, `${name}-coded`)];
      writeFileSync(goldFile, lines(gold));
      writeFileSync(codedFile, lines(coded));
      const printed = execFileSync(process.execPath, [resolve(folder(), "score", `${scorer}.mjs`), goldFile, codedFile], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "inherit"],
      });
      const groups = FIGURES[scorer].exec(printed)?.groups;
      if (groups === undefined) throw new Error(`${name}: the scorer prints “${printed.slice(0, 200)}”`);
      for (const [figure, value] of Object.entries(groups)) found[`${name} ${figure}`] = Number(value);
    }
    rmSync(scratch, { recursive: true });
    return found;
  }
}

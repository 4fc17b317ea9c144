import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { assemble } from "../../src/code/assemble.ts";
import { type Coder, loadCoder } from "../../src/code/index.ts";
import type { Document, Stage } from "../../src/document/index.ts";
import { read } from "../../src/read/index.ts";
import { triggerStage } from "../../src/what/index.ts";
import { folder, rows } from "./sources.ts";

type Score = (features: readonly string[]) => number;
interface Row {
  readonly id: string;
  readonly [field: string]: unknown;
}

const TASKS = ["quiet", "cases"] as const;
/** What a program's user would have, too. */
const GIVEN = ["id", "title", "publisher", "published", "url", "text"];
/** The figures in each scorer's first line, in their order. */
const FIGURES = {
  quiet: /coded (?<coded>\d+) .*?P\s+(?<P>[\d.]+) R\s+(?<R>[\d.]+).*?: (?<alarmed>\d+) of .*?sprung: (?<sprung>\d+)/,
  cases: /coded (?<coded>\d+)\s+P\s+(?<P>[\d.]+) R\s+(?<R>[\d.]+) F1\s+(?<F1>[\d.]+)/,
};

/**
 * Codes the articles of `quiet` and `cases` by the whole coder, each with triggers of a model that has not seen it, and asks the
 * benchmarks' own scorers. What stands before the triggers is run once.
 */
export class HeldOut {
  readonly #coder: Coder = loadCoder();
  readonly #later: readonly Stage[];
  readonly #documents: Readonly<Record<(typeof TASKS)[number], readonly Document[]>>;

  constructor() {
    const { stages } = this.#coder.pipeline;
    const at = stages.findIndex((s) => s.name === "triggers");
    this.#later = stages.slice(at + 1);
    const prepare = (task: string) =>
      rows<Row>(`${task}/dev.jsonl`).flatMap((row) =>
        read(JSON.stringify(Object.fromEntries(GIVEN.filter((k) => row[k] != null).map((k) => [k, row[k]]))), {
          name: `${row.id}.jsonl`,
        }).flatMap((result) => (result.ok ? [stages.slice(0, at).reduce((document, stage) => stage.run(document), result.document)] : [])),
      );
    this.#documents = { quiet: prepare("quiet"), cases: prepare("cases") };
  }

  /** The scorers' figures where triggers of at least this probability, as the model itself gives it, are taken. */
  figures(judged: ReadonlyMap<string, Score>, threshold: number): Readonly<Record<string, number>> {
    const { identity, lexicon, means } = this.#coder;
    const scratch = mkdtempSync(join(tmpdir(), "dateline-held-out-"));
    const found: Record<string, number> = {};
    for (const task of TASKS) {
      const coded = this.#documents[task].map((document) => {
        const triggers = triggerStage(lexicon, { probability: judged.get(document.source.id)! }, threshold);
        return assemble(
          this.#later.reduce((d, stage) => stage.run(d), triggers.run(document)),
          identity,
          lexicon,
          means,
        );
      });
      const predictions = join(scratch, task);
      writeFileSync(predictions, coded.map((c) => `${JSON.stringify(c)}\n`).join(""));
      const gold = resolve(folder(), task, "dev.jsonl");
      const printed = execFileSync(process.execPath, [resolve(folder(), "score", `${task}.mjs`), gold, predictions], { encoding: "utf8" });
      const groups = FIGURES[task].exec(printed)?.groups;
      if (groups === undefined) throw new Error(`${task}: the scorer prints “${printed.slice(0, 200)}”`);
      for (const [name, value] of Object.entries(groups)) found[`${task} ${name}`] = Number(value);
    }
    rmSync(scratch, { recursive: true });
    return found;
  }
}

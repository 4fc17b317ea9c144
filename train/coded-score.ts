import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { code, loadCoder } from "../src/code/index.ts";
import { folder } from "./benchmarks.ts";
import { type CaseRow, codedRows } from "./coded/article.ts";
import { documentOf } from "./coded/document-of.ts";

/** Half of the articles stay sealed: their errors are not read, so that their figures tell of texts that nobody has worked on. */
export const isSealed = ({ id }: CaseRow): boolean => createHash("sha256").update(id).digest()[0]! % 2 === 1;

/**
 * Codes the articles of train/coded by the program as it is and scores them as the cases are scored: those that may be read, and those that
 * are sealed. The triggers' model has seen them; what is of interest is how right the fields are. `--show` prints the errors of the open
 * half.
 */
export async function train(args: string[]): Promise<void> {
  const coder = loadCoder();
  const scratch = mkdtempSync(join(tmpdir(), "dateline-coded-"));
  for (const half of ["open", "sealed"] as const) {
    const gold = codedRows().filter((row) => isSealed(row) === (half === "sealed"));
    const coded = gold.flatMap((row) => {
      const document = documentOf(row);
      return document ? [code(document, coder)] : [];
    });
    const lines = (list: readonly unknown[]): string => list.map((row) => `${JSON.stringify(row)}\n`).join("");
    writeFileSync(join(scratch, "gold"), lines(gold));
    writeFileSync(join(scratch, "coded"), lines(coded));
    const show = half === "open" && args.includes("--show") ? ["--show"] : [];
    console.log(`${half}: ${gold.length} articles`);
    console.log(
      execFileSync(process.execPath, [resolve(folder(), "score/cases.mjs"), join(scratch, "gold"), join(scratch, "coded"), ...show], {
        encoding: "utf8",
        maxBuffer: 1 << 26,
      }),
    );
  }
  rmSync(scratch, { recursive: true });
}

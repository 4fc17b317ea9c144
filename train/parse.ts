import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { trainLemmas } from "./parse/lemmas.ts";
import { quantise } from "./parse/quantise.ts";
import { trainSegmentation } from "./parse/train-segment.ts";
import { trainVectors } from "./parse/vectors.ts";

const models = fileURLToPath(new URL("../models/parse", import.meta.url));
const bench = process.env.DATELINE_BENCH ?? fileURLToPath(new URL("../../shared/bench", import.meta.url));

/**
 * Makes models/parse: tokenizer, sentence splitter, lemma exceptions, word vectors from unlabelled text, and the network (which needs
 * Debian's python3-torch and libopenblas0-pthread).
 * `npm run train -- parse [minutes] [train.conllu …]`: minutes of network training (default 30), then treebanks (default EWT and GUM).
 */
export async function train(args: string[]): Promise<void> {
  const minutes = args[0] ?? "30";
  const files = args.length > 1 ? args.slice(1) : ["ewt", "gum"].map((t) => join(bench, "parse", `${t}-train.conllu`));
  trainSegmentation(files, models);
  trainLemmas(files, join(models, "lemmas.tsv"));
  const work = mkdtempSync(join(tmpdir(), "dateline-train-"));
  const float = join(work, "network.bin");
  const vectors = join(work, "vectors.bin");
  trainVectors(bench, files, models, vectors, 3);
  const script = fileURLToPath(new URL("./parse/network.py", import.meta.url));
  const dev = ["ewt", "gum"].map((t) => join(bench, "parse", `${t}-dev.conllu`));
  execFileSync(
    "/usr/bin/python3",
    [script, "--train", ...files, "--dev", ...dev, "--vectors", vectors, "--out", float, "--minutes", minutes],
    {
      stdio: "inherit",
      env: { ...process.env, OPENBLAS_NUM_THREADS: "1" },
    },
  );
  quantise(float, join(models, "parser.bin"));
}

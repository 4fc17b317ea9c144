import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { hashWord, RARITY_BUCKETS, RARITY_STEPS, wordsOf } from "../src/merge/rarity.ts";

/** A word in fewer articles counts as in this many: else a word of the background would be less rare than one that it lacks. */
const RAREST = 3;

/** Folders of the benchmarks whose texts are news; what is annotated in them is not read. */
const NEWS = ["incidents", "quiet", "cases", "places", "times", "attribution", "pages", "entities", "roles"];

/**
 * Counts in how many articles each word stands and writes the table of rarities: one byte a bucket, no words. The texts are used
 * unlabelled.
 */
export async function train(): Promise<void> {
  const folder = resolve(process.env.DATELINE_BENCH ?? new URL("../../shared/bench", import.meta.url).pathname);
  const counts = new Uint32Array(RARITY_BUCKETS);
  let articles = 0;
  for (const name of NEWS) {
    for (const file of readdirSync(join(folder, name))
      .filter((f) => f.endsWith(".jsonl"))
      .sort()) {
      for (const line of readFileSync(join(folder, name, file), "utf8").split("\n")) {
        const row = line === "" ? {} : (JSON.parse(line) as { text?: unknown; doctext?: unknown });
        const text = row.text ?? row.doctext;
        if (typeof text !== "string" || text.length < 200) continue;
        articles++;
        for (const bucket of new Set(wordsOf(text).map((word) => hashWord(word) & (RARITY_BUCKETS - 1)))) counts[bucket]!++;
      }
    }
  }
  const bytes = Uint8Array.from(counts, (count) =>
    Math.min(255, Math.round(Math.log((articles + 1) / Math.max(count, RAREST)) * RARITY_STEPS)),
  );
  writeFileSync(new URL("../models/merge/rarity.bin", import.meta.url), bytes);
  console.log(`${articles} articles, ${counts.filter((c) => c > 0).length} buckets used`);
}

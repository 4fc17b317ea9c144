import { expect, test } from "vitest";
import { Document } from "../document/index.ts";
import { onThreads } from "./on-threads.ts";
import { WorkerPool } from "./worker-pool.ts";

const SCRIPT = new URL("./worker.fixture.ts", import.meta.url);

async function* documents(texts: readonly string[], taken: { count: number } = { count: 0 }) {
  for (const [i, text] of texts.entries()) {
    taken.count++;
    yield Document.from({ id: `d${i}`, text, language: "en" });
  }
}

async function all(texts: readonly string[], workers: number, signal?: AbortSignal) {
  const results: string[] = [];
  for await (const coding of onThreads(documents(texts), new WorkerPool(workers, {}, SCRIPT), 4, signal))
    results.push(coding.ok ? coding.coded.id : `${coding.document.source.id}: ${coding.error.message}`);
  return results;
}

test("results come in the order of the input, whichever thread ends first, for any number of threads", async () => {
  const texts = ["30", "0", "10", "0", "20", "0", "0", "5"];
  const expected = texts.map((_, i) => `d${i}`);
  for (const workers of [1, 2, 3]) expect(await all(texts, workers)).toEqual(expected);
});

test("a document that fails, or takes its thread with it, is a result of its own, and the rest is done", async () => {
  const results = await all(["0", "fail", "die", "0", "0"], 2);
  expect(results.map((r) => r.split(":")[0])).toEqual(["d0", "d1", "d2", "d3", "d4"]);
  expect(results[1]).toContain("no idea");
  expect(results[2]).toContain("thread ended");
});

test("input is read only as far ahead as was asked", async () => {
  const taken = { count: 0 };
  for await (const _ of onThreads(documents(Array<string>(100).fill("0"), taken), new WorkerPool(2, {}, SCRIPT), 4, undefined)) break;
  expect(taken.count).toBe(4);
});

test("aborting stops the work and gives the reason", async () => {
  await expect(all(["60000", "0"], 2, AbortSignal.timeout(200))).rejects.toThrow(/timeout/i);
});

test("a coder that cannot be loaded is said once, not blamed on every document", async () => {
  const pool = new WorkerPool(2, {}, new URL("./missing-worker.ts", import.meta.url));
  const run = async () => {
    for await (const _ of onThreads(documents(["0"]), pool, 4, undefined));
  };
  await expect(run()).rejects.toThrow(/missing-worker/);
});

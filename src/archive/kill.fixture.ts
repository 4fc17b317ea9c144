import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sample } from "../merge/sample.fixture.ts";
import { openArchive } from "./index.ts";

const BATCH = 3;

export interface KillResult {
  readonly kills: number;
  /** Documents whose ingestion had been acknowledged before some kill. */
  readonly acknowledged: number;
  /** What was wrong after a kill, in words. */
  readonly faults: readonly string[];
}

/**
 * Ingests into one archive from a child process that is killed (SIGKILL) again and again at moments drawn from a seed, and looks after
 * each kill whether all that was acknowledged is there and nothing is half-written.
 */
export async function killAgainAndAgain(file: string, kills: number, seed: number): Promise<KillResult> {
  const random = mulberry32(seed);
  const acknowledged = new Set<string>();
  const faults: string[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const from = acknowledged.size + kill * 1000;
    await ingestUntilKilled(file, from, Math.floor(random() * 8), random() * 12, acknowledged);
    const archive = openArchive(file, { create: false });
    const health = await archive.check();
    faults.push(...health.problems.map((problem) => `after kill ${kill + 1}: ${problem}`));
    for (const id of acknowledged) {
      const coded = await archive.coded(id);
      const mentions = await archive.count("mentions", { documents: [id] });
      if (coded?.text !== sample(id).text || mentions !== 2) faults.push(`after kill ${kill + 1}: ${id} was acknowledged and is not whole`);
    }
    if (health.mentions !== 2 * health.documents || health.documents % BATCH !== 0)
      faults.push(`after kill ${kill + 1}: ${health.documents} documents with ${health.mentions} mentions: a batch is half-written`);
    await archive.close();
    if (faults.length > 0) break;
  }
  return { kills, acknowledged: acknowledged.size, faults };
}

async function ingestUntilKilled(file: string, from: number, acks: number, delay: number, acknowledged: Set<string>): Promise<void> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), file, String(from)], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  let seen = 0;
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (id) => {
    acknowledged.add(id);
    if (++seen === acks * BATCH + 1) sleep(delay).then(() => child.kill("SIGKILL"));
  });
  const [, signal] = (await ended) as [number | null, NodeJS.Signals | null];
  if (signal !== "SIGKILL") throw new Error("the child ended by itself before it could be killed");
}

/** A small seeded generator (mulberry32, public domain), so that a failing run can be run again. */
function mulberry32(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The child: ingests in small batches and names each document on standard output once its batch is acknowledged. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file, from] = process.argv.slice(2);
  const archive = openArchive(file!);
  for (let n = Number(from); ; n += BATCH) {
    const coded = Array.from({ length: BATCH }, (_, i) => sample(`killed-${n + i}`));
    await archive.ingest(coded.map((c) => ({ document: { source: { ...c, warnings: undefined } }, coded: c })));
    for (const { id } of coded) writeSync(1, `${id}\n`);
  }
}

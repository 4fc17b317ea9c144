import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openArchive } from "../src/archive/index.ts";
import { mergeArchive } from "../src/merge/index.ts";
import { madeDocument } from "../src/merge/made-documents.fixture.ts";
import { MadeStore } from "./merge/made-store.ts";

const SIZES = [10_000, 100_000, 1_000_000];
/** Reports in the archive to which one article more is added. */
const ARCHIVE = 100_000;
const BATCH = 1000;
const ARTICLES_A_DAY = 100;

/**
 * How long merging takes as the number of reports grows tenfold (made reports, spread over days as news is, made again whenever they are
 * read; `DATELINE_MERGE_SIZES` names other sizes), and what one new article costs an archive on the disk (`DATELINE_MERGE_ARCHIVE` names
 * another size). Time of the clock, and of the processor, which other programs on the machine disturb less.
 */
export async function report(): Promise<string> {
  const lines: string[] = [];
  const tell = (line: string) => {
    lines.push(line);
    console.error(line); // Long work: what is known is told at once.
  };
  const sizes = process.env.DATELINE_MERGE_SIZES?.split(",").filter(Boolean).map(Number) ?? SIZES;
  await mergeArchive(new MadeStore(3000));
  let before: Spent | undefined;
  for (const size of sizes) {
    const store = new MadeStore(size);
    const spent = await timed(() => mergeArchive(store));
    const ratio = before
      ? `: ${(spent.clock / before.clock).toFixed(1)} times the size before (processor ${(spent.processor / before.processor).toFixed(1)})`
      : "";
    tell(`merging ${count(size)} reports into ${count(store.written)} events: ${told(spent)}${ratio}; ${memory()}`);
    before = spent;
  }
  await oneMore(Number(process.env.DATELINE_MERGE_ARCHIVE ?? ARCHIVE), tell);
  return lines.join("\n");
}

interface Spent {
  /** Seconds. */
  readonly clock: number;
  readonly processor: number;
}

async function timed(work: () => Promise<unknown>): Promise<Spent> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { clock: (performance.now() - began) / 1000, processor: (user + system) / 1e6 };
}

/** A whole merge of an archive, and what one article more costs. */
async function oneMore(size: number, tell: (line: string) => void): Promise<void> {
  if (size === 0) return;
  const folder = mkdtempSync(join(tmpdir(), "merge-"));
  const archive = openArchive(join(folder, "made.dateline"));
  try {
    const days = Math.ceil(size / ARTICLES_A_DAY);
    const add = (from: number, to: number) =>
      archive.ingest(
        Array.from({ length: to - from }, (_, i) => madeDocument(from + i, days)).map((coded) => ({ document: { source: coded }, coded })),
      );
    for (let from = 1; from < size; from += BATCH) await add(from, Math.min(size, from + BATCH));
    const whole = await timed(() => mergeArchive(archive));
    tell(`an archive of ${count(size - 1)} reports, merged whole: ${told(whole)}`);
    await add(0, 1);
    let compared = 0;
    const one = await timed(async () => {
      ({ compared } = await mergeArchive(archive));
    });
    tell(
      `one article more: ${told(one)}, ${compared} reports compared; ${Math.round(whole.clock / one.clock).toLocaleString("en")} times less`,
    );
  } finally {
    await archive.close();
    rmSync(folder, { recursive: true });
  }
}

const count = (n: number) => n.toLocaleString("en");
const told = ({ clock, processor }: Spent) =>
  `${clock.toFixed(clock < 1 ? 3 : 1)} s (processor ${processor.toFixed(processor < 1 ? 3 : 1)} s)`;
const memory = () => `${Math.round(process.resourceUsage().maxRSS / 1024)} MiB at the peak`;

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { openArchive } from "../src/archive/index.ts";
import { startServer } from "../src/serve/index.ts";
import { buildWorkbench, startBrowser } from "../workbench/testing/browser.fixture.ts";
import { fillCoded, fillMade } from "./workbench/archives.ts";
import { filterTimes, firstView, keyTimes, panFrames, type Quantiles, quantiles } from "./workbench/screens.ts";

/** The figures of one archive, times in milliseconds. */
export interface WorkbenchFigures {
  readonly archive: string;
  readonly events: number;
  /** Until the first rows of the table are on the screen, and until every picture is. */
  readonly firstView: number;
  readonly allPictures: number;
  readonly filterToRedraw: Quantiles;
  readonly keyToNext: Quantiles;
  readonly mapPanFrame: Quantiles;
  /** Megabytes of the page's JavaScript, and of the server's whole process (this one: the report runs in it). */
  readonly memory: number;
  readonly server: number;
}

export interface WorkbenchReport {
  readonly goals: Readonly<Record<string, string>>;
  /** Kilobytes of all files of the workbench, gzipped. */
  readonly bundle: number;
  readonly machine: string;
  /** How many times longer than on a machine of its own a computation took, because others were computing: times grow with it. */
  readonly slowdown: number;
  readonly archives: readonly WorkbenchFigures[];
}

const GOALS = {
  firstView: "1500 ms",
  filterToRedraw: "200 ms",
  keyToNext: "50 ms at the 95th percentile",
  mapPanFrame: "33 ms at the 95th percentile",
  memory: "500 MB",
  bundle: "900 kB",
};

/** An archive to measure: made once, kept where `folder` says so that it can be used again. */
const ARCHIVES = {
  made: { events: 100_000, fill: fillMade },
  coded: { events: 10_000, fill: fillCoded },
  million: { events: 1_000_000, fill: fillMade },
} as const;
export type ArchiveName = keyof typeof ARCHIVES;

/** Measures the workbench in Chromium: on 100,000 made events and on 10,000 mentions that the coder found in made articles. */
export async function report(
  options: { readonly archives?: readonly ArchiveName[]; readonly folder?: string } = {},
): Promise<WorkbenchReport> {
  const { archives = ["made", "coded"] } = options;
  buildWorkbench();
  const slowdownBefore = slowdownNow();
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "dateline-report-"));
  try {
    const figures: WorkbenchFigures[] = [];
    for (const name of archives) figures.push(await measure(name, join(folder, `${name}.dateline`)));
    const machine = `${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}, software rendering`;
    const slowdown = Math.max(slowdownBefore, slowdownNow());
    return { goals: GOALS, bundle: bundleSize(), machine, slowdown, archives: figures };
  } finally {
    if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(name: ArchiveName, file: string): Promise<WorkbenchFigures> {
  const { events, fill } = ARCHIVES[name];
  const archive = openArchive(file);
  if ((await archive.count("mentions")) === 0) await fill(archive, events);
  const server = await startServer(archive, { port: 0, name: `${name}.dateline` });
  const browser = await startBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
    // What is slow is to be measured, not given up on.
    page.setDefaultTimeout(240_000);
    await page.goto(server.launchUrl());
    await page.evaluate(() => localStorage.setItem("dateline:reviewer", "Ana"));
    const view = await firstView(page, server.url);
    const filterToRedraw = quantiles(await filterTimes(page));
    const mapPanFrame = quantiles(await panFrames(page));
    const memory = await page.evaluate(
      () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1e6,
    );
    const keyToNext = quantiles(await keyTimes(page, server.url));
    return {
      archive: name,
      events: await archive.count(await archive.unit()),
      ...view,
      filterToRedraw,
      keyToNext,
      mapPanFrame,
      memory: Math.round(memory),
      server: Math.round(process.memoryUsage.rss() / 1e6),
    };
  } finally {
    await browser.close();
    await server.close();
    await archive.close();
  }
}

/** Time on the clock over time on the processor, of some seconds of computing. */
function slowdownNow(): number {
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  while (performance.now() - clock < 2000);
  const { user, system } = process.cpuUsage(processor);
  return Math.round(((performance.now() - clock) * 10_000) / (user + system)) / 10;
}

function bundleSize(): number {
  const folder = fileURLToPath(new URL("../dist/workbench/assets", import.meta.url));
  return Math.round(readdirSync(folder).reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1000);
}

// node bench/workbench-report.ts [FOLDER [made|coded|million …]]
if (import.meta.main) {
  const [folder, ...names] = process.argv.slice(2);
  const archives = names.filter((name): name is ArchiveName => name in ARCHIVES);
  console.log(JSON.stringify(await report({ ...(folder !== undefined && { folder }), ...(archives.length > 0 && { archives }) }), null, 2));
}

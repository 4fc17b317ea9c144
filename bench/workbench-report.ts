import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { type Archive, openArchive } from "../src/archive/index.ts";
import { startServer } from "../src/serve/index.ts";
import { startBrowser } from "../workbench/testing/browser.fixture.ts";
import { type Article, codedOf } from "../workbench/testing/made-archive.fixture.ts";

/** The figures of one measurement, times in milliseconds. */
export interface WorkbenchReport {
  readonly events: number;
  readonly firstView: number;
  readonly filterToRedraw: Quantiles;
  readonly keyToNext: Quantiles;
  readonly mapPanFrame: Quantiles;
  /** Megabytes that the page's JavaScript holds. */
  readonly memory: number;
  /** Kilobytes of all files of the workbench, gzipped. */
  readonly bundle: number;
}

interface Quantiles {
  readonly median: number;
  readonly p95: number;
}

const TYPES = ["ASSAULT", "PROTEST", "COERCE", "AID", "CONSULT", "THREATEN"] as const;

/** Measures the workbench in Chromium on made articles of ten events each. */
export async function report(options: { readonly events?: number; readonly file?: string } = {}): Promise<WorkbenchReport> {
  const { events = 100_000 } = options;
  const folder = mkdtempSync(join(tmpdir(), "dateline-report-"));
  const archive = openArchive(options.file ?? join(folder, "made.dateline"));
  try {
    if ((await archive.count("mentions")) === 0) await fill(archive, events);
    return await measure(archive, events);
  } finally {
    await archive.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Made articles of ten events, spread over five years, 2,000 places and 400 actors; no randomness, so that figures can be compared. */
async function fill(archive: Archive, events: number): Promise<void> {
  const each = 10;
  for (let from = 0; from < events / each; from += 200) {
    const batch = Array.from({ length: Math.min(200, events / each - from) }, (_, k) => codedOf(made(from + k, each)));
    await archive.ingest(batch.map((coded) => ({ document: { source: coded }, coded })));
  }
}

function made(i: number, each: number): Article {
  const day = new Date(Date.UTC(2019, 0, 1) + ((i * 7919) % 1826) * 86_400_000).toISOString().slice(0, 10);
  const place = (i * 31) % 2000;
  const lines = Array.from(
    { length: each },
    (_, k) => `Group ${(i * 13 + k * 7) % 400} moved${k} on Band ${(i * 17 + k * 3) % 300}x near the road, and ${k + 2}0 were hurt.`,
  );
  return {
    id: `made-${i}`,
    title: `Report ${i} from Town ${place}`,
    body: `In Town ${place}, today. ${lines.join(" ")}`,
    publisher: `Paper ${i % 40}`,
    published: day,
    place: {
      words: `Town ${place}`,
      name: `Town ${place}`,
      country: ["SYR", "IRQ", "YEM", "SDN", "MLI"][place % 5]!,
      latitude: -30 + ((place * 37) % 800) / 10,
      longitude: -20 + ((place * 53) % 900) / 10,
    },
    time: { words: "today", day },
    events: lines.map((_, k) => ({
      type: TYPES[(i + k) % TYPES.length]!,
      trigger: `moved${k}`,
      who: `Group ${(i * 13 + k * 7) % 400}`,
      toWhom: `Band ${(i * 17 + k * 3) % 300}x`,
      ...(k % 4 === 0 && { killed: [`${k + 2}0`, k + 2] as const }),
      confidence: ((i * 10 + k) % 97) / 100,
    })),
  };
}

async function measure(archive: Archive, events: number): Promise<WorkbenchReport> {
  const server = await startServer(archive, { port: 0, name: "made.dateline" });
  const browser = await startBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
    await page.goto(server.launchUrl());
    await page.evaluate(() => localStorage.setItem("dateline:reviewer", "Ana"));
    const start = performance.now();
    await page.goto(`${server.url}/`);
    await page.locator("table.events tbody tr a").first().waitFor();
    const firstView = performance.now() - start;
    await page.waitForLoadState("networkidle");
    const filterToRedraw = quantiles(await filters(page));
    const mapPanFrame = quantiles(await pan(page));
    const memory =
      (await page.evaluate(() => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize)) / 1e6;
    const keyToNext = quantiles(await keys(page, server.url));
    return {
      events,
      firstView: Math.round(firstView),
      filterToRedraw,
      keyToNext,
      mapPanFrame,
      memory: Math.round(memory),
      bundle: bundleSize(),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** From choosing a type to the table with its first rows. */
async function filters(page: Page): Promise<number[]> {
  const times: number[] = [];
  const whole = await page.locator("#events-title").textContent();
  for (const type of TYPES) {
    times.push(
      await page.evaluate(async (name) => {
        const heading = () => document.querySelector("#events-title")?.textContent;
        const before = heading();
        const started = performance.now();
        history.pushState(null, "", `/?type=${name}`);
        dispatchEvent(new Event("dateline:location"));
        while (heading() === before || document.querySelector("[aria-busy=true]")) await new Promise((done) => requestAnimationFrame(done));
        return performance.now() - started;
      }, type),
    );
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => {
      history.pushState(null, "", "/");
      dispatchEvent(new Event("dateline:location"));
    });
    await page.waitForFunction((text) => document.querySelector("#events-title")?.textContent === text, whole);
    await page.waitForLoadState("networkidle");
  }
  return times;
}

/** Frames while the map is dragged. */
async function pan(page: Page): Promise<number[]> {
  const box = await page.locator(".map").boundingBox();
  if (!box) return [];
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { frames });
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  await page.mouse.move(box.x + 200, box.y + 150);
  await page.mouse.down();
  for (let i = 0; i < 60; i++) await page.mouse.move(box.x + 200 + i * 2, box.y + 150 + (i % 20));
  await page.mouse.up();
  return page.evaluate(() => (window as unknown as { frames: number[] }).frames);
}

/** From a key that decides to the next event on the screen. */
async function keys(page: Page, url: string): Promise<number[]> {
  await page.goto(`${url}/review`);
  await page.locator(".review-columns h2 a").first().waitFor();
  const times: number[] = [];
  for (let i = 0; i < 40; i++) {
    await page.waitForTimeout(250);
    times.push(
      await page.evaluate(async () => {
        const shown = () => document.querySelector(".review-columns h2 a")?.getAttribute("href");
        const before = shown();
        const started = performance.now();
        dispatchEvent(new KeyboardEvent("keydown", { key: "a" }));
        while (shown() === before || shown() === undefined) await new Promise((done) => setTimeout(done, 1));
        return performance.now() - started;
      }),
    );
  }
  return times;
}

function quantiles(times: readonly number[]): Quantiles {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (q: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN);
  return { median: at(0.5), p95: at(0.95) };
}

function bundleSize(): number {
  const folder = fileURLToPath(new URL("../dist/workbench/assets", import.meta.url));
  return Math.round(readdirSync(folder).reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1000);
}

if (import.meta.main) {
  const events = Number(process.argv[2] ?? 100_000);
  console.log(JSON.stringify(await report({ events, ...(process.argv[3] !== undefined && { file: process.argv[3] }) }), null, 2));
}

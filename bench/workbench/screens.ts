import type { Page } from "playwright-core";
import { settled } from "../../workbench/testing/browser.fixture.ts";

/** Milliseconds. */
export interface Quantiles {
  readonly median: number;
  readonly p95: number;
}

export function quantiles(times: readonly number[]): Quantiles {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (q: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN);
  return { median: at(0.5), p95: at(0.95) };
}

/** From the address to the first rows of the table, and to the last picture. */
export async function firstView(page: Page, url: string): Promise<{ readonly firstView: number; readonly allPictures: number }> {
  const start = performance.now();
  await page.goto(`${url}/`, { waitUntil: "commit" });
  await page.locator("table.events tbody tr a").first().waitFor();
  const first = performance.now() - start;
  await settled(page);
  await page.locator(".map[data-drawn]").waitFor();
  await page.locator(".network canvas").first().waitFor();
  return { firstView: Math.round(first), allPictures: Math.round(performance.now() - start) };
}

const FILTERS = ["type=ASSAULT", "type=PROTEST", "type=COERCE", "country=SYR", "killed_min=5", "from=2021-01-01&to=2021-12-31"];

/** So long without a change, in milliseconds, and nothing more is drawn: a picture that a filter leaves as it was is not drawn again. */
const STILL = 1500;

/**
 * From a change of the filter to the last change of the screen that it asks for: every view answered and drawn, the map's tiles and the
 * network too.
 */
export async function filterTimes(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (const filter of FILTERS) {
    for (const query of [filter, ""]) {
      times.push(
        await page.evaluate(
          async ({ search, still }) => {
            const heading = () => document.querySelector("#events-title")?.textContent;
            const before = heading();
            const drawn = new Set<string>();
            const started = performance.now();
            let last = started;
            const observer = new MutationObserver((changes) => {
              for (const { target } of changes)
                if ((target as Element).hasAttribute("data-drawn")) drawn.add((target as Element).className);
              last = performance.now();
            });
            observer.observe(document.querySelector(".overview-main")!, { attributeFilter: ["data-drawn", "aria-busy"], subtree: true });
            history.pushState(null, "", search === "" ? "/" : `/?${search}`);
            dispatchEvent(new Event("dateline:location"));
            const isStill = () => performance.now() - last > still;
            const open = () => heading() === before || document.querySelector("[aria-busy=true]") || (drawn.size < 2 && !isStill());
            while (open()) await new Promise(requestAnimationFrame);
            observer.disconnect();
            return (drawn.size < 2 ? last : performance.now()) - started;
          },
          { search: query, still: STILL },
        ),
      );
      await settled(page);
    }
  }
  return times;
}

/** The lengths of the frames while the map is dragged. */
export async function panFrames(page: Page): Promise<number[]> {
  await page.locator(".map").scrollIntoViewIfNeeded();
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
  await page.mouse.move(box.x + 201, box.y + 150);
  await page.evaluate(() => (window as unknown as { frames: number[] }).frames.splice(0));
  for (let i = 0; i < 90; i++) await page.mouse.move(box.x + 200 + i * 2, box.y + 150 + (i % 20));
  const frames = await page.evaluate(() => [...(window as unknown as { frames: number[] }).frames]);
  await page.mouse.up();
  return frames;
}

/** From a key that decides to the next event on the screen. */
export async function keyTimes(page: Page, url: string): Promise<number[]> {
  await page.goto(`${url}/review`);
  const headline = page.locator(".review-columns h2 a").first();
  await headline.waitFor();
  const times: number[] = [];
  for (let i = 0; i < 60; i++) {
    // As fast as a person who only glances: four a second.
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

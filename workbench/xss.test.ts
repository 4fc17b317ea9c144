import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer } from "../src/serve/index.ts";
import { chromiumPath, settled, startBrowser } from "./testing/browser.fixture.ts";
import { archiveOf, codedOf } from "./testing/made-archive.fixture.ts";
import { PAYLOADS } from "./testing/payloads.fixture.ts";

const EACH = 12;

/** Articles whose titles, bodies, publishers, actors, places and addresses are payloads. */
function hostile() {
  const articles = [];
  for (let i = 0; i < PAYLOADS.length; i += EACH) {
    const some = PAYLOADS.slice(i, i + EACH);
    const at = (k: number) => some[k % some.length]!;
    articles.push({
      ...codedOf({
        id: `hostile-${i}`,
        title: at(0),
        body: `${some.join("\n")}\n${at(1)} attacked ${at(2)} at ${at(3)}, ${at(4)} said.`,
        publisher: at(5),
        published: "2024-01-28",
        place: { words: at(3), name: at(3), country: "SYR", latitude: 35 + i / 1000, longitude: 38 },
        events: [{ type: "ASSAULT", trigger: "attacked", who: at(1), toWhom: at(2), saidBy: [at(4), "said", "statement"] }],
      }),
      url: `javascript:ran()//${at(6)}`,
    });
  }
  return articles;
}

describe.runIf(chromiumPath() !== undefined)("what a source writes is only ever text", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  test(`${PAYLOADS.length} payloads in titles, bodies, actors' names, places and addresses run nothing`, async () => {
    const archive = await archiveOf(hostile());
    const server = await startServer(archive, { port: 0, name: "<img src=x onerror=ran()>" });
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 4000 } })).newPage();
    const ran: string[] = [];
    await page.exposeFunction("ran", () => ran.push(page.url()));
    page.on("dialog", (dialog) => {
      ran.push(dialog.message());
      dialog.dismiss().catch(() => {});
    });
    await page.goto(server.launchUrl());
    const events: string[] = [];
    for await (const { id } of archive.records("events")) events.push(id);
    const first = (await archive.record("events", events[0]!))!;
    const { items } = await archive.documents({ limit: 1000 });
    const paths = [
      "/",
      "/review",
      "/articles",
      ...events.map((id) => `/event/${encodeURIComponent(id)}`),
      ...items.map(({ id }) => `/article/${encodeURIComponent(id)}`),
      `/actor/${encodeURIComponent(first.actors[0]!.name)}`,
      `/place/${encodeURIComponent(first.place!.name)}`,
      `/?words=${encodeURIComponent(PAYLOADS[0]!)}&actor=${encodeURIComponent(PAYLOADS[1]!)}`,
      `/event/${encodeURIComponent(PAYLOADS[2]!)}`,
    ];
    await page.waitForSelector("main");
    for (const path of paths) {
      await page.evaluate((to) => {
        history.pushState(null, "", to);
        dispatchEvent(new Event("dateline:location"));
      }, path);
      await settled(page);
      const foreign = await page.evaluate(() => {
        const bad =
          "main script, main iframe, main object, main embed, main img, main video, main meta, main link, main style, main form[action]";
        const links = [...document.querySelectorAll("main a")].filter((a) => !a.getAttribute("href")?.startsWith("/"));
        return [...document.querySelectorAll(bad), ...links].map((element) => element.outerHTML.slice(0, 100));
      });
      expect(foreign, path).toEqual([]);
    }
    expect(ran).toEqual([]);
    await page.context().close();
    await server.close();
    await archive.close();
  }, 90_000);
});

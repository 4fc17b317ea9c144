import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer } from "../src/serve/index.ts";
import { buildWorkbench, chromiumPath, settled, startBrowser } from "./testing/browser.fixture.ts";
import { archiveOf, codedOf } from "./testing/made-archive.fixture.ts";
import { PAYLOADS } from "./testing/payloads.fixture.ts";

/** So many payloads stand in the body of an article; its page shows them all. */
const IN_A_BODY = 50;

/** An article for each payload: each is a title, a publisher, an actor, a recipient, a source, a place and an address of one of them. */
function hostile() {
  return PAYLOADS.map((title, i) => {
    const at = (k: number) => PAYLOADS[(i + k) % PAYLOADS.length]!;
    const body = i % IN_A_BODY === 0 ? PAYLOADS.slice(i, i + IN_A_BODY).join("\n") : "";
    return {
      ...codedOf({
        id: `hostile-${i}`,
        title,
        body: `${body}\n${at(1)} attacked ${at(2)} at ${at(3)}, ${at(4)} said.`,
        publisher: at(5),
        // Days apart, so that each tells of an event of its own.
        published: new Date(Date.UTC(2010, 0, 1 + 5 * i)).toISOString().slice(0, 10),
        place: { words: at(3), name: at(3), country: "SYR", latitude: -60 + (i % 120), longitude: -170 + ((i * 7) % 340) },
        events: [{ type: "ASSAULT", trigger: "attacked", who: at(1), toWhom: at(2), saidBy: [at(4), "said", "statement"] }],
      }),
      url: `javascript:ran()//${at(6)}`,
    };
  });
}

/** Elements that only markup of a source could have made. */
function foreignElements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const bad =
      "main script, main iframe, main object, main embed, main img, main video, main audio, main meta, main link, main style, main base, main marquee, main form[action]";
    const links = [...document.querySelectorAll("main a")].filter((a) => !/^\/(?!\/)/.test(a.getAttribute("href") ?? ""));
    const handlers = [...document.querySelectorAll("main *")].filter((element) =>
      [...element.attributes].some(({ name }) => name.startsWith("on")),
    );
    return [...document.querySelectorAll(bad), ...links, ...handlers].map((element) => element.outerHTML.slice(0, 100));
  });
}

describe.runIf(chromiumPath() !== undefined)("what a source writes is only ever text", () => {
  let browser: Browser;
  beforeAll(async () => {
    buildWorkbench();
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  test(`${PAYLOADS.length} payloads in titles, bodies, names, places and addresses run nothing`, async () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(1000);
    const archive = await archiveOf(hostile());
    const server = await startServer(archive, { port: 0, name: "<img src=x onerror=ran()>" });
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 4000 } })).newPage();
    const ran: string[] = [];
    await page.exposeFunction("ran", () => ran.push(page.url()));
    page.on("dialog", (dialog) => {
      ran.push(dialog.message());
      dialog.dismiss().catch(() => {});
    });
    const seen = new Set<string>();
    /** Goes to a screen, looks for foreign elements and notes which payloads its words show. */
    const look = async (path?: string) => {
      if (path !== undefined)
        await page.evaluate((to) => {
          history.pushState(null, "", to);
          dispatchEvent(new Event("dateline:location"));
        }, path);
      await settled(page);
      expect(await foreignElements(page), path).toEqual([]);
      const words = (await page.locator("main").textContent()) ?? "";
      for (const payload of PAYLOADS) if (!seen.has(payload) && words.includes(payload)) seen.add(payload);
    };
    await page.goto(server.launchUrl());
    await look();
    // Every place, every title and publisher; the tables that stand for the map and the network.
    for (const button of await page.getByRole("button", { name: "As a table" }).all()) await button.click();
    for (const button of await page.getByRole("button", { name: /^Show all/ }).all()) await button.click();
    await look();
    for (let cursor: string | undefined, i = 0; i === 0 || cursor !== undefined; i++) {
      const query = cursor === undefined ? "" : `?cursor=${cursor}`;
      await look(`/articles${query}`);
      cursor = (await archive.documents({ limit: 100, ...(cursor !== undefined && { cursor }) })).next;
    }
    expect(seen.size, "payloads on the screens so far").toBe(PAYLOADS.length);
    // Every payload in a body, with its marks; events with their reports; names' own pages; filters and addresses.
    for (let i = 0; i < PAYLOADS.length; i += IN_A_BODY) {
      await look(`/article/hostile-${i}`);
      await look(`/event/${encodeURIComponent(`hostile-${i}#e0`)}`);
    }
    for (const [i, screen] of ["actor", "place", "actor", "place"].entries())
      await look(`/${screen}/${encodeURIComponent(PAYLOADS[i * 251]!)}`);
    await look("/review");
    await look(`/?words=${encodeURIComponent(PAYLOADS[0]!)}&actor=${encodeURIComponent(PAYLOADS[1]!)}`);
    await look(`/event/${encodeURIComponent(PAYLOADS[2]!)}`);
    expect(ran).toEqual([]);
    await page.context().close();
    await server.close();
    await archive.close();
  }, 240_000);
});

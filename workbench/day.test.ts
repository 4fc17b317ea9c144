import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Archive, openArchive } from "../src/archive/index.ts";
import type { RunningServer } from "../src/serve/index.ts";
import { type Analyst, accessible, sitDown } from "./testing/analyst.fixture.ts";
import { buildWorkbench, chromiumPath, settled, startBrowser } from "./testing/browser.fixture.ts";
import { ARTICLES, exampleArchive } from "./testing/made-archive.fixture.ts";

const there = chromiumPath() !== undefined;
if (!there && process.env.DATELINE_REQUIRE_BROWSER)
  test("a browser is there to test with", () => {
    throw new Error("DATELINE_REQUIRE_BROWSER is set, but no Chromium was found: install one, or set DATELINE_CHROMIUM to its path");
  });
if (!there && !process.env.DATELINE_REQUIRE_BROWSER)
  console.warn(
    "workbench/day.test.ts: no Chromium was found, so the workbench is not tested in a browser. Set DATELINE_CHROMIUM to its path.",
  );

const FEED = ARTICLES.map(({ title, body, publisher, published }) => JSON.stringify({ title, text: body, publisher, published })).join(
  "\n",
);
let browser: Browser;
let server: RunningServer | undefined;
let archive: Archive | undefined;
let analyst: Analyst | undefined;

async function openPage(of: Archive, options: { readonly dark?: boolean } = {}): Promise<Page> {
  analyst = await sitDown(browser, of, options);
  ({ archive, server } = analyst);
  return analyst.page;
}

async function close(_: Page): Promise<void> {
  await analyst?.leave();
}

describe.runIf(there)("an analyst's day in Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-day-"));
  beforeAll(async () => {
    buildWorkbench();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("add articles, find the disputed toll, fix an actor, split a merge, undo it, review, export, come back", async () => {
    const file = join(folder, "day.dateline");
    let page = await openPage(openArchive(file));
    await page.getByRole("heading", { name: "This archive is empty" }).waitFor();
    await accessible(page, "empty archive");

    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles([
        { name: "feed.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(FEED) },
        { name: "broken.jsonl", mimeType: "application/jsonl", buffer: Buffer.from("{") },
      ]);
    await page.getByText("2 of 2 files read, 5 articles kept, 1 failure").waitFor();
    await page.getByText("broken.jsonl").first().waitFor();
    await page.goto(`${server!.url}/add`);
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles({ name: "feed.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(FEED) });
    await page.getByText("1 of 1 file read, 5 articles kept, 0 failures").waitFor();
    await page
      .locator("input[type=file]")
      .first()
      .setInputFiles({ name: "photo.jpg", mimeType: "image/jpeg", buffer: Buffer.from([0, 1, 2, 3, 0, 0]) });
    await page.getByText("1 failure").waitFor();
    await accessible(page, "add");

    await page.getByRole("link", { name: "Overview" }).click();
    await page.getByRole("heading", { name: "3 events" }).waitFor();
    await page.getByText("1 event without a place on the map").waitFor();
    await accessible(page, "overview");
    for (const button of await page.getByRole("button", { name: "As a table" }).all()) await button.click();
    await accessible(page, "overview as tables");
    await page.getByText("Columns", { exact: true }).click();
    await page.getByRole("checkbox", { name: "The telling sentence" }).check();
    await page.locator("table.events td", { hasText: "marched through Dolen" }).waitFor();
    await accessible(page, "overview with another column");
    await page.getByRole("button", { name: "As they were at first" }).click();
    await page.getByText("Columns", { exact: true }).click();
    await page.getByLabel("Toll").selectOption("true");
    await page.getByRole("heading", { name: "1 event" }).waitFor();
    expect(page.url()).toContain("disputed=true");

    await page.locator("table.events a").first().click();
    await page.getByRole("heading", { name: "3 reports, 2 independent" }).waitFor();
    await page.locator("td.differs", { hasText: "5" }).waitFor();
    await page.getByText("1 copy of the same story").waitFor();
    // What each says by itself: the event has the id of its first report, but that one knows of three only.
    expect(await page.locator("table.sources tbody tr").first().locator("td").nth(6).textContent()).toBe("3");
    await accessible(page, "event");
    const event = page.url();

    await page.getByLabel("Decisions are kept under the name").fill("Ana");
    await page.getByRole("button", { name: "Correct actors" }).click();
    await page.locator("form.edit").getByLabel("Who").fill("Northern Brigade of Karsa");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Northern Brigade of Karsa → River Police" }).waitFor();
    await page.getByText("set by a person").waitFor();

    await page.getByRole("button", { name: /^Not this event.*Five dead/ }).click();
    await page.getByRole("heading", { name: "2 reports, 1 independent" }).waitFor();
    await page.getByText("took 1 of its reports out of it").waitFor();
    await page.locator(".history li", { hasText: "took 1 of its reports" }).getByRole("button", { name: "Undo" }).click();
    await page.getByRole("heading", { name: "3 reports, 2 independent" }).waitFor();

    await page.getByText("As reports came in").waitFor();
    await page.getByRole("link", { name: "Review", exact: true }).click();
    await page.getByText("3 events to review").waitFor();
    await page.getByRole("link", { name: "اللواء الشمالي" }).first().waitFor();
    await accessible(page, "review");
    await page.locator("h1").click();
    await page.keyboard.press("r");
    await page.getByText("1 decided just now").waitFor();
    await page.keyboard.press("a");
    await page.getByText("2 decided just now").waitFor();
    await page.keyboard.press("z");
    await page.keyboard.press("z");
    await page.getByText("0 decided just now").waitFor();
    await page.keyboard.press("a");
    await page.getByText("1 decided just now").waitFor();
    await page.keyboard.press("?");
    await page.getByRole("heading", { name: "Keys" }).waitFor();
    await accessible(page, "keys");
    await page.getByLabel("Key for: Reject").fill("x");
    await page.getByRole("button", { name: "Close" }).click();
    await page.keyboard.press("r");
    await page.keyboard.press("x");
    await page.getByText("2 decided just now").waitFor();
    await page.keyboard.press("z");
    await page.getByText("1 decided just now").waitFor();
    await page.keyboard.press("?");
    await page.getByLabel("Keys are on").uncheck();
    await page.getByRole("button", { name: "Close" }).click();
    await page.keyboard.press("x");
    await page.getByText("1 decided just now").waitFor();
    await page.getByRole("link", { name: "Who reviewed what" }).click();
    await page.getByRole("heading", { name: "Who reviewed what" }).waitFor();
    await page.getByText("taken back").first().waitFor();
    await accessible(page, "agreement");

    for (const [path, screen] of [
      ["/articles", "articles"],
      ["/actor/River%20Police", "actor"],
      ["/place/Karsa", "place"],
      ["/nowhere", "no such screen"],
    ] as const) {
      await page.goto(server!.url + path);
      await accessible(page, screen);
    }
    await page.goto(`${server!.url}/articles`);
    await page.getByRole("link", { name: "Five dead after shelling of bridge" }).click();
    await page.locator("mark[data-question=what]", { hasText: "attacked" }).hover();
    await page.locator(".card[data-lit]").waitFor();
    await page.locator(".card button", { hasText: "Karsa" }).focus();
    await page.locator("mark[data-lit]", { hasText: "Karsa" }).waitFor();
    await accessible(page, "article");

    await page.goto(`${server!.url}/export?type=ASSAULT`);
    await page.getByRole("heading", { name: "Export 2 events" }).waitFor();
    await accessible(page, "export");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^csv/ }).click()]);
    const csv = readFileSync(await download.path(), "utf8");
    expect(csv).toContain("River Police");
    expect(csv).toContain("filter: type=ASSAULT");
    await close(page);

    page = await openPage(openArchive(file), { dark: true });
    await page.goto(event.replace(/^http:\/\/[^/]+/, server!.url));
    await page.getByRole("heading", { name: "Northern Brigade of Karsa → River Police" }).waitFor();
    await page.getByRole("heading", { name: "3 reports, 2 independent" }).waitFor();
    await accessible(page, "event, dark");
    await page.goto(server!.url);
    await page.getByRole("heading", { name: "3 events" }).waitFor();
    await accessible(page, "overview, dark");
    await close(page);
  }, 90_000);

  test("two who decide on one event see both decisions; a third settles what they differ on", async () => {
    const page = await openPage(await exampleArchive());
    await page.goto(`${server!.url}/event/wire%23e0`);
    await page.getByLabel("Decisions are kept under the name").fill("Ana");
    await archive!.decide({ by: "Ben", kind: "reject", subjects: ["wire#e0"] });
    await page.getByRole("button", { name: "Accept", exact: true }).click();
    const conflict = page.getByRole("alert").filter({ hasText: "Someone else has decided since." });
    await conflict.getByText("Ben rejected it").waitFor();
    await conflict.locator("dd", { hasText: "accepted it" }).waitFor();
    await accessible(page, "conflict");
    await conflict.getByRole("button", { name: "Decide as I did, knowing this" }).click();
    await page.locator(".history li").nth(1).getByText("Ben").waitFor();
    expect(
      (await archive!.decisions({ standing: true })).filter(({ kind }) => kind === "accept" || kind === "reject").map(({ by }) => by),
    ).toEqual(["Ben", "Ana"]);

    await page.goto(`${server!.url}/review/agreement`);
    await page.getByRole("heading", { name: "1 event to settle" }).waitFor();
    await page.getByLabel("Decisions are kept under the name").fill("Cleo");
    await accessible(page, "agreement, to settle");
    await page
      .locator(".disputed")
      .getByRole("button", { name: /^Accept/ })
      .click();
    await page.getByRole("heading", { name: "1 difference settled" }).waitFor();
    await page.locator(".disputed li", { hasText: "Ben: rejected; Ana: accepted" }).getByText("accepted by Cleo").waitFor();
    await close(page);
  }, 60_000);

  test("an event that is pointed to in the table is shown in every picture, and pictures narrow the set", async () => {
    const page = await openPage(await exampleArchive());
    const row = page.locator("table.events tbody tr", { hasText: "Karsa" });
    await row.waitFor();
    await page.locator(".map[data-drawn]").waitFor();
    await page.locator(".network[data-drawn]").waitFor();
    expect(await page.locator(".pointed").count()).toBe(0);
    await row.locator("td", { hasText: "28 Jan 2024" }).hover();
    await page.locator(".map .pointed").waitFor();
    await page.locator(".timeline .pointed").waitFor({ state: "attached" });
    await page.locator("h2", { hasText: "When" }).hover();
    await page.locator(".map .pointed").waitFor({ state: "detached" });
    await row.locator("a").first().focus();
    await page.locator(".map .pointed").waitFor();
    await page.locator(".timeline .pointed").waitFor({ state: "attached" });

    const weeks = page.locator(".timeline svg");
    await weeks.scrollIntoViewIfNeeded();
    const box = (await weeks.boundingBox())!;
    await page.mouse.move(box.x + 1, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.45, box.y + 60, { steps: 4 });
    await page.mouse.up();
    await page.getByRole("heading", { name: "1 event", exact: true }).waitFor();
    expect(page.url()).toMatch(/from=2024-01-\d\d&to=2024-01-\d\d/);
    await page.getByRole("button", { name: "Clear all" }).click();
    await page.getByRole("heading", { name: "3 events" }).waitFor();
    await page.getByRole("button", { name: "Only what is in this area" }).click();
    await page.getByRole("heading", { name: "2 events" }).waitFor();
    expect(page.url()).toContain("box=");
    await close(page);
  }, 60_000);

  test("all of it by keyboard: what has focus is seen, and nothing holds it", async () => {
    const page = await openPage(await exampleArchive());
    await page.getByRole("heading", { name: "3 events" }).waitFor();
    const seen = new Set<string>();
    for (let i = 0; i < 90; i++) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const { activeElement: on } = document;
        if (!(on instanceof HTMLElement) || on === document.body) return undefined;
        const { outlineStyle, outlineWidth } = getComputedStyle(on);
        const ring = outlineStyle !== "none" && outlineWidth !== "0px";
        const inLabel = on.matches("input.hidden");
        return {
          name: `${on.tagName} ${on.textContent?.slice(0, 30)} ${on.getAttribute("aria-label") ?? ""} ${on.getAttribute("type") ?? ""} ${on.id}`,
          ring: ring || inLabel,
        };
      });
      if (!focused) break;
      expect(focused.ring, focused.name).toBe(true);
      seen.add(focused.name);
    }
    expect([...seen].join("\n")).toMatch(/Assault/);
    await close(page);
  }, 30_000);

  test("at 400% zoom the pages do not scroll sideways", async () => {
    const page = await openPage(await exampleArchive());
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of ["/", "/event/wire%23e0", "/article/wire", "/review", "/add", "/export"]) {
      await page.goto(server!.url + path);
      await settled(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(321);
    }
    // The filters do not stand between a reader and the first picture, and are there when asked for.
    await page.goto(server!.url);
    await settled(page);
    expect(await page.getByRole("checkbox", { name: /Protest/ }).isVisible()).toBe(false);
    await page.getByText("Filters", { exact: true }).click();
    await page.getByRole("checkbox", { name: /Protest/ }).check();
    await page.getByText("Filters (1)").waitFor();
    await accessible(page, "overview, 400% zoom");
    await close(page);
  }, 30_000);
});

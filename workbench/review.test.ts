import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessible, sitDown } from "./testing/analyst.fixture.ts";
import { buildWorkbench, chromiumPath, startBrowser } from "./testing/browser.fixture.ts";
import { ARTICLES, type Article, archiveOf, codedOf, exampleArchive } from "./testing/made-archive.fixture.ts";

/** Selects words in an article, as dragging over them does. */
async function select(page: Page, document: string, words: string): Promise<void> {
  await page.evaluate(
    ([of, sought]) => {
      const box = window.document.querySelector(`[data-document="${of}"]`)!;
      const walker = window.document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent!.indexOf(sought!);
        if (at < 0) continue;
        const range = window.document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + sought!.length);
        getSelection()!.removeAllRanges();
        getSelection()!.addRange(range);
        return;
      }
      throw new Error(`not shown: ${sought}`);
    },
    [document, words],
  );
}

describe.runIf(chromiumPath() !== undefined)("the review queue", () => {
  let browser: Browser;
  beforeAll(async () => {
    buildWorkbench();
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  test("words selected in the article become a field, with them as its evidence", async () => {
    const { page, archive, server, leave } = await sitDown(browser, await exampleArchive());
    await page.goto(`${server.url}/review?id=${encodeURIComponent("wire#e0")}`);
    await page.getByLabel("Decisions are kept under the name").fill("Ana");
    await page.locator('[data-document="wire"]').waitFor();
    await select(page, "wire", "A hospital official");
    await page.locator(".selection q", { hasText: "A hospital official" }).waitFor();
    await accessible(page, "review, with words selected");
    await page.locator(".selection").getByRole("button", { name: "To whom" }).click();
    expect(await page.locator("form.edit").getByLabel("To whom").inputValue()).toBe("A hospital official");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Northern Brigade → A hospital official" }).waitFor();
    const text = ARTICLES[0]!.title.length + 2 + ARTICLES[0]!.body.indexOf("A hospital official");
    expect(await archive.decisions()).toMatchObject([
      { kind: "correct", field: "recipients", value: ["A hospital official"], evidence: [{ document: "wire", span: [text, text + 19] }] },
    ]);
    await leave();
  }, 60_000);

  test("an event that the coder missed is made from its words, and taken back", async () => {
    const { page, archive, server, leave } = await sitDown(browser, await exampleArchive());
    await page.goto(`${server.url}/review?id=${encodeURIComponent("wire#e0")}`);
    await page.getByLabel("Decisions are kept under the name").fill("Ana");
    await page.locator('[data-document="wire"]').waitFor();
    await page.locator("h1").click();
    await select(page, "wire", "the wounded were taken to the city");
    await page.locator(".selection").waitFor();
    await page.keyboard.press("n");
    const form = page.locator("form.edit");
    await form.getByLabel("What").selectOption("AID");
    await form.getByLabel("Who (names").fill("hospital");
    await accessible(page, "review, a missed event");
    await form.getByRole("button", { name: "Add the event" }).click();
    await page.getByText("1 decided just now").waitFor();
    expect((await archive.find("events", { filter: { types: ["AID"] } })).total).toBe(1);
    await page.locator("h1").click();
    await page.keyboard.press("z");
    await page.getByText("0 decided just now").waitFor();
    expect((await archive.find("events", { filter: { types: ["AID"] } })).total).toBe(0);
    await leave();
  }, 60_000);

  test("two events are made one by a key, and two again by another; the next event keeps nothing of the one before", async () => {
    const [wire, , , , protest] = ARTICLES;
    const market: Article = {
      id: "market",
      title: "Gunmen attack market",
      body: "Gunmen attacked a market in Daraa on Monday, killing nine.",
      publisher: "Evening Paper",
      published: "2024-01-30",
      place: { words: "Daraa", name: "Daraa", country: "SYR", latitude: 32.6, longitude: 36.1 },
      time: { words: "Monday", day: "2024-01-29" },
      events: [{ type: "ASSAULT", trigger: "attacked", who: "Gunmen", killed: ["nine", 9] }],
    };
    const archive = await archiveOf([wire!, market, protest!].map((article) => codedOf(article)));
    expect(await archive.count("events")).toBe(3);
    const { page, server, leave } = await sitDown(browser, archive);
    await page.goto(`${server.url}/review?sort=time&ascending=true`);
    await page.getByLabel("Decisions are kept under the name").fill("Ana");
    await page.locator(".review-columns").waitFor();
    await page.locator(".candidates input:checked").waitFor();
    await page.locator("h1").click();
    await page.keyboard.press("s");
    await page.locator(".report").nth(1).waitFor();
    expect(await archive.count("events")).toBe(2);
    await page.keyboard.press("z");
    await page.locator(".report").nth(1).waitFor({ state: "detached" });
    expect(await archive.count("events")).toBe(3);
    await page.locator("h1").click();
    await page.keyboard.press("c");
    await page.locator("form.edit").getByLabel("Why (may be empty)").fill("about this one");
    await page.locator("h1").click();
    await page.keyboard.press("j");
    await page.locator("form.edit").waitFor({ state: "detached" });
    await page.keyboard.press("c");
    expect(await page.locator("form.edit").getByLabel("Why (may be empty)").inputValue()).toBe("");
    await leave();
  }, 60_000);
});

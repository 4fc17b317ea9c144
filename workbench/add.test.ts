import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openArchive } from "../src/archive/index.ts";
import { accessible, sitDown } from "./testing/analyst.fixture.ts";
import { buildWorkbench, chromiumPath, startBrowser } from "./testing/browser.fixture.ts";
import { ARTICLES } from "./testing/made-archive.fixture.ts";

const feed = (i: number) => {
  const { title, body, publisher, published } = ARTICLES[i]!;
  return JSON.stringify({ title, text: body, publisher, published });
};

describe.runIf(chromiumPath() !== undefined)("adding articles", () => {
  const folder = mkdtempSync(join(tmpdir(), "dateline-add-"));
  let browser: Browser;
  beforeAll(async () => {
    buildWorkbench();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("dropped, pasted, from a folder: what became of each is listed", async () => {
    const { page, archive, server, leave } = await sitDown(browser, openArchive(join(folder, "added.dateline")));
    await page.goto(`${server.url}/add`);
    const data = await page.evaluateHandle(
      (lines) => {
        const transfer = new DataTransfer();
        lines.forEach((line, i) => {
          transfer.items.add(new File([line], `dropped-${i}.jsonl`));
        });
        transfer.items.add(new File(["{"], "broken.jsonl"));
        return transfer;
      },
      [feed(0), feed(1)],
    );
    await page.dispatchEvent(".drop", "dragover", { dataTransfer: data });
    await page.locator(".drop[data-over]").waitFor();
    await page.dispatchEvent(".drop", "drop", { dataTransfer: data });
    await page.getByText("3 of 3 files read, 2 articles kept, 1 failure").waitFor();
    await page.locator(".jobs .failed", { hasText: "broken.jsonl" }).waitFor();

    const { title, body, publisher } = ARTICLES[4]!;
    await page.getByLabel("Text").fill(`${title}\n\n${body}`);
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("Publisher").fill(publisher);
    await page.getByRole("button", { name: "Add this article" }).click();
    await page.getByText("4 of 4 files read, 3 articles kept, 1 failure").waitFor();
    expect(await page.getByLabel("Text").inputValue()).toBe("");

    const chosen = join(folder, "chosen");
    mkdirSync(chosen);
    writeFileSync(join(chosen, "one.jsonl"), feed(2));
    writeFileSync(join(chosen, "two.jsonl"), feed(3));
    await page.locator("input[webkitdirectory]").setInputFiles(chosen);
    await page.getByText("6 of 6 files read, 5 articles kept, 1 failure").waitFor();
    await page.getByRole("link", { name: "See the events" }).waitFor();
    await accessible(page, "add, with what was added");
    expect((await archive.documents()).total).toBe(5);
    await leave();
  }, 60_000);

  test("a watched folder: what comes into it is there, and what cannot be read is told", async () => {
    const watch = join(folder, "watched");
    mkdirSync(watch);
    const { page, server, leave } = await sitDown(browser, openArchive(join(folder, "watched.dateline")), { watch });
    await page.goto(`${server.url}/add`);
    await page.getByText("0 files read, 0 articles kept").waitFor();
    writeFileSync(join(watch, "report.jsonl"), feed(0));
    writeFileSync(join(watch, "broken.jsonl"), "{");
    page.setDefaultTimeout(20_000);
    await page.getByText("2 files read, 1 article kept").waitFor();
    await page.locator(".jobs .failed", { hasText: "broken.jsonl" }).waitFor();
    await accessible(page, "add, with a watched folder");
    await page.getByRole("link", { name: "Overview" }).click();
    await page.getByRole("heading", { name: /^1 (?:event|report of an event)$/ }).waitFor();
    await leave();
  }, 60_000);
});

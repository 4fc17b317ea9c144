import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openArchive } from "../../src/archive/index.ts";
import { startServer } from "../../src/serve/index.ts";
import { buildWorkbench, settled, startBrowser } from "./browser.fixture.ts";
import { exampleArchive } from "./made-archive.fixture.ts";

/** Pictures of every screen, light and dark: `node workbench/testing/screenshots.ts FOLDER`. */
const folder = process.argv[2] ?? "docs/screenshots";
mkdirSync(folder, { recursive: true });
buildWorkbench();
const archive = await exampleArchive();
const decide = (by: string, kind: "accept" | "reject" | "unsure", subject: string) => archive.decide({ by, kind, subjects: [subject] });
for (const [by, kind, subject] of [
  ["Ana", "accept", "wire#e0"],
  ["Ben", "accept", "wire#e0"],
  ["Ana", "accept", "protest#e0"],
  ["Ben", "unsure", "protest#e0"],
] as const)
  await decide(by, kind, subject);
const empty = openArchive(":memory:");
const server = await startServer(archive, { port: 0, name: "examples.dateline" });
const bare = await startServer(empty, { port: 0, name: "new.dateline" });
const browser = await startBrowser();

const SCREENS: readonly (readonly [name: string, path: string])[] = [
  ["overview", "/"],
  ["event", "/event/wire%23e0"],
  ["article", "/article/paper"],
  ["actor", "/actor/Northern%20Brigade"],
  ["place", "/place/Karsa"],
  ["review", "/review?review=accepted&sort=reports"],
  ["agreement", "/review/agreement"],
  ["articles", "/articles"],
  ["add", "/add"],
  ["export", "/export?type=ASSAULT"],
];
for (const colorScheme of ["light", "dark"] as const) {
  const page = await browser.newPage({ viewport: { width: 1360, height: 900 }, colorScheme, locale: "en-GB" });
  page.on("console", (message) => message.type() === "error" && console.error(message.text()));
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(server.launchUrl());
  await page.waitForSelector("nav");
  await page.evaluate(() => localStorage.setItem("dateline:reviewer", "Ana"));
  for (const [name, path] of SCREENS) {
    await page.goto(server.url + path);
    await settled(page);
    if ((await page.locator(".map").count()) > 0) await page.locator(".map[data-drawn]").waitFor();
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) });
  }
  await page.goto(bare.launchUrl());
  await settled(page);
  await page.screenshot({ path: join(folder, `empty-${colorScheme}.png`) });
  await page.close();
}
await browser.close();
await Promise.all([server.close(), bare.close()]);

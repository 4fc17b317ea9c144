import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";

const CANDIDATES = [process.env.DATELINE_CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The path of a Chromium on this computer; undefined when there is none. */
export function chromiumPath(): string | undefined {
  return CANDIDATES.find((path) => path !== undefined && existsSync(path));
}

/** Builds the workbench where it is not built, or older than its sources. */
export function buildWorkbench(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL("../../scripts/build-workbench.mjs", import.meta.url))], { stdio: "inherit" });
}

/** Starts the Chromium that is there. */
export function startBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error("no Chromium was found: install one, or set DATELINE_CHROMIUM to its path");
  return chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--enable-unsafe-swiftshader",
    ],
  });
}

/** Waits until the screen has its heading, nothing on it says that it is still loading, and every answer that it asked for is there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector("main:not([aria-busy=true]) :is(h1, .state)") !== null &&
      ![...document.querySelectorAll("main [role=status]")].some((state) => state.textContent?.startsWith("Loading")),
  );
}

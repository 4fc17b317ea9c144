import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCompact } from "../src/where/compact.ts";
import { importGazetteer, openGazetteer, placeKey } from "../src/where/index.ts";

const ROWS = 1_000_000;
const LOOKUPS = 5_000;

function generated(count: number): string {
  const syllables = "ka ra ba da lo mi su ta ne ri go ve sha dar khe zor bel mar tun qal".split(" ");
  let seed = 12345;
  const next = (n: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed % n;
  };
  const rows: string[] = [];
  for (let i = 1; i <= count; i++) {
    const raw = Array.from({ length: 3 + next(3) }, () => syllables[next(syllables.length)]!).join("");
    const name = raw[0]!.toUpperCase() + raw.slice(1);
    rows.push(
      `${i}\t${name}\t${name}\t\t${(next(170_000) / 1000 - 85).toFixed(4)}\t${(next(360_000) / 1000 - 180).toFixed(4)}\tP\tPPL\tIQ\t\t0${next(9)}\t\t\t\t${next(100_000)}\t\t\t\t2024-01-01`,
    );
  }
  return `${rows.join("\n")}\n`;
}

/** How fast the embedded gazetteer opens, and how fast one million generated GeoNames rows are imported and looked up. Markdown. */
export async function report(): Promise<string> {
  const file = new URL("../models/gazetteer/places.bin", import.meta.url);
  const opened: number[] = [];
  for (let i = 0; i < 7; i++) {
    const start = performance.now();
    openCompact(readFileSync(file)).lookup("kirkuk");
    opened.push(performance.now() - start);
  }
  const folder = mkdtempSync(join(tmpdir(), "dateline-gazetteer-"));
  try {
    writeFileSync(join(folder, "allCountries.txt"), generated(ROWS));
    const target = join(folder, "full.sqlite");
    const start = performance.now();
    const { places, names } = await importGazetteer(folder, target);
    const seconds = (performance.now() - start) / 1000;
    const gazetteer = openGazetteer({ sqlite: target });
    const keys = readFileSync(join(folder, "allCountries.txt"), "utf8")
      .split("\n", LOOKUPS)
      .map((line) => placeKey(line.split("\t")[1] ?? ""));
    const first = performance.now();
    for (const key of keys) gazetteer.lookup(key);
    const micros = ((performance.now() - first) / keys.length) * 1000;
    const size = (path: string | URL) => `${(statSync(path).size / 1e6).toFixed(1)} MB`;
    return [
      "| gazetteer | figure |",
      "|---|---|",
      `| embedded: file, opened and first name found (median of 7) | ${size(file)}, ${opened.sort((a, b) => a - b)[3]!.toFixed(0)} ms |`,
      `| import of ${ROWS.toLocaleString("en")} GeoNames rows | ${seconds.toFixed(1)} s, ${Math.round(ROWS / seconds).toLocaleString("en")} rows/s; ${places} places, ${names} names, ${size(target)} |`,
      `| look-up in the import (${keys.length.toLocaleString("en")} names, ${new Set(keys).size.toLocaleString("en")} different) | ${micros.toFixed(0)} µs a name |`,
    ].join("\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

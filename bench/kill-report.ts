import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killAgainAndAgain } from "../src/archive/kill.fixture.ts";

const KILLS = 200;

/** Kills an ingesting process two hundred times and looks each time whether the archive has kept its word. */
export async function report(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-kill-"));
  try {
    const { acknowledged, faults } = await killAgainAndAgain(join(folder, "a.dateline"), KILLS, 2024);
    if (faults.length > 0) throw new Error(`kill: ${faults.join("\n")}`);
    return `kill: ${KILLS} kills, ${acknowledged} documents acknowledged, all there and whole; no other half-written`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) console.log(await report());

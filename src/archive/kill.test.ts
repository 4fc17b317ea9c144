import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { killAgainAndAgain } from "./kill.fixture.ts";

// Two hundred kills: node bench/kill-report.ts
test("killed at any moment, an archive opens with all that was acknowledged and nothing half-written", { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "kill-"));
  try {
    const { acknowledged, faults } = await killAgainAndAgain(join(folder, "a.dateline"), 20, 1);
    expect(faults).toEqual([]);
    expect(acknowledged).toBeGreaterThan(20);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

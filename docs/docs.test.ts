import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("the reference is what the program says; links lead somewhere; documented commands and options exist", () => {
  const { status, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL("../scripts/docs.mjs", import.meta.url)), "--check"], {
    encoding: "utf8",
    env: { ...process.env, NODE_NO_WARNINGS: "1" },
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

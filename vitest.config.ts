import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{src,bench,train,lexicon,docs,workbench,examples}/**/*.test.{ts,tsx}"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "threads",
  },
});

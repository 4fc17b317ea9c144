import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds the workbench into the package. No inline scripts or styles: the server's policy allows none. */
export default defineConfig({
  root: here("."),
  plugins: [react()],
  build: {
    outDir: here("../dist/workbench"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    modulePreload: { polyfill: false },
  },
});

import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type * as Readability from "@mozilla/readability";
import type * as Eld from "eld/small";
import type * as Feedsmith from "feedsmith";
import type * as Linkedom from "linkedom";

const require = createRequire(import.meta.url);

/** The libraries that cost a tenth of a second or more to load are loaded when the first document needs them, not at start-up. */
export const linkedom = (): typeof Linkedom => require("linkedom") as typeof Linkedom;
export const readability = (): typeof Readability => require("@mozilla/readability") as typeof Readability;
export const feedsmith = (): typeof Feedsmith => require("feedsmith") as typeof Feedsmith;

/** `eld` is exported to `import` alone, so that its file has to be resolved as `import` does before it can be loaded synchronously. */
export const eld = (): typeof Eld.eld => (require(fileURLToPath(import.meta.resolve("eld/small"))) as typeof Eld).eld;

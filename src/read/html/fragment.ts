import { linkedom } from "../lazy.ts";
import { blocks } from "./render.ts";
import { strip } from "./strip.ts";

/** The paragraphs of a piece of HTML that is all article, as feeds carry it. */
export function readFragment(html: string): string[] {
  if (!/[<&]/.test(html))
    return html
      .split(/\n\s*\n/)
      .map((p) => p.replace(/\s+/g, " ").trim())
      .filter((p) => p !== "");
  const { document } = linkedom().parseHTML(`<!doctype html><html><body>${strip(html).html}</body></html>`);
  return document.body ? blocks(document.body) : [];
}

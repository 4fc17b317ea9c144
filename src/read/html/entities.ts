import { linkedom } from "../lazy.ts";

/** Longest metadata value that is looked at: a headline or a list of names, never an article. */
const MAX_METADATA = 2_000;

/** Text with its character references resolved (metadata often holds them twice encoded) and white space collapsed. */
export function plain(text: string): string {
  let t = text.slice(0, MAX_METADATA);
  if (/<[a-z/]/i.test(t)) t = t.replace(/<[^<>]{0,500}>/g, " ");
  for (let i = 0; i < 2 && /&(?:#\d+|#x[0-9a-f]+|[a-z]+);/i.test(t); i++)
    t =
      linkedom()
        .parseHTML(`<p>${t.replaceAll("<", "&lt;")}</p>`)
        .document.querySelector("p")?.textContent ?? t;
  return t.replace(/\s+/g, " ").trim();
}

import { linkedom } from "../lazy.ts";

/** Text with its character references resolved (metadata often holds them twice encoded) and white space collapsed. */
export function plain(text: string): string {
  let t = text;
  if (/<[a-z/]/i.test(t)) t = t.replace(/<[^<>]{0,500}>/g, " ");
  for (let i = 0; i < 2 && /&(?:#\d+|#x[0-9a-f]+|[a-z]+);/i.test(t); i++)
    t =
      linkedom()
        .parseHTML(`<p>${t.replaceAll("<", "&lt;")}</p>`)
        .document.querySelector("p")?.textContent ?? t;
  return t.replace(/\s+/g, " ").trim();
}

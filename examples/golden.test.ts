import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type CodedDocument, code, evidenceFaults, loadCoder } from "../src/code/index.ts";
import { read } from "../src/read/index.ts";

const folder = new URL("./", import.meta.url);
const coder = loadCoder();
const documents = readdirSync(folder)
  .filter((name) => /\.(?:html|txt|jsonl)$/.test(name))
  .sort()
  .flatMap((name) => read(readFileSync(new URL(name, folder)), { name }))
  .map((result) => {
    if (!result.ok) throw new Error(`${result.name}: ${result.message}`);
    return code(result.document, coder);
  });

/** What an article is coded as, in lines that a person can review. Accept a change with `npm test -- -u` after reading it. */
function summary(coded: CodedDocument): string {
  const name = (id: string | undefined): string => coded.actors.find((a) => a.id === id)?.name ?? "";
  const lines = [`${coded.title ?? ""}`, `${coded.publisher ?? "publisher not known"}, ${coded.published ?? "date not known"}`];
  for (const e of coded.events) {
    const place = coded.places.find((p) => p.id === e.place?.ref);
    const who = (list: typeof e.actors): string => list.map((a) => (a.actor ? `${a.text} = ${name(a.actor)}` : a.text)).join("; ");
    lines.push("", `${e.type}${e.mode ? `/${e.mode}` : ""} “${e.trigger.text}” told ${e.mentions.length} time${e.mentions.length > 1 ? "s" : ""}`);
    if (e.actors.length > 0) lines.push(`  who      ${who(e.actors)}`);
    if (e.recipients.length > 0) lines.push(`  to whom  ${who(e.recipients)}`);
    if (e.instruments.length > 0) lines.push(`  with     ${who(e.instruments)}`);
    if (place) lines.push(`  where    ${place.name ?? place.text}${place.country ? `, ${place.country}` : ""}`);
    if (e.time) lines.push(`  when     ${e.time.earliest} to ${e.time.latest}`);
    for (const [harm, c] of Object.entries(e.casualties ?? {})) lines.push(`  ${harm.padEnd(8)} ${c.low}–${c.high}, best ${c.best} “${c.text}”`);
    if (e.attribution.length > 0) lines.push(`  word     ${e.attribution.map((a) => `${a.source.text || "unnamed"} (${a.kind})`).join(" → ")}`);
    const { certainty, polarity, reality } = e.factuality;
    if (certainty !== "certain" || polarity !== "positive" || reality !== "occurred") lines.push(`  how sure ${certainty}, ${polarity}, ${reality}`);
  }
  return `${lines.join("\n")}\n`;
}

describe.each(documents.map((d) => [d.title ?? d.id, d] as const))("%s", (_, coded) => {
  test("every value points at the characters that it rests on", () => {
    expect(evidenceFaults(coded)).toEqual([]);
  });

  test("is coded as it was when it was last reviewed", async () => {
    const file = `expected/${(coded.title ?? coded.id).toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 60)}.txt`;
    await expect(summary(coded)).toMatchFileSnapshot(file);
  });
});

test("the same article gives the same bytes", () => {
  const again = read(readFileSync(new URL("tower-22-claim.html", folder)), { name: "tower-22-claim.html" })[0]!;
  const first = documents.find((d) => d.url?.includes("tower-22-claim"));
  expect(again.ok && JSON.stringify(code(again.document, coder))).toBe(JSON.stringify(first));
});

import type { Archive } from "../../src/archive/index.ts";
import { codeMany } from "../../src/code/index.ts";
import { Document } from "../../src/document/index.ts";
import { type Article, codedOf } from "../../workbench/testing/made-archive.fixture.ts";

const TYPES = ["ASSAULT", "PROTEST", "COERCE", "AID", "CONSULT", "THREATEN"] as const;
const EACH = 10;
const BATCH = 200;

/** Made articles of ten events, spread over five years, 2,000 places and 400 actors; no randomness, so that figures can be compared. */
export async function fillMade(archive: Archive, events: number): Promise<void> {
  for (let from = 0; from < events / EACH; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, events / EACH - from) }, (_, k) => codedOf(made(from + k)));
    await archive.ingest(batch.map((coded) => ({ document: { source: coded }, coded })));
  }
}

function dayOf(i: number): string {
  return new Date(Date.UTC(2019, 0, 1) + ((i * 7919) % 1826) * 86_400_000).toISOString().slice(0, 10);
}

function made(i: number): Article {
  const day = dayOf(i);
  const place = (i * 31) % 2000;
  const lines = Array.from(
    { length: EACH },
    (_, k) => `Group ${(i * 13 + k * 7) % 400} moved${k} on Band ${(i * 17 + k * 3) % 300}x near the road, and ${k + 2}0 were hurt.`,
  );
  return {
    id: `made-${i}`,
    title: `Report ${i} from Town ${place}`,
    body: `In Town ${place}, today. ${lines.join(" ")}`,
    publisher: `Paper ${i % 40}`,
    published: day,
    place: {
      words: `Town ${place}`,
      name: `Town ${place}`,
      country: ["SYR", "IRQ", "YEM", "SDN", "MLI"][place % 5]!,
      latitude: -30 + ((place * 37) % 800) / 10,
      longitude: -20 + ((place * 53) % 900) / 10,
    },
    time: { words: "today", day },
    events: lines.map((_, k) => ({
      type: TYPES[(i + k) % TYPES.length]!,
      trigger: `moved${k}`,
      who: `Group ${(i * 13 + k * 7) % 400}`,
      toWhom: `Band ${(i * 17 + k * 3) % 300}x`,
      ...(k % 4 === 0 && { killed: [`${k + 2}0`, k + 2] as const }),
      confidence: ((i * 10 + k) % 97) / 100,
    })),
  };
}

const TOWNS = ["Aleppo", "Mosul", "Taiz", "Goma", "Gao", "Kidal", "Kunduz", "Sirte", "Raqqa", "Bunia", "Maiduguri", "Hodeidah"];
const ATTACKERS = ["Gunmen", "Rebels", "Government forces", "Islamic State militants", "Suicide bombers", "Soldiers"];
const TARGETS = ["villagers", "a police patrol", "an army convoy", "aid workers", "farmers", "a checkpoint"];
const SPEAKERS = ["the Interior Ministry", "a hospital official", "the army", "local officials", "the United Nations"];

/** Articles of everyday wording, coded by the coder, until there are so many mentions; not merged, since that is what is listed. */
export async function fillCoded(archive: Archive, mentions: number): Promise<void> {
  let batch: { document: { source: Document["source"] }; coded: Parameters<Archive["ingest"]>[0][number]["coded"] }[] = [];
  let found = 0;
  function* documents() {
    for (let i = 0; found < mentions; i++) yield wire(i);
  }
  for await (const coding of codeMany(documents(), { workers: 1 })) {
    if (!coding.ok) continue;
    found += coding.coded.events.length;
    batch.push({ document: { source: coding.document.source }, coded: coding.coded });
    if (batch.length >= BATCH || found >= mentions) {
      await archive.ingest(batch);
      batch = [];
    }
  }
}

function wire(i: number): Document {
  const pick = <T>(list: readonly T[], k: number): T => list[(i * 7 + k * 5 + Math.floor(i / list.length)) % list.length]!;
  const sentence = (k: number) =>
    `${pick(ATTACKERS, k)} attacked ${pick(TARGETS, k)} near ${pick(TOWNS, k)} on ${["Monday", "Thursday", "Saturday"][k % 3]}, ` +
    `killing ${2 + ((i + k) % 9)} people and wounding ${3 + ((i * k) % 20)}, ${pick(SPEAKERS, k)} said.`;
  const march = `Hundreds of people protested in ${pick(TOWNS, 9)} against the government on Friday.`;
  const text = `${pick(TARGETS, 1)} attacked near ${pick(TOWNS, 0)}\n\n${[0, 1, 2, 3].map(sentence).join(" ")}\n\n${march}`;
  return Document.from({
    id: `wire-${i}`,
    url: `https://news.example/wire-${i}`,
    title: `Attack near ${pick(TOWNS, 0)} (${i})`,
    publisher: `Paper ${i % 40}`,
    published: dayOf(i),
    language: "en",
    text,
  } as Parameters<typeof Document.from>[0]);
}

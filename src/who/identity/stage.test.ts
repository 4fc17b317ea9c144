import { expect, test } from "vitest";
import type { EntityType, Mention, Word } from "../../parse/layers.ts";
import { loadDirectory } from "../directory/index.ts";
import type { Actor } from "../layers.ts";
import { findKnownActors, identify } from "./index.ts";

const directory = loadDirectory();

/** Words of a text, without a tree: identities must not need one to be told apart. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*[\p{L}\p{N}]|[\p{L}\p{N}]|[^\s\p{L}\p{N}]/gu)].map((m, index) => ({
    index,
    span: [m.index, m.index + m[0].length],
    text: m[0],
    lemma: m[0].toLowerCase().replace(/(?<=\w{3})s$/, ""),
    upos: /^\p{Lu}/u.test(m[0]) ? "PROPN" : "NOUN",
    xpos: /^\p{Lu}/u.test(m[0]) ? "NNP" : /s$/.test(m[0]) ? "NNS" : "NN",
    morphology: {},
    head: index === 0 ? -1 : 0,
    relation: index === 0 ? "root" : "dep",
    sentence: 0,
  }));
}

type Given = readonly [phrase: string, type: EntityType, form?: Mention["form"], name?: string];

function actorsOf(text: string, given: readonly Given[], chains: readonly (readonly number[])[] = [], date?: string): Actor[] {
  const words = wordsOf(text);
  let from = 0;
  const mentions = given.map(([phrase, type, form = "name", name], index): Mention => {
    const start = text.indexOf(phrase, from);
    from = start + 1;
    const inside = words.filter((w) => w.span[0] >= start && w.span[1] <= start + phrase.length);
    const own = form === "name" ? (name ?? phrase) : undefined;
    const at = own === undefined ? 0 : start + phrase.indexOf(own);
    const head = own === undefined ? inside.at(-1)! : inside.filter((w) => w.span[1] <= at + own.length).at(-1)!;
    return {
      index,
      span: [start, start + phrase.length],
      words: [inside[0]!.index, inside.at(-1)!.index + 1],
      head: head.index,
      ...(own === undefined ? {} : { name: [at, at + own.length] as const }),
      type,
      form,
      confidence: 0.9,
    };
  });
  const chained = new Set(chains.flat());
  const all = [
    ...chains,
    ...mentions
      .map((m) => m.index)
      .filter((i) => !chained.has(i))
      .map((i) => [i]),
  ];
  return identify(directory, { text, words, mentions, chains: all.map((m, index) => ({ index, mentions: m })), ...(date ? { date } : {}) });
}

const spoken = (actor: Actor | undefined): string[] | undefined => actor?.mentions.map((m) => m.text);

test("one group under three names is one actor with its canonical name", () => {
  const actors = actorsOf("Kataib Hezbollah, aka the Hezbollah Brigades, spoke. Kata’ib Hizballah left.", [
    ["Kataib Hezbollah", "armed group"],
    ["the Hezbollah Brigades", "armed group", "name", "Hezbollah Brigades"],
    ["Kata’ib Hizballah", "armed group"],
  ]);
  expect(actors).toHaveLength(1);
  expect(actors[0]).toMatchObject({ id: "a1", name: "Kata'ib Hezbollah", known: "kataib-hezbollah", kind: "armed group", country: "IRQ" });
  expect(actors[0]?.inferred).toBeUndefined();
});

test("coreference cannot make one of two actors that the directory tells apart", () => {
  const actors = actorsOf(
    "Hezbollah warned Kataib Hezbollah. The group agreed.",
    [
      ["Hezbollah", "armed group"],
      ["Kataib Hezbollah", "armed group"],
      ["The group", "armed group", "nominal"],
    ],
    [[0, 1, 2]],
  );
  expect(actors.map((a) => a.known)).toEqual(["hezbollah", "kataib-hezbollah"]);
  expect(spoken(actors[1])).toEqual(["Kataib Hezbollah", "The group"]);
});

test("a country, its forces and its people are three", () => {
  const actors = actorsOf(
    "Israel said Israeli forces fired. Israelis fled.",
    [
      ["Israel", "state"],
      ["Israeli forces", "military", "nominal"],
      ["Israelis", "nationality"],
    ],
    [[0, 1, 2]],
  );
  expect(actors.map((a) => [a.kind, a.known])).toEqual([
    ["state", "israel"],
    ["military", "israel/military"],
    ["people", undefined],
  ]);
  expect(actors[1]?.affiliations).toEqual(["a1"]);
  expect(actors[2]).toMatchObject({ country: "ISR", inferred: ["kind", "country"] });
});

test("some soldiers are not the army", () => {
  const actors = actorsOf("Israeli forces mourned two Israeli soldiers.", [
    ["Israeli forces", "military", "nominal"],
    ["two Israeli soldiers", "person", "nominal"],
  ]);
  expect(actors.map((a) => [a.kind, a.known])).toEqual([
    ["military", "israel/military"],
    ["military", undefined],
  ]);
});

test("a surname goes with the full name, and to nobody when two people bear it", () => {
  const one = actorsOf("Talib Marwani met Omar Fadel. Marwani left.", [
    ["Talib Marwani", "person"],
    ["Omar Fadel", "person"],
    ["Marwani", "person"],
  ]);
  expect(spoken(one[0])).toEqual(["Talib Marwani", "Marwani"]);
  const two = actorsOf("Talib Marwani met Omar Marwani. Marwani left.", [
    ["Talib Marwani", "person"],
    ["Omar Marwani", "person"],
    ["Marwani", "person"],
  ]);
  expect(two).toHaveLength(3);
});

test("an acronym in brackets is the name before it, from then on", () => {
  const actors = actorsOf("The Upper River Defence League (URDL) spoke. URDL left.", [
    ["The Upper River Defence League", "armed group", "name", "Upper River Defence League"],
    ["URDL", "armed group"],
    ["URDL", "armed group"],
  ]);
  expect(actors).toHaveLength(1);
  expect(actors[0]).toMatchObject({ name: "Upper River Defence League", inferred: ["kind"] });
});

test("an office finds its holder at the date of the text, with role and name", () => {
  const actors = actorsOf("Iraq's prime minister spoke. Sudani left.", [["Iraq's prime minister", "person", "nominal"]], [], "2024-05-03");
  expect(actors[0]).toMatchObject({ known: "mohammed-shia-al-sudani", role: "Prime Minister", kind: "person", country: "IRQ" });
});

test("names of the directory are actors also where no mention was recognised", () => {
  const actors = actorsOf("Fighters of Boko Haram fled.", []);
  expect(actors.map((a) => a.known)).toEqual(["boko-haram"]);
});

test("places, weapons and times are no actors", () => {
  expect(
    actorsOf("Rockets fell on Wednesday near the bridge.", [
      ["Rockets", "weapon", "nominal"],
      ["Wednesday", "time"],
    ]),
  ).toEqual([]);
});

test("finds stand at their words", () => {
  const words = wordsOf("The U.S.-led coalition struck al-Shabaab near Kismayo.");
  for (const known of findKnownActors(words, directory)) {
    expect(words[known.words[0]]!.span[0]).toBeLessThanOrEqual(known.span[0]);
    expect(words[known.words[1] - 1]!.span[1]).toBeGreaterThanOrEqual(known.span[1]);
  }
  expect(findKnownActors(words, directory).map((k) => k.entry.id)).toEqual(["global-coalition-against-daesh", "al-shabaab"]);
});

test("an ordinary word names nobody where there are no capitals", () => {
  const known = findKnownActors(wordsOf("it was time to plan, the fmln said in fact; u.s. troops left"), directory);
  expect(known.map((k) => k.entry.id)).toEqual(["farabundo-marti-national-liberation-front", "united-states/military"]);
});

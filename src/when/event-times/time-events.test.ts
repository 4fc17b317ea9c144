import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Sentence, Word } from "../../parse/layers.ts";
import type { PloverType, Trigger } from "../../what/layers.ts";
import { publishedWindow } from "../published.ts";
import { readTimes } from "../read-times.ts";
import { timeEvents } from "./time-events.ts";

type Node = readonly [text: string, upos: Word["upos"], xpos: string, relation: string, head: number];

/** A made-up parse: one list of words for each sentence, heads counted within the sentence from 0, -1 for the root. */
function parsed(...sentences: (readonly Node[])[]) {
  const words: Word[] = [];
  const spans: Sentence[] = [];
  let text = "";
  sentences.forEach((nodes, s) => {
    const first = words.length;
    const begin = text.length;
    for (const [form, upos, xpos, relation, head] of nodes) {
      if (text.length > begin && form !== ".") text += " ";
      const start = text.length;
      text += form;
      const lemma = form.toLowerCase();
      const index = words.length;
      words.push({
        index,
        span: [start, text.length],
        text: form,
        lemma,
        upos,
        xpos,
        morphology: {},
        head: head < 0 ? -1 : first + head,
        relation,
        sentence: s,
      });
    }
    spans.push({ span: [begin, text.length], words: [first, words.length], paragraph: s, kind: "prose" });
    text += " ";
  });
  return { text, words, sentences: spans };
}

function trigger(index: number, head: number, type: PloverType, words: readonly Word[]): Trigger {
  return { index, span: words[head]!.span, words: [head], type, contexts: [], sense: "test", confidence: 1, reasons: [] };
}

function timed(document: ReturnType<typeof parsed>, heads: readonly (readonly [number, PloverType])[], published?: string) {
  const times = readTimes(document.text, { ...(published === undefined ? {} : { published }), syntax: document });
  const window = publishedWindow(published);
  const triggers = heads.map(([head, type], k) => trigger(k, head, type, document.words));
  return timeEvents({ ...document, ...(window === undefined ? {} : { window }), times, triggers });
}

const STRUCK = [
  ["Jets", "NOUN", "NNS", "nsubj", 1],
  ["struck", "VERB", "VBD", "root", -1],
  ["Taiz", "PROPN", "NNP", "obj", 1],
  ["on", "ADP", "IN", "case", 4],
  ["Friday", "PROPN", "NNP", "obl", 1],
  [".", "PUNCT", ".", "punct", 1],
] as const;

describe("when an event happened", () => {
  test("the date that depends on its verb", () => {
    expect(timed(parsed(STRUCK), [[1, "ASSAULT"]], "2024-08-14")).toMatchObject([
      { trigger: 0, time: "t1", earliest: "2024-08-09", latest: "2024-08-09" },
    ]);
  });

  test("not the date of another event in its sentence", () => {
    const document = parsed([
      ["France", "PROPN", "NNP", "nsubj", 1],
      ["condemned", "VERB", "VBD", "root", -1],
      ["the", "DET", "DT", "det", 3],
      ["attack", "NOUN", "NN", "obj", 1],
      ["on", "ADP", "IN", "case", 5],
      ["Friday", "PROPN", "NNP", "nmod", 3],
      [".", "PUNCT", ".", "punct", 1],
    ]);
    const [condemned, attack] = timed(
      document,
      [
        [1, "ACCUSE"],
        [3, "ASSAULT"],
      ],
      "2024-08-14",
    );
    expect(attack).toMatchObject({ earliest: "2024-08-09", latest: "2024-08-09" });
    expect(condemned).toMatchObject({ earliest: "2024-08-14", latest: "2024-08-14" });
  });

  test("“the strike” later on is the one told before", () => {
    const document = parsed(STRUCK, [
      ["The", "DET", "DT", "det", 1],
      ["attack", "NOUN", "NN", "nsubj", 2],
      ["killed", "VERB", "VBD", "root", -1],
      ["nine", "NUM", "CD", "obj", 2],
      [".", "PUNCT", ".", "punct", 2],
    ]);
    const [, attack] = timed(
      document,
      [
        [1, "ASSAULT"],
        [7, "ASSAULT"],
      ],
      "2024-08-14",
    );
    expect(attack).toMatchObject({ earliest: "2024-08-09" });
    expect(attack!.reasons[0]).toContain("struck");
  });

  test("“since 2014” runs up to the day of writing", () => {
    const document = parsed([
      ["Troops", "NOUN", "NNS", "nsubj", 2],
      ["have", "AUX", "VBP", "aux", 2],
      ["fought", "VERB", "VBN", "root", -1],
      ["since", "ADP", "IN", "case", 4],
      ["2014", "NUM", "CD", "obl", 2],
      [".", "PUNCT", ".", "punct", 2],
    ]);
    expect(timed(document, [[2, "ASSAULT"]], "2024-08-14")).toMatchObject([{ earliest: "2014-01-01", latest: "2024-08-14" }]);
  });

  test("fresh news without a time is of the day of publication or the day before; with no date of publication it has none", () => {
    const lead = parsed([
      ["Rebels", "NOUN", "NNS", "nsubj", 2],
      ["have", "AUX", "VBP", "aux", 2],
      ["taken", "VERB", "VBN", "root", -1],
      ["Taiz", "PROPN", "NNP", "obj", 2],
      [".", "PUNCT", ".", "punct", 2],
    ]);
    expect(timed(lead, [[2, "ASSAULT"]], "2024-08-14")).toMatchObject([{ earliest: "2024-08-13", latest: "2024-08-14" }]);
    expect(timed(lead, [[2, "ASSAULT"]])).toEqual([]);
  });

  test("a plan without a date has none", () => {
    const plan = parsed([
      ["Rebels", "NOUN", "NNS", "nsubj", 2],
      ["will", "AUX", "MD", "aux", 2],
      ["attack", "VERB", "VB", "root", -1],
      [".", "PUNCT", ".", "punct", 2],
    ]);
    expect(timed(plan, [[2, "ASSAULT"]], "2024-08-14")).toEqual([]);
  });

  test("a time shut into a noun's phrase by its relative clause is that noun's", () => {
    const called = [
      ["Monitors", "NOUN", "NNS", "nsubj", 1],
      ["denounced", "VERB", "VBD", "root", -1],
      ["an", "DET", "DT", "det", 3],
      ["attack", "NOUN", "NN", "obj", 1],
      ["on", "ADP", "IN", "case", 5],
      ["Friday", "PROPN", "NNP", "obl", 1],
      ["that", "PRON", "WDT", "nsubj", 7],
      ["killed", "VERB", "VBD", "acl:relcl", 3],
      ["five", "NUM", "CD", "obj", 7],
    ] as const;
    const found = timed(
      parsed(called),
      [
        [1, "ACCUSE"],
        [3, "ASSAULT"],
      ],
      "2024-08-14",
    );
    expect(found.find(({ trigger }) => trigger === 1)).toMatchObject({ earliest: "2024-08-09", latest: "2024-08-09" });
    expect(found.find(({ trigger }) => trigger === 0)?.earliest).not.toBe("2024-08-09");
  });

  test("harm is done on the day of that in which it was done, not on the day it is told", () => {
    const told = [
      ["Officials", "NOUN", "NNS", "nsubj", 1],
      ["said", "VERB", "VBD", "root", -1],
      ["on", "ADP", "IN", "case", 3],
      ["Monday", "PROPN", "NNP", "obl", 1],
      ["that", "SCONJ", "IN", "mark", 7],
      ["ten", "NUM", "CD", "nsubj:pass", 7],
      ["were", "AUX", "VBD", "aux:pass", 7],
      ["killed", "VERB", "VBN", "ccomp", 1],
      ["in", "ADP", "IN", "case", 11],
      ["Saturday", "PROPN", "NNP", "nmod:poss", 11],
      ["'s", "PART", "POS", "case", 9],
      ["bombing", "NOUN", "NN", "obl", 7],
    ] as const;
    const found = timed(
      parsed(told),
      [
        [7, "ASSAULT"],
        [11, "ASSAULT"],
      ],
      "2024-08-14",
    );
    expect(found.map(({ earliest, latest }) => [earliest, latest])).toEqual([
      ["2024-08-10", "2024-08-10"],
      ["2024-08-10", "2024-08-10"],
    ]);
  });

  test("whatever the tree, intervals are in order", () => {
    const uposes = ["NOUN", "VERB", "PROPN", "AUX"] as const;
    const relations = ["obl", "nsubj", "obj", "nmod", "ccomp", "acl:relcl", "conj", "advcl", "xcomp"];
    const forms = ["on", "Friday", "2014", "since", "October", "struck", "attack", "last", "week", "and", "between", "yesterday"];
    const node = fc.record({
      form: fc.constantFrom(...forms),
      upos: fc.constantFrom(...uposes),
      relation: fc.constantFrom(...relations),
      up: fc.nat(40),
    });
    fc.assert(
      fc.property(
        fc.array(node, { minLength: 1, maxLength: 25 }),
        fc.option(fc.constantFrom("2024-08-14", "2016-12"), { nil: undefined }),
        (nodes, published) => {
          const document = parsed(
            nodes.map(({ form, upos, relation, up }, i): Node => [form, upos, "NN", i === 0 ? "root" : relation, i === 0 ? -1 : up % i]),
          );
          for (const time of timed(
            document,
            nodes.map((_, i): [number, PloverType] => [i, "ASSAULT"]),
            published,
          )) {
            expect(time.earliest ?? time.latest).toBeDefined();
            if (time.earliest !== undefined && time.latest !== undefined) expect(time.earliest <= time.latest).toBe(true);
          }
        },
      ),
    );
  });
});

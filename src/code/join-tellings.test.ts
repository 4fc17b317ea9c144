import { expect, test } from "vitest";
import type { Sentence, Word } from "../parse/layers.ts";
import type { EventArgument } from "../who/layers.ts";
import { joinTellings } from "./join-tellings.ts";
import { loadJoining } from "./joining.ts";
import type { Telling } from "./telling.ts";

interface Sketch {
  readonly lemma: string;
  readonly at: number;
  readonly type?: Telling["trigger"]["type"];
  readonly actor?: string;
  readonly recipient?: string;
  readonly day?: string;
  readonly killed?: number;
  readonly reality?: Telling["factuality"]["reality"];
  readonly inTitle?: boolean;
  readonly the?: boolean;
}

/** Tellings drawn from sketches: each a noun in a sentence of its own, with a determiner before it. */
function draw(sketches: readonly Sketch[]): { tellings: Telling[]; words: Word[] } {
  const words: Word[] = [];
  const tellings = sketches.map((s, i): Telling => {
    const head = word(words, s.lemma, "NOUN", words.length + 1, s.at);
    words.push(word(words, s.the ? "the" : "a", "DET", words.length, s.at, head.index, "det"), head);
    const argument = (role: EventArgument["role"], actor?: string): EventArgument[] =>
      actor === undefined
        ? []
        : [
            {
              trigger: i,
              role,
              span: [1000 + i * 10, 1001 + i * 10],
              head: head.index,
              actor,
              kind: "armed group",
              confidence: 0.9,
              reasons: [],
            },
          ];
    const sentence: Sentence = { span: [0, 1], words: [head.index - 1, head.index + 1], paragraph: s.at, kind: "prose" };
    return {
      trigger: {
        index: i,
        span: head.span,
        words: [head.index],
        type: s.type ?? "ASSAULT",
        contexts: [],
        sense: `${s.lemma}.n`,
        confidence: 0.9,
        reasons: [],
      },
      head,
      sentence,
      at: s.at,
      actors: argument("actor", s.actor),
      recipients: argument("recipient", s.recipient),
      instruments: [],
      ...(s.day !== undefined && { time: { trigger: i, earliest: s.day, latest: s.day, confidence: 0.9, reasons: [] } }),
      casualties:
        s.killed === undefined
          ? []
          : [{ index: i, harm: "killed", low: s.killed, best: s.killed, high: s.killed, span: [0, 1], total: false, reasons: [] }],
      chain: [],
      factuality: { trigger: i, certainty: "certain", polarity: "positive", reality: s.reality ?? "occurred", reasons: [] },
      group: "assault/attack",
      inTitle: s.inTitle ?? false,
    };
  });
  return { tellings, words };
}

function word(
  words: readonly Word[],
  text: string,
  upos: Word["upos"],
  index: number,
  sentence: number,
  head = -1,
  relation = "root",
): Word {
  const start = words.length * 10;
  return { index, span: [start, start + text.length], text, lemma: text, upos, xpos: "NN", morphology: {}, head, relation, sentence };
}

const groups = (...sketches: Sketch[]): number[][] => {
  const { tellings, words } = draw(sketches);
  return joinTellings(tellings, words, loadJoining()).map((j) => j.tellings.map((t) => t.trigger.index));
};

test("“the attack” after “an attack” on the same people is the same event", () => {
  expect(groups({ lemma: "attack", at: 1, recipient: "a1" }, { lemma: "attack", at: 2, the: true, recipient: "a1" })).toEqual([[0, 1]]);
});

test("the title and the lead tell one event", () => {
  expect(
    groups({ lemma: "bombing", at: 0, inTitle: true, recipient: "a1" }, { lemma: "attack", at: 1, recipient: "a1", day: "2020-01-03" }),
  ).toEqual([[0, 1]]);
});

test("different days are different events, whatever else agrees", () => {
  const attack = { lemma: "attack", actor: "a1", recipient: "a2" };
  expect(groups({ ...attack, at: 1, day: "2020-01-03" }, { ...attack, at: 2, day: "2020-02-14" })).toEqual([[0], [1]]);
});

test("an attack that is feared is not the one that happened", () => {
  expect(groups({ lemma: "attack", at: 1, recipient: "a1" }, { lemma: "attack", at: 4, recipient: "a1", reality: "hypothetical" })).toEqual(
    [[0], [1]],
  );
});

test("the same toll joins what few other words do", () => {
  expect(groups({ lemma: "blast", at: 1, killed: 13, recipient: "a1" }, { lemma: "attack", at: 3, killed: 13, recipient: "a1" })).toEqual([
    [0, 1],
  ]);
});

test("words of one root tell of one event where other words of their class would not", () => {
  expect(groups({ lemma: "protest", at: 1, day: "2020-01-03" }, { lemma: "protester", at: 3, day: "2020-01-03" })).toEqual([[0, 1]]);
  expect(groups({ lemma: "protest", at: 1, day: "2020-01-03" }, { lemma: "riot", at: 3, day: "2020-01-03" })).toEqual([[0], [1]]);
});

test("what two speakers say is two acts", () => {
  expect(
    groups(
      { lemma: "condemnation", type: "ACCUSE", at: 1, actor: "a1" },
      { lemma: "condemnation", type: "ACCUSE", at: 2, actor: "a2", the: true },
    ),
  ).toEqual([[0], [1]]);
});

test("different types are never one event", () => {
  expect(
    groups({ lemma: "attack", at: 1, recipient: "a1" }, { lemma: "attack", type: "PROTEST", at: 2, the: true, recipient: "a1" }),
  ).toEqual([[0], [1]]);
});

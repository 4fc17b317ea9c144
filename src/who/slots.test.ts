import { expect, test } from "vitest";
import { sketchWords } from "../parse/sketch.ts";
import type { Slot } from "../what/index.ts";
import type { Trigger } from "../what/layers.ts";
import { slotFillers } from "./slots.ts";
import { treeOf } from "./tree.ts";

const fillers = (notation: string, triggers: readonly string[], slot: Slot): readonly string[] => {
  const tree = treeOf(sketchWords(notation));
  const indices = triggers.map((t) => tree.words.findIndex((w) => w.text === t)) as [number, ...number[]];
  const trigger: Trigger = {
    index: 0,
    span: [0, 1],
    words: indices,
    type: "ASSAULT",
    contexts: [],
    sense: "x",
    confidence: 1,
    reasons: [],
  };
  return slotFillers(tree, trigger, slot).map((w) => w.text);
};

const CARRIED =
  "Rebels/NOUN>2:nsubj carried|carry/VERB/VBD>0:root out/ADP>2:compound:prt an/DET>5:det attack/NOUN>2:obj on/ADP>8:case the/DET>8:det port/NOUN>5:nmod";

test("a noun carried by a light verb: its doer is the verb's subject", () => {
  expect(fillers(CARRIED, ["attack"], "light:subj")).toEqual(["Rebels"]);
});

test("a preposition names its phrase, wherever the parser hangs it", () => {
  expect(fillers(CARRIED, ["attack", "carried"], "nmod:on")).toEqual(["port"]);
  expect(fillers(CARRIED.replace("port/NOUN>5:nmod", "port/NOUN>2:obl"), ["attack", "carried"], "nmod:on")).toEqual(["port"]);
});

test("all members of a coordination fill the slot", () => {
  expect(fillers("Israel/PROPN>4:nsubj and/CCONJ>3:cc Egypt/PROPN>1:conj fought|fight/VERB/VBD>0:root", ["fought"], "subj")).toEqual([
    "Israel",
    "Egypt",
  ]);
});

test("possessors and adjectives of nationality stand before a noun", () => {
  expect(fillers("Hamas/PROPN>3:nmod:poss 's/PART>1:case attack/NOUN>0:root", ["attack"], "poss")).toEqual(["Hamas"]);
  expect(fillers("a/DET>4:det deadly/ADJ>4:amod Israeli/ADJ>4:amod strike/NOUN>0:root", ["strike"], "amod")).toEqual(["Israeli"]);
});

import { expect, test } from "vitest";
import { sketchWords } from "../parse/sketch.ts";
import { isPassive, logicalObjects, logicalSubjects } from "./clause.ts";
import { treeOf } from "./tree.ts";

const clause = (notation: string, verb: string) => {
  const tree = treeOf(sketchWords(notation));
  const word = tree.words.find((w) => w.text === verb)!;
  const texts = (words: readonly { text: string }[]) => words.map((w) => w.text);
  return { passive: isPassive(tree, word), does: texts(logicalSubjects(tree, word)), undergoes: texts(logicalObjects(tree, word)) };
};

test("active: the subject does it, the object undergoes it", () => {
  expect(clause("Rebels/NOUN>2:nsubj shelled/VERB/VBD>0:root Homs/PROPN>2:obj", "shelled")).toEqual({
    passive: false,
    does: ["Rebels"],
    undergoes: ["Homs"],
  });
});

test("passive: the agent does it, the subject undergoes it", () => {
  expect(
    clause("Homs/PROPN>3:nsubj:pass was/AUX>3:aux:pass shelled/VERB/VBN>0:root by/ADP>5:case rebels/NOUN>3:obl:agent", "shelled"),
  ).toEqual({
    passive: true,
    does: ["rebels"],
    undergoes: ["Homs"],
  });
});

test("a past participle after a noun is passive: “rockets fired by the group”", () => {
  expect(clause("rockets/NOUN>0:root fired/VERB/VBN>1:acl by/ADP>5:case the/DET>5:det group/NOUN>2:obl", "fired")).toEqual({
    passive: true,
    does: ["group"],
    undergoes: ["rockets"],
  });
});

test("a relative clause acts for the noun before it: “the group that attacked the base”", () => {
  expect(
    clause("group/NOUN>0:root that/PRON>3:nsubj attacked/VERB/VBD>1:acl:relcl the/DET>5:det base/NOUN>3:obj", "attacked").does,
  ).toEqual(["group"]);
});

test("what they attacked, in a relative clause without a pronoun: “the base they attacked”", () => {
  expect(clause("base/NOUN>0:root they/PRON>3:nsubj attacked/VERB/VBD>1:acl:relcl", "attacked").undergoes).toEqual(["base"]);
});

test("the subject is shared by coordinated verbs, the object by “killed and wounded ten”", () => {
  const both = "Gunmen/NOUN>2:nsubj killed|kill/VERB/VBD>0:root and/CCONJ>4:cc wounded|wound/VERB/VBD>2:conj ten/NUM>4:obj";
  expect(clause(both, "wounded").does).toEqual(["Gunmen"]);
  expect(clause(both, "killed").undergoes).toEqual(["ten"]);
});

test("a participle is done by the subject of its clause: “launched drones, killing three”", () => {
  expect(
    clause("Militia/NOUN>2:nsubj launched/VERB/VBD>0:root drones/NOUN>2:obj killing/VERB/VBG>2:advcl three/NUM>4:obj", "killing").does,
  ).toEqual(["Militia"]);
});

test("control: who tries is who does, who is urged is who does", () => {
  expect(
    clause("Troops/NOUN>2:nsubj tried|try/VERB/VBD>0:root to/PART>4:mark seize/VERB/VB>2:xcomp Mosul/PROPN>4:obj", "seize").does,
  ).toEqual(["Troops"]);
  expect(
    clause("Iran/PROPN>2:nsubj urged|urge/VERB/VBD>0:root militias/NOUN>2:obj to/PART>5:mark attack/VERB/VB>2:xcomp", "attack").does,
  ).toEqual(["militias"]);
});

test("who does it stays open when the text leaves it open", () => {
  expect(clause("Homs/PROPN>3:nsubj:pass was/AUX>3:aux:pass shelled/VERB/VBN>0:root", "shelled").does).toEqual([]);
});

test("a name in capitals that is tagged as an auxiliary is the subject: “IS had carried out an attack”", () => {
  expect(
    clause(
      "Friday/PROPN>4:obl IS/AUX/VBZ>4:aux:pass had/AUX>4:aux carried/VERB/VBN>0:root out/ADP>4:compound:prt an/DET>7:det attack/NOUN>4:obj",
      "carried",
    ),
  ).toEqual({ passive: false, does: ["IS"], undergoes: ["attack"] });
});

test("what is counted after “at least” is the object, wherever the parser hangs it", () => {
  expect(
    clause("bomb/NOUN>2:nsubj killed/VERB/VBD>0:root at/ADP>4:case least/ADJ>5:nmod 13/NUM>6:nummod women/NOUN/NNS>2:obl", "killed")
      .undergoes,
  ).toEqual(["women"]);
});

import { expect, test } from "vitest";
import { loadWordClasses, readWordClasses, writeWordClasses } from "./word-classes.ts";

test("words that are used alike share a class, others do not", () => {
  const { classesOf } = loadWordClasses();
  expect(classesOf("condemned")).toEqual(classesOf("denounced"));
  expect(classesOf("condemned")[0]).not.toBe(classesOf("salmon")[0]);
});

test("an unknown word has no class", () => {
  expect(loadWordClasses().classesOf("qwertyish")).toEqual([]);
});

test("a fine class lies within one middle class, and a middle within one coarse class", () => {
  const { classesOf } = loadWordClasses();
  const words = ["attack", "attacks", "aid", "minister", "talks", "salmon", "kabul", "condemned", "withdrew", "vowed"];
  for (const a of words)
    for (const b of words) {
      const [x, y] = [classesOf(a), classesOf(b)];
      if (x[2] === y[2]) expect(x).toEqual(y);
      if (x[1] === y[1]) expect(x[0]).toBe(y[0]);
    }
});

test("classes are read as they were written, numbered in the order of the lines", () => {
  const content = writeWordClasses([
    { word: "aid", classes: [5, 9, 30] },
    { word: "bomb", classes: [2, 4, 17] },
    { word: "shell", classes: [2, 4, 17] },
    { word: "rocket", classes: [2, 4, 12] },
  ]);
  const { classesOf } = readWordClasses(content, "a.txt");
  expect(["rocket", "bomb", "shell", "aid"].map((word) => classesOf(word).join())).toEqual(["0,0,0", "0,0,1", "0,0,1", "1,1,2"]);
});

test("a damaged file is refused by name", () => {
  expect(() => readWordClasses("0\t1", "cut.txt")).toThrow("cut.txt");
});

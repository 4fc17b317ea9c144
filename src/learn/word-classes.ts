import { readFileSync } from "node:fs";

const FILE = new URL("../../models/word-classes/classes.txt", import.meta.url);

/** Classes of a word from coarse to fine; each class lies whole within one of the class before. */
export type Classes = readonly [coarse: number, middle: number, fine: number];

/**
 * Words that are used alike have one class: "lambasted" stands with "criticised". A classifier that sees the class of a word knows
 * something of words that it has not been taught.
 */
export interface WordClasses {
  /** Classes of a word or lemma in lower case, from coarse (one of 64) through middle (256) to fine (1,024); empty for an unknown word. */
  classesOf(word: string): Classes | readonly [];
}

const NONE: readonly [] = [];
let loaded: WordClasses | undefined;

/** The classes that come with the program, read once. Throws an Error that names the file when it is missing or damaged. */
export function loadWordClasses(): WordClasses {
  loaded ??= readWordClasses(readFileSync(FILE, "utf8"), FILE.pathname);
  return loaded;
}

/** Reads lines "coarse TAB middle TAB words": the fine class is the place of the line, counted from 0. Lines with "#" are remarks. */
export function readWordClasses(content: string, file: string): WordClasses {
  const known = new Map<string, Classes>();
  let fine = 0;
  for (const line of content.split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [coarse, middle, words] = line.split("\t");
    if (words === undefined) throw new Error(`${file} is damaged: class ${fine} has no words`);
    const classes: Classes = [Number(coarse), Number(middle), fine++];
    for (const word of words.split(" ")) known.set(word, classes);
  }
  return { classesOf: (word) => known.get(word) ?? NONE };
}

/** The text that `readWordClasses` reads: like classes near one another, numbered in the order of the lines, words in the order given. */
export function writeWordClasses(words: readonly { readonly word: string; readonly classes: Classes }[]): string {
  const lines = new Map<string, { classes: Classes; words: string[] }>();
  for (const { word, classes } of words) {
    const line = lines.get(classes.join());
    if (line === undefined) lines.set(classes.join(), { classes, words: [word] });
    else line.words.push(word);
  }
  const sorted = [...lines.values()].sort(
    (a, b) => a.classes[0] - b.classes[0] || a.classes[1] - b.classes[1] || a.classes[2] - b.classes[2],
  );
  const coarse = [...new Set(sorted.map((l) => l.classes[0]))];
  const middle = [...new Set(sorted.map((l) => l.classes[1]))];
  return [
    "# coarse class, middle class, words of one fine class by falling frequency. Made by: npm run train -- word-classes",
    ...sorted.map((l) => `${coarse.indexOf(l.classes[0])}\t${middle.indexOf(l.classes[1])}\t${l.words.join(" ")}`),
    "",
  ].join("\n");
}

import type { Document } from "../document/index.ts";
import { SENTENCES, WORDS, type Word } from "../parse/index.ts";

/** Dependency trees as people read them: each word under its head, with its relation and its tag. */
export function* drawTrees(document: Document): Generator<string> {
  const words = document.get(WORDS);
  for (const { words: range } of document.get(SENTENCES)) {
    const own = words.slice(range[0], range[1]);
    yield own.map((word) => word.text).join(" ");
    for (const root of own.filter((word) => word.head < range[0] || word.head >= range[1])) yield* branch(root, own, "", "");
    yield "";
  }
}

function* branch(word: Word, own: readonly Word[], first: string, rest: string): Generator<string> {
  yield `${first}${word.text}  ${word.relation}  ${word.upos}`;
  const children = own.filter((other) => other.head === word.index);
  for (const [i, child] of children.entries()) {
    const last = i === children.length - 1;
    yield* branch(child, own, `${rest}${last ? "└─ " : "├─ "}`, `${rest}${last ? "   " : "│  "}`);
  }
}

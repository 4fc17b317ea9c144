import type { Span } from "../document/index.ts";
import type { Word } from "../parse/layers.ts";
import type { Tree } from "./tree.ts";

/** Dependents that tell more of a noun but are not its name: clauses, afterthoughts, other members of a list. */
const OUTSIDE = new Set([
  "acl:relcl",
  "acl",
  "appos",
  "parataxis",
  "conj",
  "cc",
  "punct",
  "case",
  "advcl",
  "cop",
  "nsubj",
  "mark",
  "dep",
  "discourse",
  "list",
  "obl",
  "aux",
  "advmod",
]);

/** The characters of the noun phrase with this head: "the Iranian-backed militias", without relative clauses and list partners. */
export function phraseSpan(tree: Tree, head: Word): Span {
  let first = head.index;
  let last = head.index;
  for (const child of tree.children(head.index)) {
    if (OUTSIDE.has(child.relation) || OUTSIDE.has(child.relation.split(":")[0]!)) continue;
    const isLong = child.relation.startsWith("nmod") && child.relation !== "nmod:poss" && tree.marker(child.index) !== "of";
    if (isLong) continue;
    const [from, to] = tree.extent(child.index);
    if (from < first) first = from;
    if (to - 1 > last) last = to - 1;
  }
  while (first < head.index && tree.words[first]!.upos === "PUNCT" && !/["“(‘']/.test(tree.words[first]!.text)) first++;
  while (last > head.index && tree.words[last]!.upos === "PUNCT") last--;
  return [tree.words[first]!.span[0], tree.words[last]!.span[1]];
}

/** Words that make a number a bound or a guess; they belong to what is counted: "more than 60 civilians", "at least a dozen villages". */
const BOUND =
  /^(?:(?:more|fewer|less|greater) than|at (?:least|most)|up to|as (?:many|few) as|(?:well )?over|nearly|almost|about|around|some|roughly)$/i;

/** A phrase with the bound before its number, wherever the parser hung it. */
export function withQuantity(tree: Tree, head: Word, span: Span): Span {
  let first = head.index;
  while (first >= 0 && tree.words[first]!.span[0] > span[0]) first--;
  let start = span[0];
  for (let length = 1; length <= 4; length++) {
    const from = tree.words[first - length];
    if (!from || from.sentence !== head.sentence) break;
    const inside = tree.words[first]?.text ?? "";
    // The parser may have left "than" or "least" inside the phrase already.
    for (const end of [first, first + 1]) {
      const bound = tree.words.slice(first - length, end).map((w) => w.text);
      const number = tree.words[end];
      if (number && isNumber(number) && BOUND.test(bound.join(" ")) && (end === first || inside !== "")) start = from.span[0];
    }
  }
  return [start, span[1]];
}

function isNumber(word: Word): boolean {
  return word.upos === "NUM" || /^(?:a|dozens?|scores|hundreds|thousands|half)$/i.test(word.text);
}

/** "13 women and children": the bare plural that the number before the first noun counts as well; undefined when there is none. */
export function underSameNumber(tree: Tree, head: Word): Word | undefined {
  if (head.xpos !== "NNS" || tree.childrenBy(head.index, "nummod").length === 0) return undefined;
  const partners = tree.childrenBy(head.index, "conj");
  const partner = partners.length === 1 ? partners[0]! : undefined;
  const bare = partner?.xpos === "NNS" && tree.children(partner.index).every((w) => w.relation === "cc");
  return bare ? partner : undefined;
}

import type { Document } from "../document/index.ts";
import { SENTENCES, WORDS } from "./layers.ts";

/** Words drawn of one sentence: beyond that a terminal shows nothing useful. */
const MOST_DRAWN = 200;

/** Characters of a word that are drawn. */
const WIDEST = 28;

/**
 * One sentence's dependency tree for a terminal: each word under its head, in the order of the text, with its tag and relation.
 * Needs SENTENCES and WORDS; throws a RangeError when there is no such sentence.
 *
 *     attacked                     VERB  root
 *     ├─ Gunmen                    NOUN  nsubj
 *     ╰─ base                      NOUN  obj
 *        ╰─ the                    DET   det
 */
export function drawTree(document: Document, sentenceIndex: number): string {
  const sentence = document.get(SENTENCES)[sentenceIndex];
  if (!sentence) throw new RangeError(`no sentence ${sentenceIndex}: the document has ${document.get(SENTENCES).length}`);
  const words = document
    .get(WORDS)
    .slice(...sentence.words)
    .slice(0, MOST_DRAWN);
  const first = sentence.words[0];
  const children = new Map<number, number[]>();
  for (const word of words) {
    const head = word.head < 0 || word.head - first >= words.length ? -1 : word.head;
    children.set(head, [...(children.get(head) ?? []), word.index]);
  }
  const rows: { readonly left: string; readonly tag: string; readonly relation: string }[] = [];
  // A stack, since a tree can be as deep as its sentence is long.
  const stack: { readonly index: number; readonly lead: string; readonly branch: string; readonly rest: string }[] = [];
  const push = (head: number, lead: string): void => {
    const own = children.get(head) ?? [];
    for (let i = own.length - 1; i >= 0; i--) {
      const last = i === own.length - 1;
      stack.push({ index: own[i]!, lead, branch: head < 0 ? "" : last ? "╰─ " : "├─ ", rest: head < 0 ? "" : last ? "   " : "│  " });
    }
  };
  push(-1, "");
  for (let next = stack.pop(); next; next = stack.pop()) {
    const word = words[next.index - first]!;
    rows.push({ left: next.lead + next.branch + printable(word.text), tag: word.upos, relation: word.relation });
    push(next.index, next.lead + next.rest);
  }
  const width = Math.min(60, Math.max(...rows.map((r) => r.left.length)));
  return rows.map((r) => `${r.left.padEnd(width)}  ${r.tag.padEnd(5)}  ${r.relation}`).join("\n");
}

/** A word as a terminal may show it: no control or direction characters, bounded. */
function printable(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "·");
  return clean.length > WIDEST ? `${clean.slice(0, WIDEST - 1)}…` : clean;
}

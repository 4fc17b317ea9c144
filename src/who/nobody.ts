import type { Word } from "../parse/layers.ts";

const NONE = /^(?:nobody|none|no-?one|neither|nothing)$/i;
const NO = /^(?:no|neither)$/i;
/** How far before its noun "no" may stand: "no single armed group". */
const WINDOW = 5;

/** Whether a noun says that there was nobody: "No group claimed responsibility", "nobody", "none of the factions". */
export function namesNobody(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined) return false;
  if (NONE.test(word.text)) return true;
  for (let i = index - 1; i >= Math.max(0, index - WINDOW); i--) {
    const before = words[i]!;
    if (before.sentence !== word.sentence) break;
    if (before.head === index && NO.test(before.text)) return true;
  }
  return false;
}

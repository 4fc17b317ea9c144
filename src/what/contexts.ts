import type { Sentence } from "../parse/layers.ts";
import type { Candidate } from "./candidates.ts";
import type { Instruments } from "./instruments.ts";
import type { Syntax } from "./syntax.ts";

const REACH = 12;
const MOST = 4;

/** PLOVER contexts of a trigger: its sense's own, and those of the words near it in its sentence, nearest first; at most four. */
export function contextsOf(candidate: Candidate, syntax: Syntax, sentence: Sentence, words: Instruments): readonly string[] {
  const found = new Set<string>(candidate.sense.contexts);
  const head = candidate.words[0];
  for (let distance = 0; distance <= REACH && found.size < MOST; distance++) {
    for (const at of distance === 0 ? [head] : [head - distance, head + distance]) {
      if (at < sentence.words[0] || at >= sentence.words[1]) continue;
      const context = words.get(syntax.word(at).lemma.toLowerCase());
      if (context !== undefined && found.size < MOST) found.add(context);
    }
  }
  return [...found];
}

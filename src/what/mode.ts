import type { Candidate } from "./candidates.ts";
import type { Instruments } from "./instruments.ts";
import { formsOf } from "./match.ts";
import type { Syntax } from "./syntax.ts";

/** The mode of a trigger: its sense's own, else for ASSAULT what the weapon beside it says ("attacked the base with drones"). */
export function modeOf(candidate: Candidate, syntax: Syntax, instruments: Instruments): string | undefined {
  const { sense } = candidate;
  if (sense.mode !== undefined || sense.type !== "ASSAULT") return sense.mode;
  for (const index of candidate.words) {
    for (const child of syntax.children(index)) {
      const word = syntax.word(child);
      const near =
        /^(compound|amod|obj|nsubj|nmod|obl)/.test(word.relation) &&
        (word.relation !== "obl" || /^(with|by|from|using|in)$/.test(syntax.preposition(child)));
      if (!near) continue;
      const before = child > 0 ? syntax.word(child - 1).lemma.toLowerCase() : "";
      for (const form of formsOf(syntax.words, child)) {
        const mode = instruments.get(`${before} ${form}`) ?? instruments.get(form);
        if (mode !== undefined && (word.relation !== "obj" || /fire|launch|use|drop|throw|hurl|lob/.test(syntax.word(index).lemma)))
          return mode;
      }
    }
  }
  return undefined;
}

import type { Analysis } from "./analysis.ts";
import type { Syntax } from "./syntax.ts";

/** Who takes part, in common nouns: courts free and jail, peacekeepers help, protesters protest. Names say nothing and are left out. */
export function participantFeatures({ syntax, places }: Analysis, source: number, target: number): string[] {
  return [...describe(syntax, places, "source", source), ...describe(syntax, places, "target", target)];
}

function describe(syntax: Syntax, places: Analysis["places"], who: string, head: number): string[] {
  const f: string[] = [];
  const word = syntax.word(head);
  f.push(`${who}-kind=${word.upos}`, `${who}-number=${/S$/.test(word.xpos)}`);
  const noun = (i: number): void => {
    const { upos, lemma } = syntax.word(i);
    if (upos === "NOUN" || upos === "ADJ") f.push(`${who}-word=${lemma.toLowerCase()}`);
  };
  if (word.upos === "NOUN") f.push(`${who}-head=${word.lemma.toLowerCase()}`);
  noun(head);
  for (const child of syntax.children(head)) {
    const relation = syntax.word(child).relation;
    if (/^(?:amod|compound|nmod|flat|appos)/.test(relation)) noun(child);
    if (/^(?:nmod|appos|compound)/.test(relation))
      for (const below of syntax.children(child)) if (/^(?:amod|compound)/.test(syntax.word(below).relation)) noun(below);
    if (relation === "case" && syntax.word(child).text.toLowerCase() === "'s") f.push(`${who}-possessor`);
    if (relation === "nummod") f.push(`${who}-counted`);
  }
  for (const place of places)
    if (place.head === head || syntax.word(place.head).head === head) f.push(`${who}-deed=${place.readings[0]?.type}`);
  const above = word.head;
  if (above >= 0 && syntax.word(above).upos === "NOUN") f.push(`${who}-of=${syntax.word(above).lemma.toLowerCase()}`);
  return f;
}

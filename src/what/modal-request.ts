import type { Syntax } from "./syntax.ts";

/** Who says it of themselves, or of the one they talk to in an interview or a rhyme: "we must", "you should". */
const TALKING = /^(?:i|we|you|one|there)$/i;

/**
 * The verb or predicate of which a modal makes a demand on others, "all parties must respect the truce"; -1 where it is none: a guess
 * ("must have been"), a question ("should they leave?"), a resolve of the speaker's own ("we must").
 */
export function verbDemanded(syntax: Syntax, modal: number): number {
  const verb = syntax.word(modal).head;
  if (verb < modal) return -1;
  if (syntax.dependents(verb, "aux").some((i) => syntax.word(i).lemma.toLowerCase() === "have")) return -1;
  const subject = syntax.subject(modal);
  if (subject < 0 || TALKING.test(syntax.word(subject).text)) return -1;
  const own = syntax.dependents(verb, "nsubj", "nsubj:pass")[0];
  return own !== undefined && own > modal ? -1 : verb;
}

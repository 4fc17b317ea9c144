import type { EventSense } from "./sense.ts";
import type { Syntax } from "./syntax.ts";

/** The group of verbs that say what somebody is. */
const GROUP = "accuse/name";

/** "Called him a liar" names, "called him on Monday" telephones: each sense of such a verb wants its own kind of clause. */
export function fitsNaming(sense: EventSense, syntax: Syntax, index: number): boolean {
  if (sense.pattern.parts.length > 1) return true;
  if (sense.group === GROUP) return namesSomeone(syntax, index);
  if (sense.group !== "consult/phone" || sense.partOfSpeech !== "verb") return true;
  // "An airfield called Q-West", too, is not rung up.
  const { relation, xpos } = syntax.word(index);
  return !namesSomeone(syntax, index) && !(relation === "acl" && xpos === "VBN");
}

/** Whether a verb has, beside whom it is said of, what they are said to be: a second object, or a predicate. */
function namesSomeone(syntax: Syntax, verb: number): boolean {
  const objects = syntax.dependents(verb, "obj", "iobj");
  // "Called the report indecent" is to some parsers a manner of calling.
  const predicates = [
    ...syntax.dependents(verb, "xcomp").filter((i) => syntax.word(i).xpos !== "VB"),
    ...syntax.dependents(verb, "advmod").filter((i) => i > verb && syntax.word(i).upos === "ADJ"),
  ];
  if (syntax.isPassive(verb)) return objects.length > 0 || predicates.length > 0;
  return objects.length > 1 || (objects.length === 1 && predicates.length > 0);
}

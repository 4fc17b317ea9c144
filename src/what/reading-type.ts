import type { Candidate } from "./candidates.ts";
import type { PloverType } from "./layers.ts";
import type { Syntax } from "./syntax.ts";

/** Cooperative deeds: announcing one of them for the future is an agreement to do it (PLOVER: AGREE, "express intent"). */
const PROMISED: ReadonlySet<PloverType> = new Set(["AID", "COOPERATE", "CONCEDE"]);
/** Hostile deeds: announcing one of them on a condition is a threat. */
const THREATENED: ReadonlySet<PloverType> = new Set(["ASSAULT", "COERCE", "SANCTION"]);

/**
 * The type a sense has where it stands. "Will provide $5 million" promises: AGREE; "would strike unless" threatens: THREATEN; a narrator's
 * planned meeting stays a meeting.
 */
export function typeInContext(candidate: Candidate, syntax: Syntax): PloverType {
  const { type } = candidate.sense;
  const verb = candidate.light?.verb ?? candidate.words[0];
  if (syntax.word(verb).upos !== "VERB" || syntax.isPassive(verb)) return type;
  // "Will lead an exercise" plans one; only a deed for somebody is a promise to them.
  if (type === "COOPERATE" && candidate.light !== undefined) return type;
  if (PROMISED.has(type) && isAnnounced(syntax, verb)) return "AGREE";
  if (THREATENED.has(type) && hasAuxiliary(syntax, verb, /^(?:will|would|'ll|’ll)$/i) && isUnless(syntax, verb)) return "THREATEN";
  return type;
}

const hasAuxiliary = (syntax: Syntax, verb: number, which: RegExp): boolean =>
  syntax.dependents(verb, "aux").some((i) => which.test(syntax.word(i).text));

/** "Will provide", "will continue to provide"; what is said in passing, "aid that will provide", is no announcement. */
function isAnnounced(syntax: Syntax, verb: number): boolean {
  const { relation, head } = syntax.word(verb);
  if (relation === "xcomp" && head >= 0 && /^(?:continue|keep|remain)$/.test(syntax.word(head).lemma)) return isAnnounced(syntax, head);
  return hasAuxiliary(syntax, verb, /^(?:will|shall|'ll|’ll|wo)$/i) && relation !== "acl:relcl";
}

/** "Unless they leave", "if they do not leave". */
function isUnless(syntax: Syntax, verb: number): boolean {
  return syntax.dependents(verb, "advcl").some((clause) => {
    const marks = syntax.dependents(clause, "mark").map((i) => syntax.word(i).text.toLowerCase());
    if (marks.includes("unless")) return true;
    return marks.includes("if") && syntax.dependents(clause, "advmod").some((i) => /^(?:not|n['’]t)$/i.test(syntax.word(i).text));
  });
}

import type { Candidate } from "./candidates.ts";
import type { PloverType } from "./layers.ts";
import type { Syntax } from "./syntax.ts";

/** Cooperative deeds: announcing one of them for the future is an agreement to do it (PLOVER: AGREE, "express intent"). */
const PROMISED: ReadonlySet<PloverType> = new Set(["AID", "COOPERATE", "CONCEDE"]);

/** The type a sense has where it stands. "Will provide $5 million" promises: AGREE; a narrator's planned meeting stays a meeting. */
export function typeInContext(candidate: Candidate, syntax: Syntax): PloverType {
  const { type } = candidate.sense;
  if (!PROMISED.has(type)) return type;
  const verb = candidate.light?.verb ?? candidate.words[0];
  if (syntax.word(verb).upos !== "VERB" || syntax.isPassive(verb)) return type;
  const will = syntax.dependents(verb, "aux").some((i) => /^(will|shall|'ll|wo)$/i.test(syntax.word(i).text));
  const relative = syntax.word(verb).relation === "acl:relcl";
  return will && !relative ? "AGREE" : type;
}

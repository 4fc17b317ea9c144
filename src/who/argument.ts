import type { Word } from "../parse/layers.ts";
import type { Trigger } from "../what/layers.ts";
import { kindOf } from "./fitness.ts";
import type { EventArgument, Role } from "./layers.ts";
import { referentOf, reporterOf } from "./reference.ts";
import type { Scene } from "./scene.ts";

/** The argument at a word. A pronoun that no chain holds is given the identity of whom it stands for. */
export function argumentOf(scene: Scene, trigger: Trigger, role: Role, word: Word, confidence: number, reason: string): EventArgument {
  const isSpeaker = /^(?:i|me|my|we|us|our)$/i.test(word.text);
  const claimant = reporterOf(scene, word);
  const own = isSpeaker || claimant ? undefined : scene.actor(word);
  const referent = claimant ?? (own || word.upos !== "PRON" ? undefined : referentOf(scene, word));
  const actor = own ?? (referent && scene.actor(referent));
  const reasons = referent ? [reason, `“${word.text}” stands for “${scene.document.slice(scene.span(referent))}”`] : [reason];
  return {
    trigger: trigger.index,
    role,
    span: referent && !actor ? scene.span(referent) : scene.span(word),
    head: word.index,
    ...(actor && role !== "instrument" && { actor: actor.id }),
    kind: role === "instrument" ? "weapon" : (actor?.kind ?? kindOf(scene.type(referent ?? word))),
    confidence: Math.round(confidence * 1000) / 1000,
    reasons,
  };
}

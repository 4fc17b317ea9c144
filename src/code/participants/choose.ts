import type { Span } from "../../document/index.ts";
import { type Boosted, boostedProbability } from "../../learn/index.ts";
import type { EventArgument } from "../../who/layers.ts";
import { type Candidate, candidatesOf } from "./candidates.ts";
import { isOf, PARTS, type Part, participantValues, type ToldEvent } from "./features.ts";
import type { TextView } from "./text-view.ts";

/** The trees that choose who takes which part in an event. */
export type ParticipantModel = Readonly<Record<Part, Boosted>>;

/** Whom the rules chose is let go where the trees think them less likely than this … */
const KEEP = 0.25;
/** … and whom they did not choose is taken where the trees think them at least so likely. */
const TAKE = 0.85;

/** Whom the classifier of arguments gives less than this everywhere is not asked after. */
const POSSIBLE = 0.3;
const isPossible = ({ seen }: Candidate): boolean =>
  seen.some(({ proposal: { odds } }) => Math.max(odds.actor, odds.recipient) >= POSSIBLE);

/** A participant that was chosen, with what was found for it, and why it was chosen. */
export interface Chosen {
  readonly actor?: string;
  readonly span: Span;
  readonly kind: EventArgument["kind"];
  readonly confidence: number;
  readonly reasons: readonly string[];
}

/**
 * Chooses an event's actors and recipients. The rules choose from its tellings; the trees, which look at all tellings and at the text around
 * them, let go whom they do not believe in, add whom they are sure of, and say of everybody how likely they are.
 */
export function chooseParticipants(event: ToldEvent, view: TextView, model: ParticipantModel): Readonly<Record<Part, readonly Chosen[]>> {
  const candidates = candidatesOf(event.tellings, view);
  const isRuled = (c: Candidate): boolean => PARTS.some((part) => event.ruled[part].some((a) => isOf(c, a)));
  const values = participantValues(event, candidates, view, (c) => isRuled(c) || isPossible(c));
  const oddsOf = (part: Part): readonly number[] => values[part].map((v) => (v.length === 0 ? 0 : boostedProbability(model[part], v)));
  // Those who meet are one set: who visits whom is for the rules.
  const actors = oddsOf("actor");
  const odds = { actor: actors, recipient: event.main.trigger.type === "CONSULT" ? actors : oddsOf("recipient") };
  const ruled = (part: Part): readonly Chosen[] =>
    event.ruled[part].flatMap((argument) => {
      const at = candidates.findIndex((c) => isOf(c, argument));
      return at < 0 ? [argument] : odds[part][at]! >= KEEP ? [judged(argument, odds[part][at]!, event, candidates[at]!)] : [];
    });
  const added = (part: Part, others: readonly Chosen[]): readonly Chosen[] =>
    candidates.flatMap((candidate, i) => {
      const p = odds[part][i]!;
      const rival = odds[part === "actor" ? "recipient" : "actor"][i]!;
      if (p < TAKE || rival > p || isRuled(candidate) || (part === "recipient" && event.main.trigger.type === "CONSULT")) return [];
      return others.some((o) => sameOne(o, candidate, view))
        ? []
        : [judged({ ...candidate, confidence: p, reasons: [] }, p, event, candidate)];
    });
  const [actor, recipient] = PARTS.map(ruled) as [readonly Chosen[], readonly Chosen[]];
  return { actor: [...actor, ...added("actor", actor)], recipient: [...recipient, ...added("recipient", recipient)] };
}

/** "the embassies" and "the U.S. embassies in Nairobi": one phrase's words are the other's, and no identity says that they are two. */
function sameOne(a: Pick<Chosen, "actor" | "span">, b: Pick<Chosen, "actor" | "span">, view: TextView): boolean {
  if (a.actor !== undefined && b.actor !== undefined) return a.actor === b.actor;
  const [x, y] = [a, b].map(({ span }) => ` ${plain(view.document.slice(span))} `);
  return x!.includes(y!) || y!.includes(x!);
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\b(?:the|an?|s)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** A participant with how likely it is to be one, all tellings taken together. */
function judged({ actor, span, kind, reasons }: Chosen, p: number, event: ToldEvent, { seen }: Candidate): Chosen {
  const where = seen.length === 0 ? "named elsewhere in the text" : `named in ${seen.length} of ${event.tellings.length} tellings`;
  const confidence = Math.round(p * 1000) / 1000;
  return {
    ...(actor !== undefined && { actor }),
    span,
    kind,
    confidence,
    reasons: [...reasons, `${where}: likely by ${confidence}, all of it taken together`],
  };
}

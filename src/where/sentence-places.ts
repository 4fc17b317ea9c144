import type { Sentence, Word } from "../parse/layers.ts";
import type { Trigger } from "../what/layers.ts";
import { attachment, caseOf, type Happenings, headOf } from "./attachment.ts";
import type { PlaceMention } from "./layers.ts";
import { grain, within } from "./scale.ts";
import { background } from "./standing.ts";

/** A place that an event may have happened in. */
export interface Option {
  readonly place: PlaceMention;
  readonly strength: number;
  readonly reason: string;
  /** Whether a preposition of place joins it to the event. */
  readonly locative?: boolean;
  /** From the story around, not from its sentence. */
  readonly assumed?: boolean;
}

const VISIT = /^(?:visit|tour)$/i;

export function inSentence(
  trigger: Trigger,
  sentence: Sentence,
  places: readonly PlaceMention[],
  words: readonly Word[],
  around: Happenings,
): Option[] {
  const [first, end] = sentence.words;
  const aside = background(trigger, words);
  return places.flatMap((place): Option[] => {
    const joined = trigger.words.map((word) => attachment(place, word, words, first, end, around)).filter((a) => a !== undefined);
    const best = joined.sort((a, b) => b.strength - a.strength)[0];
    if (place.use !== "literal" && !(best && best.strength >= 9 && best.reason === "what it is done to" && around.type === "ASSAULT"))
      return [];
    // A headline names the country where the text will name the town.
    const general = sentence.kind === "heading" && grain(place) === 0 ? 2 : 0;
    // Where something lands is named after the verb; what stands before it is where it came from or what the talk is about.
    const early = place.span[1] <= trigger.span[0] && words[trigger.words[0]]!.upos === "VERB" ? 0.8 : 0;
    // Whoever visits a place is there.
    const visited = around.type === "CONSULT" && best?.reason === "what it is done to" && VISIT.test(words[trigger.words[0]]!.lemma);
    if (best)
      return [
        {
          place,
          strength: best.strength + grain(place) * 0.3 - early - general,
          reason: best.reason,
          locative: best.locative || visited,
        },
      ];
    if (aside || headsElsewhere(place, trigger, words, first, end)) return [];
    const distance = Math.min(Math.abs(place.span[0] - trigger.span[1]), Math.abs(trigger.span[0] - place.span[1]));
    return [{ place, strength: 4.8 - Math.min(1.5, distance / 100) + grain(place) * 0.3, reason: "in the same sentence" }];
  });
}

/** "122 of the wounded have been flown to Turkey": where another verb goes to is not where this event was. */
export function headsElsewhere(place: PlaceMention, trigger: Trigger, words: readonly Word[], first: number, end: number): boolean {
  const at = headOf(place.span, words, first, end);
  if (at < 0 || !/^(?:to|from|toward|towards|for)$/.test(caseOf(at, words, first, end))) return false;
  const verb = words[at]!.head;
  return verb >= 0 && words[verb]!.upos === "VERB" && !trigger.words.includes(verb);
}

export function strongest(options: readonly Option[]): Option | undefined {
  let best: Option | undefined;
  for (const option of options) if (!best || option.strength > best.strength) best = option;
  if (!best) return undefined;
  const coarse = best;
  const finer = options
    .filter(
      (o) => grain(o.place) > grain(coarse.place) && o.strength > 4 && o.strength > coarse.strength - 5 && within(o.place, coarse.place),
    )
    .sort((a, b) => b.strength - a.strength)[0];
  return finer ? { ...finer, strength: coarse.strength, reason: `${finer.reason}, within ${coarse.place.text}` } : coarse;
}

import type { Sentence } from "../parse/layers.ts";
import type { Trigger } from "../what/layers.ts";
import type { Reading } from "./reading.ts";

/**
 * The sentences whose attributions can bear on an event: those of its paragraph, and of the paragraphs that speech may run through to
 * it or from it. A speech comes into a paragraph only by a quotation in that paragraph's first sentence (see `extendQuotations`).
 */
export function sentencesNearEvents(reading: Reading, triggers: readonly Trigger[]): readonly Sentence[] {
  const { sentences, words } = reading;
  const told = new Set(triggers.map((trigger) => words[trigger.words[0]]!.sentence));
  const near: Sentence[] = [];
  for (let from = 0; from < sentences.length; ) {
    let to = from + 1;
    while (to < sentences.length && !beginsAnew(reading, to)) to++;
    let any = false;
    for (let s = from; s < to; s++) if (told.has(s)) any = true;
    if (any) near.push(...sentences.slice(from, to));
    from = to;
  }
  return near;
}

/** Whether a sentence opens a paragraph that no speech runs into. */
function beginsAnew({ sentences, quotationOf }: Reading, at: number): boolean {
  const sentence = sentences[at]!;
  if (sentence.paragraph === sentences[at - 1]!.paragraph) return false;
  for (let i = sentence.words[0]; i < sentence.words[1]; i++) if (quotationOf[i]! >= 0) return false;
  return true;
}

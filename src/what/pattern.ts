import type { Doubt, PartOfSpeech, Pattern } from "./sense.ts";

const PREPOSITIONS = new Set(["of", "on", "in", "to", "for", "against", "with", "from", "by", "at", "into", "over", "between", "under"]);

/**
 * Takes a form of the lexicon apart: "shoot ~ down", "come under fire/attack", "war??". In a noun of several words the head is the last
 * word before a preposition ("act of terror": act; "air strike": strike); in a verb it is the first word.
 */
export function readPattern(form: string, partOfSpeech: PartOfSpeech): { pattern: Pattern; doubt: Doubt; text: string } {
  const marks = /\?{1,2}$/.exec(form)?.[0].length ?? 0;
  const text = form
    .slice(0, form.length - marks)
    .trim()
    .replace(/\s+/g, " ");
  const parts: string[][] = [];
  const loose: boolean[] = [];
  let open = false;
  for (const word of text.split(" ")) {
    if (word === "") continue;
    if (word === "~") {
      open = true;
      continue;
    }
    // The stroke of "9/11" is its own.
    parts.push(word.includes("/") && !/^\d/.test(word) ? word.toLowerCase().split("/") : [word.toLowerCase()]);
    loose.push(open);
    open = false;
  }
  if (parts.length === 0) throw new Error("an empty form");
  if (parts.length === 1) return { pattern: { parts, loose, head: 0 }, doubt: marks === 0 ? 0 : marks === 1 ? 1 : 2, text };
  const firstPreposition = parts.findIndex((p, i) => i > 0 && p.some((w) => PREPOSITIONS.has(w)));
  const head = partOfSpeech === "verb" ? 0 : firstPreposition > 0 ? firstPreposition - 1 : parts.length - 1;
  return { pattern: { parts, loose, head }, doubt: marks === 0 ? 0 : marks === 1 ? 1 : 2, text };
}

/**
 * What is left of a folded name when the choices that transliterators of Arabic, Persian and Cyrillic make differently are taken out:
 * "hezbollah", "hizbullah" and "hizballa" share a skeleton. The rules follow the variance between the systems in press use
 * (ALA-LC, BGN/PCGN, French and agency spellings): short vowels e/i and o/u, diphthongs ai/ay/ei/ey, q/k, doubled consonants,
 * final -ah/-eh/-a. Two names with one skeleton may still be two names: a match on it scores lower than one on the letters.
 */
export function skeleton(folded: string): string {
  if (folded.length < 3) return folded;
  const known = found.get(folded);
  if (known !== undefined) return known;
  if (found.size >= MOST_KEPT) found = new Map();
  const made = make(folded);
  found.set(folded, made);
  return made;
}

/** Skeletons that are kept: a text names the same people again and again. */
const MOST_KEPT = 10_000;
let found = new Map<string, string>();

function make(folded: string): string {
  return folded
    .replace(/([a-z])\1+/g, "$1")
    .replace(/[ae]h$/, "a")
    .replace(/ou|oo/g, "u")
    .replace(/(?:a[eiy]|e[iy])(?![aeiou])/g, "A")
    .replace(/iy/g, "i")
    .replace(/y(?![aeiou])/g, "i")
    .replace(/ee?/g, "i")
    .replace(/o/g, "u")
    .replace(/ala$/, "ula")
    .replace(/q/g, "k")
    .replace(/gh/g, "g")
    .replace(/dh/g, "d")
    .replace(/dj/g, "j")
    .replace(/([a-z])\1+/g, "$1");
}

import type { ReadView, View } from "../view.ts";

/** One named reason for or against two reports telling of one event. A pure function of the pair, the same in both orders. */
export interface Feature {
  /** Its name in the table of weights. */
  readonly name: string;
  /** What it looks at, for people who read the table. */
  readonly about: string;
  /** −1 (against) to 1 (for); 0 says nothing. */
  score(a: View, b: View): number;
  /** What was found, as a person would say it. Asked only where the score is not 0. */
  sentence(a: ReadView, b: ReadView, score: number): string;
}

/** How many strings two sorted lists have in common, and which. */
export function shared(a: readonly string[], b: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      out.push(a[i]!);
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  return out;
}

/** "a, b and c". */
export function list(items: readonly string[], most = 4): string {
  const shown = items.slice(0, most).map((item) => `“${item.replace(/^@/, "")}”`);
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

import { readTable } from "../directory/table.ts";
import { fold } from "./fold.ts";
import type { Piece } from "./pieces.ts";

/** What a title tells of who bears it. */
export type TitleClass = "honorific" | "rank" | "office" | "religious" | "spokesperson" | "occupation";

export interface Title {
  /** As it is written in a role: "Lieutenant General". */
  readonly name: string;
  readonly class: TitleClass;
}

let titles: { readonly byKey: ReadonlyMap<string, Title>; readonly longest: number } | undefined;

function table(): { readonly byKey: ReadonlyMap<string, Title>; readonly longest: number } {
  if (titles) return titles;
  const byKey = new Map<string, Title>();
  let longest = 1;
  for (const row of readTable("titles.tsv")) {
    const title: Title = { name: row.name!, class: row.class as TitleClass };
    for (const spelling of [row.name!, ...row.spellings!.split("; ")]) {
      if (spelling === "") continue;
      const key = spelling
        .split(/[\s-]+/)
        .map((word) => fold(word.replaceAll(".", "")))
        .join(" ");
      byKey.set(key, title);
      longest = Math.max(longest, key.split(" ").length);
    }
  }
  return (titles = { byKey, longest });
}

/** The longest title that begins at a piece, and how many pieces it takes: "Lt. Gen.", "Deputy Foreign Minister". */
export function titleAt(list: readonly Piece[], at: number): { title: Title; length: number } | undefined {
  const { byKey, longest } = table();
  let found: { title: Title; length: number } | undefined;
  let key = "";
  for (let n = 0; n < longest && at + n < list.length; n++) {
    if (n > 0 && list[at + n - 1]!.breaks) break;
    const word = fold(list[at + n]!.text.replaceAll(".", ""));
    key = n === 0 ? word : `${key} ${word}`;
    const title = byKey.get(key);
    if (title) found = { title, length: n + 1 };
  }
  return found;
}

/** Whether a folded phrase is a title. */
export function isTitle(folded: string): boolean {
  return table().byKey.has(folded);
}

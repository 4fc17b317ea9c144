import { placeKey } from "./key.ts";

/** A name that the text itself explains by another: "Eilat, also known as Umm al-Rashrash". */
export interface TextAlias {
  readonly alias: string;
  /** Start of the explained name's first mention: the place that is resolved there is meant. */
  readonly of: number;
}

const NAME =
  "((?:\\p{Lu}[\\p{L}\\p{M}'’-]*|(?:al|el|ad|ash|as|ar|az|at|an)-\\p{Lu}[\\p{L}\\p{M}'’-]*)(?: (?:\\p{Lu}[\\p{L}\\p{M}'’-]*|(?:al|el|ad|ash|as|ar|az|at|an)-\\p{Lu}[\\p{L}\\p{M}'’-]*|al|el|of)){0,4})";
const AFTER = new RegExp(
  `^['’]?s?,? ?(?:\\(|which (?:is|was) |(?:is|was) )?(?:also |formerly |previously |once |better |locally |sometimes )?(?:known|called|named|referred to)(?: (?:also|locally))?(?: (?:as|by|in \\p{Lu}\\p{L}+ as)){0,2}(?: the)? ?["“‘']?${NAME}`,
  "u",
);
const PAREN = new RegExp(`^ \\((?:or |formerly |aka |a\\.k\\.a\\. |also )?["“‘']?${NAME}["”’']?\\)`, "u");
const NAME_FOR = new RegExp(
  `${NAME}["”’']?(?:,| \\(|,? (?:is|was)) ?(?:as )?(?:the|an?|its|their) (?:\\p{L}+ ){0,3}(?:name|term|word) (?:for|of|used for|given to)(?: the)?(?: (?:city|town|port|village)(?: of)?)? $`,
  "u",
);
const WINDOW = 160;

/** Names that the text puts beside the one at `[start, end)` as other names of it. Keys that `known` holds are no new names. */
export function textAliases(text: string, start: number, end: number, known: (key: string) => boolean): TextAlias[] {
  const after = text.slice(end, end + WINDOW);
  const before = text.slice(Math.max(0, start - WINDOW), start);
  const names = [AFTER.exec(after)?.[1], PAREN.exec(after)?.[1], NAME_FOR.exec(before)?.[1]];
  // "Umm al-Rashrash (Eilat)": the name before the bracket is the other one.
  if (text[start - 1] === "(" && text[end] === ")") names.push(new RegExp(`${NAME}["”’']? \\($`, "u").exec(before)?.[1]);
  return names.flatMap((name) => (name !== undefined && name.length > 2 && !known(placeKey(name)) ? [{ alias: name, of: start }] : []));
}

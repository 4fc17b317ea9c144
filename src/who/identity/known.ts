import type { Span } from "../../document/index.ts";
import type { Word } from "../../parse/layers.ts";
import type { Directory, FindOptions, KnownActor } from "../directory/index.ts";
import { scanActors } from "../directory/index.ts";

/** A directory name among the words of a text. */
export interface KnownWords extends KnownActor {
  /** `[first, end)` of the words it covers, as positions in the words given. */
  readonly words: Span;
}

/** Finds every actor of the directory that a sequence of words names. The words keep their spans, so no text is needed beside them. */
export function findKnownActors(words: readonly Word[], directory: Directory, options: FindOptions = {}): KnownWords[] {
  if (words.length === 0) return [];
  const offset = words[0]!.span[0];
  let text = "";
  for (const word of words) {
    const at = word.span[0] - offset;
    if (at > text.length)
      text +=
        word.sentence === words[word.index - words[0]!.index - 1]?.sentence || text === ""
          ? " ".repeat(at - text.length)
          : "\n".repeat(at - text.length);
    text += word.text.slice(Math.max(0, text.length - at));
  }
  const found: KnownWords[] = [];
  let first = 0;
  for (const known of scanActors(directory, text, options)) {
    const span: Span = [known.span[0] + offset, known.span[1] + offset];
    while (first < words.length && words[first]!.span[1] <= span[0]) first++;
    let end = first;
    while (end < words.length && words[end]!.span[0] < span[1]) end++;
    found.push({ ...known, span, words: [first, end] });
  }
  return found;
}

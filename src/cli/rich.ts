import { widthOf } from "./width.ts";

/** What a stretch of text is, for the eye. The colours are the terminal's business. */
export type Tone = "plain" | "dim" | "strong" | "what" | "who" | "whom" | "where" | "when" | "count" | "word" | "warning";

export interface Piece {
  readonly text: string;
  readonly tone: Tone;
}

/** A text in pieces of one tone each. */
export type Rich = readonly Piece[];

export function piece(text: string, tone: Tone = "plain"): Piece {
  return { text, tone };
}

/** Breaks a text into lines of at most `width` columns, between words where it can, inside a word where it must. */
export function wrap(rich: Rich, width: number): Piece[][] {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  let used = 0;
  const newline = () => {
    lines.push(line);
    line = [];
    used = 0;
  };
  for (const { text, tone } of rich) {
    for (const token of text.match(/\n|[^\S\n]+|\S+/g) ?? []) {
      if (token === "\n") {
        newline();
        continue;
      }
      const space = token.trim() === "";
      let size = widthOf(token);
      if (space && (used === 0 || used + size >= width)) {
        if (used > 0) newline();
        continue;
      }
      if (used + size > width && used > 0 && !glued(line)) newline();
      let rest = token;
      while (size > width - used && used + size > width) {
        const head = cut(rest, width - used, used > 0);
        if (head !== "") line.push({ text: head, tone });
        newline();
        rest = rest.slice(head.length);
        size = widthOf(rest);
      }
      if (rest !== "") line.push({ text: rest, tone });
      used += size;
    }
  }
  if (line.length > 0 || lines.length === 0) lines.push(line);
  return lines.map(trimEnd);
}

/** Whether the line ends inside a word that changes its tone, as a highlight within a word does: no break belongs there. */
function glued(line: readonly Piece[]): boolean {
  const last = line.at(-1);
  return last !== undefined && !/\s$/.test(last.text) && line.every((p) => !/\s/.test(p.text));
}

/** As many characters as fit; at least one, lest it go on for ever, unless there is a fuller line to end first. */
function cut(text: string, width: number, mayBeNone: boolean): string {
  let end = 0;
  let used = 0;
  for (const character of text) {
    const size = widthOf(character);
    if ((end > 0 || mayBeNone) && used + size > width) break;
    end += character.length;
    used += size;
  }
  return text.slice(0, end);
}

function trimEnd(line: Piece[]): Piece[] {
  while (line.length > 0 && line.at(-1)?.text.trim() === "") line.pop();
  return line;
}

import type { Span } from "../document/index.ts";
import { PLOVER_TYPES, type PloverType } from "./layers.ts";

/** A sentence of our own with its right coding. */
export interface Example {
  readonly text: string;
  readonly events: readonly { readonly span: Span; readonly type: PloverType }[];
  /** Line of the file, counted from 1. */
  readonly line: number;
}

const MARK = /\[([^\]|]+)(?:\|([A-Z]+))?\]/g;

/**
 * Reads a file of coded sentences. A line is a sentence with its triggers in brackets, "Jets [bombed] the town and troops
 * [withdrew|RETREAT].": the type after the bar, or else the one that the last line "# ASSAULT" named. A sentence without brackets has no
 * event. Lines that begin with "#" and do not name a type are remarks. Throws an Error with file and line for a type that PLOVER lacks.
 */
export function readExamples(content: string, file: string): readonly Example[] {
  const examples: Example[] = [];
  let type: PloverType | undefined;
  content.split("\n").forEach((raw, index) => {
    const row = raw.trim();
    if (row === "") return;
    if (row.startsWith("#")) {
      type = PLOVER_TYPES.find((t) => t === /^#\s*([A-Z]+)\b/.exec(row)?.[1]) ?? type;
      return;
    }
    const events: { span: Span; type: PloverType }[] = [];
    let text = "";
    let at = 0;
    for (const mark of row.matchAll(MARK)) {
      const named = mark[2] === undefined ? type : PLOVER_TYPES.find((t) => t === mark[2]);
      if (named === undefined) throw new Error(`${file}, line ${index + 1}: “${mark[2] ?? ""}” is not a PLOVER type`);
      text += row.slice(at, mark.index);
      const words = mark[1] ?? "";
      events.push({ span: [text.length, text.length + words.length], type: named });
      text += words;
      at = mark.index + mark[0].length;
    }
    examples.push({ text: text + row.slice(at), events, line: index + 1 });
  });
  return examples;
}

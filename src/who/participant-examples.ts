import type { Span } from "../document/index.ts";
import { PLOVER_TYPES, type PloverType } from "../what/layers.ts";
import type { Role } from "./layers.ts";

/** A sentence of our own with one event and its participants. */
export interface ParticipantExample {
  readonly text: string;
  readonly type: PloverType;
  /** Where the trigger stands. */
  readonly trigger: Span;
  readonly participants: readonly { readonly role: Exclude<Role, "place">; readonly span: Span }[];
  /** Line of the file, counted from 1. */
  readonly line: number;
}

const MARK = /\{(actor|recipient|instrument) ([^{}]+)\}|\[([^\]|]+)\|([A-Z]+)\]/g;

/**
 * Reads sentences in which participants stand in braces and the one trigger in brackets: "{actor Gunmen} [attacked|ASSAULT] {recipient a
 * post}." Lines that begin with "#" are remarks. Throws an Error with file and line when a sentence has no trigger or its type is not PLOVER's.
 */
export function readParticipantExamples(content: string, file: string): readonly ParticipantExample[] {
  return content.split("\n").flatMap((row, index) => {
    if (row.trim() === "" || row.startsWith("#")) return [];
    const participants: { role: Exclude<Role, "place">; span: Span }[] = [];
    let text = "";
    let at = 0;
    let trigger: Span | undefined;
    let type: PloverType | undefined;
    for (const mark of row.matchAll(MARK)) {
      text += row.slice(at, mark.index);
      const words = mark[2] ?? mark[3]!;
      const span: Span = [text.length, text.length + words.length];
      if (mark[1] !== undefined) participants.push({ role: mark[1] as "actor" | "recipient" | "instrument", span });
      else {
        trigger = span;
        type = PLOVER_TYPES.find((t) => t === mark[4]);
      }
      text += words;
      at = mark.index + mark[0].length;
    }
    if (!trigger || !type) throw new Error(`${file}, line ${index + 1}: no trigger with a PLOVER type in brackets`);
    return [{ text: text + row.slice(at), type, trigger, participants, line: index + 1 }];
  });
}

import type { Span } from "../document/index.ts";
import { PLOVER_TYPES } from "./layers.ts";
import type { RelationType } from "./relation.ts";

/** A sentence of our own with one who acts, one who is acted on, and what the one does to the other. */
export interface RelationSentence {
  readonly text: string;
  readonly source: Span;
  readonly target: Span;
  readonly type: RelationType;
  /** In how many wordings its line puts it. */
  readonly wordings: number;
  /** Line of the file, counted from 1. */
  readonly line: number;
}

/**
 * Reads a file of sentences: "# AID" names the type of the lines below it, and each line has one {actor …} and one {recipient …}. A slash
 * parts other wordings, an underscore joins words of one: "{actor Norway} sent/handed_over tents to {recipient the town}." is two sentences.
 * Where several places have wordings the first goes with the first, the second with the second. Throws an Error with file and line.
 */
export function readRelationExamples(content: string, file: string): readonly RelationSentence[] {
  let type: RelationType | undefined;
  return content.split("\n").flatMap((raw, index): RelationSentence[] => {
    const row = raw.trim();
    if (row === "") return [];
    if (row.startsWith("#")) {
      type = typeOf(/^#\s*([A-Z]+)\b/.exec(row)?.[1]) ?? type;
      return [];
    }
    const places = row.split(" ").map((place) => (/^[{].*|.*[}]/.test(place) ? [place] : place.split("/")));
    const wordings = Math.max(...places.map((p) => p.length));
    return Array.from({ length: wordings }, (_, i): RelationSentence => {
      const marked = places.map((p) => p[i % p.length]!.replaceAll("_", " ")).join(" ");
      const { text, spans } = readBraces(marked);
      const { actor, recipient } = spans;
      if (type === undefined || actor === undefined || recipient === undefined)
        throw new Error(`${file}, line ${index + 1}: needs a type above it, one {actor …} and one {recipient …}`);
      return { text, source: actor, target: recipient, type, wordings, line: index + 1 };
    });
  });
}

function typeOf(name: string | undefined): RelationType | undefined {
  const known = PLOVER_TYPES.find((t) => t === name);
  return known === "RETREAT" || known === "CONCEDE" ? "YIELD" : known;
}

function readBraces(marked: string): { text: string; spans: Partial<Record<"actor" | "recipient", Span>> } {
  const spans: Partial<Record<"actor" | "recipient", Span>> = {};
  let text = "";
  let at = 0;
  for (const brace of marked.matchAll(/\{(actor|recipient) ([^{}]+)\}/g)) {
    text += marked.slice(at, brace.index);
    spans[brace[1] === "actor" ? "actor" : "recipient"] = [text.length, text.length + brace[2]!.length];
    text += brace[2];
    at = brace.index + brace[0].length;
  }
  return { text: text + marked.slice(at), spans };
}

import type { Span } from "../../src/document/index.ts";
import type { Analysis } from "../../src/what/analysis.ts";
import { headOfSpan, relationFeatures } from "../../src/what/relation-features.ts";
import { rows } from "../benchmarks.ts";

export interface RelationRow {
  readonly id: string;
  readonly marked: string;
  readonly type: string;
}

/** The sentence without its marks, and where source and target stand. */
export function readMarked(marked: string): { text: string; source: Span; target: Span } {
  let text = "";
  const spans = { s: [0, 0] as [number, number], t: [0, 0] as [number, number] };
  let at = 0;
  for (const tag of marked.matchAll(/<(\/?)([st])>/g)) {
    text += marked.slice(at, tag.index);
    at = tag.index + tag[0].length;
    spans[tag[2] === "s" ? "s" : "t"][tag[1] === "/" ? 1 : 0] = text.length;
  }
  return { text: text + marked.slice(at), source: spans.s, target: spans.t };
}

export interface RelationExample {
  readonly id: string;
  readonly features: readonly string[];
  readonly label: string;
  /** The words between source and target, to hold whole verbs out. */
  readonly verb: string;
}

/** The training rows with their features. */
export function relationExamples(analyse: (id: string, text: string) => Analysis): RelationExample[] {
  return rows<RelationRow>("relations/train.jsonl").map((row) => {
    const { text, source, target } = readMarked(row.marked);
    const analysis = analyse(row.id, text);
    const features = relationFeatures(
      analysis,
      Math.max(0, headOfSpan(analysis.syntax, source)),
      Math.max(0, headOfSpan(analysis.syntax, target)),
    );
    const verb =
      features.find((f) => f.startsWith("chain="))?.slice(6) ?? text.slice(Math.min(source[1], target[1]), Math.max(source[0], target[0]));
    return { id: row.id, features, label: row.type, verb };
  });
}

import { readdirSync, readFileSync } from "node:fs";
import type { Span } from "../../src/document/index.ts";
import type { Analysis } from "../../src/what/analysis.ts";
import { readRelationExamples } from "../../src/what/relation-examples.ts";
import { headOfSpan, relationFeatures } from "../../src/what/relation-features.ts";
import { rows } from "../benchmarks.ts";

const OWN = new URL("../../lexicon/events/relations/", import.meta.url);

type Analyse = (id: string, text: string) => Analysis;

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
  /** The verbs that join source and target, to hold whole verbs out. */
  readonly verb: string;
  /** The words between source and target, to hold out rows that repeat one another. */
  readonly between: string;
}

function features(analysis: Analysis, source: Span, target: Span): readonly string[] {
  const head = (span: Span): number => Math.max(0, headOfSpan(analysis.syntax, span));
  return relationFeatures(analysis, head(source), head(target));
}

/** The verbs that join source and target. */
const verbsOf = (f: readonly string[]): string | undefined => f.find((name) => name.startsWith("chain="))?.slice(6);

/** The benchmark's training rows with their features. */
export function relationExamples(analyse: Analyse): RelationExample[] {
  return rows<RelationRow>("relations/train.jsonl").map((row) => {
    const { text, source, target } = readMarked(row.marked);
    const f = features(analyse(row.id, text), source, target);
    const between = text.slice(Math.min(source[1], target[1]), Math.max(source[0], target[0]));
    const same = between.toLowerCase().replace(/\d+/g, "0").trim() || row.id;
    return { id: row.id, features: f, label: row.type, verb: verbsOf(f) ?? between, between: same };
  });
}

export interface OwnExample {
  readonly features: readonly string[];
  readonly label: string;
  /** The verbs that join source and target, "" where there is none. */
  readonly verb: string;
  /** A line of many wordings counts more than one of a single wording, but not as many times as it has wordings. */
  readonly weight: number;
}

/** Our own sentences with their features. */
export function ownRelations(analyse: Analyse): OwnExample[] {
  return readdirSync(OWN)
    .sort()
    .flatMap((file) =>
      readRelationExamples(readFileSync(new URL(file, OWN), "utf8"), file).map(({ text, source, target, type, wordings, line }) => {
        const f = features(analyse(`${file}:${line}`, text), source, target);
        return { features: f, label: type, verb: verbsOf(f) ?? "", weight: 1 / Math.sqrt(wordings) };
      }),
    );
}

import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { keyOf } from "../../src/code/incidents/candidates.ts";
import { Document, overlaps, type Pipeline, pipeline, type Span } from "../../src/document/index.ts";
import {
  chainStage,
  loadChainModel,
  loadHeadNouns,
  loadMentionModel,
  loadParser,
  MENTIONS,
  mentionStage,
  type Word,
  wordsStage,
} from "../../src/parse/index.ts";
import { type EventLexicon, loadEventLexicon, loadTriggerModel, triggerStage } from "../../src/what/index.ts";
import type { Trigger } from "../../src/what/layers.ts";
import { argumentFeatures } from "../../src/who/argument-features.ts";
import { type ArgumentClass, candidateWords, triggerViews } from "../../src/who/argument-model.ts";
import { ruleArguments } from "../../src/who/arguments.ts";
import { identityStage, loadDirectory } from "../../src/who/index.ts";
import { readParticipantExamples } from "../../src/who/participant-examples.ts";
import type { Scene } from "../../src/who/scene.ts";
import { sceneOf } from "../../src/who/set-scene.ts";
import { rows } from "../benchmarks.ts";
import type { CaseRow } from "../coded/article.ts";
import { annotatedRows, ROW_ROLES, type RoleRow } from "../roles/rows.ts";
import { readMarked } from "../what/relation-rows.ts";
import { namesAt, sameName } from "./same-name.ts";

/** One word of a sentence with one trigger. */
export interface ArgumentRow {
  readonly features: readonly string[];
  readonly label: ArgumentClass;
  readonly weight: number;
  /** Number of the text, for folds. */
  readonly group: number;
  /** What the rules say that the word is, if anything, and how surely. */
  readonly rule?: { readonly role: string; readonly confidence: number };
  /** Roles that the rules leave open for this trigger. */
  readonly open: readonly string[];
}

/** What a word of a text is to a trigger; undefined when the text does not tell. */
type Label = (trigger: Trigger, word: Word, scene: Scene) => { label: ArgumentClass; weight: number } | undefined;

const EXAMPLES = new URL("../../lexicon/events/participants/", import.meta.url);
const ROLE_CLASS: readonly ArgumentClass[] = ["actor", "actor", "recipient", "recipient", "instrument"];
interface Reader {
  readonly lexicon: EventLexicon;
  readonly pipeline: Pipeline;
}
let loaded: Reader | undefined;
/** The stages up to where participants are looked for: the classifier must not be needed to train it. */
const reader = (): Reader => (loaded ??= loadReader());

function loadReader(): Reader {
  const lexicon = loadEventLexicon();
  const stages = [
    wordsStage(loadParser()),
    mentionStage(loadMentionModel()),
    chainStage(loadChainModel()),
    triggerStage(lexicon, loadTriggerModel()),
    identityStage(loadDirectory()),
  ];
  return { lexicon, pipeline: pipeline(stages) };
}

function rowsOf(document: Document, group: number, label: Label): ArgumentRow[] {
  const scene = sceneOf(document, reader().lexicon, loadHeadNouns());
  const found = ruleArguments(scene);
  const heads = [...new Set(document.get(MENTIONS).map((m) => m.head))].sort((a, b) => a - b).map((i) => scene.tree.words[i]!);
  return triggerViews(scene, found).flatMap((view) => {
    const near = heads.filter((w) => w.sentence === view.head.sentence);
    const ruled = view.rules.map((a) => scene.tree.words[a.head]!);
    const words = [...new Set([...candidateWords(scene, view.trigger, near), ...ruled])];
    const open = ["actor", "recipient"].filter((role) => !view.rules.some((a) => a.role === role));
    return words.flatMap((word) => {
      const told = label(view.trigger, word, scene);
      const rule = view.rules.find((a) => a.head === word.index);
      return told ? [{ features: argumentFeatures(scene, view, word), ...told, group, open, ...(rule && { rule }) }] : [];
    });
  });
}

const holds = (span: Span, word: Word): boolean => overlaps(span, word.span);
/** The word in a span whose own head lies outside of it. */
const heads = (scene: Scene, span: Span, word: Word): boolean =>
  holds(span, word) && (word.head < 0 || !holds(span, scene.tree.words[word.head]!));

/** PLV: source and target of one event in a sentence. Which of several triggers of the type is meant is not said: all are taken. */
export function relationRows(): ArgumentRow[] {
  return rows<{ id: string; marked: string; type: string }>("relations/train.jsonl").flatMap((row, i) => {
    const { text, source, target } = readMarked(row.marked);
    const types = row.type === "YIELD" ? ["RETREAT", "CONCEDE"] : [row.type];
    return rowsOf(reader().pipeline.run(Document.from({ id: row.id, text, language: "en" })), i, (trigger, word, scene) => {
      if (!types.includes(trigger.type)) return undefined;
      if (heads(scene, source, word)) return { label: "actor", weight: 1 };
      if (heads(scene, target, word)) return { label: scene.sense(trigger)?.frame.twoSided ? "actor" : "recipient", weight: 1 };
      return holds(source, word) || holds(target, word) ? undefined : { label: "none", weight: 0.5 };
    });
  });
}

/** What a word of an article coded by hand weighs: every participant of the event is named there, and every wording of each. */
const CODED_WEIGHT = 1.5;

/**
 * Articles coded by hand: every word of a sentence with every trigger of it that tells of a coded event. A word is a participant when it, or the
 * identity that it belongs to, bears one of the participant's wordings: as the benchmark judges it.
 */
export function codedArgumentRows(articles: readonly CaseRow[]): ArgumentRow[] {
  return articles.flatMap(({ id, text, published, events }, i) => {
    const document = reader().pipeline.run(Document.from({ id, text, language: "en", ...(published && { published }) }));
    return rowsOf(document, i, (trigger, word, scene) => {
      const event = events.find((e) => e.type === trigger.type && e.quotes.some((quote) => tells(text, quote, trigger.span)));
      if (!event) return undefined;
      const names = namesAt(scene, word);
      const bears = (wordings: readonly (readonly string[])[]): boolean => wordings.some((list) => list.some((w) => sameName(names, w)));
      if (bears(event.instruments)) return { label: "instrument", weight: CODED_WEIGHT };
      const meets = scene.sense(trigger)?.frame.twoSided === true;
      if (bears(event.actors) || (meets && bears(event.recipients))) return { label: "actor", weight: CODED_WEIGHT };
      return { label: bears(event.recipients) ? "recipient" : "none", weight: CODED_WEIGHT };
    });
  });
}

/** Whether a trigger stands in one of the places where a quote stands. */
function tells(text: string, quote: string, span: Span): boolean {
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) if (overlaps(span, [at, at + quote.length])) return true;
  return false;
}

/** Our own sentences. */
export function clauseRows(): ArgumentRow[] {
  const examples = readdirSync(EXAMPLES)
    .sort()
    .flatMap((file) => readParticipantExamples(readFileSync(new URL(file, EXAMPLES), "utf8"), file));
  return examples.flatMap((example, i) =>
    rowsOf(reader().pipeline.run(Document.from({ id: String(i), text: example.text, language: "en" })), i, (trigger, word, scene) => {
      if (trigger.type !== example.type || !overlaps(trigger.span, example.trigger)) return undefined;
      const part = example.participants.find((p) => heads(scene, p.span, word));
      return part ? { label: part.role, weight: 4 } : { label: "none", weight: 4 };
    }),
  );
}

/**
 * MUC-4: who fills which role of a document's incidents. Victims are named people there and many who are hit are not in the key, so that a
 * word that fills nothing says little; only violent triggers with a filler in their sentence are taken.
 */
export function incidentRows(store: string | undefined): ArgumentRow[] {
  const bench = resolve(process.env.DATELINE_BENCH ?? new URL("../../../shared/bench", import.meta.url).pathname);
  return annotatedRows(`${bench}/roles/train.jsonl`, store).flatMap(({ row, document }, i) => {
    if (row.templates.length === 0) return [];
    const filled = fillersOf(row);
    const found = rowsOf(document, i, (trigger, word, scene) => {
      if (trigger.type !== "ASSAULT" && trigger.type !== "COERCE") return undefined;
      const key = keyOf(document.slice(scene.span(word)));
      const role = filled.find(
        (f) => f.keys.has(key) || (key.length > 3 && [...f.keys].some((k) => k.endsWith(` ${key}`) || key.endsWith(` ${k}`))),
      );
      return role ? { label: role.label, weight: 0.15 } : { label: "none", weight: 0.05 };
    });
    return found;
  });
}

function fillersOf(row: RoleRow): readonly { readonly label: ArgumentClass; readonly keys: ReadonlySet<string> }[] {
  return ROW_ROLES.map((role, k) => ({ label: ROLE_CLASS[k]!, keys: new Set(row.extracts[role].flat().map(keyOf)) }));
}

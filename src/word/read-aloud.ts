import { Document } from "../document/index.ts";
import { loadParser, wordsStage } from "../parse/index.ts";
import { WORDS } from "../parse/layers.ts";
import { type PloverType, TRIGGERS } from "../what/layers.ts";
import { ACTORS, ARGUMENTS } from "../who/layers.ts";
import { attributionStage } from "./attributions.ts";
import { loadCueLexicon } from "./cue-lexicon.ts";
import { eventSourceStage } from "./event-sources.ts";
import { factualityStage } from "./factuality.ts";
import { loadFactualityLexicon } from "./factuality-lexicon.ts";
import { ATTRIBUTIONS, type Attribution, EVENT_SOURCES, type EventFactuality, type EventSource, FACTUALITY } from "./layers.ts";
import { loadAttributionModel } from "./load-model.ts";

/** What this folder makes of a text and one event in it. */
export interface ReadAloud {
  readonly text: string;
  readonly attributions: readonly Attribution[];
  /** The sources' phrases, outermost first. */
  readonly sources: readonly string[];
  readonly source: EventSource;
  readonly factuality: EventFactuality;
}

/**
 * Runs the three stages on a text with one event given by its trigger's characters (the first place where they stand): for tests and for trying
 * a lexicon entry out.
 */
export function readAloud(text: string, trigger: string, type: PloverType = "ASSAULT", publisher?: string): ReadAloud {
  const cues = loadCueLexicon();
  const start = text.indexOf(trigger);
  if (start < 0) throw new RangeError(`“${trigger}” does not stand in “${text}”`);
  const parsed = wordsStage(loadParser()).run(
    Document.from({ id: "a", text, language: "en", ...(publisher !== undefined && { publisher }) }),
  );
  const head = parsed.get(WORDS).find((word) => word.span[0] <= start && start < word.span[1])!;
  const span = [start, start + trigger.length] as const;
  const event = { index: 0, span, words: [head.index], type, contexts: [], sense: trigger, confidence: 1, reasons: [] } as const;
  const given = parsed.with(TRIGGERS, [event]).with(ACTORS, []).with(ARGUMENTS, []);
  const stages = [attributionStage(cues, loadAttributionModel()), eventSourceStage(cues), factualityStage(cues, loadFactualityLexicon())];
  const document = stages.reduce((d, stage) => stage.run(d), given);
  const attributions = document.get(ATTRIBUTIONS);
  const source = document.get(EVENT_SOURCES)[0]!;
  const sources = source.chain.map((index) => document.slice(attributions[index]!.source!));
  return { text, attributions, sources, source, factuality: document.get(FACTUALITY)[0]! };
}

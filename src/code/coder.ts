import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Document } from "../document/index.ts";
import { type Pipeline, pipeline } from "../document/index.ts";
import { chainStage, loadChainModel, loadMentionModel, loadParser, mentionStage, wordsStage } from "../parse/index.ts";
import { casualtyStage, type EventLexicon, loadEventLexicon, loadTriggerModel, triggerStage } from "../what/index.ts";
import { eventTimeStage, timesStage } from "../when/index.ts";
import { eventPlaceStage, openGazetteer, placesStage } from "../where/index.ts";
import { argumentStage, identityStage, loadDirectory } from "../who/index.ts";
import {
  eventAttributionStage,
  eventSourceStage,
  factualityStage,
  loadAttributionModel,
  loadCueLexicon,
  loadFactualityLexicon,
} from "../word/index.ts";
import { assemble } from "./assemble.ts";
import type { CodedDocument } from "./coded-document.ts";
import { fingerprint } from "./fingerprint.ts";
import { type Joining, loadJoining } from "./joining.ts";
import type { CoderOptions } from "./options.ts";
import { loadParticipantModel, type ParticipantModel } from "./participants/index.ts";

/** Everything that coding needs, loaded once: the stages with their models and lexicons, and who they are. */
export interface Coder {
  readonly identity: CodedDocument["coder"];
  readonly pipeline: Pipeline;
  readonly lexicon: EventLexicon;
  readonly joining: Joining;
  readonly participants: ParticipantModel;
}

/** Loads the coder. Throws an Error that names the file when a model or a lexicon file is missing or cannot be read. */
export function loadCoder(options: CoderOptions = {}): Coder {
  const lexicon = loadEventLexicon({ extra: options.lexicon ?? [] });
  const directory = loadDirectory({
    extra: (options.actors ?? []).map((file) => ({ name: basename(file), text: readFileSync(file, "utf8") })),
  });
  const gazetteer = openGazetteer({ ...(options.gazetteer !== undefined && { sqlite: options.gazetteer }) });
  const cues = loadCueLexicon();
  return {
    identity: fingerprint(options),
    lexicon,
    joining: loadJoining(),
    participants: loadParticipantModel(),
    pipeline: pipeline([
      wordsStage(loadParser()),
      mentionStage(loadMentionModel()),
      chainStage(loadChainModel()),
      timesStage(),
      placesStage(gazetteer),
      triggerStage(lexicon, loadTriggerModel()),
      identityStage(directory),
      argumentStage(lexicon),
      casualtyStage(),
      eventPlaceStage(),
      eventTimeStage(),
      eventAttributionStage(cues, loadAttributionModel()),
      eventSourceStage(cues),
      factualityStage(cues, loadFactualityLexicon()),
    ]),
  };
}

/** Runs the stages only: the document with every layer, for those who want more than the coded document holds. */
export function annotate(document: Document, coder: Coder): Document {
  return coder.pipeline.run(document);
}

/**
 * Codes one document: a pure function. The same document and the same coder give the same bytes, on any machine, in any order of a
 * batch.
 */
export function code(document: Document, coder: Coder): CodedDocument {
  return assemble(annotate(document, coder), coder.identity, coder);
}

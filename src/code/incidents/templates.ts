import type { Document, Span } from "../../document/index.ts";
import { type Boosted, boostedProbability } from "../../learn/index.ts";
import type { PloverType } from "../../what/layers.ts";
import { type Filler, findFillers } from "./fillers.ts";
import { type Group, type GroupModels, groupFillers } from "./grouping.ts";
import { type Reading, readingOf } from "./reading.ts";
import {
  INCIDENT_ROLES,
  INCIDENT_TYPES,
  type IncidentRole,
  type IncidentType,
  type ScoreModels,
  type Scores,
  scoreReading,
} from "./scores.ts";

export interface IncidentModels extends ScoreModels, GroupModels {
  readonly ranker: Boosted;
}

/** A participant of an incident, at the place of the text that names it first. */
export interface IncidentFiller {
  readonly text: string;
  readonly span: Span;
  /** 0..1 */
  readonly confidence: number;
}

/** One incident of terrorism in the manner of the Message Understanding Conferences: a type, and who and what fills each role. */
export type IncidentTemplate = { readonly type: IncidentType; readonly confidence: number } & {
  readonly [role in IncidentRole]: readonly IncidentFiller[];
};

/** Types of event without one of which a text tells of no violent incident. */
const VIOLENT: ReadonlySet<PloverType> = new Set<PloverType>(["ASSAULT", "COERCE", "THREATEN"]);
/** A filler this sure is one: half of the best F1, as expected-F1 decisions ask for. */
export const SURE = 0.2;
/** A document this likely tells of an incident even where nothing in it fills a role. */
const BARE = 0.3;
/** More incidents than this are seldom told in one text; the least likely are left out. */
const MOST = 5;

/**
 * The violent incidents of a document that the coder's stages have annotated (`annotate`), as templates: participants grouped by incident,
 * the surest incident first; none where the document tells of none.
 */
export function incidentTemplates(document: Document, models: IncidentModels): readonly IncidentTemplate[] {
  const reading = readingOf(document);
  if (!reading.triggers.some((t) => VIOLENT.has(t.type))) return [];
  const scores = scoreReading(reading, models);
  const believed = findFillers(reading, scores)
    .map((filler) => ({ filler, confidence: boostedProbability(models.ranker, filler.values) }))
    .filter((f) => f.confidence >= SURE);
  const groups = groupFillers(reading, scores, believed, models).slice(0, MOST);
  const told = groups.length > 0 ? groups : scores.incidents[0]! > BARE ? [{ type: likeliestType(scores), members: [] }] : [];
  return told.map((group) => templateOf(group, reading, scores));
}

function likeliestType(scores: Scores): number {
  const likelihoods = INCIDENT_TYPES.map((_, type) => scores.incidents[type + 1]!);
  return likelihoods.indexOf(Math.max(...likelihoods));
}

function templateOf({ type, members }: Group, reading: Reading, scores: Scores): IncidentTemplate {
  const of = (role: IncidentRole): readonly IncidentFiller[] =>
    members
      .filter((m) => INCIDENT_ROLES[m.filler.role] === role)
      .sort((a, b) => b.confidence - a.confidence)
      .map((m) => fillerOf(m.filler, reading, m.confidence));
  return {
    type: INCIDENT_TYPES[type]!,
    confidence: Math.round(scores.incidents[type + 1]! * 1000) / 1000,
    perpetrators: of("perpetrators"),
    organisations: of("organisations"),
    targets: of("targets"),
    victims: of("victims"),
    weapons: of("weapons"),
  };
}

function fillerOf(filler: Filler, reading: Reading, confidence: number): IncidentFiller {
  const { text, places } = reading.candidates[filler.wordings[0]!]!;
  const [first, end] = places[0]!;
  return { text, span: [reading.words[first]!.span[0], reading.words[end - 1]!.span[1]], confidence: Math.round(confidence * 1000) / 1000 };
}

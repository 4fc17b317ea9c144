import type { Document, Span } from "../../document/index.ts";
import type { PloverType } from "../../what/layers.ts";
import { type Boosted, boostedProbability } from "./boosted.ts";
import { type Filler, findFillers } from "./fillers.ts";
import { type Reading, readingOf } from "./reading.ts";
import {
  highest,
  INCIDENT_ROLES,
  INCIDENT_TYPES,
  type IncidentRole,
  type IncidentType,
  type ScoreModels,
  type Scores,
  scoreReading,
  sentencesOf,
} from "./scores.ts";

export interface IncidentModels extends ScoreModels {
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
const SURE = 0.2;
/** A further type this likely gives a template of its own. */
const FURTHER_TYPE = 0.2;
/** A document this likely tells of an incident even where nothing in it fills a role. */
const BARE = 0.3;
/** A perpetrator belongs to a further type too when its sentences speak for that at least half as much. */
const SHARED = 0.5;

/**
 * The violent incidents of a document that the coder's stages have annotated (`annotate`), as templates: one for each type of incident
 * told, the likeliest type first; none where the document tells of none.
 */
export function incidentTemplates(document: Document, models: IncidentModels): readonly IncidentTemplate[] {
  const reading = readingOf(document);
  if (!reading.triggers.some((t) => VIOLENT.has(t.type))) return [];
  const scores = scoreReading(reading, models);
  const types = likelyTypes(scores);
  const drafts = types.map((type) => ({ type, fillers: INCIDENT_ROLES.map((): IncidentFiller[] => []) }));
  for (const filler of findFillers(reading, scores)) {
    const confidence = boostedProbability(models.ranker, filler.values);
    if (confidence < SURE) continue;
    for (const at of templatesOf(filler, reading, scores, types))
      drafts[at]!.fillers[filler.role]!.push(fillerOf(filler, reading, confidence));
  }
  const filled = drafts.filter((d) => d.fillers.some((list) => list.length > 0));
  const kept = filled.length > 0 ? filled : scores.incidents[0]! > BARE ? drafts.slice(0, 1) : [];
  return kept.map(({ type, fillers }) => ({
    type: INCIDENT_TYPES[type]!,
    confidence: Math.round(scores.incidents[type + 1]! * 1000) / 1000,
    perpetrators: fillers[0]!,
    organisations: fillers[1]!,
    targets: fillers[2]!,
    victims: fillers[3]!,
    weapons: fillers[4]!,
  }));
}

/** The likeliest type, and every other that is likely. */
function likelyTypes(scores: Scores): readonly number[] {
  const likelihood = (type: number): number => scores.incidents[type + 1]!;
  const order = INCIDENT_TYPES.map((_, i) => i).sort((a, b) => likelihood(b) - likelihood(a) || a - b);
  return order.filter((type, rank) => rank === 0 || likelihood(type) > FURTHER_TYPE);
}

/** Where a filler belongs: the type that its sentences speak for most; those who act may have done the others too. */
function templatesOf(filler: Filler, reading: Reading, scores: Scores, types: readonly number[]): readonly number[] {
  const sentences = sentencesOf(reading, filler.wordings[0]!).map((s) => scores.sentences[s]!);
  const spoken = types.map((type) => highest(sentences, type + 1) * scores.incidents[type + 1]!);
  const most = Math.max(...spoken);
  const best = spoken.indexOf(most);
  const acts = filler.role < 2;
  return types.map((_, i) => i).filter((i) => i === best || (acts && spoken[i]! > SHARED * most));
}

function fillerOf(filler: Filler, reading: Reading, confidence: number): IncidentFiller {
  const { text, places } = reading.candidates[filler.wordings[0]!]!;
  const [first, end] = places[0]!;
  return { text, span: [reading.words[first]!.span[0], reading.words[end - 1]!.span[1]], confidence: Math.round(confidence * 1000) / 1000 };
}

import type { ActorCount, Bin, EventFilter, FacetCounts, Pair, PlaceCount, SurveyReader, Unit } from "../archive/index.ts";
import { type UnusualWeek, unusualWeeks } from "./unusual.ts";

/** A week that stands out, with what most of its events share. */
export interface ExplainedWeek extends UnusualWeek {
  readonly places: readonly { readonly value: string; readonly count: number }[];
  readonly actors: readonly { readonly value: string; readonly count: number }[];
}

export interface Timeline {
  readonly by: "week" | "month" | "year";
  readonly bins: readonly Bin[];
  /** Events whose date is not known: they are in no bin. */
  readonly undated: number;
  readonly unusual: readonly ExplainedWeek[];
}

export interface Places {
  readonly places: readonly PlaceCount[];
  /** Events without coordinates: they are at no point. */
  readonly unlocated: number;
}

export interface Network {
  readonly actors: readonly ActorCount[];
  readonly pairs: readonly Pair[];
}

/** All that is drawn of one filtered set, and what its filters can be narrowed by: one answer, so that the screen changes at once. */
export interface Pictures {
  readonly timeline: Timeline;
  readonly places: Places;
  readonly network: Network;
  readonly facets: FacetCounts;
}

/** At most so many weeks are explained: each asks the survey again. */
const EXPLAINED = 5;

/** Events over time, unusual weeks marked and explained. */
export async function timelineOf(survey: SurveyReader, unit: Unit, filter: EventFilter, by: Timeline["by"]): Promise<Timeline> {
  const total = survey.count(unit, filter);
  const bins = await survey.timeline(unit, filter, by);
  const weeks = by === "week" ? bins : await survey.timeline(unit, filter, "week");
  const dated = bins.reduce((sum, bin) => sum + bin.count, 0);
  const largest = unusualWeeks(perStart(weeks))
    .sort((a, b) => b.count - b.usual - (a.count - a.usual))
    .slice(0, EXPLAINED)
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  const unusual = await Promise.all(
    largest.map(async (week): Promise<ExplainedWeek> => {
      const to = new Date(Date.parse(week.start) + 6 * 86_400_000).toISOString().slice(0, 10);
      const within = { ...filter, from: week.start, to };
      const { place = [], actor = [] } = await survey.facets(unit, within, ["place", "actor"], 3);
      return { ...week, places: place, actors: actor };
    }),
  );
  return { by, bins, undated: (await total) - dated, unusual };
}

/** Events by place, those without one counted. */
export async function placesOf(survey: SurveyReader, unit: Unit, filter: EventFilter): Promise<Places> {
  const [places, total] = await Promise.all([survey.places(unit, filter), survey.count(unit, filter)]);
  return { places, unlocated: total - places.reduce((sum, place) => sum + place.count, 0) };
}

/** Who acts upon whom. */
export async function networkOf(survey: SurveyReader, unit: Unit, filter: EventFilter, top: number): Promise<Network> {
  const [actors, pairs] = await Promise.all([survey.actors(unit, filter, top), survey.pairs(unit, filter, top)]);
  return { actors, pairs };
}

function perStart(bins: readonly Bin[]): { start: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { start, count } of bins) counts.set(start, (counts.get(start) ?? 0) + count);
  return [...counts].map(([start, count]) => ({ start, count }));
}

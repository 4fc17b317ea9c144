import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ActorCount, Bin, Facet, FacetCounts, Page, Pair, PlaceCount, Sort, Unit } from "../../archive/index.ts";
import { FACETS } from "../../archive/index.ts";
import type { ServeContext } from "../context.ts";
import { type ReviewedEvent, reviewed } from "../effective.ts";
import { FILTER_PARAMS, filterOf } from "../filter-params.ts";
import { answer, answers } from "../schemas.ts";
import { type UnusualWeek, unusualWeeks } from "../unusual.ts";

const SORTS = ["time", "published", "killed", "confidence", "reports", "added"] as const satisfies readonly Sort[];

/** A week that stands out, with what most of its events share. */
export interface ExplainedWeek extends UnusualWeek {
  readonly places: readonly { readonly value: string; readonly count: number }[];
  readonly actors: readonly { readonly value: string; readonly count: number }[];
}

export interface EventPage extends Page<ReviewedEvent> {
  readonly unit: Unit;
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

/** At most so many weeks are explained: each asks the archive again. */
const EXPLAINED = 5;

/** Lists and counts of the filtered set. */
export function eventRoutes(app: OpenAPIHono, { archive, survey }: ServeContext): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/events",
      summary: "Events that match, a page at a time",
      request: {
        query: FILTER_PARAMS.extend({
          sort: z.enum(SORTS).optional(),
          ascending: z.enum(["true", "false"]).optional(),
          limit: z.coerce.number().int().min(1).max(1000).optional(),
          cursor: z.string().max(2000).optional(),
        }),
      },
      responses: answers(
        answer<EventPage>("EventPage", "items (record, review, corrected), total, next: the cursor of the next page"),
        "A page",
      ),
    }),
    async (c) => {
      const { sort, ascending, limit, cursor, ...params } = c.req.valid("query");
      const unit = await archive.unit();
      const page = await survey.find(unit, {
        filter: filterOf(params),
        ...(sort && { sort }),
        ...(ascending === "true" && { ascending: true }),
        ...(limit && { limit }),
        ...(cursor && { cursor }),
      });
      return c.json({ ...page, items: await reviewed(archive, page.items), unit }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/facets",
      summary: "How many matching events have each value",
      request: {
        query: FILTER_PARAMS.extend({
          facets: z.string().max(200).optional().openapi({ description: "names joined by commas; default: all" }),
          top: z.coerce.number().int().min(1).max(1000).optional(),
        }),
      },
      responses: answers(answer<FacetCounts>("FacetCounts", "for each facet, values with counts"), "Counts"),
    }),
    async (c) => {
      const { facets, top, ...params } = c.req.valid("query");
      const asked = FACETS.filter((facet: Facet) => facets === undefined || facets.split(",").includes(facet));
      return c.json(await survey.facets(await archive.unit(), filterOf(params), asked, top ?? 30), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/timeline",
      summary: "Events over time, unusual weeks marked and explained",
      request: { query: FILTER_PARAMS.extend({ by: z.enum(["week", "month", "year"]).optional() }) },
      responses: answers(answer<Timeline>("Timeline", "bins, undated, unusual"), "Bins"),
    }),
    async (c) => {
      const { by = "week", ...params } = c.req.valid("query");
      const unit = await archive.unit();
      const filter = filterOf(params);
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
      return c.json({ by, bins, undated: (await survey.count(unit, filter)) - dated, unusual }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/places",
      summary: "Matching events by place",
      request: { query: FILTER_PARAMS },
      responses: answers(answer<Places>("Places", "places with counts; unlocated: events without coordinates"), "Places"),
    }),
    async (c) => {
      const unit = await archive.unit();
      const filter = filterOf(c.req.valid("query"));
      const places = await survey.places(unit, filter);
      const located = places.reduce((sum, place) => sum + place.count, 0);
      return c.json({ places, unlocated: (await survey.count(unit, filter)) - located }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/network",
      summary: "Who acts upon whom",
      request: { query: FILTER_PARAMS.extend({ top: z.coerce.number().int().min(1).max(500).optional() }) },
      responses: answers(answer<Network>("Network", "actors with counts, pairs with counts"), "Network"),
    }),
    async (c) => {
      const { top = 120, ...params } = c.req.valid("query");
      const unit = await archive.unit();
      const filter = filterOf(params);
      const [actors, pairs] = await Promise.all([survey.actors(unit, filter, top), survey.pairs(unit, filter, top)]);
      return c.json({ actors, pairs }, 200);
    },
  );
}

function perStart(bins: readonly Bin[]): { start: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { start, count } of bins) counts.set(start, (counts.get(start) ?? 0) + count);
  return [...counts].map(([start, count]) => ({ start, count }));
}

import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Facet, FacetCounts, Page, Sort, Unit } from "../../archive/index.ts";
import { FACETS } from "../../archive/index.ts";
import type { ServeContext } from "../context.ts";
import { type ReviewedEvent, reviewed } from "../effective.ts";
import { FILTER_PARAMS, filterOf } from "../filter-params.ts";
import { type Network, networkOf, type Pictures, type Places, placesOf, type Timeline, timelineOf } from "../pictures.ts";
import { answer, answers } from "../schemas.ts";

const SORTS = ["time", "published", "killed", "confidence", "reports", "added"] as const satisfies readonly Sort[];

export interface EventPage extends Page<ReviewedEvent> {
  readonly unit: Unit;
}

/** Actors and pairs of a network, unless more or fewer are asked for. */
const NETWORK_TOP = 120;

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
      return c.json(await timelineOf(survey, await archive.unit(), filterOf(params), by), 200);
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
      return c.json(await placesOf(survey, await archive.unit(), filterOf(c.req.valid("query"))), 200);
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
      const { top = NETWORK_TOP, ...params } = c.req.valid("query");
      return c.json(await networkOf(survey, await archive.unit(), filterOf(params), top), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/pictures",
      summary: "Timeline, places, network and facet counts of matching events, in one answer",
      request: {
        query: FILTER_PARAMS.extend({
          top: z.coerce.number().int().min(1).max(1000).optional().openapi({ description: "values of each facet; default: 30" }),
        }),
      },
      responses: answers(answer<Pictures>("Pictures", "timeline, places, network, facets"), "Pictures"),
    }),
    async (c) => {
      const { top = 30, ...params } = c.req.valid("query");
      const unit = await archive.unit();
      const filter = filterOf(params);
      const [timeline, places, network, facets] = await Promise.all([
        timelineOf(survey, unit, filter, "week"),
        placesOf(survey, unit, filter),
        networkOf(survey, unit, filter, NETWORK_TOP),
        survey.facets(unit, filter, FACETS, top),
      ]);
      return c.json({ timeline, places, network, facets }, 200);
    },
  );
}

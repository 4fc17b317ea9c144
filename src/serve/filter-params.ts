import { z } from "@hono/zod-openapi";
import type { EventFilter } from "../archive/index.ts";
import { PLOVER_TYPES } from "../what/layers.ts";

/** A parameter that may come several times; each time one more alternative. */
function many<T extends z.ZodType>(item: T, description: string) {
  return z
    .union([item, z.array(item)])
    .optional()
    .openapi({ type: "array", items: { type: "string" }, description });
}

const text = z.string().max(300);
const date = z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/, "a date as 2024, 2024-02 or 2024-02-09");
const number = z.coerce.number().min(0);
const share = z.coerce.number().min(0).max(1);

/** The filter as parameters of an address: the workbench's pages and the API have the same ones. */
export const FILTER_PARAMS = z.object({
  type: many(z.enum(PLOVER_TYPES), "PLOVER event type"),
  mode: many(text, "PLOVER mode"),
  acled: many(text, "ACLED event type"),
  actor: many(text, "who acts or is acted upon: part of a name, or an id of the actor directory"),
  source: many(text, "on whose word, or the outlet: part of a name"),
  place: many(text, "part of the name of the place or its first-level division"),
  country: many(z.string().regex(/^[A-Za-z]{3}$/), "ISO 3166-1 alpha-3"),
  box: z
    .string()
    .regex(/^-?[\d.]+(,-?[\d.]+){3}$/)
    .optional()
    .openapi({ description: "west,south,east,north in degrees; west greater than east crosses the antimeridian" }),
  located: z.enum(["true", "false"]).optional(),
  from: date.optional(),
  to: date.optional(),
  words: z
    .string()
    .max(1000)
    .optional()
    .openapi({ description: "words of the telling sentence; “quoted phrases” and a final * are understood" }),
  certainty: many(z.enum(["certain", "probable", "possible", "unknown"]), "as the innermost source puts it"),
  reality: many(z.enum(["occurred", "ongoing", "planned", "threatened", "hypothetical", "demanded"]), "how real it is said to be"),
  polarity: many(z.enum(["positive", "negative"]), "negative: said not to have happened"),
  voice: many(text, "own, or the kind of attribution: report, statement, claim, denial, accusation, opinion"),
  killed_min: number.optional(),
  killed_max: number.optional(),
  injured_min: number.optional(),
  disputed: z.enum(["true", "false"]).optional().openapi({ description: "whether the figures of the killed go apart" }),
  confidence_min: share.optional(),
  confidence_max: share.optional(),
  document: many(text, "id of a document that tells of it"),
  review: many(z.enum(["accepted", "rejected", "open"]), "what people decided"),
  id: many(text, "id of an event"),
});

export type FilterParams = z.infer<typeof FILTER_PARAMS>;

function list<T>(value: T | T[] | undefined): T[] | undefined {
  return value === undefined ? undefined : Array.isArray(value) ? value : [value];
}

/** The filter that parameters ask for. */
export function filterOf(p: FilterParams): EventFilter {
  const range = (min: number | undefined, max: number | undefined) =>
    min === undefined && max === undefined ? undefined : { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  const killed = range(p.killed_min, p.killed_max);
  const injured = range(p.injured_min, undefined);
  const confidence = range(p.confidence_min, p.confidence_max);
  const [west, south, east, north] = p.box?.split(",").map(Number) ?? [];
  return {
    ...(p.id && { ids: list(p.id)! }),
    ...(p.type && { types: list(p.type)! }),
    ...(p.mode && { modes: list(p.mode)! }),
    ...(p.acled && { acled: list(p.acled)! }),
    ...(p.actor && { actors: list(p.actor)! }),
    ...(p.source && { sources: list(p.source)! }),
    ...(p.place && { places: list(p.place)! }),
    ...(p.country && { countries: list(p.country)!.map((code) => code.toUpperCase()) }),
    ...(north !== undefined && { box: [west!, south!, east!, north] as const }),
    ...(p.located && { located: p.located === "true" }),
    ...(p.from && { from: p.from }),
    ...(p.to && { to: p.to }),
    ...(p.words !== undefined && { words: p.words }),
    ...(p.certainty && { certainty: list(p.certainty)! }),
    ...(p.reality && { reality: list(p.reality)! }),
    ...(p.polarity && { polarity: list(p.polarity)! }),
    ...(p.voice && { voices: list(p.voice)! }),
    ...((killed || injured) && { harm: { ...(killed && { killed }), ...(injured && { injured }) } }),
    ...(p.disputed && { disputed: p.disputed === "true" }),
    ...(confidence && { confidence }),
    ...(p.document && { documents: list(p.document)! }),
    ...(p.review && { review: list(p.review)! }),
  };
}

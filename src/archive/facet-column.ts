import type { Facet } from "./query.ts";

/** The column of the archive's tables, and of the survey's arrays, that holds a facet; names of actors and sources have a table of their own. */
export const FACET_COLUMN = {
  type: "type",
  mode: "mode",
  acled: "acled_event",
  country: "country",
  place: "place",
  publisher: "publisher",
  certainty: "certainty",
  reality: "reality",
  polarity: "polarity",
  voice: "voice",
} as const satisfies Readonly<Record<Exclude<Facet, "actor" | "source">, string>>;

import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Directory } from "../../who/index.ts";
import type { ServeContext } from "../context.ts";
import { answer, answers } from "../schemas.ts";

/** An actor or a place: what the archive and the directory of actors know of it. */
export interface NameDetail {
  readonly name: string;
  readonly kind?: string;
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
  readonly admin1?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  /** Id in the actor directory. */
  readonly known?: string;
  readonly acts: number;
  readonly receives: number;
  /** Names of the same actor, or of places that have this name in theirs, with their events. */
  readonly names: readonly { readonly value: string; readonly count: number }[];
  /** Other names that the directory has. */
  readonly aliases: readonly string[];
  readonly affiliations: readonly { readonly kind: string; readonly name: string }[];
}

/** Actors and places by their names. */
export function nameRoutes(app: OpenAPIHono, { archive, survey }: ServeContext): void {
  const params = z.object({ name: z.string().min(1).max(1000) });
  const responses = answers(answer<NameDetail>("NameDetail", "names, counts, aliases, affiliations"), "What is known");
  let directory: Promise<Directory> | undefined;

  app.openapi(
    createRoute({ method: "get", path: "/api/actors/{name}", summary: "An actor by a name", request: { params }, responses }),
    async (c) => {
      const { name } = c.req.valid("param");
      const unit = await archive.unit();
      const same = (other: string) => other.toLowerCase() === name.toLowerCase();
      const found = (await survey.actors(unit, { actors: [name] }, 1000)).find((actor) => same(actor.name));
      const known = found?.known;
      const all = known === undefined ? [] : await survey.actors(unit, { actors: [known] }, 1000);
      const named = all.filter((actor) => actor.known === known);
      directory ??= import("../../who/index.ts").then(({ loadDirectory }) => loadDirectory());
      const entries = await directory;
      const entry = known === undefined ? undefined : entries.get(known);
      const of = named.length > 0 ? named : found ? [found] : [];
      return c.json(
        {
          name: found?.name ?? name,
          ...(found && { kind: found.kind }),
          ...(found?.country !== undefined && { country: found.country }),
          ...(known !== undefined && { known }),
          acts: of.reduce((sum, actor) => sum + actor.acts, 0),
          receives: of.reduce((sum, actor) => sum + actor.receives, 0),
          names: of.map((actor) => ({ value: actor.name, count: actor.acts + actor.receives })),
          // "=" and "~" say how a name may be matched; they are no part of it.
          aliases: (entry?.aliases ?? []).map((alias) => alias.replace(/^[=~]/, "")),
          affiliations: (entry?.relations ?? []).flatMap(({ kind, target }) => {
            const other = entries.get(target);
            return other ? [{ kind, name: other.name }] : [];
          }),
        },
        200,
      );
    },
  );

  app.openapi(
    createRoute({ method: "get", path: "/api/places/{name}", summary: "A place by its name", request: { params }, responses }),
    async (c) => {
      const { name } = c.req.valid("param");
      const unit = await archive.unit();
      const places = await survey.places(unit, { places: [name] });
      const found = places.find((place) => place.name.toLowerCase() === name.toLowerCase());
      const { place: names = [] } = await survey.facets(unit, { places: [name] }, ["place"], 100);
      return c.json(
        {
          name,
          ...(found?.country !== undefined && { country: found.country }),
          ...(found?.admin1 !== undefined && { admin1: found.admin1 }),
          ...(found && { latitude: found.latitude, longitude: found.longitude }),
          acts: 0,
          receives: 0,
          names,
          aliases: [],
          affiliations: [],
        },
        200,
      );
    },
  );
}

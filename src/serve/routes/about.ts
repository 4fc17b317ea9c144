import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { ServeContext } from "../context.ts";
import { answer, answers } from "../schemas.ts";

/** What the archive holds, in figures. */
export interface About {
  readonly name: string;
  readonly version: string;
  readonly unit: "mentions" | "events";
  readonly documents: number;
  readonly events: number;
  readonly accepted: number;
  readonly rejected: number;
}

/** Whether the pictures are being made ready, and how far that is. */
export interface Readiness {
  readonly progress?: { readonly done: number; readonly total: number };
}

/** What the archive holds. */
export function aboutRoutes(app: OpenAPIHono, { archive, survey, name, version }: ServeContext): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/about",
      summary: "The archive in figures",
      responses: answers(answer<About>("About", "name, version, unit, counts"), "Figures"),
    }),
    async (c) => {
      const unit = await archive.unit();
      const decided = (await archive.decisions({ standing: true })).length > 0;
      const count = (review: "accepted" | "rejected") => (decided ? survey.count(unit, { review: [review] }) : 0);
      return c.json(
        {
          name,
          version,
          unit,
          documents: (await archive.documents({ limit: 1 })).total,
          events: await survey.count(unit),
          accepted: await count("accepted"),
          rejected: await count("rejected"),
        },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/readiness",
      summary: "How many rows have been read for lists and pictures, while a large archive is being opened",
      responses: answers(answer<Readiness>("Readiness", "progress: done, total; absent when all is ready"), "Readiness"),
    }),
    (c) => c.json(survey.progress ? { progress: survey.progress } : {}, 200),
  );
}

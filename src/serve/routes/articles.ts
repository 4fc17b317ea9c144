import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { MAX_DOCUMENT_BYTES } from "../../read/index.ts";
import { type Added, addArticles } from "../add-articles.ts";
import type { ServeContext } from "../context.ts";
import { answerProblem, Problem } from "../problem.ts";
import { answer, answers } from "../schemas.ts";
import type { Watched } from "../watched.ts";

/** Adding articles: one file or pasted text a request. */
export function articleRoutes(app: OpenAPIHono, context: ServeContext): void {
  app.use(
    "/api/articles",
    bodyLimit({
      maxSize: MAX_DOCUMENT_BYTES,
      onError: (c) => answerProblem(c, new Problem(413, "Too large", `At most ${MAX_DOCUMENT_BYTES / 1024 / 1024} MiB at a time.`)),
    }),
  );
  app.openapi(
    createRoute({
      method: "post",
      path: "/api/articles",
      summary: "Codes articles and keeps them: the body is one file as it is, in any format that `dateline ingest` reads",
      request: {
        query: z.object({
          name: z.string().max(500).optional(),
          merge: z.enum(["now", "later"]).optional().openapi({
            description: "later: do not wait; it is done a few seconds after the last article, or when POST /api/merge asks for it",
          }),
          url: z.string().max(2000).optional(),
          title: z.string().max(1000).optional(),
          publisher: z.string().max(300).optional(),
          published: z
            .string()
            .regex(/^\d{4}(-\d\d(-\d\d)?)?$/)
            .optional(),
        }),
      },
      responses: answers(
        answer<{ readonly results: readonly Added[] }>("Added", "for each article in the file, what became of it"),
        "Done",
      ),
    }),
    async (c) => {
      const { name = "pasted text", merge = "now", ...known } = c.req.valid("query");
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      if (bytes.length === 0) throw new Problem(400, "Nothing there", "The article is empty.");
      const hints = { name, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value)) };
      const results = await addArticles(context, bytes, hints);
      if (results.some((result) => result.ok)) {
        if (merge === "now") await context.merging.merge();
        else context.merging.soon();
      }
      return c.json({ results }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/merge",
      summary: "Brings the events up to date with all that was added; answers when it is done",
      responses: answers(answer<{ readonly events: number }>("Merged", "how many events there are now"), "Done"),
    }),
    async (c) => {
      await context.merging.merge();
      return c.json({ events: await context.archive.count(await context.archive.unit()) }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/watched",
      summary: "The folder that is watched (`dateline serve --watch`), and what came of it",
      responses: answers(answer<{ readonly watched?: Watched }>("Watched", "folder, files, articles, failures"), "What came of it"),
    }),
    (c) => c.json({ ...(context.watch && { watched: context.watch.watched }) }, 200),
  );
}

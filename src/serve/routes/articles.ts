import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import type { Document } from "../../document/index.ts";
import { MAX_DOCUMENT_BYTES, readStream } from "../../read/index.ts";
import type { ServeContext } from "../context.ts";
import { answerProblem, Problem } from "../problem.ts";
import { answer, answers } from "../schemas.ts";

/** What became of one article. */
export type Added =
  | {
      readonly ok: true;
      readonly name: string;
      readonly document: string;
      readonly title?: string;
      readonly status: "new" | "new version" | "unchanged";
      readonly events: number;
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly name: string; readonly code: string; readonly message: string };

/** Adding articles: one file or pasted text a request. */
export function articleRoutes(app: OpenAPIHono, context: ServeContext): void {
  const { archive } = context;
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
      const { name = "pasted text", ...known } = c.req.valid("query");
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      if (bytes.length === 0) throw new Problem(400, "Nothing there", "The article is empty.");
      const hints = { name, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value)) };
      const coder = await context.coder();
      const run = await archive.beginRun(coder.identity, `workbench: ${name}`);
      const results: Added[] = [];
      const documents: Document[] = [];
      for await (const reading of readStream(once(bytes), hints)) {
        if (reading.ok) documents.push(reading.document);
        else results.push({ ok: false, name: reading.name, code: reading.code, message: reading.message });
      }
      for (const document of documents) results.push(await add(document, documents.length === 1 ? bytes : undefined));
      for (const result of results) if (!result.ok) await archive.fail(run, result);
      await archive.endRun(run);
      await context.settle(archive, { documents: results.flatMap((result) => (result.ok ? [result.document] : [])) });
      return c.json({ results }, 200);

      async function add(document: Document, original: Uint8Array | undefined): Promise<Added> {
        try {
          const coded = coder.code(document);
          const { source, warnings } = document;
          const [kept] = await archive.ingest([{ document: { source, warnings, ...(original && { original }) }, coded }], run);
          return {
            ok: true,
            name,
            document: kept!.id,
            ...(source.title !== undefined && { title: source.title }),
            status: kept!.status,
            events: coded.events.length,
            warnings: warnings.map((warning) => warning.message),
          };
        } catch (error) {
          return { ok: false, name, code: "coder-failed", message: error instanceof Error ? error.message : String(error) };
        }
      }
    },
  );
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

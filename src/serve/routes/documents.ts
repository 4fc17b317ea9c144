import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { DocumentSummary, DocumentVersion, Page } from "../../archive/index.ts";
import type { CodedDocument } from "../../code/index.ts";
import type { ServeContext } from "../context.ts";
import { Problem } from "../problem.ts";
import { answer, answers } from "../schemas.ts";

/** A document with what was coded in it. */
export interface DocumentDetail {
  readonly document: DocumentVersion;
  readonly versions: number;
  readonly coded?: CodedDocument;
  readonly hasOriginal: boolean;
  /** For each event of the document, the event of the archive that holds it. */
  readonly events: Readonly<Record<string, string>>;
}

/** Originals larger than this are shown up to here. */
const SHOWN = 2 * 1024 * 1024;

const ID = z.object({ id: z.string().min(1).max(1000) });
const VERSION = z.object({ version: z.coerce.number().int().min(1).optional() });

/** Documents: list, one, and its original as text. */
export function documentRoutes(app: OpenAPIHono, { archive, reader }: ServeContext): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/documents",
      summary: "Documents, the latest to arrive first",
      request: {
        query: z.object({
          words: z.string().max(1000).optional(),
          limit: z.coerce.number().int().min(1).max(1000).optional(),
          cursor: z.string().max(2000).optional(),
        }),
      },
      responses: answers(answer<Page<DocumentSummary>>("DocumentPage", "items, total, next"), "A page"),
    }),
    async (c) => {
      const { words, limit, cursor } = c.req.valid("query");
      return c.json(await archive.documents({ ...(words && { words }), ...(limit && { limit }), ...(cursor && { cursor }) }), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/documents/{id}",
      summary: "One document: its text, what was coded in it, its warnings",
      request: { params: ID, query: VERSION },
      responses: answers(answer<DocumentDetail>("DocumentDetail", "document, coded, versions, events"), "The document"),
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const { version } = c.req.valid("query");
      const document = await archive.document(id, version);
      if (!document) throw new Problem(404, "Not there", `There is no document ${id} in this archive.`);
      const coded = await archive.coded(document.id, document.version);
      const events: Record<string, string> = {};
      for (const event of coded?.events ?? []) {
        const mention = `${document.id}#${event.id}`;
        events[event.id] = (await archive.eventOf(mention)) ?? mention;
      }
      return c.json(
        {
          document,
          versions: (await archive.versions(document.id)).length,
          ...(coded && { coded }),
          hasOriginal: (await archive.original(document.id, document.version)) !== undefined,
          events,
        },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/documents/{id}/original",
      summary: "The bytes as they arrived, as plain text whatever they were",
      request: { params: ID, query: VERSION },
      responses: {
        200: { description: "Text", content: { "text/plain": { schema: z.string() } } },
      },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const bytes = await archive.original(id, c.req.valid("query").version);
      if (!bytes)
        throw new Problem(404, "Not there", "No original was kept of this document: it came as a record of a larger file, or as text.");
      const text = new TextDecoder().decode(bytes.subarray(0, SHOWN));
      return c.text(text, 200, { "content-disposition": "inline" });
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/documents/{id}/residue",
      summary: "What was left out of the original because it is no part of the report",
      request: { params: ID },
      responses: answers(answer<{ removed: readonly string[] }>("Residue", "removed: pieces of text, in their order"), "Residue"),
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const bytes = await archive.original(id);
      return c.json({ removed: bytes ? await reader.residue(bytes) : [] }, 200);
    },
  );
}

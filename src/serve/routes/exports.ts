import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { stream } from "hono/streaming";
import { FORMATS, formatNamed, writeRecords } from "../../export/index.ts";
import { withCitation } from "../citation.ts";
import type { ServeContext } from "../context.ts";
import { FILTER_PARAMS, filterOf } from "../filter-params.ts";
import { Problem } from "../problem.ts";
import { answer, answers } from "../schemas.ts";

/** A format that the filtered set can be saved in. */
export interface OfferedFormat {
  readonly name: string;
  readonly description: string;
  readonly extension: string;
}

/** The filtered set as a file, with its citation. */
export function exportRoutes(app: OpenAPIHono, { archive, survey, now, version, name }: ServeContext): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/formats",
      summary: "The formats of export",
      responses: answers(answer<{ formats: readonly OfferedFormat[] }>("Formats", "name, description, extension"), "Formats"),
    }),
    (c) =>
      c.json(
        { formats: FORMATS.map((format) => ({ name: format.name, description: format.description, extension: format.extension })) },
        200,
      ),
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/export/{format}",
      summary: "The events that match, in a format that other tools read; CSV, JSONL and GeoJSON carry a citation and the coder's version",
      request: { params: z.object({ format: z.string().max(50) }), query: FILTER_PARAMS },
      responses: { 200: { description: "The file" } },
    }),
    async (c) => {
      const format = formatNamed(c.req.valid("param").format);
      if (!format) throw new Problem(404, "Not there", "There is no such format.");
      const unit = await archive.unit();
      const filter = filterOf(c.req.valid("query"));
      const asked = new URL(c.req.url).search.slice(1);
      const at = now().toISOString();
      const coders = new Set<string>();
      for (const run of await archive.runs()) coders.add(run.coder.version);
      const about = { name, version, at, asked, events: await survey.count(unit, filter), coders: [...coders].sort() };
      const chunks = withCitation(format.name, writeRecords(format, archive.records(unit, filter), { at, version }), about);
      c.header("content-type", format.mediaType);
      c.header("content-disposition", `attachment; filename="dateline-${at.slice(0, 10)}-${format.name}.${format.extension}"`);
      return stream(c, async (out) => {
        for await (const chunk of chunks) await out.write(chunk);
      });
    },
  );
}

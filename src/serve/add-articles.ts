import { Document } from "../document/index.ts";
import type { ReadHints } from "../read/index.ts";
import type { ArticleCoder, ServeContext } from "./context.ts";

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

/**
 * Reads a file, codes its articles and keeps them, each when it is coded; what fails is kept as a failure of the run. Merging is left to
 * the caller.
 */
export async function addArticles(
  context: ServeContext,
  bytes: Uint8Array,
  hints: ReadHints & { readonly name: string },
): Promise<readonly Added[]> {
  const { archive, writes, reader } = context;
  const coder = await context.coder();
  const run = await writes.take(() => archive.beginRun(coder.identity, `workbench: ${hints.name}`));
  const results: Added[] = [];
  const documents: Document[] = [];
  for (const reading of await reader.documents(bytes, hints)) {
    if (reading.ok) documents.push(Document.from(reading.source, reading.warnings));
    else results.push({ ok: false, name: reading.name, code: reading.code, message: reading.message });
  }
  for (const document of documents)
    results.push(await addOne(context, coder, run, hints.name, document, documents.length === 1 ? bytes : undefined));
  for (const result of results) if (!result.ok) await writes.take(() => archive.fail(run, result));
  await writes.take(() => archive.endRun(run));
  return results;
}

async function addOne(
  { archive, writes }: ServeContext,
  coder: ArticleCoder,
  run: number,
  name: string,
  document: Document,
  original: Uint8Array | undefined,
): Promise<Added> {
  const { source, warnings } = document;
  try {
    const coded = await coder.code(document);
    const [kept] = await writes.take(() => archive.ingest([{ document: { source, warnings, ...(original && { original }) }, coded }], run));
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

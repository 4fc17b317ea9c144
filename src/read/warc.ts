import { MAX_DOCUMENT_BYTES } from "./limits.ts";
import { read, tooLarge } from "./read.ts";
import { type ReadHints, type ReadResult, refuse } from "./result.ts";

/**
 * Reads the pages of a web archive one by one, holding one record at a time. Records that are not pages (images, scripts, redirects,
 * requests) are passed over silently: an archive is mostly those.
 */
export async function* readWarc(source: AsyncIterable<Uint8Array>, hints: ReadHints): AsyncGenerator<ReadResult> {
  const { WARCParser } = await import("warcio");
  const name = hints.name ?? "archive";
  let pages = 0;
  try {
    for await (const record of new WARCParser(source)) {
      const http = record.httpHeaders?.headers;
      const mime = http?.get("content-type") ?? "";
      const status = Number(record.httpHeaders?.statusCode ?? 0);
      if (record.warcType !== "response" || status !== 200 || !/html|xml|text\/plain|pdf/i.test(mime)) {
        await record.skipFully();
        continue;
      }
      pages++;
      const url = record.warcTargetURI ?? undefined;
      const where = `${name}, ${url ?? `page ${pages}`}`;
      const bytes = await bounded(record);
      if (bytes === undefined) yield tooLarge(where, MAX_DOCUMENT_BYTES + 1);
      else if (/xml/i.test(mime) && !/html/i.test(mime)) continue;
      else yield* read(bytes, { name: where, mime, ...(url === undefined ? {} : { url }) });
    }
  } catch (error) {
    yield refuse(
      name,
      "bad-archive",
      `the web archive is broken after ${pages} pages (${error instanceof Error ? error.message.slice(0, 120) : "unknown reason"})`,
    );
    return;
  }
  if (pages === 0) yield refuse(name, "empty", "a web archive without pages");
}

/** A record's content, or none when it is larger than one document may be. The rest of a larger one is read and dropped. */
async function bounded(record: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of record) {
    size += chunk.length;
    if (size <= MAX_DOCUMENT_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > MAX_DOCUMENT_BYTES ? undefined : Buffer.concat(chunks);
}

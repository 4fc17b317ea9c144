import { assemble } from "./assemble.ts";
import { cleanAuthors } from "./authors.ts";
import { MAX_DOCUMENT_BYTES } from "./limits.ts";
import { readPlainText } from "./plain-text.ts";
import { nameOf, type ReadHints, type ReadResult, refuse } from "./result.ts";

/**
 * Reads the text of a PDF. The day it was made is in its metadata, but that is the day of the file, not of the report, and is not
 * taken. A scanned PDF has no text and is refused.
 */
export async function readPdf(bytes: Uint8Array, hints: ReadHints): Promise<ReadResult> {
  const name = nameOf(hints);
  if (bytes.length > MAX_DOCUMENT_BYTES)
    return refuse(name, "too-large", `a PDF of ${Math.round(bytes.length / 1024 / 1024)} MiB: split it`);
  const { extractText, getDocumentProxy, getMeta } = await import("unpdf");
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    const { text } = await extractText(pdf);
    const pages = text.map((page) => page.replace(/-\n(?=\p{Ll})/gu, "").trim());
    const whole = withoutRunningHeads(pages).join("\n\n");
    if (whole.trim() === "") return refuse(name, "empty", "a PDF without text (a scan?): run it through text recognition first");
    const draft = { ...readPlainText(whole), format: "pdf" as const };
    const { info } = await getMeta(pdf);
    const title = typeof info.Title === "string" && /\s/.test(info.Title.trim()) ? info.Title.trim() : undefined;
    if (title !== undefined && draft.title === undefined) {
      draft.title = title;
      draft.origins.title = { from: "metadata", where: "PDF title" };
    }
    const authors = typeof info.Author === "string" ? cleanAuthors([info.Author]) : [];
    if (authors.length > 0 && draft.authors === undefined) {
      draft.authors = authors;
      draft.origins.authors = { from: "metadata", where: "PDF author" };
    }
    return assemble(draft, hints);
  } catch (error) {
    return refuse(
      name,
      "bad-pdf",
      `the PDF cannot be opened (${error instanceof Error ? error.message.slice(0, 120) : "unknown reason"}): is it whole, and without a password?`,
    );
  }
}

/** Takes out the lines that stand at the head or foot of most pages, and page numbers. */
function withoutRunningHeads(pages: readonly string[]): string[] {
  const lines = pages.map((page) => page.split("\n"));
  const edges = new Map<string, number>();
  for (const page of lines)
    for (const line of new Set([page[0], page.at(-1)])) if (line) edges.set(key(line), (edges.get(key(line)) ?? 0) + 1);
  const running = (line: string | undefined) =>
    line !== undefined &&
    (/^\s*(?:page\s+)?\d{1,4}(?:\s+of\s+\d+)?\s*$/i.test(line) || (pages.length > 2 && (edges.get(key(line)) ?? 0) > pages.length / 2));
  return lines.map((page) => page.filter((line, i) => !((i === 0 || i === page.length - 1) && running(line))).join("\n"));
}

const key = (line: string): string => line.replace(/\d+/g, "#").trim();

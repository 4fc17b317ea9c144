/** Endings of files that are read out of a folder: what reporting arrives in. Others are passed over there, unless they are named. */
const READABLE: ReadonlySet<string> = new Set([
  "txt",
  "text",
  "md",
  "html",
  "htm",
  "xhtml",
  "json",
  "jsonl",
  "ndjson",
  "xml",
  "rss",
  "atom",
  "pdf",
  "warc",
  "gz",
]);

/** Whether a file of a folder is one to read, by its name. */
export function isReadable(name: string): boolean {
  return READABLE.has(name.slice(name.lastIndexOf(".") + 1).toLowerCase());
}

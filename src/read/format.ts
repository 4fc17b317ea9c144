import { nameOf, type ReadHints, type Refusal, refuse } from "./result.ts";

/** First bytes of formats that hold no text to read, with what to do about each. */
const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "a ZIP archive (or a Word, Excel or EPUB file): unpack it, or save it as text, HTML or PDF"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old Word or Excel file: save it as text, HTML or PDF"],
  [[0x1f, 0x8b], "compressed (gzip) within something else: unpack it first"],
  [[0x28, 0xb5, 0x2f, 0xfd], "compressed (zstd): unpack it first"],
  [[0x42, 0x5a, 0x68], "compressed (bzip2): unpack it first"],
  [[0x89, 0x50, 0x4e, 0x47], "an image (PNG): text in pictures is not read"],
  [[0xff, 0xd8, 0xff], "an image (JPEG): text in pictures is not read"],
  [[0x47, 0x49, 0x46, 0x38], "an image (GIF): text in pictures is not read"],
  [[0x7f, 0x45, 0x4c, 0x46], "a program, not a text"],
];

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((b, i) => bytes[i] === b);

export function isPdf(bytes: Uint8Array): boolean {
  return begins(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d]);
}

/** Web archives begin with "WARC/1." or, compressed, with gzip's mark and a name that says so. */
export function isWarc(bytes: Uint8Array, hints: ReadHints): boolean {
  return begins(bytes, [0x57, 0x41, 0x52, 0x43, 0x2f, 0x31]) || (begins(bytes, [0x1f, 0x8b]) && /\.warc(?:\.gz)?$/i.test(hints.name ?? ""));
}

/** A refusal for bytes that are no text at all; none when they may be. */
export function refuseBinary(bytes: Uint8Array, hints: ReadHints): Refusal | undefined {
  const known = SIGNATURES.find(([signature]) => begins(bytes, signature));
  return known ? refuse(nameOf(hints), "binary", `not read: it is ${known[1]}`) : undefined;
}

/** Whether decoded text is really text: control characters are rare in it. */
export function looksBinary(text: string): boolean {
  const head = text.slice(0, 8_192);
  const controls = (head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g) ?? []).length;
  return controls > 4 && controls > head.length * 0.05;
}

export type TextFormat = "html" | "feed" | "json" | "jsonl" | "text";

const TAGS = /<(?:!doctype html|html|head|body|article|main|section|div|p|h1|meta|title|table|span)\b[^<>]{0,2000}>/gi;

/** What a decoded text is, by how it begins; its name or content type decides only where the text leaves it open. */
export function formatOf(text: string, hints: ReadHints): TextFormat {
  const head = text.slice(0, 4_096).trimStart();
  if (/^<\?xml/i.test(head) || /^<(?:rss|feed|rdf:RDF)\b/i.test(head)) {
    if (/<(?:rss|feed|rdf:RDF)[\s>]/i.test(head)) return "feed";
    return "html";
  }
  if (/^[{[]/.test(head)) {
    const line = head.slice(0, head.indexOf("\n") < 0 ? head.length : head.indexOf("\n")).trim();
    if (/\.(?:jsonl|ndjson)$/i.test(hints.name ?? "") || (/^\{.*\}$/.test(line) && text.trimStart().includes("\n{"))) return "jsonl";
    if (/^(?:\{\s*["}]|\[\s*[{\]])/.test(head)) return "json";
  }
  if (/\bhtml\b/i.test(hints.mime ?? "") || /^<(?:!doctype html|html|head|body|article|main|div|p|h1|meta)\b|^<!--/i.test(head))
    return "html";
  return (head.match(TAGS)?.length ?? 0) >= 4 ? "html" : "text";
}

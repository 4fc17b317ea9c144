/** Bytes as text, and how they were understood. */
export interface Decoded {
  readonly text: string;
  /** WHATWG encoding name: "utf-8", "windows-1252", … */
  readonly charset: string;
  /** How many byte sequences could not be read and became U+FFFD. */
  readonly damaged: number;
}

/**
 * Decodes bytes of any charset. In order: a byte order mark; valid UTF-8 (text in another encoding is almost never valid UTF-8 by
 * chance, while pages saved by browsers often keep an outdated declaration); the declared charset (HTTP, `<meta>`, XML); damaged
 * UTF-8 when most of its sequences are sound; windows-1252, which the WHATWG standard takes for undeclared Western text.
 */
export function decode(bytes: Uint8Array, mime?: string): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return withCharset(bytes, marked);
  const wide = zeroPattern(bytes);
  if (wide) return withCharset(bytes, wide);
  const declared = charsetOf(mime) ?? declaredInside(bytes);
  if (declared !== "utf-8" && declared !== undefined && isAsciiStateful(declared)) return withCharset(bytes, declared);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), charset: "utf-8", damaged: 0 };
  } catch {
    const lenient = withCharset(bytes, "utf-8");
    const sound = (lenient.text.match(/[\u0080-\ufffc]/g) ?? []).length;
    if (declared !== undefined && declared !== "utf-8") return withCharset(bytes, declared);
    return sound > 2 * lenient.damaged ? lenient : withCharset(bytes, "windows-1252");
  }
}

function withCharset(bytes: Uint8Array, charset: string): Decoded {
  const text = new TextDecoder(charset).decode(bytes);
  return { text, charset, damaged: (text.match(/\ufffd/g) ?? []).length };
}

function byteOrderMark(b: Uint8Array): string | undefined {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return "utf-8";
  if (b[0] === 0xff && b[1] === 0xfe) return "utf-16le";
  if (b[0] === 0xfe && b[1] === 0xff) return "utf-16be";
  return undefined;
}

/** UTF-16 without a mark: in mostly Latin text every other byte is zero. */
function zeroPattern(bytes: Uint8Array): string | undefined {
  const n = Math.min(bytes.length & ~1, 1024);
  if (n < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < n; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (odd > n * 0.3 && even < n * 0.02) return "utf-16le";
  if (even > n * 0.3 && odd < n * 0.02) return "utf-16be";
  return undefined;
}

/** ISO-2022-JP and its like are pure ASCII bytes, so that they pass for UTF-8: their declaration must be believed. */
function isAsciiStateful(charset: string): boolean {
  return charset.startsWith("iso-2022");
}

function charsetOf(mime: string | undefined): string | undefined {
  return known(/charset\s*=\s*["']?([\w:.-]{2,40})/i.exec(mime ?? "")?.[1]);
}

function declaredInside(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const meta =
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]{2,40})/i.exec(head) ??
    /^\s*<\?xml[^>]{0,100}encoding\s*=\s*["']([\w:.-]{2,40})/i.exec(head);
  return known(meta?.[1]);
}

/** The WHATWG name of a charset label; none for a label that no decoder knows. */
function known(label: string | undefined): string | undefined {
  if (!label) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

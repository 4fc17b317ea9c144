/** Words that show a "name" to be something else: a job, a label, an account, a date. */
const NOT_A_NAME =
  /^(?:by|admin|administrator|editor|editorial|staff|user|author|unknown|anonymous|undefined|null|none|n\/a|guest|webmaster|root|view all posts.*|posted.*|published.*|updated.*|read more.*)$/i;

/** What trails a name in bylines: "| Reuters", "– Staff writer", an e-mail address, a date. */
const TAIL = /\s*(?:\||•|·|\s[–—-]\s|\bposted\b|\bpublished\b|\bupdated\b|\blast\b|\breviewed\b|<|\S+@\S+|https?:).*$/i;

/**
 * Names as people write them, from what bylines and metadata hold: "By JANE DOE and John Roe, Reuters" gives two; addresses of
 * profiles, labels and empty strings give none. At most eight, each at most 120 characters.
 */
export function cleanAuthors(raw: readonly string[]): string[] {
  const names: string[] = [];
  for (const text of raw) {
    if (/^(?:https?:)?\/\//i.test(text.trim())) continue;
    const bare = text
      .replace(/\s+/g, " ")
      .trim()
      .replace(/^(?:(?:written|posted|reported|reviewed|story|words|text|article|analysis)\s+)?by\b[:\s]*/i, "")
      .replace(/^author\(?s?\)?\b[:\s]+/i, "")
      .replace(TAIL, "");
    for (const part of split(bare)) {
      const name = part.trim().replace(/^[,;:.\s]+|[,;:\s]+$/g, "");
      if (name.length < 2 || name.length > 120 || NOT_A_NAME.test(name) || !/\p{L}{2}/u.test(name) || /\d{3}/.test(name)) continue;
      if (name.split(" ").length > 9) continue;
      if (!names.some((n) => n.toLowerCase() === name.toLowerCase())) names.push(name);
    }
  }
  return names.slice(0, 8);
}

/** Several names in one string: parted by ";", or by "and", "&" and commas where every part is a full name of its own. */
function split(text: string): string[] {
  return text.split(/\s*;\s+/).flatMap((part) => {
    const pieces = part.split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s+&\s+/);
    return pieces.length > 1 && pieces.every((p) => /^\p{Lu}\S*(?:\s+(?:\p{Lu}\S*|de|da|van|von|der|bin|al|el|la)){1,3}$/u.test(p))
      ? pieces
      : [part];
  });
}

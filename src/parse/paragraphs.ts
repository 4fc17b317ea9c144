import type { Span } from "../document/index.ts";

/**
 * The paragraphs of a text: stretches between line breaks, or between blank lines where lines are wrapped by hand at a fixed width.
 * White space around them is left out; none is empty.
 */
export function findParagraphs(text: string): Span[] {
  const wrapped = isHardWrapped(text);
  const out: Span[] = [];
  const add = (start: number, end: number): void => {
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > start) out.push([start, end]);
  };
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) !== 10) continue;
    if (wrapped && !isBlankFrom(text, i + 1)) continue;
    add(start, i);
    start = i + 1;
  }
  add(start, text.length);
  return out;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0x2028 || code === 0x2029 || code === 0xfeff;
}

/** Whether the line that begins here is blank (or the text ends). */
function isBlankFrom(text: string, i: number): boolean {
  while (i < text.length && (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9 || text.charCodeAt(i) === 13)) i++;
  return i >= text.length || text.charCodeAt(i) === 10;
}

/** Lines of a like width, most of them ending in mid-sentence: an old wire's, or a mail's, line breaks say nothing. */
function isHardWrapped(text: string): boolean {
  const lengths: number[] = [];
  let stops = 0;
  const lines = text.slice(0, 20_000).split("\n");
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!.trimEnd();
    if (line === "" || lines[i + 1]!.trim() === "") continue;
    lengths.push(line.length);
    if (/[.!?:]["”')]*$/.test(line)) stops++;
  }
  if (lengths.length < 4 || stops > lengths.length * 0.4) return false;
  const widest = Math.max(...lengths);
  return widest <= 100 && widest >= 40 && lengths.filter((n) => n >= widest * 0.75).length >= lengths.length * 0.8;
}

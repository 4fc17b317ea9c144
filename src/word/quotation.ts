import type { Span } from "../document/index.ts";

/** A stretch in quotation marks. */
export interface Quotation {
  /** With its marks. */
  readonly span: Span;
  /** A paragraph that opens a quotation and does not close it, the next one opening again: one quotation over paragraphs. */
  readonly open: boolean;
}

const PARAGRAPH = /\n+/g;

/**
 * The quotations of a text, in its order and without nesting: what stands inside another quotation is part of it. Knows straight and curly double
 * marks, guillemets, German low marks, and single curly marks where they cannot be apostrophes. A quotation never runs over a
 * paragraph's end; where the mark is missing there, and the next paragraph opens with one (the newspaper convention), it is `open`.
 */
export function quotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let from = 0;
  for (const gap of text.matchAll(PARAGRAPH)) {
    scan(text, from, gap.index, found);
    from = gap.index + gap[0].length;
  }
  scan(text, from, text.length, found);
  return found;
}

function scan(text: string, from: number, to: number, found: Quotation[]): void {
  let start = -1;
  let closing = "";
  for (let i = from; i < to; i++) {
    const c = text[i]!;
    if (start < 0) {
      closing = closingMark(text, i, from);
      if (closing !== "") start = i;
    } else if (closing.includes(c) && closes(text, i, to, c)) {
      found.push({ span: [start, i + 1], open: false });
      start = -1;
    }
  }
  // Only a quotation that opens its paragraph may lack its end: elsewhere a lone mark is a slip or an inch sign.
  if (start >= 0 && (text.slice(from, start).trim() === "" || to - start < 600)) found.push({ span: [start, to], open: true });
}

/** The marks that may close what opens at `i`; empty when nothing opens there. */
function closingMark(text: string, i: number, from: number): string {
  const free = i === from || /[\s([{—–:-]/.test(text[i - 1]!);
  switch (text[i]) {
    case "“":
      return '”"';
    case "„":
      return "“”";
    case "«":
      return "»";
    case '"':
      return free || /[^\s\w]/.test(text[i - 1]!) ? '"”' : "";
    case "‘":
      return free ? "’" : "";
    case "'":
      return free && /\p{L}/u.test(text[i + 1] ?? "") ? "'" : "";
    default:
      return "";
  }
}

/** Whether the mark at `i` ends a quotation: a single mark before a letter is an apostrophe, and so is one after s before a space in mid-sentence. */
function closes(text: string, i: number, to: number, mark: string): boolean {
  if (mark !== "’" && mark !== "'") return true;
  return i + 1 >= to || !/[\p{L}\p{N}]/u.test(text[i + 1]!);
}

import { codeLines } from "./code-lines.ts";
import type { Residue } from "./read-from.ts";
import { residueKinds } from "./residue-lexicon.ts";

/** A text without what scrapers left in it. */
export interface Cleaned {
  readonly text: string;
  readonly residue: readonly Residue[];
}

interface Line {
  readonly at: number;
  readonly text: string;
  kind?: string;
}

/**
 * Removes the lines of a text that are no part of the report: script fragments, advertisement marks, cross-references, share,
 * newsletter, cookie, store and footer lines, and the title told twice. Everything else is kept to the letter: with no residue the
 * result is the very same string. Runs of lines are removed together with the white space before them.
 */
export function removeResidue(text: string): Cleaned {
  const lines = split(text);
  for (const i of codeLines(lines.map((l) => l.text))) lines[i]!.kind = "code";
  for (const line of lines) line.kind ??= kindOf(line.text, "anywhere");
  const last = lines.findLastIndex(
    (l) => l.kind === undefined && kindOf(l.text, "end") === undefined && kindOf(l.text, "beside") === undefined,
  );
  for (const line of lines.slice(last + 1)) line.kind ??= kindOf(line.text, "end");
  spread(lines);
  const doubled = doubledTitle(lines);
  if (doubled !== undefined) lines[doubled]!.kind ??= "doubled-title";
  return cut(text, lines);
}

/** Lines that are not blank, with where they start. */
function split(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/g)) if (match[0].trim() !== "") lines.push({ at: match.index, text: match[0] });
  return lines;
}

function kindOf(line: string, where: "anywhere" | "end" | "beside"): string | undefined {
  const bare = line.trim().replace(/^[•·▪►▶*|>\-–—]+\s*|\s*[•·▪►▶*|>»›→]+$/g, "");
  if (bare.length === 0 || bare.length > 240) return undefined;
  return residueKinds().find((k) => k.where === where && k.pattern.test(bare))?.kind;
}

/** Takes the lines that are residue only beside other residue, outward from each line that is. */
function spread(lines: readonly Line[]): void {
  const take = (line: Line, neighbour: Line | undefined) => {
    if (line.kind === undefined && neighbour?.kind !== undefined) line.kind = kindOf(line.text, "beside");
  };
  for (let i = 1; i < lines.length; i++) take(lines[i]!, lines[i - 1]);
  for (let i = lines.length - 2; i >= 0; i--) take(lines[i]!, lines[i + 1]);
}

/** The second line that says the title again. Only the head of a text is looked at: a headline may be quoted further down. */
function doubledTitle(lines: readonly Line[]): number | undefined {
  const title = lines[0];
  if (!title || title.text.trim().split(/\s+/).length < 4) return undefined;
  const same = bare(title.text);
  const found = lines.findIndex((l, i) => i > 0 && i < 4 && bare(l.text) === same);
  return found < 0 ? undefined : found;
}

const bare = (line: string): string =>
  line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function cut(text: string, lines: readonly Line[]): Cleaned {
  const residue: Residue[] = [];
  const kept: string[] = [];
  let from = 0;
  for (const [i, line] of lines.entries()) {
    if (line.kind === undefined) continue;
    residue.push({ kind: line.kind, text: line.text.trim(), at: line.at });
    const end = line.at + line.text.length;
    const before = i === 0 ? 0 : lines[i - 1]!.at + lines[i - 1]!.text.length;
    const next = lines[i + 1];
    // What parts the lines around the gap is what stood before it; at the head of the text, nothing.
    if (kept.length === 0 && text.slice(0, from).trim() === "" && lines.slice(0, i).every((l) => l.kind !== undefined))
      from = next?.at ?? text.length;
    else {
      kept.push(text.slice(from, Math.max(from, before)));
      from = next ? end : text.length;
    }
  }
  if (residue.length === 0) return { text, residue };
  kept.push(text.slice(from));
  return { text: kept.join(""), residue };
}

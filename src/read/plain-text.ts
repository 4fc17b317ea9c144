import { cleanAuthors } from "./authors.ts";
import { dayOf } from "./date.ts";
import { readDateline } from "./dateline.ts";
import type { Draft } from "./draft.ts";
import { publicationLine } from "./publication-line.ts";

/** Header lines that exports and notebooks put above a text. */
const HEADER =
  /^(title|headline|date|published|publication date|date published|source|publisher|outlet|author|authors|by|byline|url|link|language|lang)\s*:\s*(.{1,500})$/i;

/** Text lines are taken for hard-wrapped when none is longer than this. */
const WRAP_WIDTH = 100;

/**
 * Plain text and Markdown-like text: a block of header lines ("Title: …", "Published: …") if there is one, then the title on a line of
 * its own, then paragraphs, parted by blank lines or one to a line; lines broken at a fixed width are joined again.
 */
export function readPlainText(text: string): Draft {
  const lines = text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(/^[\n\s]+/, "")
    .split("\n");
  const draft: Draft = { format: "text", body: "", origins: {} };
  const rest = takeHeaders(lines, draft);
  const paragraphs = joinWrapped(rest);
  const first = paragraphs[0];
  if (draft.title === undefined && first !== undefined) {
    const heading = /^#{1,3}\s+(\S.*)$/.exec(first);
    if (heading || (paragraphs.length > 1 && looksLikeTitle(first))) {
      draft.title = heading ? heading[1]!.replace(/\s+#+$/, "") : first;
      draft.origins.title = { from: "text", where: "first line" };
      paragraphs.shift();
    }
  }
  takeByline(paragraphs, draft);
  takeDateline(paragraphs[0] ?? "", draft);
  draft.body = paragraphs.map((p) => p.replace(/^#{1,6}\s+/, "")).join("\n\n");
  return draft;
}

/** The dateline stays in the text, which is where it tells what it tells; headers above it outrank it. */
function takeDateline(paragraph: string, draft: Draft): void {
  const dateline = readDateline(paragraph);
  const origin = { from: "text", where: "dateline" } as const;
  if (draft.published === undefined) setDay(dateline?.published, origin, draft);
  if (draft.publisher === undefined && dateline?.publisher !== undefined) {
    draft.publisher = dateline.publisher;
    draft.origins.publisher = origin;
  }
}

function takeHeaders(lines: readonly string[], draft: Draft): string[] {
  let at = lines[0]?.trim() === "---" ? 1 : 0;
  const fenced = at === 1;
  let taken = 0;
  for (; at < lines.length && taken < 16; at++) {
    const match = HEADER.exec(lines[at]!.trim().replace(/^\*\*|\*\*$/g, ""));
    if (!match) break;
    set(match[1]!.toLowerCase(), match[2]!.trim().replace(/^["']|["']$/g, ""), draft);
    taken++;
  }
  if (taken === 0) return [...lines];
  if (fenced && lines[at]?.trim() === "---") at++;
  return lines.slice(at);
}

function set(name: string, value: string, draft: Draft): void {
  const origin = { from: "text", where: `the line “${name}:”` } as const;
  if (/title|headline/.test(name)) Object.assign(draft, { title: value }) && Object.assign(draft.origins, { title: origin });
  else if (/date|published/.test(name)) setDay(dayOf(value), origin, draft);
  else if (/source|publisher|outlet/.test(name))
    Object.assign(draft, { publisher: value }) && Object.assign(draft.origins, { publisher: origin });
  else if (/by|author/.test(name))
    Object.assign(draft, { authors: cleanAuthors([value]) }) && Object.assign(draft.origins, { authors: origin });
  else if (/url|link/.test(name)) Object.assign(draft, { url: value }) && Object.assign(draft.origins, { url: origin });
  else draft.language = value;
}

function setDay(day: string | undefined, origin: { from: "text"; where: string }, draft: Draft): void {
  if (day === undefined) return;
  draft.published = day;
  draft.origins.published = origin;
}

/** Paragraphs of lines: parted by blank lines; without any, one to a line, unless the lines are broken at a fixed width. */
function joinWrapped(lines: readonly string[]): string[] {
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === "") groups.push([]);
    else groups.at(-1)!.push(line);
  }
  const filled = groups.filter((g) => g.length > 0);
  return filled.flatMap((group) => (wrapped(group) ? unwrap(group) : group.map(tidy)));
}

function wrapped(group: readonly string[]): boolean {
  if (group.length < 2 || group.some((l) => l.length > WRAP_WIDTH)) return false;
  const inner = group.slice(0, -1);
  const long = inner.filter((l) => l.trimEnd().length >= 45 && !/[.!?:]["”’)]?\s*$/.test(l)).length;
  return long >= inner.length * 0.5 && !group.every((l) => /^\s*(?:[-*•]|\d+[.)])\s/.test(l));
}

/** Joins the lines of a paragraph; an indented line begins a new one. */
function unwrap(group: readonly string[]): string[] {
  const paragraphs: string[] = [];
  for (const [i, line] of group.entries()) {
    const starts = i === 0 || (/^(?: {2,}|\t)\S/.test(line) && !/^(?: {2,}|\t)/.test(group[i - 1]!)) || /^#{1,6}\s/.test(group[i - 1]!);
    if (starts) paragraphs.push(tidy(line));
    else paragraphs[paragraphs.length - 1] += ` ${tidy(line)}`;
  }
  return paragraphs;
}

const tidy = (line: string): string => line.trim().replace(/[\t\u00a0 ]+/g, " ");

/** A headline: short, and no full stop at its end unless it ends in initials ("in the U.S."). */
export function looksLikeTitle(line: string): boolean {
  if (line.length < 4 || line.length > 220 || line.split(/\s+/).length > 35) return false;
  return !/[.;,]["”’]?$/.test(line) || /\b\p{Lu}\.\p{Lu}\.$/u.test(line);
}

/** "By Jane Doe" and a date of publication on lines of their own under the title. */
function takeByline(paragraphs: string[], draft: Draft): void {
  for (let looked = 0, i = 0; looked < 3 && i < paragraphs.length - 1; looked++) {
    const line = paragraphs[i]!;
    const by = /^by\s+(\p{Lu}[\p{L}.'’-]+(?:\s+(?:and\s+|[\p{L}.'’,-]+))*)$/iu.exec(line);
    const authors = by && line.length < 120 && line.split(/\s+/).length <= 14 ? cleanAuthors([by[1]!]) : [];
    if (authors.length > 0 && draft.authors === undefined) {
      draft.authors = authors;
      draft.origins.authors = { from: "text", where: "byline" };
      paragraphs.splice(i, 1);
      continue;
    }
    const day = line.length < 80 ? publicationLine(line) : undefined;
    if (day !== undefined) {
      if (draft.published === undefined) setDay(day, { from: "text", where: "the line under the title" }, draft);
      paragraphs.splice(i, 1);
      continue;
    }
    i++;
  }
}

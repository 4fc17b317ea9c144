import { createHash } from "node:crypto";
import { Document, type DocumentSource, type Warning } from "../document/index.ts";
import { dayInUrl, dayOf } from "./date.ts";
import type { Decoded } from "./decode.ts";
import type { Draft } from "./draft.ts";
import { languageOf } from "./language.ts";
import { MAX_TEXT_LENGTH } from "./limits.ts";
import { READ_FROM, type ReadFrom, type Residue } from "./read-from.ts";
import { removeResidue } from "./residue.ts";
import { nameOf, type ReadHints, type ReadResult, refuse } from "./result.ts";

/**
 * Makes the document of a draft: the caller's hints first, then what the input says; the title before the body unless the body begins
 * with it; residue out; characters that no text has replaced one for one, so that offsets stay.
 */
export function assemble(draft: Draft, hints: ReadHints, decoded?: Decoded): ReadResult {
  const name = nameOf({ ...(draft.id === undefined ? {} : { id: draft.id }), ...hints });
  if (draft.body.length > MAX_TEXT_LENGTH) {
    const size = `${draft.body.length.toLocaleString("en")} characters`;
    return refuse(
      name,
      "too-large",
      `its text has ${size}; at most ${MAX_TEXT_LENGTH.toLocaleString("en")} are read as one document: split it`,
    );
  }
  const warnings: Warning[] = [...(draft.warnings ?? [])];
  const title = hints.title ?? draft.title;
  const body = draft.verbatim ? draft.body : draft.body.trim();
  const joined = join(title, body, draft.verbatim === true);
  const sound = replaceUnreadable(joined, warnings);
  const cleaned = hints.clean ? { text: sound, residue: [] } : removeResidue(sound);
  const text = cleaned.text;
  if (text.replace(/[\s\u200b\ufeff]/g, "") === "") return refuse(name, "empty", "there is no text in it");
  warnings.push(...cleaned.residue.map(residueWarning));
  if (decoded && decoded.damaged > 0)
    warnings.push({
      code: "charset-damaged",
      message: `${decoded.damaged} byte sequences were not valid ${decoded.charset} and were read as “\ufffd”`,
    });
  const { language, declared } = languageOf(text, draft.language);
  if (language !== "en") warnings.push(languageWarning(language));
  const origins = { ...draft.origins };
  if (hints.title !== undefined) origins.title = { from: "input", where: "given" };
  if (hints.publisher !== undefined) origins.publisher = { from: "input", where: "given" };
  if (hints.url !== undefined) origins.url = { from: "input", where: "given" };
  origins.language = declared ? { from: "metadata", where: "declared" } : { from: "text", where: "its words" };
  const url = hints.url ?? draft.url;
  const published = publication(draft, hints, url, origins);
  const publisher = hints.publisher ?? draft.publisher;
  const source: DocumentSource = {
    id: hints.id ?? draft.id ?? contentId(url, published, text),
    text,
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title: title.toWellFormed() }),
    ...(publisher === undefined ? {} : { publisher: publisher.toWellFormed() }),
    ...(draft.authors === undefined || draft.authors.length === 0 ? {} : { authors: draft.authors }),
    ...(published === undefined ? {} : { published, publishedFrom: origins.published!.from }),
    language,
  };
  const readFrom: ReadFrom = { format: draft.format, ...(decoded ? { charset: decoded.charset } : {}), origins, residue: cleaned.residue };
  return { ok: true, document: Document.from(source, warnings).with(READ_FROM, readFrom) };
}

/** The date of publication: given, else found in the input, else in its address. */
function publication(
  draft: Draft,
  hints: ReadHints,
  url: string | undefined,
  origins: ReadFrom["origins"] & { published?: unknown },
): string | undefined {
  const given =
    hints.published === undefined
      ? undefined
      : (dayOf(hints.published) ?? (/^(?:19|20)\d\d$/.test(hints.published) ? hints.published : undefined));
  if (given !== undefined) {
    origins.published = { from: "input", where: "given" };
    return given;
  }
  if (draft.published !== undefined) return draft.published;
  const day = url === undefined ? undefined : dayInUrl(url);
  if (day !== undefined) origins.published = { from: "metadata", where: "address" };
  return day;
}

/**
 * The title before the body, unless the body begins with it. A text of its own (not a record's) that tells its title on two lines keeps
 * both here, so that the second is removed as residue and reported.
 */
function join(title: string | undefined, body: string, verbatim: boolean): string {
  if (title === undefined) return body;
  if (body.trim() === "") return title;
  const twice = !verbatim && letters(body.split("\n", 1)[0]!) === letters(title) && title.split(/\s+/).length >= 4;
  return twice || !beginsWith(body, title) ? `${title}\n\n${body}` : body;
}

/** Whether a text already begins with its title, give or take case, quotation marks and the white space between words. */
function beginsWith(body: string, title: string): boolean {
  const wanted = letters(title);
  return wanted !== "" && letters(body.slice(0, title.length * 2 + 40)).startsWith(wanted);
}

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Half surrogate pairs and control characters become U+FFFD and a space: one character each, so that the rest stays where it was. */
function replaceUnreadable(text: string, warnings: Warning[]): string {
  const formed = text.toWellFormed();
  if (formed !== text) warnings.push({ code: "lone-surrogate", message: "half characters (lone surrogates) were read as “\ufffd”" });
  const clean = formed.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, " ");
  if (clean !== formed) warnings.push({ code: "control-characters", message: "control characters were read as spaces" });
  return clean;
}

function residueWarning(residue: Residue): Warning {
  const shown = residue.text.length > 80 ? `${residue.text.slice(0, 79).toWellFormed()}…` : residue.text;
  return { code: "residue-removed", message: `left out as ${residue.kind}: “${shown}”` };
}

function languageWarning(language: string): Warning {
  if (language === "und") return { code: "language-unknown", message: "its language could not be told; it is read as English" };
  const known = new Intl.DisplayNames(["en"], { type: "language" }).of(language) ?? language;
  return {
    code: "language-not-english",
    message: `it seems to be in ${known} (${language}); Dateline reads English, so little of it will be coded`,
  };
}

/** An id from the content, the same on every machine. */
function contentId(url: string | undefined, published: string | undefined, text: string): string {
  return `sha256-${createHash("sha256")
    .update(JSON.stringify([url, published, text]))
    .digest("hex")
    .slice(0, 20)}`;
}

import { MAX_HTML_DEPTH, MAX_HTML_ELEMENTS } from "../limits.ts";

/** A page's markup with everything that is not text taken out, and the linked data its scripts held. */
export interface StrippedPage {
  readonly html: string;
  /** The contents of the `application/ld+json` scripts, in order. */
  readonly linkedData: readonly string[];
  /** Whether tags were dropped because they lay too deep or were too many. */
  readonly flattened: boolean;
}

/** Elements dropped with all they hold: they are never part of what a reader is told. */
const DROPPED = new Set(["script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "select", "textarea", "datalist"]);

const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);

/** Elements that HTML lets go unclosed: the parser closes one when the next opens, so they add no depth of their own. */
const IMPLIED = new Set(["p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "tfoot"]);

/**
 * Takes scripts, styles, comments and drawings out of markup and caps its nesting, in one pass and linear time, before any tree is
 * built: tree builders and their walkers recurse, and a page of ten thousand nested tags must not exhaust the stack.
 */
export function strip(html: string): StrippedPage {
  const out: string[] = [];
  const linkedData: string[] = [];
  const open: string[] = [];
  const closers = new Closers(html);
  let elements = 0;
  let flattened = false;
  let at = 0;
  while (at < html.length) {
    const lt = html.indexOf("<", at);
    if (lt < 0) break;
    if (lt > at) out.push(html.slice(at, lt));
    if (html.startsWith("<!--", lt)) {
      const end = html.indexOf("-->", lt + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const tag = /^<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})/.exec(html.slice(lt, lt + 44));
    if (!tag) {
      out.push(html[lt + 1] === "!" || html[lt + 1] === "?" ? "" : "&lt;");
      at = html[lt + 1] === "!" || html[lt + 1] === "?" ? after(html, lt) : lt + 1;
      continue;
    }
    const name = tag[2]!.toLowerCase();
    const end = after(html, lt);
    const raw = html.slice(lt, end);
    at = end;
    if (tag[1]) {
      const place = open.lastIndexOf(name);
      if (IMPLIED.has(name)) out.push(raw);
      else if (place >= 0) {
        open.length = place;
        out.push(raw);
      } else if (name === "br" || name === "p") out.push("<br>");
      continue;
    }
    if (DROPPED.has(name)) {
      if (raw.endsWith("/>") && name === "svg") continue;
      const close = closers.next(name, end);
      if (close < 0) {
        if (name === "script" || name === "style") at = html.length;
        continue;
      }
      if (name === "script" && /ld\+json/i.test(raw)) linkedData.push(html.slice(end, close));
      at = after(html, close);
      continue;
    }
    if (open.length >= MAX_HTML_DEPTH || ++elements > MAX_HTML_ELEMENTS) {
      flattened = true;
      out.push(" ");
      continue;
    }
    if (VOID.has(name) || IMPLIED.has(name)) {
      out.push(raw);
      continue;
    }
    open.push(name);
    out.push(raw);
  }
  out.push(html.slice(at));
  return { html: out.join(""), linkedData, flattened };
}

/** The place after the tag that begins at `lt`: past its `>`, which may also stand inside a quoted attribute. */
function after(html: string, lt: number): number {
  for (let i = lt + 1; i < html.length; i++) {
    const c = html.charCodeAt(i);
    if (c === 62) return i + 1;
    if ((c === 34 || c === 39) && html.charCodeAt(i - 1) === 61) {
      const close = html.indexOf(c === 34 ? '"' : "'", i + 1);
      if (close < 0) return html.length;
      i = close;
    }
  }
  return html.length;
}

/** Finds closing tags, remembering for which names there are none left, so that unclosed tags do not each scan to the end. */
class Closers {
  readonly #html: string;
  readonly #none = new Set<string>();

  constructor(html: string) {
    this.#html = html;
  }

  next(name: string, from: number): number {
    if (this.#none.has(name)) return -1;
    const pattern = new RegExp(`</${name}(?=[\\s/>])`, "gi");
    pattern.lastIndex = from;
    const found = pattern.exec(this.#html);
    if (!found) this.#none.add(name);
    return found ? found.index : -1;
  }
}

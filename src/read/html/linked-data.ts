import { MAX_JSON_DEPTH } from "../limits.ts";

export type LinkedNode = Readonly<Record<string, unknown>>;

/** Kinds of schema.org things that are an article, best first. */
const ARTICLES = [
  "NewsArticle",
  "ReportageNewsArticle",
  "AnalysisNewsArticle",
  "LiveBlogPosting",
  "Article",
  "BlogPosting",
  "TechArticle",
  "Report",
  "MedicalWebPage",
  "WebPage",
];

/** All nodes of a page's JSON-LD scripts, in order. Broken scripts are mended where that is simple, else skipped. */
export function linkedNodes(scripts: readonly string[]): LinkedNode[] {
  const nodes: LinkedNode[] = [];
  for (const script of scripts) collect(parse(script), nodes, 0);
  return nodes;
}

function parse(script: string): unknown {
  const bare = script
    .replace(/^\s*(?:<!--|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)/, "")
    .replace(/(?:-->|\]\]>)\s*$/, "")
    .trim()
    .replace(/;$/, "");
  for (const attempt of [
    bare,
    bare.replace(/[\u0000-\u001f]+/g, " "),
    bare.replace(/[\u0000-\u001f]+/g, " ").replace(/,\s*([}\]])/g, "$1"),
  ]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt mends one thing more: raw line breaks in strings, then trailing commas.
    }
  }
  return undefined;
}

function collect(value: unknown, nodes: LinkedNode[], depth: number): void {
  if (depth > MAX_JSON_DEPTH || typeof value !== "object" || value === null || nodes.length > 2_000) return;
  if (Array.isArray(value)) for (const item of value) collect(item, nodes, depth + 1);
  else {
    nodes.push(value as LinkedNode);
    for (const held of Object.values(value)) collect(held, nodes, depth + 1);
  }
}

/** The node that describes the page's article, if one does. */
export function articleNode(nodes: readonly LinkedNode[]): LinkedNode | undefined {
  for (const type of ARTICLES) {
    const found = nodes.find(
      (n) => hasType(n, type) && (n.headline !== undefined || n.datePublished !== undefined || n.articleBody !== undefined),
    );
    if (found) return found;
  }
  return undefined;
}

export function hasType(node: LinkedNode, type: string): boolean {
  const held = node["@type"];
  return held === type || (Array.isArray(held) && held.includes(type));
}

/** A node's text: a string, the name of a thing, or of the thing that an `@id` refers to. */
export function textIn(value: unknown, nodes: readonly LinkedNode[], depth = 0): string[] {
  if (depth > 3) return [];
  if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()];
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((v) => textIn(v, nodes, depth + 1));
  if (typeof value !== "object" || value === null) return [];
  const node = value as LinkedNode;
  if (node.name !== undefined) return textIn(node.name, nodes, depth + 1);
  if (typeof node["@id"] === "string") {
    const referred = nodes.find((n) => n["@id"] === node["@id"] && n.name !== undefined);
    return referred ? textIn(referred.name, nodes, depth + 1) : [];
  }
  return typeof node["@value"] === "string" ? [node["@value"]] : [];
}

import { describe, expect, test } from "vitest";
import { read } from "../read.ts";
import { READ_FROM } from "../read-from.ts";

const BODY = [
  "The army said on Monday that it had retaken the town from the rebels after two days of fighting in the hills above it.",
  "Nine people were killed, a doctor at the local hospital said by telephone, and the road to the capital was closed.",
  "A spokesman for the rebels denied that they had left the town, and said that fighting went on in its northern quarter.",
];
const STORY = `<p>${BODY.join("</p><p>")}</p>`;

interface Parts {
  head?: string;
  above?: string;
  story?: string;
  below?: string;
  attributes?: string;
  url?: string;
}

function page({ head = "", above = "<h1>Army retakes border town</h1>", story = STORY, below = "", attributes = "", url }: Parts) {
  const html = `<!doctype html><html ${attributes}><head>${head}</head><body><nav><ul><li>Home</li><li>World</li></ul></nav><article>${above}${story}</article>${below}</body></html>`;
  const [result] = read(html, url === undefined ? {} : { url });
  if (!result?.ok) throw new Error(result?.message);
  return { ...result.document.source, origins: result.document.get(READ_FROM).origins };
}

const linked = (node: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", ...node })}</script>`;

describe("the body of a page", () => {
  test("is its paragraphs, without scripts, menus, captions, shares and what stands below", () => {
    const story = `<figure><img src="x"><figcaption>Soldiers on a hill. Photo: A. Person</figcaption></figure>${STORY.replace("</p>", "</p><script>track();</script><div class='share-tools'>Share this</div>")}`;
    const { text } = page({
      story,
      below: "<footer>© 2024 Hill Gazette</footer><div class='related'><h3>Related</h3><a href='/x'>Other story</a></div>",
    });
    expect(text).toBe(`Army retakes border town\n\n${BODY.join("\n\n")}`);
  });

  test("is what JSON-LD has where the page shows its text by script alone", () => {
    const head = linked({ headline: "Army retakes border town", articleBody: BODY.join("\n\n") });
    expect(page({ head, story: "<div id='app'></div>" }).text).toBe(`Army retakes border town\n\n${BODY.join("\n\n")}`);
  });

  test("keeps the ends of blocks and line breaks apart", () => {
    const { text } = page({ story: `<div>${BODY[0]}</div><div>${BODY[1]}<br><br>${BODY[2]}</div>` });
    expect(text.split("\n\n").slice(1)).toEqual(BODY);
  });
});

describe("a page's title", () => {
  test("is its heading, else what its metadata says without the site's name", () => {
    expect(page({ head: "<title>Army retakes border town | Hill Gazette</title>" }).title).toBe("Army retakes border town");
    expect(
      page({
        above: "",
        head: '<meta property="og:site_name" content="Hill Gazette"><meta property="og:title" content="Army takes town - Hill Gazette">',
      }),
    ).toMatchObject({
      title: "Army takes town",
      origins: { title: { from: "metadata", where: "<meta og:title>" } },
    });
    expect(page({ above: "", head: linked({ headline: "Army takes town again" }) }).origins.title?.where).toBe("JSON-LD headline");
    expect(page({ above: "", head: "<title>Army takes town | Hill Gazette</title>" }).origins.title?.where).toBe("<title>");
  });
});

describe("a page's publisher", () => {
  test("comes from JSON-LD, OpenGraph, the address or the title", () => {
    expect(page({ head: linked({ headline: "Army retakes border town", publisher: { name: "Hill Gazette" } }) })).toMatchObject({
      publisher: "Hill Gazette",
    });
    expect(page({ head: '<meta property="og:site_name" content="Hill Gazette">' }).origins.publisher?.where).toBe("<meta og:site_name>");
    expect(page({ url: "https://www.bbc.co.uk/news/1" })).toMatchObject({ publisher: "BBC", origins: { publisher: { where: "address" } } });
    expect(page({ head: "<title>Army retakes border town | Hill Gazette</title>" })).toMatchObject({
      publisher: "Hill Gazette",
      origins: { publisher: { where: "<title>" } },
    });
    expect(page({}).publisher).toBeUndefined();
  });
});

describe("a page's authors", () => {
  test("come from JSON-LD, meta tags, the line at the headline or marked elements", () => {
    expect(
      page({ head: linked({ headline: "Army retakes border town", author: [{ name: "Jane Doe" }, { name: "John Roe" }] }) }).authors,
    ).toEqual(["Jane Doe", "John Roe"]);
    expect(page({ head: '<meta name="author" content="Jane Doe">' }).origins.authors?.where).toBe("<meta author>");
    expect(page({ above: "<h1>Army retakes border town</h1><p>By Jane Doe and John Roe</p>" })).toMatchObject({
      authors: ["Jane Doe", "John Roe"],
      origins: { authors: { from: "text", where: "the line at the headline" } },
    });
    expect(page({ above: '<span class="author-name">Jane Doe</span><h1>Army retakes border town</h1>' }).origins.authors?.where).toBe(
      "byline",
    );
    expect(page({}).authors).toBeUndefined();
  });

  test("are people rather than the publisher where both are named", () => {
    const head = linked({ headline: "Army retakes border town", author: { name: "Hill Gazette" }, publisher: { name: "Hill Gazette" } });
    expect(page({ head, above: "<h1>Army retakes border town</h1><p>By Jane Doe</p>" }).authors).toEqual(["Jane Doe"]);
    expect(page({ head }).authors).toEqual(["Hill Gazette"]);
  });
});

describe("a page's day of publication", () => {
  const heading = "<h1>Army retakes border town</h1>";
  test("comes from JSON-LD, meta tags, <time>, the line at the headline or the address", () => {
    expect(page({ head: linked({ headline: "Army retakes border town", datePublished: "2024-08-14T22:00:00+03:00" }) })).toMatchObject({
      published: "2024-08-14",
      publishedFrom: "metadata",
    });
    expect(page({ head: '<meta property="article:published_time" content="2024-08-14T10:00:00Z">' }).origins.published?.where).toBe(
      "<meta article:published_time>",
    );
    expect(page({ above: `<time datetime="2024-08-14">yesterday</time>${heading}` })).toMatchObject({
      published: "2024-08-14",
      publishedFrom: "text",
    });
    expect(page({ above: `${heading}<p>Published: Wednesday 14 August 2024</p>` })).toMatchObject({
      published: "2024-08-14",
      publishedFrom: "text",
    });
    expect(page({ url: "https://hill.example/2024/08/14/town" })).toMatchObject({
      published: "2024-08-14",
      origins: { published: { where: "address" } },
    });
  });

  test("is absent where nothing tells it, also where only the story names a day", () => {
    expect(
      page({ story: `${STORY}<p>The war began on 3 March 2019, when two brigades crossed the river and took the bridges.</p>` }).published,
    ).toBeUndefined();
    expect(page({ head: linked({ headline: "Army retakes border town", dateModified: "2024-08-14" }) }).published).toBeUndefined();
  });

  test("stays the first one when the story is corrected within a week, and is the revision's when it was written anew", () => {
    const head = linked({ headline: "Army retakes border town", datePublished: "2024-08-14" });
    expect(page({ head, above: `${heading}<p>Updated August 16, 2024</p>` }).published).toBe("2024-08-14");
    expect(page({ head, above: `${heading}<p>Updated November 16, 2024</p>` }).published).toBe("2024-11-16");
  });

  test("is not guessed from numbers that can be read two ways", () => {
    const meta = '<meta name="date" content="09/10/2024">';
    expect(page({ head: meta }).published).toBeUndefined();
    expect(page({ head: meta, attributes: 'lang="en-US"' }).published).toBe("2024-09-10");
    expect(page({ head: meta, attributes: 'lang="en-GB"' }).published).toBe("2024-10-09");
  });
});

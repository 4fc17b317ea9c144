import { type Archive, openArchive } from "../../src/archive/index.ts";
import type { CodedDocument, EventMention } from "../../src/code/index.ts";
import type { Span } from "../../src/document/index.ts";
import { mergeArchive } from "../../src/merge/index.ts";

/** One made event: the words that tell of it, as they stand in the text. */
export interface Told {
  readonly type: EventMention["type"];
  readonly mode?: string;
  readonly trigger: string;
  readonly who?: string;
  readonly toWhom?: string;
  readonly killed?: readonly [words: string, n: number];
  readonly injured?: readonly [words: string, n: number];
  readonly saidBy?: readonly [source: string, cue: string, kind: EventMention["attribution"][number]["kind"]];
  readonly denied?: boolean;
  readonly confidence?: number;
}

export interface Article {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly publisher: string;
  readonly published: string;
  readonly language?: string;
  readonly place?: {
    readonly words: string;
    readonly name: string;
    readonly country: string;
    readonly latitude: number;
    readonly longitude: number;
  };
  readonly time?: { readonly words: string; readonly day: string };
  readonly events: readonly Told[];
}

/** A coded document made by hand: every value rests on words that are found in the text. */
export function codedOf(article: Article, text = `${article.title}\n\n${article.body}`): CodedDocument {
  const at = (words: string): Span => {
    const start = text.indexOf(words, words === article.title ? 0 : article.title.length);
    if (start < 0) throw new Error(`not in the text of ${article.id}: ${words}`);
    return [start, start + words.length];
  };
  const said = (words: string) => ({ span: at(words), text: words });
  const names = [
    ...new Set(article.events.flatMap(({ who, toWhom, saidBy }) => [who, toWhom, saidBy?.[0]]).filter((name) => name !== undefined)),
  ];
  const actorId = (name: string) => `a${names.indexOf(name)}`;
  const count = (given: readonly [string, number] | undefined) =>
    given && { low: given[1], best: given[1], high: given[1], ...said(given[0]) };
  return {
    schema: "dateline/1",
    coder: { version: "0.1.0", models: "made", lexicon: "made" },
    id: article.id,
    url: `https://news.example/${article.id}`,
    title: article.title,
    publisher: article.publisher,
    published: article.published,
    publishedFrom: "input",
    language: article.language ?? "en",
    text,
    sentences: sentencesOf(text),
    times: article.time
      ? [
          {
            id: "t0",
            ...said(article.time.words),
            type: "DATE",
            value: article.time.day,
            earliest: article.time.day,
            latest: article.time.day,
          },
        ]
      : [],
    places: article.place
      ? [
          {
            id: "p0",
            ...said(article.place.words),
            name: article.place.name,
            country: article.place.country,
            latitude: article.place.latitude,
            longitude: article.place.longitude,
            radiusKm: 12,
            use: "literal",
            confidence: 0.9,
          },
        ]
      : [],
    actors: names.map((name) => ({ id: actorId(name), name, kind: "armed group", mentions: [{ ...said(name), form: "name" }] })),
    events: article.events.map((told, i) => {
      const [killed, injured] = [count(told.killed), count(told.injured)];
      const argument = (name: string | undefined) =>
        name ? [{ actor: actorId(name), ...said(name), kind: "armed group" as const, confidence: 0.9 }] : [];
      return {
        id: `e${i}`,
        type: told.type,
        ...(told.mode !== undefined && { mode: told.mode }),
        trigger: said(told.trigger),
        mentions: [at(told.trigger)],
        actors: argument(told.who),
        recipients: argument(told.toWhom),
        instruments: [],
        ...(article.place && { place: { ref: "p0" } }),
        ...(article.time && { time: { ref: "t0", earliest: article.time.day, latest: article.time.day } }),
        ...((killed || injured) && { casualties: { ...(killed && { killed }), ...(injured && { injured }) } }),
        attribution: told.saidBy
          ? [{ source: { actor: actorId(told.saidBy[0]), ...said(told.saidBy[0]) }, cue: said(told.saidBy[1]), kind: told.saidBy[2] }]
          : [],
        factuality: { certainty: "certain", polarity: told.denied ? "negative" : "positive", reality: "occurred" },
        confidence: told.confidence ?? 0.8,
      };
    }),
    warnings: [],
  };
}

function sentencesOf(text: string): Span[] {
  return [...text.matchAll(/[^\n.]+\.?/g)].filter((m) => m[0].trim() !== "").map((m) => [m.index, m.index + m[0].length]);
}

/** An archive with these articles, merged. */
export async function archiveOf(articles: readonly CodedDocument[], file = ":memory:"): Promise<Archive> {
  const archive = openArchive(file, { now: () => new Date("2024-03-01T12:00:00Z") });
  await archive.ingest(
    articles.map((coded) => ({
      document: { source: { ...coded, id: coded.id }, original: new TextEncoder().encode(coded.text), mediaType: "text/plain" },
      coded,
    })),
  );
  await mergeArchive(archive);
  return archive;
}

const BRIDGE = { words: "Karsa", name: "Karsa", country: "SYR", latitude: 35.9, longitude: 38.9 };
const SUNDAY = { words: "Sunday", day: "2024-01-28" };

/** Five articles: a strike with two tolls and a copied story, a denial in Arabic, a protest, and a second strike that was merged wrongly. */
export const ARTICLES: readonly Article[] = [
  {
    id: "wire",
    title: "Strike on Karsa bridge kills three",
    body: "The Northern Brigade shelled the bridge at Karsa on Sunday, killing three guards of the River Police and wounding eleven.\n\nA hospital official said the wounded were taken to the city.",
    publisher: "Example Wire",
    published: "2024-01-28",
    place: BRIDGE,
    time: SUNDAY,
    events: [
      {
        type: "ASSAULT",
        mode: "artillery",
        trigger: "shelled",
        who: "Northern Brigade",
        toWhom: "River Police",
        killed: ["three", 3],
        injured: ["eleven", 11],
      },
    ],
  },
  {
    id: "paper",
    title: "Five dead after shelling of bridge",
    body: "Five people died when the Northern Brigade attacked the bridge at Karsa on Sunday, the Interior Ministry said.\n\nThe River Police lost their post.",
    publisher: "Morning Paper",
    published: "2024-01-29",
    place: BRIDGE,
    time: SUNDAY,
    events: [
      {
        type: "ASSAULT",
        mode: "artillery",
        trigger: "attacked",
        who: "Northern Brigade",
        toWhom: "River Police",
        killed: ["Five", 5],
        saidBy: ["Interior Ministry", "said", "statement"],
        confidence: 0.6,
      },
    ],
  },
  {
    id: "copy",
    title: "Strike on Karsa bridge kills three",
    body: "The Northern Brigade shelled the bridge at Karsa on Sunday, killing three guards of the River Police and wounding eleven.",
    publisher: "City Gazette",
    published: "2024-01-29",
    place: BRIDGE,
    time: SUNDAY,
    events: [
      { type: "ASSAULT", mode: "artillery", trigger: "shelled", who: "Northern Brigade", toWhom: "River Police", killed: ["three", 3] },
    ],
  },
  {
    id: "arabic",
    title: "اللواء الشمالي ينفي قصف الجسر",
    body: "نفى اللواء الشمالي قصف الجسر في كرسا يوم الأحد.",
    publisher: "صحيفة المثال",
    published: "2024-01-30",
    language: "ar",
    events: [{ type: "ASSAULT", trigger: "قصف", who: "اللواء الشمالي", denied: true, confidence: 0.4 }],
  },
  {
    id: "protest",
    title: "Teachers march in Dolen",
    body: "Teachers marched through Dolen on Friday against the Harbour Council.\n\nNobody was hurt.",
    publisher: "Morning Paper",
    published: "2024-02-02",
    place: { words: "Dolen", name: "Dolen", country: "JOR", latitude: 31.2, longitude: 36.1 },
    time: { words: "Friday", day: "2024-02-02" },
    events: [{ type: "PROTEST", trigger: "marched", who: "Teachers", toWhom: "Harbour Council", confidence: 0.9 }],
  },
];

/** The articles above, merged: the bridge has three reports, one of them a copy. */
export function exampleArchive(file?: string): Promise<Archive> {
  return archiveOf(
    ARTICLES.map((article) => codedOf(article)),
    file,
  );
}

import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Archive } from "../archive/index.ts";
import { openArchive } from "../archive/index.ts";
import type { CodedDocument } from "../code/index.ts";
import type { Document } from "../document/index.ts";
import { mergeArchive } from "../merge/index.ts";
import { SAMPLE, sample } from "../merge/sample.fixture.ts";
import { type ArticleReader, contextOf, createApp, type ServeContext, Session } from "./index.ts";

export const HOST = "127.0.0.1:4747";

export interface Made {
  readonly archive: Archive;
  readonly context: ServeContext;
  readonly app: OpenAPIHono;
  readonly session: Session;
  /** Asks with the session and the right host; `init.headers` outrank both. */
  ask(
    path: string,
    init?: { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string },
  ): Promise<Response>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** An archive of two documents behind the application, without a network. The coder is a stand-in that finds one event in any text. */
export async function made(
  options: {
    readonly file?: string;
    readonly coder?: (document: Document) => CodedDocument | Promise<CodedDocument>;
    readonly reader?: ArticleReader;
  } = {},
): Promise<Made> {
  const archive = openArchive(options.file ?? ":memory:", { now: () => new Date("2024-03-01T12:00:00Z") });
  const documents = [SAMPLE, sample("other", { publisher: "Other Paper", published: "2024-02-10" })];
  await archive.ingest(
    documents.map((coded) => ({ document: { source: coded, original: new TextEncoder().encode(`<p>${coded.text}</p>`) }, coded })),
  );
  await mergeArchive(archive);
  const session = new Session();
  const coder = async () => ({ identity: SAMPLE.coder, code: options.coder ?? standIn });
  const context = contextOf(archive, {
    name: "made.dateline",
    now: () => new Date("2024-03-01T12:00:00Z"),
    coder,
    ...(options.reader && { reader: options.reader }),
  });
  const app = createApp(context, {
    session,
    hosts: () => [HOST],
  });
  const ask: Made["ask"] = async (path, init = {}) =>
    app.request(`http://${HOST}${path}`, { ...init, headers: { host: HOST, authorization: `Bearer ${session.token}`, ...init.headers } });
  return {
    archive,
    context,
    app,
    session,
    ask,
    post: (path, body, headers = {}) =>
      ask(path, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json", ...headers } }),
  };
}

function standIn({ source }: Document): CodedDocument {
  const end = source.text.search(/\s|$/);
  return {
    ...SAMPLE,
    ...source,
    sentences: [[0, source.text.length]],
    times: [],
    places: [],
    actors: [],
    events: [
      { ...SAMPLE.events[1]!, id: "e1", actors: [], trigger: { span: [0, end], text: source.text.slice(0, end) }, mentions: [[0, end]] },
    ],
  };
}

import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { DocumentVersion } from "../../archive/index.ts";
import type { Span } from "../../document/index.ts";
import type { Decision, EventRecord } from "../../merge/index.ts";
import type { ServeContext } from "../context.ts";
import { type ReviewedEvent, subjectsOf, withDecisions } from "../effective.ts";
import { Problem } from "../problem.ts";
import { answer, answers } from "../schemas.ts";

/** A document that tells of an event, with its text. */
export interface ReportText {
  readonly document: string;
  readonly text: string;
  readonly title?: string;
  readonly language: string;
  readonly sentences: readonly Span[];
}

/** An event that another belongs with. */
export interface LinkedEvent {
  readonly kind: NonNullable<EventRecord["links"]>[number]["kind"];
  readonly record: EventRecord;
}

/** A series may have hundreds of members; its page shows the first. */
const MOST_LINKED = 50;

/** One event with everything its page shows. */
export interface EventDetail extends ReviewedEvent {
  /** The id that was asked for, when it led to this event because of a merge or split. */
  readonly forwardedFrom?: string;
  /** For If-Match: the id of the last decision on the event or one of its mentions; 0 when there is none. */
  readonly last: number;
  /** All, taken back or not, in the order in which they were made. */
  readonly history: readonly Decision[];
  readonly standing: readonly number[];
  /** What each report tells by itself, by its mention id. */
  readonly tellings: Readonly<Record<string, EventRecord>>;
  /** The events that it belongs with: its series, its members, its episode. */
  readonly linked: readonly LinkedEvent[];
  /** By document id. */
  readonly texts: Readonly<Record<string, ReportText>>;
}

/** The event by its id, with its history. Throws a Problem 404. */
export async function eventDetail({ archive }: ServeContext, id: string): Promise<EventDetail> {
  const unit = await archive.unit();
  const found = (await archive.record(unit, id)) ?? (unit === "events" ? await ofMention() : undefined);
  if (!found) throw new Problem(404, "Not there", `There is no event ${id} in this archive.`);
  const subjects = subjectsOf(found);
  const history = await archive.decisions({ subjects });
  const standing = await archive.decisions({ subjects, standing: true });
  const texts: Record<string, ReportText> = {};
  for (const { document } of found.reports)
    texts[document] ??= reportText(await archive.document(document), document, await archive.coded(document));
  const tellings: Record<string, EventRecord> = {};
  for (const { mention } of found.reports) {
    // An event has the id of one of its reports: what that one says by itself must not be taken for what all say.
    const telling = (await archive.record("mentions", mention)) ?? (found.id === mention ? found : undefined);
    if (telling) tellings[mention] = telling;
  }
  const linked: LinkedEvent[] = [];
  for (const { kind, event } of (found.links ?? []).slice(0, MOST_LINKED)) {
    const record = await archive.record(unit, event);
    if (record && record.id !== found.id) linked.push({ kind, record });
  }
  return {
    ...withDecisions(found, standing),
    ...(found.id !== id && { forwardedFrom: id }),
    last: history.at(-1)?.id ?? 0,
    history,
    standing: standing.map((decision) => decision.id),
    tellings,
    linked,
    texts,
  };

  async function ofMention() {
    const event = await archive.eventOf(id);
    return event === undefined ? await archive.record("mentions", id) : await archive.record("events", event);
  }
}

function reportText(
  version: DocumentVersion | undefined,
  document: string,
  coded: { readonly sentences: readonly Span[] } | undefined,
): ReportText {
  const { text = "", title, language = "und" } = version?.source ?? {};
  return { document, text, ...(title !== undefined && { title }), language, sentences: coded?.sentences ?? [] };
}

/** One event. */
export function eventRoutes(app: OpenAPIHono, context: ServeContext): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/events/{id}",
      summary: "One event with its evidence, reports and history; an id that was merged away leads to where it went",
      request: { params: z.object({ id: z.string().min(1).max(1000) }) },
      responses: answers(
        answer<EventDetail>("EventDetail", "record, review, corrected, history, texts"),
        "The event; its ETag serves If-Match on decisions",
      ),
    }),
    async (c) => {
      const detail = await eventDetail(context, c.req.valid("param").id);
      c.header("etag", `"${detail.last}"`);
      return c.json(detail, 200);
    },
  );
}

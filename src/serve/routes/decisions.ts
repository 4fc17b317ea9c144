import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { ArchiveError } from "../../archive/index.ts";
import { type Agreement, agreement } from "../../merge/agreement.ts";
import type { Decision, Json, NewDecision } from "../../merge/index.ts";
import type { ServeContext } from "../context.ts";
import { grounded } from "../grounded.ts";
import { Problem } from "../problem.ts";
import { regroups } from "../regroups.ts";
import { answer, answers } from "../schemas.ts";
import { eventDetail } from "./event.ts";

const id = z.string().min(1).max(1000);
const json = z
  .custom<Json>(() => true)
  .openapi({ type: ["string", "number", "boolean", "object", "array", "null"], description: "null: the field is to be empty" });

const DECISION = z
  .object({
    by: z.string().trim().min(1).max(200).openapi({ description: "who decides: a name that the person chose" }),
    kind: z.enum(["same", "different", "unsure", "split", "accept", "reject", "correct", "add", "note"]),
    subjects: z.array(id).max(1000),
    why: z.string().max(5000).optional(),
    field: z.string().max(50).optional(),
    value: json.optional(),
    evidence: z
      .array(z.object({ document: id, span: z.tuple([z.number().int().min(0), z.number().int().min(0)]), text: z.string().max(20_000) }))
      .max(100)
      .optional(),
  })
  .openapi("NewDecision");

export interface DecisionList {
  readonly items: readonly (Decision & { readonly stands: boolean })[];
  readonly total: number;
  /** Cursor of the next page, further back in time. */
  readonly next?: string;
}

/** How far people agree, and how their differences were settled. */
export interface AgreementDetail extends Agreement {
  /** By the id of the event: the last decision that settled a difference (its reason is ADJUDICATED). */
  readonly settled: Readonly<Record<string, { readonly by: string; readonly value: string }>>;
}

/** The reason of a decision that settles what two people differ on. It is no third opinion: it does not count in the agreement. */
const ADJUDICATED = "adjudicated";

const refusals = {
  412: { description: "Someone has decided since: `yours` and `current` are both in the answer" },
  428: { description: "If-Match is missing" },
} as const;

/** People's decisions: made, taken back, listed, compared. */
export function decisionRoutes(app: OpenAPIHono, context: ServeContext): void {
  const { archive } = context;

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/decisions",
      summary: "Decisions, the latest first",
      request: {
        query: z.object({
          by: z.string().max(200).optional(),
          subject: id.optional(),
          limit: z.coerce.number().int().min(1).max(1000).optional(),
          cursor: z.string().regex(/^\d+$/).optional(),
        }),
      },
      responses: answers(answer<DecisionList>("DecisionList", "items, each with whether it stands; total; next"), "A page"),
    }),
    async (c) => {
      const { by, subject, limit = 100, cursor } = c.req.valid("query");
      const query = { ...(by && { by }), ...(subject && { subjects: [subject] }) };
      const all = await archive.decisions(query);
      const standing = new Set((await archive.decisions({ ...query, standing: true })).map((decision) => decision.id));
      const before = cursor === undefined ? all : all.filter((decision) => decision.id < Number(cursor));
      const items = before
        .slice(-limit)
        .reverse()
        .map((decision) => ({ ...decision, stands: standing.has(decision.id) }));
      const last = items.at(-1);
      return c.json({ items, total: all.length, ...(last && before.length > limit && { next: String(last.id) }) }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/decisions",
      summary: "Adds a decision",
      description: "If-Match is the ETag of the event as the person saw it (or * to decide whatever others did).",
      request: { body: { required: true, content: { "application/json": { schema: DECISION } } } },
      responses: { ...answers(answer<Decision>("Decision", "with its id and date"), "Kept"), ...refusals },
    }),
    async (c) => {
      const given = c.req.valid("json");
      const decision: NewDecision = {
        by: given.by,
        kind: given.kind,
        subjects: given.subjects,
        ...(given.why !== undefined && { why: given.why }),
        ...(given.field !== undefined && { field: given.field }),
        ...(given.value !== undefined && { value: given.value }),
        ...(given.evidence && { evidence: given.evidence }),
      };
      return c.json(await decide(decision, c.req.header("if-match")), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/decisions/{id}/undo",
      summary: "Takes a decision back; taking back an undo makes the decision stand again",
      request: {
        params: z.object({ id: z.coerce.number().int().min(1) }),
        body: { required: true, content: { "application/json": { schema: z.object({ by: z.string().trim().min(1).max(200) }) } } },
      },
      responses: { ...answers(answer<Decision>("Decision", "with its id and date"), "Kept"), ...refusals },
    }),
    async (c) => {
      const { id: undoes } = c.req.valid("param");
      const taken = (await archive.decisions()).find((decision) => decision.id === undoes);
      if (!taken) throw new Problem(404, "Not there", `There is no decision ${undoes}.`);
      // An undo names one decision and cannot mistake another: the archive refuses it when that one stands no more.
      return c.json(await decide({ by: c.req.valid("json").by, kind: "undo", subjects: taken.subjects, undoes }, "*"), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/agreement",
      summary: "How far the people who reviewed agree, and on what they differ",
      responses: answers(answer<AgreementDetail>("Agreement", "alpha (Krippendorff, nominal), items, disputed, settled"), "Agreement"),
    }),
    async (c) => {
      const verdicts = (await archive.decisions({ standing: true })).filter(
        ({ kind, subjects }) => kind === "accept" || kind === "reject" || (kind === "unsure" && subjects.length === 1),
      );
      const ratings = verdicts
        .filter(({ why }) => why !== ADJUDICATED)
        .map(({ subjects, by, kind }) => ({ item: subjects[0]!, by, value: kind }));
      const settled: Record<string, { by: string; value: string }> = {};
      for (const { subjects, by, kind, why } of verdicts) if (why === ADJUDICATED) settled[subjects[0]!] = { by, value: kind };
      return c.json({ ...agreement(ratings), settled }, 200);
    },
  );

  async function decide(decision: NewDecision, match: string | undefined): Promise<Decision> {
    if (match === undefined)
      throw new Problem(428, "If-Match is missing", "Say which version of the event you decided on: its ETag, or * for any.");
    const expect = match === "*" ? undefined : Number(/^"(\d+)"$/.exec(match)?.[1] ?? Number.NaN);
    if (Number.isNaN(expect)) throw new Problem(400, "Not valid", "If-Match must be the ETag of an event, or *.");
    try {
      const rested = decision.kind === "undo" ? decision : await grounded(archive, decision);
      const kept = await context.writes.take(() => archive.decide(rested, expect));
      if (await regroups(archive, kept)) await context.merging.merge();
      return kept;
    } catch (error) {
      if (!(error instanceof ArchiveError) || error.code !== "conflict" || expect === undefined) throw error;
      const subject = decision.subjects[0];
      const current = subject === undefined ? undefined : await eventDetail(context, subject);
      throw new Problem(412, "Someone else has decided since", error.message, { yours: decision, current });
    }
  }
}

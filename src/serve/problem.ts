import type { Context } from "hono";
import { ArchiveError, type ArchiveErrorCode } from "../archive/index.ts";

/** A refusal that is answered as problem details (RFC 9457). `more` are members that only this kind of problem has. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(status: number, title: string, detail: string, more: Readonly<Record<string, unknown>> = {}) {
    super(detail);
    this.name = "Problem";
    this.status = status;
    this.title = title;
    this.more = more;
  }
}

const STATUS: Readonly<Record<ArchiveErrorCode, readonly [number, string]>> = {
  missing: [404, "Not there"],
  "not-an-archive": [500, "Not an archive"],
  newer: [500, "Written by a newer Dateline"],
  damaged: [500, "The archive is damaged"],
  busy: [503, "The archive is busy"],
  conflict: [409, "Someone else has decided since"],
  "read-only": [403, "The archive is read-only"],
  invalid: [400, "Not valid"],
};

/** Any error as a problem. What nobody foresaw is said without its details: they may hold paths or text. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ArchiveError) return new Problem(...STATUS[error.code], error.message);
  return new Problem(500, "Something went wrong", "The server could not do this. Its terminal says why.");
}

/** The answer to a request that is refused. */
export function answerProblem(c: Context, problem: Problem): Response {
  const body = { type: "about:blank", title: problem.title, status: problem.status, detail: problem.message, ...problem.more };
  return c.body(JSON.stringify(body), problem.status as 400, { "content-type": "application/problem+json", "cache-control": "no-store" });
}

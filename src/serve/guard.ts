import type { Context, MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { answerProblem, Problem } from "./problem.ts";
import { COOKIE, type Session } from "./session.ts";

export interface GuardOptions {
  readonly session: Session;
  /** `host:port` values under which the server may be addressed. Asked at each request: the port is known only once it listens. */
  readonly hosts: () => readonly string[];
}

const SAFE = new Set(["GET", "HEAD"]);
const METHODS = new Set(["GET", "HEAD", "POST"]);

/**
 * Refuses what does not come from this server's own pages: another Host (DNS rebinding), another Origin or a cross-site fetch (request
 * forgery), no session. Checked on every request, files included.
 */
export function guard({ session, hosts }: GuardOptions): MiddlewareHandler {
  return async (c, next) => {
    const problem = objection(c, session, hosts());
    if (problem) return answerProblem(c, problem);
    await next();
  };
}

/** A request under a name that is not the server's own: how DNS rebinding shows. */
export function wrongHost(c: Context, hosts: readonly string[]): Problem | undefined {
  const host = c.req.header("host")?.toLowerCase();
  if (host !== undefined && hosts.includes(host)) return undefined;
  return new Problem(421, "Not this host", "The server does not answer under this host name. Use the address that it printed.");
}

function objection(c: Context, session: Session, hosts: readonly string[]): Problem | undefined {
  if (!METHODS.has(c.req.method)) return new Problem(405, "Method not allowed", "Only GET, HEAD and POST are answered.");
  const wrong = wrongHost(c, hosts);
  if (wrong) return wrong;
  const origin = c.req.header("origin");
  if (origin !== undefined && !hosts.some((known) => origin === `http://${known}`))
    return new Problem(403, "Another origin", "Requests from other sites are refused.");
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined && site !== "same-origin" && site !== "none")
    return new Problem(403, "Another site", "Requests from other sites are refused.");
  const bearer = /^Bearer ([\w-]+)$/.exec(c.req.header("authorization") ?? "")?.[1];
  if (session.holds(bearer)) return undefined;
  if (!SAFE.has(c.req.method) && origin === undefined && site !== "same-origin")
    return new Problem(
      403,
      "No origin",
      "A change must say where it comes from (Origin), or carry the session in an Authorization header.",
    );
  if (session.holds(getCookie(c, COOKIE))) return undefined;
  return new Problem(
    401,
    "No session",
    "Open the address that “dateline serve” printed: it holds a key that works once. The terminal shows a fresh one after each use.",
  );
}

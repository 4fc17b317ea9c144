import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { setCookie } from "hono/cookie";
import type { ServeContext } from "./context.ts";
import { guard, wrongHost } from "./guard.ts";
import { carefulHeaders } from "./headers.ts";
import { answerProblem, Problem, problemOf } from "./problem.ts";
import { aboutRoutes } from "./routes/about.ts";
import { articleRoutes } from "./routes/articles.ts";
import { decisionRoutes } from "./routes/decisions.ts";
import { documentRoutes } from "./routes/documents.ts";
import { eventRoutes as oneEventRoutes } from "./routes/event.ts";
import { eventRoutes } from "./routes/events.ts";
import { exportRoutes } from "./routes/exports.ts";
import { nameRoutes } from "./routes/names.ts";
import { COOKIE, type Session } from "./session.ts";
import { workbenchFiles } from "./workbench-files.ts";

export interface AppOptions {
  readonly session: Session;
  /** `host:port` values under which the server may be addressed. */
  readonly hosts: () => readonly string[];
  /** Folder of the built workbench; default: the one in the package. */
  readonly files?: string;
  /** Called when a launch token was used and another took its place. */
  readonly onLaunched?: () => void;
  /** Where errors that nobody foresaw are told. Default: standard error. */
  readonly onError?: (error: unknown) => void;
}

/** Largest body of a request that is not an article. */
const MAX_BODY = 256 * 1024;

/** The workbench's server as an application that answers requests; `startServer` puts it on a port. */
export function createApp(context: ServeContext, options: AppOptions): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return;
      const issues = result.error.issues.map((issue) => ({ at: issue.path.join("."), message: issue.message }));
      const detail = issues.map(({ at, message }) => `${at}: ${message}`).join("; ");
      return answerProblem(c, new Problem(400, "Not valid", detail, { issues }));
    },
  });
  app.onError((error, c) => {
    const problem = problemOf(error);
    if (problem.status === 500) (options.onError ?? console.error)(error);
    return answerProblem(c, problem);
  });
  app.notFound((c) => answerProblem(c, new Problem(404, "Not there", "There is nothing at this address.")));
  app.use(carefulHeaders);
  app.get("/open/:launch", async (c, next) => {
    const wrong = wrongHost(c, options.hosts());
    if (wrong) return answerProblem(c, wrong);
    if (!options.session.redeem(c.req.param("launch"))) return next();
    setCookie(c, COOKIE, options.session.token, { httpOnly: true, sameSite: "Strict", path: "/" });
    options.onLaunched?.();
    return c.redirect("/");
  });
  app.use(guard(options));
  app.use("/api/*", async (c, next) => {
    await next();
    if (!c.res.headers.has("cache-control")) c.header("cache-control", "no-store");
  });
  const small = bodyLimit({
    maxSize: MAX_BODY,
    onError: (c) => answerProblem(c, new Problem(413, "Too large", `At most ${MAX_BODY / 1024} KiB.`)),
  });
  app.use("/api/*", (c, next) => (c.req.path === "/api/articles" ? next() : small(c, next)));
  aboutRoutes(app, context);
  eventRoutes(app, context);
  oneEventRoutes(app, context);
  documentRoutes(app, context);
  decisionRoutes(app, context);
  articleRoutes(app, context);
  exportRoutes(app, context);
  nameRoutes(app, context);
  app.doc31("/api/openapi.json", {
    openapi: "3.1.0",
    info: { title: "Dateline", version: context.version, description: "An archive of sourced events: read, review, add, export." },
    security: [{ session: [] }],
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "session", { type: "http", scheme: "bearer" });
  app.get("*", workbenchFiles(options.files));
  return app;
}

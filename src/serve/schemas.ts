import { z } from "@hono/zod-openapi";

/**
 * An answer whose shape TypeScript knows already, described for readers of the API. Nothing checks it again when it is sent: it comes
 * from the archive, not from outside.
 */
export function answer<T>(name: string, description: string) {
  return z.custom<T>(() => true).openapi(name, { type: "object", description });
}

/** What every refusal says (RFC 9457). */
export const PROBLEM = z
  .object({ type: z.string(), title: z.string(), status: z.number().int(), detail: z.string() })
  .openapi("Problem", { description: "Problem details, RFC 9457" });

/** The answers of a route: the good one, and refusals. */
export function answers<T extends z.ZodType>(schema: T, description: string) {
  return {
    200: { description, content: { "application/json": { schema } } },
    default: { description: "Refused", content: { "application/problem+json": { schema: PROBLEM } } },
  } as const;
}

import type { ServeContext } from "./context.ts";

/** Brings the events up to date after a decision or new documents. */
export const settle: ServeContext["settle"] = async () => {};

import { availableParallelism } from "node:os";
import type { ArticleCoder } from "./context.ts";

/** Each thread holds a coder of some hundred megabytes: one for reading in the background is enough on a small computer. */
const threads = () => (availableParallelism() >= 8 ? 2 : 1);

/** This program's coder, on threads of its own. */
export function threadCoder(): () => Promise<ArticleCoder> {
  return async () => {
    const { fingerprint, WorkerPool } = await import("../code/index.ts");
    const pool = new WorkerPool(threads(), {});
    return {
      identity: fingerprint({}),
      code: (document) => pool.code(document),
      close: () => pool.close(),
    };
  };
}

import { parentPort } from "node:worker_threads";
import type { ReadAnswer, ReadJob } from "./read-worker.ts";

// A reader that can be held up: it answers only when the words “go on” are written into the shared file that the input names. It holds
// its whole thread meanwhile, as the reading of a large page does. Input “die” ends the thread; “hang” never answers.
if (parentPort) {
  const port = parentPort;
  port.on("message", async ({ bytes, hints }: ReadJob) => {
    const { existsSync } = await import("node:fs");
    const text = new TextDecoder().decode(bytes);
    if (text === "die") process.exit(3);
    if (text === "hang") for (;;);
    while (text.startsWith("/") && !existsSync(text)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    const source = { id: "held", text: `${hints.name}\n\nThe bridge stood.`, title: hints.name ?? "", language: "en" };
    port.postMessage({ documents: [{ ok: true, source, warnings: [] }] } satisfies ReadAnswer);
  });
}

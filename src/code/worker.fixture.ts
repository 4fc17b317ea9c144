import { parentPort } from "node:worker_threads";
import type { Job } from "./worker.ts";

/** A thread that stands in for the coder: slow, failing or dying as the document's text says, and in any order. */
if (parentPort) {
  const port = parentPort;
  port.postMessage("ready");
  port.on("message", ({ source }: Job) => {
    if (source.text === "die") process.exit(3);
    if (source.text === "fail") port.postMessage({ message: "no idea" });
    else setTimeout(() => port.postMessage({ coded: { id: source.id } }), Number(source.text));
  });
}

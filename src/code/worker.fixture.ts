import { parentPort } from "node:worker_threads";
import type { Job } from "./worker.ts";

/** A thread that stands in for the coder, one document after the other: slow, failing or dying as the document's text says. */
if (parentPort) {
  const port = parentPort;
  const work = async ({ source }: Job): Promise<void> => {
    if (source.text === "die") process.exit(3);
    if (source.text === "fail") port.postMessage({ message: "no idea" });
    else {
      await new Promise((resolve) => setTimeout(resolve, Number(source.text)));
      port.postMessage({ coded: { id: source.id } });
    }
  };
  let last = Promise.resolve();
  port.postMessage("ready");
  port.on("message", (job: Job) => {
    last = last.then(() => work(job));
  });
}

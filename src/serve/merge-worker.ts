import { parentPort, workerData } from "node:worker_threads";
import { openArchive } from "../archive/index.ts";
import { type MergeIndex, mergeArchive } from "../merge/index.ts";

/** What is told to the thread: to merge, or that it may write now. */
export type ToMerger = "merge" | "write";

/** What it tells: that it would write, that it has written, that a merge is done (or why it is not). */
export type FromMerger = "may I write" | "written" | "merged" | { readonly failed: string };

// A connection of its own. It compares in peace, and asks before it writes: SQLite lets only one write at a time, and whoever waits for
// that on the thread that answers people keeps all of them waiting.
if (parentPort) {
  const port = parentPort;
  const say = (message: FromMerger) => port.postMessage(message);
  const archive = openArchive(String(workerData), { create: false });
  let granted = () => {};
  const writing =
    <A extends unknown[]>(write: (...args: A) => Promise<void>) =>
    async (...args: A): Promise<void> => {
      const turn = new Promise<void>((resolve) => {
        granted = resolve;
      });
      say("may I write");
      await turn;
      try {
        await write(...args);
      } finally {
        say("written");
      }
    };
  const { merging } = archive;
  const asking: MergeIndex = {
    state: () => merging.state(),
    unmerged: () => merging.unmerged(),
    mentions: (ids) => merging.mentions(ids),
    mentionsOf: (documents) => merging.mentionsOf(documents),
    events: (ids) => merging.events(ids),
    eventsWith: (mentions) => merging.eventsWith(mentions),
    near: (...args) => merging.near(...args),
    clear: writing(() => merging.clear()),
    file: writing((filed) => merging.file(filed)),
    stage: writing((events) => merging.stage(events)),
    write: writing((changes) => merging.write(changes)),
  };
  const store = { merging: asking, records: archive.records.bind(archive), decisions: archive.decisions.bind(archive) };
  port.on("message", (message: ToMerger) => {
    if (message === "write") return granted();
    mergeArchive(store).then(
      () => say("merged"),
      (error: unknown) => say({ failed: error instanceof Error ? error.message : String(error) }),
    );
  });
}

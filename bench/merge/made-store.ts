import type { EventRecord, MergeIndex, MergeState, MergeStore } from "../../src/merge/index.ts";
import { daysOf, madeEvent } from "../../src/merge/made.fixture.ts";

/** An archive of so many made reports that holds none of them: each is made again when it is read, as an archive reads it from the disk. */
export class MadeStore implements MergeStore {
  readonly merging: MergeIndex;
  readonly #size: number;
  /** Events written. */
  written = 0;

  constructor(size: number) {
    this.#size = size;
    this.merging = new MadeIndex(daysOf(size), (n) => {
      this.written += n;
    });
  }

  async *records(of: "mentions" | "events"): AsyncGenerator<EventRecord> {
    if (of === "events") return;
    const days = daysOf(this.#size);
    let made = 0;
    for (let event = 0; made < this.#size; event++)
      for (const record of madeEvent(event, days)) {
        if (made++ === this.#size) return;
        yield record;
      }
  }

  async decisions() {
    return [];
  }
}

class MadeIndex implements MergeIndex {
  readonly #days: number;
  readonly #wrote: (events: number) => void;

  constructor(days: number, wrote: (events: number) => void) {
    this.#days = days;
    this.#wrote = wrote;
  }

  async mentions(ids: readonly string[]) {
    const events = new Map<number, readonly EventRecord[]>();
    return ids.flatMap((id) => {
      const event = Number(id.slice(1, id.indexOf(".")));
      const records = events.get(event) ?? madeEvent(event, this.#days);
      events.set(event, records);
      return records.find((record) => record.id === id) ?? [];
    });
  }
  async stage(events: readonly EventRecord[]) {
    this.#wrote(events.length);
  }
  async state(): Promise<MergeState | undefined> {
    return undefined;
  }
  async unmerged() {
    return { ids: [], upTo: 0 };
  }
  async mentionsOf() {
    return [];
  }
  async events() {
    return [];
  }
  async eventsWith() {
    return [];
  }
  async near() {
    return [];
  }
  async clear() {}
  async file() {}
  async write() {}
}

import type { Decision } from "./decision.ts";
import type { EventRecord } from "./event-record.ts";
import type { Filed, MergeIndex, MergeState, MergeStore, MergeWrite } from "./merge-store.ts";

/** An archive in memory, as plain as can be: blocks are sorted when they are asked for. */
export class MemoryStore implements MergeStore {
  readonly mentions = new Map<string, EventRecord>();
  readonly events = new Map<string, EventRecord>();
  readonly forwarded: { from: string; to: string; why: string }[] = [];
  readonly made: Decision[] = [];
  readonly merging: MergeIndex = new MemoryIndex(this);
  readonly changed = new Set<string>();
  readonly filed = new Map<string, Filed>();

  async *records(of: "mentions" | "events"): AsyncGenerator<EventRecord> {
    yield* [...(of === "mentions" ? this.mentions : this.events).values()];
  }

  async decisions() {
    return this.made;
  }

  add(records: readonly EventRecord[]): void {
    for (const record of records) {
      if (this.mentions.has(record.id)) continue;
      this.mentions.set(record.id, record);
      this.changed.add(record.id);
    }
  }

  /** Takes mentions away. As in the archive, who stood near them is looked at again. */
  remove(ids: readonly string[]): void {
    for (const id of ids) {
      const filed = this.filed.get(id);
      for (const other of this.filed.values())
        if (filed?.headings.some((heading) => other.headings.includes(heading))) this.changed.add(other.id);
      this.filed.delete(id);
      this.mentions.delete(id);
      this.changed.add(id);
    }
  }
}

class MemoryIndex implements MergeIndex {
  readonly #store: MemoryStore;
  #state: MergeState | undefined;
  #staged: EventRecord[] = [];

  constructor(store: MemoryStore) {
    this.#store = store;
  }

  async state() {
    return this.#state;
  }
  async unmerged() {
    return { ids: [...this.#store.changed], upTo: 0 };
  }
  async mentions(ids: readonly string[]) {
    return ids.flatMap((id) => this.#store.mentions.get(id) ?? []);
  }
  async mentionsOf(documents: readonly string[]) {
    return [...this.#store.mentions.values()].filter(({ reports }) => documents.includes(reports[0]!.document));
  }
  async events(ids: readonly string[]) {
    return ids.flatMap((id) => this.#store.events.get(id) ?? []);
  }
  async eventsWith(mentions: readonly string[]) {
    return [...this.#store.events.values()].filter(({ reports }) => reports.some(({ mention }) => mentions.includes(mention)));
  }
  async near(heading: number, at: Pick<Filed, "id" | "place">, step: 1 | -1, most: number) {
    const order = (a: Pick<Filed, "id" | "place">, b: Pick<Filed, "id" | "place">) => a.place - b.place || (a.id < b.id ? -1 : 1);
    return [...this.#store.filed.values()]
      .filter((other) => other.headings.includes(heading) && other.id !== at.id && order(at, other) * step < 0)
      .sort((a, b) => step * order(a, b))
      .slice(0, most)
      .map(({ id }) => id);
  }
  async clear() {
    this.#store.filed.clear();
    this.#state = undefined;
    this.#staged = [];
  }
  async file(filed: readonly Filed[]) {
    for (const one of filed) this.#store.filed.set(one.id, one);
  }
  async stage(events: readonly EventRecord[]) {
    this.#staged.push(...events);
  }
  async write({ put, remove, forward, unfile, state }: MergeWrite) {
    for (const id of remove) this.#store.events.delete(id);
    for (const event of [...this.#staged, ...put]) this.#store.events.set(event.id, event);
    this.#staged = [];
    this.#store.forwarded.push(...forward);
    for (const { id } of unfile) this.#store.filed.delete(id);
    this.#store.changed.clear();
    this.#state = state;
  }
}

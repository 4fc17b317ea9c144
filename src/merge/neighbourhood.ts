import { placeInBlock, WINDOW } from "./blocks.ts";
import type { EventRecord } from "./event-record.ts";
import { headings } from "./headings.ts";
import type { Filed, MergeIndex } from "./merge-store.ts";
import { type View, Viewer } from "./view.ts";

/** A mention near another in some block. */
export interface Near {
  readonly id: string;
  /** Stands after the other in the order of `byPublication`. */
  readonly later: boolean;
  /** Whether they met only in blocks that are wider than the window. */
  readonly crowded: boolean;
}

interface Known {
  readonly record: EventRecord;
  readonly view: View;
  readonly filed: Filed;
}

/** The part of an archive around some mentions, read as it is asked for and kept. */
export class Neighbourhood {
  readonly #index: MergeIndex;
  readonly #added: ReadonlyMap<string, EventRecord>;
  readonly #viewer = new Viewer(1 << 12);
  readonly #known = new Map<string, Known | undefined>();
  readonly #near = new Map<string, readonly Near[]>();

  /** `added`: events that people added, by their mentions' ids; they are in no article. */
  constructor(index: MergeIndex, added: ReadonlyMap<string, EventRecord>) {
    this.#index = index;
    this.#added = added;
  }

  /** Reads mentions; those that are not in the archive are known not to be. */
  async load(ids: Iterable<string>): Promise<void> {
    const wanted = [...new Set(ids)].filter((id) => !this.#known.has(id));
    if (wanted.length === 0) return;
    for (const id of wanted) this.#known.set(id, undefined);
    const kept = wanted.filter((id) => !this.#added.has(id));
    const records = [...(await this.#index.mentions(kept)), ...wanted.flatMap((id) => this.#added.get(id) ?? [])];
    for (const record of records) {
      const view = this.#viewer.view(record);
      this.#known.set(view.id, { record, view, filed: filedOf(view, record) });
    }
  }

  /** Undefined for a mention that is not in the archive; it must have been loaded. */
  view(id: string): View | undefined {
    return this.#known.get(id)?.view;
  }

  record(id: string): EventRecord | undefined {
    return this.#known.get(id)?.record;
  }

  filed(id: string): Filed | undefined {
    return this.#known.get(id)?.filed;
  }

  /** Every mention that stands within the window in one of the blocks of a mention that is there; they are loaded, too. */
  async near(id: string): Promise<readonly Near[]> {
    const found = this.#near.get(id);
    if (found) return found;
    const near = new Map<string, Near>();
    const filed = this.filed(id);
    for (const heading of filed?.headings ?? [])
      for (const step of [1, -1] as const) {
        const ids = await this.#index.near(heading, filed!, step, WINDOW + 1);
        for (const other of ids.slice(0, WINDOW)) {
          const crowded = ids.length > WINDOW && (near.get(other)?.crowded ?? true);
          near.set(other, { id: other, later: step === 1, crowded });
        }
      }
    await this.load(near.keys());
    const there = [...near.values()].filter((one) => this.view(one.id) !== undefined);
    this.#near.set(id, there);
    return there;
  }
}

/** Where a mention is filed. */
export function filedOf(view: View, record: EventRecord): Filed {
  return { id: view.id, place: placeInBlock(view), headings: headings(view, record) };
}

import type { Neighbours } from "./blocks.ts";
import type { EventRecord } from "./event-record.ts";
import { memberOf } from "./series.ts";
import type { View } from "./view.ts";

export type EventLink = NonNullable<EventRecord["links"]>[number];

/** Links of events by their ids: a series and its members, each way. */
export class SeriesLinks {
  readonly #links = new Map<string, Map<string, EventLink["kind"]>>();

  add(part: string, whole: string): void {
    this.#set(part, whole, "part of");
    this.#set(whole, part, "has part");
  }

  /** In the order of the other events' ids; undefined where there is none. */
  of(event: string): readonly EventLink[] | undefined {
    const links = this.#links.get(event);
    return links && [...links].sort(([a], [b]) => (a < b ? -1 : 1)).map(([other, kind]) => ({ kind, event: other }));
  }

  events(): Iterable<string> {
    return this.#links.keys();
  }

  #set(from: string, to: string, kind: EventLink["kind"]): void {
    const links = this.#links.get(from);
    if (links) links.set(to, kind);
    else this.#links.set(from, new Map([[to, kind]]));
  }
}

/** Every series with the members that stand near it. `eventOf` gives the event of a view. */
export function linkSeries(views: readonly View[], neighbours: Neighbours, eventOf: (view: number) => string): SeriesLinks {
  const links = new SeriesLinks();
  views.forEach((view, series) => {
    if (!view.series) return;
    neighbours.around(series, (member) => {
      const [part, whole] = [eventOf(member), eventOf(series)];
      if (part !== whole && !views[member]!.series && memberOf(views[member]!, view)) links.add(part, whole);
    });
  });
  return links;
}

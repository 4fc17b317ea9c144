import { useCallback, useEffect, useReducer, useRef, useState } from "react";
import type { Decision, NewDecision } from "../../src/merge/index.ts";
import type { EventDetail, EventPage } from "../../src/serve/index.ts";
import { ask, askOnce, forgetAnswer, Refused, send } from "../app/api.ts";
import { candidatesPath } from "./candidates.tsx";

export interface Item {
  readonly id: string;
  /** What this person decided on it just now. */
  readonly decided?: NewDecision["kind"];
}

/** A decision that was made here, on its way or kept. */
interface Made {
  readonly item: string;
  readonly kept: Promise<Decision | undefined>;
}

export interface Trouble {
  readonly refused: Refused;
  readonly decision: NewDecision;
  readonly item: string;
}

const AHEAD = 3;
export const eventPath = (id: string) => `/api/events/${encodeURIComponent(id)}`;

/**
 * The events to review, one at a time. The next ones are asked for ahead and a decision is sent while the next is on the screen already;
 * what the server refuses comes back as trouble, with its event.
 */
export function useQueue(query: string) {
  const [items, setItems] = useState<readonly Item[]>();
  const [total, setTotal] = useState(0);
  const [at, setAt] = useState(0);
  const [error, setError] = useState<Refused>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [made, setMade] = useState<readonly Made[]>([]);
  const next = useRef<string>(undefined);
  const details = useRef(new Map<string, EventDetail>());
  const underWay = useRef(new Map<string, Promise<EventDetail>>());
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const path = `/api/events?${query}${query === "" ? "" : "&"}limit=50`;

  const current = items?.[at]?.id;
  // Read off what is there for the current one, so that no key can ever fall upon the event before it.
  const detail = current === undefined ? undefined : details.current.get(current);
  const missing = current !== undefined && detail === undefined;
  const shown = useRef(current);
  shown.current = current;
  const load = useCallback((id: string) => {
    // Asked ahead at every step: what is there or on its way is not asked for again.
    const known = underWay.current.get(id);
    if (known) return known;
    const asked = askOnce<EventDetail>(eventPath(id))
      .then((answer) => {
        details.current.set(id, answer);
        // Its candidates too, so that they are there with it.
        const others = candidatesPath(answer.record);
        if (others !== null) askOnce(others).catch(() => {});
        if (shown.current === id) redraw();
        return answer;
      })
      .finally(() => underWay.current.delete(id));
    underWay.current.set(id, asked);
    return asked;
  }, []);

  useEffect(() => {
    let gone = false;
    setItems(undefined);
    setAt(0);
    setError(undefined);
    ask<EventPage>(path).then(
      (page) => {
        if (gone) return;
        next.current = page.next;
        setTotal(page.total);
        setItems(page.items.map(({ record }) => ({ id: record.id })));
      },
      (problem: unknown) => !gone && problem instanceof Refused && setError(problem),
    );
    return () => {
      gone = true;
    };
  }, [path]);

  useEffect(() => {
    if (current === undefined) return;
    let gone = false;
    if (missing) load(current).catch((problem: unknown) => !gone && problem instanceof Refused && setError(problem));
    for (const { id } of items?.slice(at + 1, at + 1 + AHEAD) ?? []) if (!details.current.has(id)) load(id).catch(() => {});
    return () => {
      gone = true;
    };
  }, [current, missing, items, at, load]);

  useEffect(() => {
    if (!items || at < items.length - 10 || next.current === undefined) return;
    const cursor = next.current;
    next.current = undefined;
    ask<EventPage>(`${path}&cursor=${encodeURIComponent(cursor)}`).then(
      (page) => {
        next.current = page.next;
        setItems((before = []) => [
          ...before,
          ...page.items.filter(({ record }) => !before.some((item) => item.id === record.id)).map(({ record }) => ({ id: record.id })),
        ]);
      },
      (problem: unknown) => problem instanceof Refused && setError(problem),
    );
  }, [items, at, path]);

  const forget = useCallback((id: string) => {
    forgetAnswer(eventPath(id));
    details.current.delete(id);
    if (shown.current === id) redraw();
  }, []);
  /** Asks for it again; what was there stays on the screen until it comes. */
  const refresh = useCallback(
    (id: string) => {
      forgetAnswer(eventPath(id));
      // What is on its way may have been asked before the change.
      underWay.current.delete(id);
      return load(id);
    },
    [load],
  );

  /** Sends a decision on the current event; with `move` the next one comes at once. */
  const decide = useCallback(
    (decision: NewDecision, options: { readonly move: boolean; readonly match?: string; readonly last: number }) => {
      if (current === undefined) return;
      const item = current;
      const kept = send<Decision>("/api/decisions", decision, options.match ?? `"${options.last}"`).then(
        async (answer) => {
          // Who has moved on already need not wait for what it has become: it is asked for when they come back.
          if (options.move) forget(item);
          else await refresh(item);
          return answer;
        },
        (problem: unknown) => {
          if (problem instanceof Refused) setTrouble({ refused: problem, decision, item });
          setItems((before) => before?.map((old) => (old.id === item ? { id: item } : old)));
          setMade((before) => before.filter((one) => one.kept !== kept));
          return undefined;
        },
      );
      setMade((before) => [...before, { item, kept }]);
      setItems((before) => before?.map((old) => (old.id === item ? { id: item, decided: decision.kind } : old)));
      if (options.move) setAt((i) => i + 1);
    },
    [current, refresh, forget],
  );

  /** Takes the last decision made here back, and shows its event. */
  const undo = useCallback(
    async (by: string) => {
      const last = made.at(-1);
      if (!last) return;
      setMade((before) => before.slice(0, -1));
      const decision = await last.kept;
      if (!decision) return;
      try {
        await send(`/api/decisions/${decision.id}/undo`, { by });
      } catch (problem) {
        if (problem instanceof Refused) setError(problem);
        return;
      }
      // The event first, then the count and the place in the queue: what is on the screen can be decided on at once.
      await refresh(last.item).catch(() => {});
      setItems((before) => before?.map((old) => (old.id === last.item ? { id: last.item } : old)));
      setAt((i) => {
        const found = items?.findIndex((item) => item.id === last.item) ?? -1;
        return found < 0 ? i : found;
      });
    },
    [made, items, refresh],
  );

  const move = useCallback((by: 1 | -1) => setAt((i) => Math.max(0, Math.min(items?.length ?? 0, i + by))), [items]);
  const show = useCallback((id: string) => setAt((i) => Math.max(0, items?.findIndex((item) => item.id === id) ?? i)), [items]);
  return { items, total, at, detail, error, trouble, setTrouble, decide, undo, move, show, refresh, undoable: made.length };
}

import { useEffect, useRef, useState } from "react";

export const ACTIONS = [
  ["accept", "a", "Accept: it is an event, and right"],
  ["reject", "r", "Reject: it is no event"],
  ["unsure", "u", "Unsure"],
  ["correct", "c", "Correct a field"],
  ["same", "s", "The chosen other one is the same event"],
  ["different", "d", "The chosen other one is a different event"],
  ["missed", "n", "New: an event that the coder missed (select its words first)"],
  ["undo", "z", "Undo the last decision, and the one before it, …"],
  ["next", "j", "Next, without deciding"],
  ["previous", "k", "Previous"],
  ["help", "?", "Show the keys"],
] as const;

export type Action = (typeof ACTIONS)[number][0];

export interface Keys {
  readonly on: boolean;
  readonly of: Readonly<Record<Action, string>>;
}

const KEY = "dateline:keys";
const DEFAULT: Keys = { on: true, of: Object.fromEntries(ACTIONS.map(([action, key]) => [action, key])) as Record<Action, string> };

/** Which key does what; kept in this browser. */
export function useKeys(): readonly [Keys, (keys: Keys) => void, () => void] {
  const [keys, setKeys] = useState<Keys>(() => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Keys>;
      return { on: kept.on ?? true, of: { ...DEFAULT.of, ...kept.of } };
    } catch {
      return DEFAULT;
    }
  });
  const keep = (next: Keys) => {
    localStorage.setItem(KEY, JSON.stringify(next));
    setKeys(next);
  };
  return [keys, keep, () => keep(DEFAULT)];
}

/** Listens for the keys, but not while the person writes, or with a modifier held. */
export function useKeyActions(keys: Keys, act: (action: Action) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!keys.on) return;
    const listen = (event: KeyboardEvent) => {
      const { target } = event;
      const writing = target instanceof HTMLElement && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest("dialog"));
      if (writing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const action = ACTIONS.find(([name]) => keys.of[name] === event.key)?.[0];
      if (!action) return;
      event.preventDefault();
      latest.current(action);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [keys]);
}

import { useMemo, useState } from "react";

/** Words that a person has selected in an article. */
export interface Selected {
  readonly document: string;
  readonly span: readonly [number, number];
  readonly text: string;
}

/** What a person is about on one event of the queue. */
interface OnItem {
  /** The field whose words are lit up. */
  readonly active?: string | undefined;
  /** The field that is being corrected. */
  readonly field?: string | undefined;
  /** An event that the coder missed is being written. */
  readonly missed?: boolean | undefined;
  readonly selected?: Selected | undefined;
  /** The other event that could be the same. */
  readonly candidate?: string | undefined;
}

/**
 * The state of one event, empty for the next: it is kept with the event's id, so that moving on needs no second drawing to clear it.
 */
export function useOnItem(id: string | undefined) {
  const [kept, setKept] = useState<{ readonly id: string | undefined; readonly state: OnItem }>({ id, state: {} });
  const state = kept.id === id ? kept.state : NOTHING;
  const setters = useMemo(() => {
    const set =
      <K extends keyof OnItem>(key: K) =>
      (value: OnItem[K]) =>
        setKept((before) => {
          const now = before.id === id ? before.state : NOTHING;
          return now[key] === value ? before : { id, state: { ...now, [key]: value } };
        });
    return {
      setActive: set("active"),
      setField: set("field"),
      setMissed: set("missed"),
      setSelected: set("selected"),
      setCandidate: set("candidate"),
    };
  }, [id]);
  const { active, field, missed = false, selected, candidate } = state;
  return { active, field, missed, selected, candidate, ...setters };
}

const NOTHING: OnItem = {};

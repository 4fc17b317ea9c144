import { useState } from "react";
import { EVENT_COLUMNS } from "./event-columns.tsx";

/** Which columns are shown, by their ids. */
export type Visibility = Record<string, boolean>;

const KEY = "dateline:columns";
const FIRST: Visibility = Object.fromEntries(EVENT_COLUMNS.map(({ id, shown }) => [id, shown]));

/** The columns that this person wants to see; kept in this browser. */
export function useVisibility(): readonly [Visibility, (next: Visibility) => void] {
  const [visibility, setVisibility] = useState<Visibility>(() => {
    try {
      return { ...FIRST, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Visibility) };
    } catch {
      return FIRST;
    }
  });
  return [
    visibility,
    (next) => {
      localStorage.setItem(KEY, JSON.stringify(next));
      setVisibility(next);
    },
  ];
}

interface Props {
  readonly columns: readonly {
    readonly id: string;
    readonly shown: boolean;
    readonly fixed: boolean;
    readonly toggle: (on: boolean) => void;
  }[];
  readonly onReset: () => void;
}

/** The list from which columns are chosen. */
export function ColumnChoice({ columns, onReset }: Props) {
  return (
    <details className="columns">
      <summary className="small button">Columns</summary>
      <div className="columns-list">
        {columns.map(({ id, shown, fixed, toggle }) => (
          <label key={id}>
            <input type="checkbox" checked={shown} disabled={fixed} onChange={(event) => toggle(event.target.checked)} />{" "}
            {EVENT_COLUMNS.find((column) => column.id === id)?.name}
          </label>
        ))}
        <button type="button" className="small" onClick={onReset}>
          As they were at first
        </button>
      </div>
    </details>
  );
}

/** What is shown when nobody has chosen. */
export const firstVisibility = (): Visibility => ({ ...FIRST });

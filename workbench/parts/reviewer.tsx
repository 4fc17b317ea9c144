import { useState } from "react";

const KEY = "dateline:reviewer";

/** Who is deciding; kept in this browser. Empty until the person has said. */
export function useReviewer(): readonly [string, (name: string) => void] {
  const [name, setName] = useState(() => localStorage.getItem(KEY) ?? "");
  return [
    name,
    (next) => {
      localStorage.setItem(KEY, next);
      setName(next);
    },
  ];
}

/** Decisions carry a name: this asks for it. */
export function ReviewerField({ name, onName }: { readonly name: string; readonly onName: (name: string) => void }) {
  return (
    <label className="reviewer">
      Decisions are kept under the name{" "}
      <input value={name} onChange={(event) => onName(event.target.value)} placeholder="your name" maxLength={200} autoComplete="off" />
    </label>
  );
}

import { type FormEvent, useState } from "react";
import type { Json, NewDecision } from "../../src/merge/index.ts";
import { PLOVER_TYPES } from "../../src/what/layers.ts";
import { typeName } from "../app/words.ts";
import { read } from "../event/edit-field.tsx";
import type { Selected } from "./on-item.ts";

const FIELDS = [
  ["actors", "Who (names, with ; between)"],
  ["recipients", "To whom"],
  ["place", "Where"],
  ["time", "When (2024-01-28)"],
  ["killed", "Killed (3, or 3-5)"],
  ["injured", "Injured"],
] as const;

interface Props {
  readonly selected: Selected | undefined;
  readonly document: string;
  readonly onSave: (decision: Omit<NewDecision, "by">) => void;
  readonly onCancel: () => void;
}

/** An event that the coder missed: its words are selected in the article, its fields written here. */
export function MissedEvent({ selected, onSave, onCancel }: Props) {
  const [type, setType] = useState<string>("ASSAULT");
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!selected) return setProblem("Select the words that tell of it in the article first.");
    const value: Record<string, Json> = { type };
    for (const [field, title] of FIELDS) {
      const said = read(field, (values[field] ?? "").trim());
      if (said === undefined) return setProblem(`“${values[field]}” cannot be read: ${title}.`);
      if (said !== null) value[field] = said;
    }
    onSave({ kind: "add", subjects: [`${selected.document}#added-${selected.span[0]}-${selected.span[1]}`], value, evidence: [selected] });
  };
  return (
    <form className="edit" onSubmit={submit}>
      <h3>An event that the coder missed</h3>
      <p dir="auto">
        {selected ? <q>{selected.text}</q> : <span className="quiet">Select the words that tell of it in the article.</span>}
      </p>
      <label>
        What{" "}
        <select value={type} onChange={(event) => setType(event.target.value)}>
          {PLOVER_TYPES.map((name) => (
            <option key={name} value={name}>
              {typeName(name)}
            </option>
          ))}
        </select>
      </label>
      {FIELDS.map(([field, title]) => (
        <label key={field}>
          {title}{" "}
          <input dir="auto" value={values[field] ?? ""} onChange={(event) => setValues({ ...values, [field]: event.target.value })} />
        </label>
      ))}
      {problem && (
        <p className="failed" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <button type="submit" className="main">
          Add the event
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}

import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { EventRecord, Json } from "../../src/merge/index.ts";
import { PLOVER_TYPES } from "../../src/what/layers.ts";
import { typeName } from "../app/words.ts";

const FIELDS = [
  ["type", "What"],
  ["actors", "Who"],
  ["recipients", "To whom"],
  ["instruments", "With"],
  ["place", "Where"],
  ["time", "When"],
  ["killed", "Killed"],
  ["injured", "Injured"],
  ["abducted", "Abducted"],
  ["detained", "Detained"],
  ["displaced", "Displaced"],
  ["reality", "How real"],
  ["polarity", "Affirmed or denied"],
  ["certainty", "Certainty"],
] as const;

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  reality: ["occurred", "ongoing", "planned", "threatened", "hypothetical", "demanded"],
  polarity: ["positive", "negative"],
  certainty: ["certain", "probable", "possible", "unknown"],
};

interface Props {
  readonly record: EventRecord;
  readonly field: string | undefined;
  readonly onField: (field: string | undefined) => void;
  readonly onSave: (field: string, value: Json, why: string) => void;
  /** Words selected in the text, offered as the value. */
  readonly offered?: string | undefined;
}

/** A form that sets one field, whatever field it is. */
export function EditField({ record, field, onField, onSave, offered }: Props) {
  const id = useId();
  const [text, setText] = useState(() => offered ?? (field === undefined ? "" : written(record, field)));
  const [why, setWhy] = useState("");
  const [problem, setProblem] = useState<string>();
  const input = useRef<HTMLInputElement & HTMLSelectElement>(null);
  useEffect(() => {
    if (field !== undefined) input.current?.focus();
  }, [field]);
  useEffect(() => {
    if (field !== undefined) setText(offered ?? written(record, field));
  }, [offered, field, record]);
  if (field === undefined)
    return (
      <p className="another">
        <label htmlFor={id}>Set another field </label>
        <select id={id} value="" onChange={(event) => onField(event.target.value)}>
          <option value="">choose…</option>
          {FIELDS.map(([name, title]) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </p>
    );
  const title = FIELDS.find(([name]) => name === field)?.[1] ?? field;
  const choices = field === "type" ? PLOVER_TYPES : CHOICES[field];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const value = read(field, text.trim());
    if (value === undefined) setProblem(help(field));
    else onSave(field, value, why.trim());
  };
  return (
    <form className="edit" onSubmit={submit}>
      <label htmlFor={id}>{title}</label>
      {choices ? (
        <select id={id} ref={input} value={text} onChange={(event) => setText(event.target.value)}>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {field === "type" ? typeName(choice) : choice}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          ref={input}
          value={text}
          dir="auto"
          onChange={(event) => setText(event.target.value)}
          aria-describedby={`${id}-help`}
          aria-invalid={problem !== undefined}
        />
      )}
      {!choices && (
        <span id={`${id}-help`} className={problem ? "failed" : "quiet"}>
          {help(field)}
        </span>
      )}
      <label htmlFor={`${id}-why`}>Why (may be empty)</label>
      <input id={`${id}-why`} value={why} dir="auto" onChange={(event) => setWhy(event.target.value)} />
      <div className="row">
        <button type="submit" className="main">
          Save
        </button>
        <button type="button" onClick={() => onField(undefined)}>
          Cancel
        </button>
      </div>
    </form>
  );
}

function help(field: string): string {
  if (field === "time") return "A day, 2024-01-28, or two with “to” between. Empty: not known.";
  if (field === "place") return "The name of the place. Empty: not known.";
  if (field === "actors" || field === "recipients" || field === "instruments") return "Names, with ; between them. Empty: none.";
  return "A number, or the least and the greatest: 3-5 (the least counts as the best figure). Empty: not known.";
}

/** A field as it is written in the form. */
function written(record: EventRecord, field: string): string {
  if (field === "type") return record.type;
  if (field === "actors" || field === "recipients" || field === "instruments") return record[field].map((p) => p.name).join("; ");
  if (field === "place") return record.place?.name ?? "";
  if (field === "time") {
    const { earliest = "", latest = "" } = record.time ?? {};
    return earliest === latest ? earliest : `${earliest} to ${latest}`;
  }
  if (field === "reality" || field === "polarity" || field === "certainty") return record.factuality[field];
  const count = record.casualties?.[field as "killed"];
  return !count ? "" : count.low === count.high ? String(count.best) : `${count.low}-${count.high}`;
}

/** What is written as a value; undefined when it cannot be one. */
export function read(field: string, text: string): Json | undefined {
  if (text === "") return null;
  if (field === "type" || field in CHOICES || field === "place") return text;
  if (field === "actors" || field === "recipients" || field === "instruments")
    return text
      .split(";")
      .map((name) => name.trim())
      .filter(Boolean);
  if (field === "time") {
    const found = /^(\d{4}-\d\d-\d\d)(?:\s*(?:to|–|\/)\s*(\d{4}-\d\d-\d\d))?$/.exec(text);
    if (!found || Number.isNaN(Date.parse(found[1]!)) || Number.isNaN(Date.parse(found[2] ?? found[1]!))) return undefined;
    return { earliest: found[1]!, latest: found[2] ?? found[1]! };
  }
  const found = /^(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?$/.exec(text);
  if (!found) return undefined;
  const [low, high] = [Number(found[1]), Number(found[2] ?? found[1])];
  return low <= high ? { low, best: low, high } : undefined;
}

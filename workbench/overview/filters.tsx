import { type FormEvent, useEffect, useId, useState, useSyncExternalStore } from "react";
import type { Facet, FacetCounts } from "../../src/archive/index.ts";
import { countryName } from "../app/country.ts";
import { changeSearch, useSearch } from "../app/location.ts";
import { number, typeName } from "../app/words.ts";

const FACETS: readonly {
  readonly facet: Facet;
  readonly param: string;
  readonly title: string;
  readonly show?: (value: string) => string;
  readonly free?: string;
}[] = [
  { facet: "type", param: "type", title: "What", show: typeName },
  { facet: "actor", param: "actor", title: "Who", free: "Part of an actor’s name" },
  { facet: "country", param: "country", title: "Country", show: countryName },
  { facet: "place", param: "place", title: "Place", free: "Part of a place’s name" },
  { facet: "source", param: "source", title: "On whose word", free: "Part of a source’s name" },
  { facet: "voice", param: "voice", title: "Claimed or reported", show: (value) => (value === "own" ? "the author’s own voice" : value) },
  { facet: "certainty", param: "certainty", title: "Certainty" },
  { facet: "reality", param: "reality", title: "How real" },
  { facet: "polarity", param: "polarity", title: "Said to have happened", show: (value) => (value === "negative" ? "denied" : "affirmed") },
];

/** Parameters that are not a filter. */
const OTHER = new Set(["sort", "ascending"]);

/** Narrower than this, filters stand above everything else, and are folded. */
const NARROW = "(max-width: 60rem)";

function whenWidthChanges(listener: () => void): () => void {
  const media = matchMedia(NARROW);
  media.addEventListener("change", listener);
  return () => media.removeEventListener("change", listener);
}

/** The filters beside the pictures; where there is no room for that, folded above them. */
export function Filters(props: { readonly counts: FacetCounts | undefined }) {
  const narrow = useSyncExternalStore(whenWidthChanges, () => matchMedia(NARROW).matches);
  const [search] = useSearch();
  if (!narrow) return <AllFilters {...props} />;
  const active = [...search].filter(([key]) => !OTHER.has(key)).length;
  return (
    <details className="folded">
      <summary>Filters{active > 0 && ` (${number(active)})`}</summary>
      <AllFilters {...props} />
    </details>
  );
}

/** What is shown: every filter stands in the address, so that it can be kept, sent and gone back from. */
function AllFilters({ counts }: { readonly counts: FacetCounts | undefined }) {
  const [search, change] = useSearch();
  const active = [...search].filter(([key]) => !OTHER.has(key));
  return (
    <aside className="filters" aria-label="Filters">
      <Words />
      {active.length > 0 && (
        <div className="chips">
          {active.map(([key, value]) => (
            <button key={`${key}=${value}`} type="button" className="chip" onClick={() => change((p) => p.delete(key, value))}>
              <span className="hidden">Take away the filter </span>
              {chipWords(key, value)} <span aria-hidden="true">×</span>
            </button>
          ))}
          <button type="button" className="plain" onClick={() => change((p) => active.forEach(([key]) => p.delete(key)))}>
            Clear all
          </button>
        </div>
      )}
      <Times />
      {FACETS.map((of) => (
        <FacetList key={of.facet} {...of} counts={counts?.[of.facet] ?? []} search={search} />
      ))}
      <Numbers />
      <Choice
        param="disputed"
        title="Toll"
        options={[
          ["true", "figures go apart"],
          ["false", "one figure"],
        ]}
      />
      <Choice
        param="located"
        title="On the map"
        options={[
          ["true", "with a place"],
          ["false", "without a place"],
        ]}
      />
      <Choice
        param="review"
        title="Reviewed"
        options={[
          ["open", "not yet"],
          ["accepted", "accepted"],
          ["rejected", "rejected"],
        ]}
      />
    </aside>
  );
}

function chipWords(key: string, value: string): string {
  if (key === "from") return `from ${value}`;
  if (key === "to") return `to ${value}`;
  if (key === "killed_min") return `at least ${value} killed`;
  if (key === "confidence_max") return `at most ${value} sure`;
  if (key === "box") return "in the shown area";
  if (key === "disputed") return value === "true" ? "tolls that go apart" : "one toll";
  if (key === "located") return value === "true" ? "with a place" : "without a place";
  const known = FACETS.find((facet) => facet.param === key);
  return known?.show ? known.show(value) : value;
}

function Words() {
  const [search, change] = useSearch();
  const given = search.get("words") ?? "";
  const [text, setText] = useState(given);
  useEffect(() => setText(given), [given]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change((p) => (text.trim() === "" ? p.delete("words") : p.set("words", text.trim())));
  };
  const id = useId();
  return (
    <search>
      <form onSubmit={submit} className="words">
        <label htmlFor={id}>Words</label>
        <div className="row">
          <input
            id={id}
            type="search"
            dir="auto"
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder="drone “air base” attack*"
          />
          <button type="submit">Find</button>
        </div>
      </form>
    </search>
  );
}

function Times() {
  const [search, change] = useSearch();
  const set = (key: string, value: string) => change((p) => (value === "" ? p.delete(key) : p.set(key, value)));
  return (
    <fieldset className="times">
      <legend>When</legend>
      <label>
        From <input type="date" value={search.get("from") ?? ""} onChange={(event) => set("from", event.target.value)} />
      </label>
      <label>
        To <input type="date" value={search.get("to") ?? ""} onChange={(event) => set("to", event.target.value)} />
      </label>
    </fieldset>
  );
}

function Numbers() {
  const [search, change] = useSearch();
  const set = (key: string, value: string) => change((p) => (value === "" ? p.delete(key) : p.set(key, value)));
  return (
    <fieldset className="times">
      <legend>How many</legend>
      <label>
        Killed, at least{" "}
        <input
          type="number"
          min="0"
          inputMode="numeric"
          value={search.get("killed_min") ?? ""}
          onChange={(event) => set("killed_min", event.target.value)}
        />
      </label>
      <label>
        Injured, at least{" "}
        <input
          type="number"
          min="0"
          inputMode="numeric"
          value={search.get("injured_min") ?? ""}
          onChange={(event) => set("injured_min", event.target.value)}
        />
      </label>
    </fieldset>
  );
}

interface ListProps {
  readonly param: string;
  readonly title: string;
  readonly show?: (value: string) => string;
  readonly free?: string;
  readonly counts: readonly { readonly value: string; readonly count: number }[];
  readonly search: URLSearchParams;
}

function FacetList({ param, title, show = (value) => value, free, counts, search }: ListProps) {
  const chosen = search.getAll(param);
  const [open, setOpen] = useState(param === "type" || param === "actor" || param === "country");
  const listed = [
    ...counts,
    ...chosen.filter((value) => !counts.some((count) => count.value === value)).map((value) => ({ value, count: 0 })),
  ];
  const toggle = (value: string, on: boolean) => changeSearch((p) => (on ? p.append(param, value) : p.delete(param, value)));
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title}
        {chosen.length > 0 && <span className="quiet"> ({chosen.length})</span>}
      </summary>
      {open && (
        <>
          {free && <Free label={free} onGiven={(value) => toggle(value, true)} />}
          <ul className="facet">
            {listed.map(({ value, count }) => (
              <li key={value}>
                <label>
                  <input type="checkbox" checked={chosen.includes(value)} onChange={(event) => toggle(value, event.target.checked)} />
                  <span className="facet-name" dir="auto" title={show(value)}>
                    {show(value)}
                  </span>
                  <span className="facet-count">{number(count)}</span>
                </label>
              </li>
            ))}
            {listed.length === 0 && <li className="quiet">none</li>}
          </ul>
        </>
      )}
    </details>
  );
}

function Free({ label, onGiven }: { readonly label: string; readonly onGiven: (value: string) => void }) {
  const [text, setText] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") onGiven(text.trim());
    setText("");
  };
  return (
    <form onSubmit={submit} className="row">
      <input aria-label={label} placeholder={label} dir="auto" value={text} onChange={(event) => setText(event.target.value)} />
      <button type="submit" className="small">
        Add
      </button>
    </form>
  );
}

function Choice({
  param,
  title,
  options,
}: {
  readonly param: string;
  readonly title: string;
  readonly options: readonly (readonly [string, string])[];
}) {
  const [search, change] = useSearch();
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id}>{title}</label>
      <select
        id={id}
        value={search.get(param) ?? ""}
        onChange={(event) => change((p) => (event.target.value === "" ? p.delete(param) : p.set(param, event.target.value)))}
      >
        <option value="">all</option>
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

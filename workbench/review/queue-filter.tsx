import { type FormEvent, memo } from "react";
import { useSearch } from "../app/location.ts";

const QUEUES = [
  ["sort=confidence&ascending=true&review=open", "Least sure first"],
  ["sort=killed&review=open", "Highest toll first"],
  ["disputed=true&sort=killed&review=open", "Tolls that go apart"],
  ["sort=reports&review=open", "Most reports first"],
  ["sort=published&review=open", "Latest first"],
  ["review=accepted&sort=time", "Accepted ones again"],
  ["review=rejected&sort=time", "Rejected ones again"],
] as const;

const OWN = ["sort", "ascending", "review", "disputed"];

/** What to review, and what first. The overview's filters hold here too. */
export const QueueFilter = memo(function QueueFilter() {
  const [search, change] = useSearch();
  const others = [...search].filter(([key]) => !OWN.includes(key));
  const now = new URLSearchParams([...search].filter(([key]) => OWN.includes(key)));
  now.sort();
  const chosen = QUEUES.find(([query]) => {
    const params = new URLSearchParams(query);
    params.sort();
    return params.toString() === now.toString();
  });
  return (
    <>
      <label>
        <span className="hidden">What first</span>
        <select
          value={chosen?.[0] ?? QUEUES[0][0]}
          onChange={(event) =>
            change((p) => {
              for (const key of OWN) p.delete(key);
              for (const [key, value] of new URLSearchParams(event.target.value)) p.set(key, value);
            })
          }
        >
          {QUEUES.map(([query, name]) => (
            <option key={query} value={query}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <form
        className="row"
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault();
          const name = String(new FormData(event.currentTarget).get("actor") ?? "").trim();
          if (name !== "") change((p) => p.append("actor", name));
          event.currentTarget.reset();
        }}
      >
        <input name="actor" aria-label="Only events with this actor" placeholder="Only with this actor" dir="auto" maxLength={300} />
      </form>
      {others.length > 0 && (
        <span className="chips">
          {others.map(([key, value]) => (
            <button key={`${key}=${value}`} type="button" className="chip" onClick={() => change((p) => p.delete(key, value))}>
              <span className="hidden">Take away the filter </span>
              {key} {value} <span aria-hidden="true">×</span>
            </button>
          ))}
        </span>
      )}
    </>
  );
});

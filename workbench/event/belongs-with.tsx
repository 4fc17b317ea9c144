import type { LinkedEvent } from "../../src/serve/index.ts";
import { Link } from "../app/link.tsx";
import { to } from "../app/location.ts";
import { dateRange } from "../app/words.ts";
import { harmWords, headline } from "../parts/event-words.tsx";
import { TypeTag } from "../parts/type-tag.tsx";

const KINDS: readonly { readonly kind: LinkedEvent["kind"]; readonly title: string; readonly why: string }[] = [
  { kind: "part of", title: "Part of a series", why: "A report sums up events over a longer time; this is one of those." },
  { kind: "has part", title: "Events of this series", why: "This sums events up over a longer time. They are counted by themselves." },
  { kind: "same episode", title: "In the same episode", why: "Told of together, near in time and place, but events of their own." },
];

/** The events that this one belongs with: linked, never merged. */
export function BelongsWith({ linked }: { readonly linked: readonly LinkedEvent[] }) {
  return KINDS.map(({ kind, title, why }) => {
    const events = linked.filter((one) => one.kind === kind);
    if (events.length === 0) return null;
    const id = `linked-${kind.replace(" ", "-")}`;
    return (
      <section key={kind} aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        <p className="quiet">{why}</p>
        <ul className="linked">
          {events.map(({ record }) => (
            <li key={record.id}>
              <TypeTag type={record.type} mode={record.mode} />{" "}
              <Link href={to.event(record.id)} dir="auto">
                {headline(record)}
              </Link>{" "}
              <span className="quiet">{[dateRange(record.time), record.place?.name, harmWords(record)].filter(Boolean).join(", ")}</span>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

import type { ReactNode } from "react";
import type { EventRecord, Evidence } from "../../src/merge/index.ts";
import { countryName } from "../app/country.ts";
import { Link } from "../app/link.tsx";
import { to } from "../app/location.ts";
import { dateRange, number, percent, plural } from "../app/words.ts";
import { countWords } from "../parts/event-words.tsx";
import { TypeTag } from "../parts/type-tag.tsx";

interface Field {
  readonly id: string;
  readonly name: string;
  readonly field: string;
  readonly value: ReactNode;
  readonly evidence: readonly Evidence[];
}

/** An event's fields in the order of a reporter's questions. What is not known is not listed. */
export function fieldsOf(record: EventRecord): Field[] {
  const participants = (list: EventRecord["actors"], field: string, name: string): Field[] =>
    list.map((p, i) => ({
      id: `${field} ${i}`,
      name,
      field,
      evidence: p.evidence,
      value: (
        <>
          <Link href={to.actor(p.name)} dir="auto">
            {p.name}
          </Link>
          <span className="quiet">
            {" "}
            {p.kind}
            {p.country && `, ${countryName(p.country)}`}
            {p.role && `, ${p.role}`}
          </span>
        </>
      ),
    }));
  const { place, time, casualties, factuality } = record;
  return [
    {
      id: "type",
      name: "What",
      field: "type",
      value: (
        <>
          <TypeTag type={record.type} mode={record.mode} />
          {record.acled && <span className="quiet"> ACLED: {record.acled.subEvent}</span>}
        </>
      ),
      evidence: record.reports.map(({ trigger }, report) => ({ report, ...trigger })),
    },
    ...participants(record.actors, "actors", "Who"),
    ...participants(record.recipients, "recipients", "To whom"),
    ...participants(record.instruments, "instruments", "With"),
    ...(place
      ? [
          {
            id: "place",
            name: "Where",
            field: "place",
            value: (
              <>
                <Link href={to.place(place.name)} dir="auto">
                  {place.name}
                </Link>
                <span className="quiet">
                  {place.admin1 && place.admin1 !== place.name && `, ${place.admin1}`}
                  {place.country && `, ${countryName(place.country)}`}
                  {place.latitude === undefined
                    ? ", not on the map"
                    : place.radiusKm !== undefined && `, to within ${number(Math.round(place.radiusKm))} km`}
                </span>
              </>
            ),
            evidence: place.evidence,
          },
        ]
      : []),
    ...(time ? [{ id: "time", name: "When", field: "time", value: dateRange(time), evidence: time.evidence }] : []),
    ...(["killed", "injured", "abducted", "detained", "displaced"] as const).flatMap((harm) => {
      const count = casualties?.[harm];
      if (!count) return [];
      const value = (
        <>
          {countWords(count)}
          {count.of && <span className="quiet"> {count.of}</span>}
        </>
      );
      return [{ id: harm, name: harm.charAt(0).toUpperCase() + harm.slice(1), field: harm, value, evidence: count.says }];
    }),
    {
      id: "word",
      name: "How it stands",
      field: "reality",
      value: `${factuality.polarity === "negative" ? "denied" : factuality.reality}, ${factuality.certainty}`,
      evidence: [],
    },
  ];
}

interface Props {
  readonly record: EventRecord;
  readonly corrected: Readonly<Record<string, number>>;
  readonly active: string | undefined;
  readonly onActive: (id: string | undefined) => void;
  /** Beside each field, when it can be changed. */
  readonly edit?: (field: string) => ReactNode;
}

/** Fields with the words that each rests on. Hovering or focusing one lights up its words in the reports. */
export function Fields({ record, corrected, active, onActive, edit }: Props) {
  return (
    <table className="fields">
      <caption className="hidden">Fields of the event, with the words that each rests on</caption>
      <tbody>
        {fieldsOf(record).map(({ id, name, field, value, evidence }) => (
          <tr key={id} data-lit={active === id || undefined} onMouseEnter={() => onActive(id)} onMouseLeave={() => onActive(undefined)}>
            <th scope="row">{name}</th>
            <td>
              {value}
              {corrected[field] !== undefined && <span className="note"> set by a person</span>}
              <ul className="evidence">
                {grouped(record, evidence).map(({ text, reports, at }) => (
                  <li key={text}>
                    <Link
                      href={to.article(record.reports[at.report]!.document, at.span)}
                      onFocus={() => onActive(id)}
                      onBlur={() => onActive(undefined)}
                      dir="auto"
                    >
                      “{text}”
                    </Link>{" "}
                    <span className="quiet">{reports.length === 1 ? reports[0] : plural(reports.length, "report")}</span>
                  </li>
                ))}
              </ul>
            </td>
            {edit && <td className="edit-cell">{edit(field)}</td>}
          </tr>
        ))}
        <tr>
          <th scope="row">Sure</th>
          <td>
            {percent(record.confidence)} <span className="quiet">of the events with this score are right</span>
          </td>
          {edit && <td />}
        </tr>
      </tbody>
    </table>
  );
}

function grouped(record: EventRecord, evidence: readonly Evidence[]) {
  const byText = new Map<string, { text: string; reports: string[]; at: Evidence }>();
  for (const item of evidence) {
    const report = record.reports[item.report];
    if (!report || item.text === "") continue;
    const name = report.publisher ?? report.document;
    const known = byText.get(item.text);
    if (known) known.reports.push(name);
    else byText.set(item.text, { text: item.text, reports: [name], at: item });
  }
  return [...byText.values()];
}

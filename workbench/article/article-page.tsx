import { useEffect, useMemo, useState } from "react";
import type { CodedDocument, EventMention } from "../../src/code/index.ts";
import type { Span } from "../../src/document/index.ts";
import type { DocumentDetail } from "../../src/serve/index.ts";
import { useAnswer } from "../app/api.ts";
import { Link } from "../app/link.tsx";
import { to } from "../app/location.ts";
import { date, dateRange, plural } from "../app/words.ts";
import { AnnotatedText, Legend, type Mark } from "../parts/annotated-text.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { TypeTag } from "../parts/type-tag.tsx";
import { articleMarks } from "./article-marks.ts";
import { Original } from "./original.tsx";

/** One article: its clean text with what was coded marked in it, and the events beside it. */
export function ArticlePage({ id }: { readonly id: string }) {
  const { data, error } = useAnswer<DocumentDetail>(`/api/documents/${encodeURIComponent(id)}`);
  const [active, setActive] = useState<string>();
  const marks = useMemo(() => (data?.coded ? articleMarks(data.coded) : []), [data]);
  const target = useMemo(() => targetOf(location.hash), []);
  useEffect(() => {
    if (data && target) document.querySelector(".aimed")?.scrollIntoView({ block: "center" });
  }, [data, target]);
  if (!data) return error ? <Failed error={error} /> : <Loading what="the article" />;
  const { source, version, warnings } = data.document;
  return (
    <article className="page">
      <header>
        <h1 dir="auto">{source.title ?? "Article without a title"}</h1>
        <p className="quiet">
          <bdi>{source.publisher ?? "unknown publisher"}</bdi>
          {source.authors && source.authors.length > 0 && <bdi>, {source.authors.join(", ")}</bdi>}
          {source.published && `, ${date(source.published)}`}
          {data.versions > 1 && `, version ${version} of ${data.versions}`}
          {source.url && (
            <>
              {" "}
              <code dir="ltr">{source.url}</code>
            </>
          )}
        </p>
        <Legend />
      </header>
      <div className="article-columns">
        <AnnotatedText text={source.text} marks={marks} active={active} onActive={setActive} language={source.language} target={target} />
        <aside aria-label="Events in this article">
          <h2>{plural(data.coded?.events.length ?? 0, "event")}</h2>
          {data.coded?.events.map((event) => (
            <EventCard
              key={event.id}
              event={event}
              coded={data.coded!}
              leadsTo={data.events[event.id]!}
              active={active}
              onActive={setActive}
              marks={marks}
            />
          ))}
          {warnings.length > 0 && (
            <>
              <h2>Notes of the reader</h2>
              <ul>
                {warnings.map((warning) => (
                  <li key={`${warning.code} ${warning.message}`} dir="auto">
                    {warning.message}
                  </li>
                ))}
              </ul>
            </>
          )}
          {data.hasOriginal ? (
            <Original id={id} />
          ) : (
            <p className="quiet">No original was kept: the article came as a record of a larger file.</p>
          )}
        </aside>
      </div>
    </article>
  );
}

function targetOf(hash: string): Span | undefined {
  const found = /^#(\d+)-(\d+)$/.exec(hash);
  return found ? [Number(found[1]), Number(found[2])] : undefined;
}

interface CardProps {
  readonly event: EventMention;
  readonly coded: CodedDocument;
  readonly leadsTo: string;
  readonly marks: readonly Mark[];
  readonly active: string | undefined;
  readonly onActive: (id: string | undefined) => void;
}

function EventCard({ event, coded, leadsTo, active, onActive, marks }: CardProps) {
  const place = coded.places.find((p) => p.id === event.place?.ref);
  const rows: readonly (readonly [string, string, string])[] = [
    ...event.actors.map((a) => ["Who", coded.actors.find((x) => x.id === a.actor)?.name ?? a.text, a.actor ?? ""] as const),
    ...event.recipients.map((a) => ["To whom", coded.actors.find((x) => x.id === a.actor)?.name ?? a.text, a.actor ?? ""] as const),
    ...event.instruments.map((a) => ["With", a.text, ""] as const),
    ...(place ? [["Where", place.name ?? place.text, place.id] as const] : []),
    ...(event.time ? [["When", dateRange(event.time), event.time.ref ?? ""] as const] : []),
    ...Object.entries(event.casualties ?? {}).map(
      ([harm, count]) => [harm, count.text || String(count.best), `${event.id} ${harm}`] as const,
    ),
    ...event.attribution.map((a) => [a.kind, a.source.text, a.source.actor ?? `${event.id} word`] as const),
  ];
  const known = new Set(marks.map((mark) => mark.id));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering lights up words; focus on the link and buttons inside does the same
    <section
      className="card"
      data-lit={active === event.id || undefined}
      onMouseEnter={() => onActive(event.id)}
      onMouseLeave={() => onActive(undefined)}
    >
      <h3>
        <Link href={to.event(leadsTo)} onFocus={() => onActive(event.id)} onBlur={() => onActive(undefined)}>
          <TypeTag type={event.type} mode={event.mode} />
        </Link>
      </h3>
      <dl>
        {rows.map(([name, value, of]) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: as above
          <div
            key={`${name} ${value} ${of}`}
            data-lit={(of !== "" && active === of) || undefined}
            onMouseEnter={(e) => {
              e.stopPropagation();
              if (known.has(of)) onActive(of);
            }}
            onMouseLeave={() => onActive(event.id)}
          >
            <dt>{name}</dt>
            <dd dir="auto">
              {known.has(of) ? (
                <button
                  type="button"
                  className="plain"
                  onFocus={() => onActive(of)}
                  onBlur={() => onActive(undefined)}
                  onClick={() => onActive(of)}
                >
                  {value}
                </button>
              ) : (
                value
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

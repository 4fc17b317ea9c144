import type { NameDetail } from "../../src/serve/index.ts";
import { useAnswer } from "../app/api.ts";
import { countryName } from "../app/country.ts";
import { Link } from "../app/link.tsx";
import { to } from "../app/location.ts";
import { number, plural } from "../app/words.ts";
import { usePictures } from "../overview/use-pictures.ts";
import { Views } from "../overview/views.tsx";
import { Failed, Loading } from "../parts/states.tsx";

/** An actor or a place: what it is, what else it is called, and its events over time and on the map. */
export function NamePage({ of, name }: { readonly of: "actor" | "place"; readonly name: string }) {
  const { data, error } = useAnswer<NameDetail>(`/api/${of}s/${encodeURIComponent(name)}`);
  const query = new URLSearchParams({ [of]: data?.known ?? name }).toString();
  const pictures = usePictures(query);
  return (
    <article className="page wide">
      <h1 dir="auto">{name}</h1>
      {!data ? error ? <Failed error={error} /> : <Loading what={`the ${of}`} /> : <Facts of={of} name={name} detail={data} />}
      <Views query={query} pictures={pictures} />
    </article>
  );
}

function Facts({ of, name, detail }: { readonly of: "actor" | "place"; readonly name: string; readonly detail: NameDetail }) {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["Kind", detail.kind],
    ["Country", detail.country && countryName(detail.country)],
    ["Division", detail.admin1],
    ["On the map", detail.latitude === undefined ? undefined : `${detail.latitude.toFixed(3)}, ${detail.longitude?.toFixed(3)}`],
    ["In the directory as", detail.known],
    ["Acts", of === "actor" ? plural(detail.acts, "time") : undefined],
    ["Is acted upon", of === "actor" ? plural(detail.receives, "time") : undefined],
  ];
  return (
    <>
      <dl className="facts">
        {facts.map(([title, value]) =>
          value === undefined ? null : (
            <div key={title}>
              <dt>{title}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
        )}
      </dl>
      {detail.names.length > 1 && (
        <section aria-labelledby="names">
          <h2 id="names">Names in this archive</h2>
          <ul className="inline">
            {detail.names.map(({ value, count }) => (
              <li key={value}>
                {value === name ? (
                  <strong dir="auto">{value}</strong>
                ) : (
                  <Link href={to[of](value)} dir="auto">
                    {value}
                  </Link>
                )}{" "}
                <span className="quiet">{number(count)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {detail.aliases.length > 0 && (
        <section aria-labelledby="aliases">
          <h2 id="aliases">Also called</h2>
          <p dir="auto">{detail.aliases.join(" · ")}</p>
        </section>
      )}
      {detail.affiliations.length > 0 && (
        <section aria-labelledby="affiliations">
          <h2 id="affiliations">Affiliations</h2>
          <ul>
            {detail.affiliations.map(({ kind, name: other }) => (
              <li key={`${kind} ${other}`}>
                {kind} <Link href={to.actor(other)}>{other}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

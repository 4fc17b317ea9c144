import type { EventPage, OfferedFormat } from "../../src/serve/index.ts";
import { useAnswer } from "../app/api.ts";
import { Link } from "../app/link.tsx";
import { useSearch } from "../app/location.ts";
import { plural } from "../app/words.ts";
import { Failed, Loading } from "../parts/states.tsx";

const CITED = new Set(["csv", "jsonl", "geojson"]);

/** The filtered set as a file, in each format that other tools read. */
export function Export() {
  const [search] = useSearch();
  search.delete("sort");
  search.delete("ascending");
  const query = search.toString();
  const page = useAnswer<EventPage>(`/api/events?${query}${query === "" ? "" : "&"}limit=1`);
  const formats = useAnswer<{ formats: readonly OfferedFormat[] }>("/api/formats");
  if (!formats.data || !page.data)
    return formats.error || page.error ? <Failed error={(formats.error ?? page.error)!} /> : <Loading what="the formats" />;
  return (
    <section className="page narrow">
      <h1>Export {plural(page.data.total, "event")}</h1>
      <p>
        {query === "" ? "Everything in this archive. " : "Those that the filter lets through: "}
        {[...search].map(([key, value]) => (
          <span key={`${key}=${value}`} className="badge">
            {key} {value}
          </span>
        ))}
        <Link href={`/${query === "" ? "" : `?${query}`}`}>Change the filter in the overview</Link>
      </p>
      <ul className="formats">
        {formats.data.formats.map(({ name, description, extension }) => (
          <li key={name}>
            <a className="button" href={`/api/export/${name}${query === "" ? "" : `?${query}`}`} download>
              {name} <span className="quiet">.{extension}</span>
            </a>
            <span>
              {description}
              {CITED.has(name) && <span className="quiet">; with a citation and the coder’s version in it</span>}
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet">
        Cells of CSV cannot start a formula when a spreadsheet opens them. What a format has no place for is left out of it.
      </p>
    </section>
  );
}

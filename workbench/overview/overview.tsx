import type { About } from "../../src/serve/index.ts";
import { AddArticles } from "../add/add.tsx";
import { go, useSearch } from "../app/location.ts";
import { Filters } from "./filters.tsx";
import { usePictures } from "./use-pictures.ts";
import { Views } from "./views.tsx";

/** Everything in the archive, or the filtered part of it: four views of one set. */
export function Overview({ about }: { readonly about: About | undefined }) {
  const [search] = useSearch();
  if (about && about.events === 0) return <Welcome documents={about.documents} />;
  return <Explore query={search.toString()} unit={about?.unit} />;
}

function Explore({ query, unit }: { readonly query: string; readonly unit: About["unit"] | undefined }) {
  const pictures = usePictures(query);
  return (
    <div className="overview">
      <Filters counts={pictures.data?.facets} />
      <div className="overview-main">
        <h1 className="hidden">Overview</h1>
        <Views query={query} pictures={pictures} unit={unit} brush />
      </div>
    </div>
  );
}

function Welcome({ documents }: { readonly documents: number }) {
  return (
    <section className="page narrow">
      <h1>{documents === 0 ? "This archive is empty" : "No events yet"}</h1>
      <p>
        {documents === 0
          ? "Add articles to begin: Dateline reads each of them and notes who did what to whom, where, when and on whose word, with the words that say so. Nothing leaves this computer."
          : "The articles in this archive tell of no event that Dateline could find. Add more, or open one under Articles and create an event by hand in Review."}
      </p>
      <AddArticles onAdd={() => go("/add")} />
    </section>
  );
}

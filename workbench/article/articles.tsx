import { type FormEvent, useState } from "react";
import type { DocumentSummary, Page } from "../../src/archive/index.ts";
import { useAnswer } from "../app/api.ts";
import { Link } from "../app/link.tsx";
import { to, useSearch } from "../app/location.ts";
import { date, instant, number, plural } from "../app/words.ts";
import { Scroller } from "../parts/scroller.tsx";
import { Failed, Loading } from "../parts/states.tsx";

/** All articles, the latest to arrive first. */
export function Articles() {
  const [search, change] = useSearch();
  const words = search.get("words") ?? "";
  const [text, setText] = useState(words);
  const query = new URLSearchParams({ limit: "100" });
  for (const key of ["words", "cursor"]) if (search.has(key)) query.set(key, search.get(key)!);
  const { data, error } = useAnswer<Page<DocumentSummary>>(`/api/documents?${query}`);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change((p) => {
      p.delete("cursor");
      if (text.trim() === "") p.delete("words");
      else p.set("words", text.trim());
    });
  };
  return (
    <section className="page">
      <h1>Articles</h1>
      <search>
        <form onSubmit={submit} className="row">
          <label>
            Words <input type="search" dir="auto" value={text} onChange={(event) => setText(event.target.value)} />
          </label>
          <button type="submit">Find</button>
        </form>
      </search>
      {!data ? (
        error ? (
          <Failed error={error} />
        ) : (
          <Loading what="the articles" />
        )
      ) : (
        <>
          <p role="status">{plural(data.total, "article")}</p>
          <Scroller label="Articles">
            <table>
              <thead>
                <tr>
                  <th scope="col">Title</th>
                  <th scope="col">Publisher</th>
                  <th scope="col">Published</th>
                  <th scope="col">Events</th>
                  <th scope="col">Added</th>
                </tr>
              </thead>
              <tbody>
                {data.items.map((item) => (
                  <tr key={item.id}>
                    <th scope="row">
                      <Link href={to.article(item.id)} dir="auto">
                        {item.title ?? item.id}
                      </Link>
                    </th>
                    <td dir="auto">{item.publisher ?? ""}</td>
                    <td>{item.published ? date(item.published) : ""}</td>
                    <td className="c-number">{number(item.mentions)}</td>
                    <td>{instant(item.addedAt)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroller>
          {data.next && (
            <button type="button" onClick={() => change((p) => p.set("cursor", data.next!))}>
              Older articles
            </button>
          )}
        </>
      )}
    </section>
  );
}

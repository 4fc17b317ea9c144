import { type DragEvent, type FormEvent, useEffect, useId, useRef, useState, useSyncExternalStore } from "react";
import type { Added, Watched } from "../../src/serve/index.ts";
import { forgetAnswers } from "../app/api.ts";
import { Link } from "../app/link.tsx";
import { to } from "../app/location.ts";
import { number, plural } from "../app/words.ts";
import { filesOf } from "./dropped.ts";
import { addAll, currentJobs, currentJoining, type Given, subscribe } from "./jobs.ts";

/** Adding articles. */
export function Add() {
  return (
    <section className="page narrow">
      <h1>Add articles</h1>
      <AddArticles />
    </section>
  );
}

/**
 * Drop, choose or paste; what became of each is listed. Articles are coded on this computer, one after the other, and go on being
 * so while another screen is looked at.
 */
export function AddArticles({ onAdd }: { readonly onAdd?: () => void }) {
  const jobs = useSyncExternalStore(subscribe, currentJobs);
  const joining = useSyncExternalStore(subscribe, currentJoining);
  const [over, setOver] = useState(false);
  const id = useId();

  const add = (articles: readonly Given[]) => {
    addAll(articles);
    if (articles.length > 0) onAdd?.();
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add((await filesOf(event.dataTransfer)).map((file) => ({ name: file.webkitRelativePath || file.name, body: file })));
  };
  const chosen = (input: HTMLInputElement) => {
    add([...(input.files ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, body: file })));
    input.value = "";
  };
  const done = jobs.filter((job) => job.state === "done");
  const results = done.flatMap((job) => job.results ?? []);
  const failures = results.filter((result) => !result.ok);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a further way; the buttons inside do the same */}
      <div
        className="drop"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>Drop files or a folder here: web pages, text, PDF, JSONL, feeds, web archives.</p>
        <div className="row centred">
          <label className="button">
            Choose files
            <input className="hidden" type="file" multiple onChange={(event) => chosen(event.currentTarget)} />
          </label>
          <label className="button">
            Choose a folder
            <input className="hidden" type="file" multiple onChange={(event) => chosen(event.currentTarget)} {...{ webkitdirectory: "" }} />
          </label>
        </div>
      </div>
      <Paste
        onGiven={(text, known) => add([{ name: known.title ?? "pasted text", body: new Blob([text], { type: "text/plain" }), known }])}
      />
      {jobs.length > 0 && (
        <section aria-labelledby={id}>
          <h2 id={id}>Added now</h2>
          <p role="status">
            {done.length} of {plural(jobs.length, "file")} read, {plural(results.filter((r) => r.ok).length, "article")} kept,{" "}
            {plural(failures.length, "failure")}.
          </p>
          <progress max={jobs.length} value={done.length} aria-label="Files read" />
          <ul className="jobs">
            {jobs.map((job, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: jobs are only ever added at the end
              <li key={i}>
                {job.state !== "done" ? (
                  <>
                    <bdi>{job.name}</bdi> <span className="quiet">{job.state}…</span>
                  </>
                ) : (
                  (job.results ?? []).map((result) => <Result key={result.ok ? result.document : result.message} result={result} />)
                )}
              </li>
            ))}
          </ul>
          {joining.failed && (
            <p className="failed" role="alert">
              The articles are kept, but their reports could not be joined into events: {joining.failed}
            </p>
          )}
          {joining.busy && <p role="status">Joining reports of the same event…</p>}
          {!joining.busy && done.length === jobs.length && results.length > failures.length && <Link href="/">See the events</Link>}
        </section>
      )}
      <WatchedFolder />
    </>
  );
}

/** The folder that the server watches, with what came of it. */
function WatchedFolder() {
  const [watched, setWatched] = useState<Watched | null>();
  useEffect(() => {
    let gone = false;
    let before: string | null | undefined;
    const look = () =>
      fetch("/api/watched")
        .then((response) => response.json())
        .then(
          ({ watched: found = null }: { readonly watched?: Watched | null }) => {
            if (gone) return;
            setWatched(found);
            const now = found && `${found.articles} ${found.joined}`;
            // What came in meanwhile is to be seen on every screen.
            if (before !== undefined && now !== before) forgetAnswers();
            before = now;
            if (found === null) clearInterval(timer);
          },
          () => {},
        );
    look();
    const timer = setInterval(look, 3000);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, []);
  if (watched === undefined) return null;
  if (watched === null)
    return (
      <section aria-labelledby="watched">
        <h2 id="watched">Or watch a folder</h2>
        <p>
          Start with <code>dateline serve --archive … --watch FOLDER</code>: what is put into the folder is then added as it comes.
        </p>
      </section>
    );
  return (
    <section aria-labelledby="watched">
      <h2 id="watched">Watched folder</h2>
      <p>
        <code dir="ltr">{watched.folder}</code>: {plural(watched.files, "file")} read, {plural(watched.articles, "article")} kept.
      </p>
      {watched.problem && <p className="failed">The folder cannot be read: {watched.problem}</p>}
      {watched.failures.length > 0 && (
        <ul className="jobs">
          {watched.failures.map((failure) => (
            <li key={failure} className="failed" dir="auto">
              {failure}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Result({ result }: { readonly result: Added }) {
  if (!result.ok)
    return (
      <p className="failed">
        <strong>Failed.</strong> <span dir="auto">{result.message}</span>
      </p>
    );
  return (
    <p>
      <Link href={to.article(result.document)} dir="auto">
        {result.title ?? result.name}
      </Link>{" "}
      <span className="quiet">
        {result.status}, {number(result.events)} {result.events === 1 ? "event" : "events"}
        {result.warnings.length > 0 && `; ${result.warnings.join("; ")}`}
      </span>
    </p>
  );
}

function Paste({ onGiven }: { readonly onGiven: (text: string, known: Readonly<Record<string, string>>) => void }) {
  const [text, setText] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fields = new FormData(form.current!);
    const known: Record<string, string> = {};
    for (const key of ["title", "publisher", "published", "url"]) {
      const value = String(fields.get(key) ?? "").trim();
      if (value !== "") known[key] = value;
    }
    onGiven(text, known);
    setText("");
    form.current?.reset();
  };
  return (
    <form ref={form} onSubmit={submit} className="paste">
      <h2>Or paste one</h2>
      <label>
        Text
        <textarea dir="auto" rows={8} value={text} onChange={(event) => setText(event.target.value)} required />
      </label>
      <div className="grid">
        <label>
          Title <input name="title" dir="auto" />
        </label>
        <label>
          Published <input name="published" type="date" />
        </label>
        <label>
          Publisher <input name="publisher" dir="auto" />
        </label>
        <label>
          Address <input name="url" type="url" />
        </label>
      </div>
      <button type="submit" className="main" disabled={text.trim() === ""}>
        Add this article
      </button>
    </form>
  );
}

import { useEffect, useState } from "react";
import type { Readiness } from "../../src/serve/index.ts";
import { number } from "../app/words.ts";
import { Loading } from "../parts/states.tsx";

const EVERY = 500;

/** While pictures are on their way: what is loading, or how far the server has come with a large archive that it reads first. */
export function BeingRead({ what }: { readonly what: string }) {
  const [progress, setProgress] = useState<Readiness["progress"]>();
  useEffect(() => {
    let gone = false;
    // Not through `ask`: this is no answer that the screen waits for.
    const look = () =>
      fetch("/api/readiness")
        .then((response) => response.json() as Promise<Readiness>)
        .then(
          (found) => !gone && setProgress(found.progress),
          () => {},
        );
    const timer = setInterval(look, EVERY);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, []);
  if (!progress) return <Loading what={what} />;
  return (
    <div className="state">
      <p role="status">
        Loading {what}: the archive is being read, {number(progress.done)} of {number(progress.total)}. The table below is there already.
      </p>
      <progress max={progress.total} value={progress.done} aria-label="Read for the pictures" />
    </div>
  );
}

import { useState } from "react";
import { useAnswer } from "../app/api.ts";
import { plural } from "../app/words.ts";

/** What was left out of the article's text, and the saved original: always as text, never as a page. */
export function Original({ id }: { readonly id: string }) {
  const path = `/api/documents/${encodeURIComponent(id)}`;
  const [open, setOpen] = useState(false);
  const residue = useAnswer<{ removed: readonly string[] }>(open ? `${path}/residue` : null);
  const [text, setText] = useState<string>();
  const load = async () => {
    const response = await fetch(`${path}/original`);
    setText(response.ok ? await response.text() : "The original could not be read.");
  };
  return (
    <>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>What was left out</summary>
        {residue.data?.removed.length === 0 && <p className="quiet">Nothing was left out that is not page furniture.</p>}
        {residue.data && residue.data.removed.length > 0 && (
          <>
            <p className="quiet">{plural(residue.data.removed.length, "piece")} that are no part of the report:</p>
            <ul>
              {residue.data.removed.map((piece, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be left out twice
                <li key={i} dir="auto">
                  {piece}
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
      <details onToggle={(event) => event.currentTarget.open && text === undefined && load()}>
        <summary>The original, as text</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
        <pre className="original" tabIndex={0} dir="auto">
          {text ?? "Loading…"}
        </pre>
      </details>
    </>
  );
}

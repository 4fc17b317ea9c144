import { type ReactNode, useState } from "react";
import { number } from "../app/words.ts";
import { Scroller } from "../parts/scroller.tsx";

interface Props {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

const FIRST = 200;

/** A table that stands for a picture: the first rows, and all of them when asked for. */
export function ShortTable({ caption, head, rows }: Props) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <Scroller className="scroller short" label={caption}>
      <table>
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, cells: [first, ...others] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {others.map((cell, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="state">Nothing to show.</p>}
      {shown.length < rows.length && (
        <button type="button" onClick={() => setAll(true)}>
          Show all {number(rows.length)}
        </button>
      )}
    </Scroller>
  );
}

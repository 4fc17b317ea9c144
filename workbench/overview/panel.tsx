import { type ReactNode, useId, useState } from "react";

interface Props {
  readonly title: string;
  readonly note?: string | undefined;
  readonly picture: ReactNode;
  /** The same in words and figures. */
  readonly table: ReactNode;
}

/** A picture of the set, and the table that says the same. */
export function Panel({ title, note, picture, table }: Props) {
  const [shown, setShown] = useState<"picture" | "table">("picture");
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {note && <span className="quiet">{note}</span>}
        <button
          type="button"
          className="small"
          aria-pressed={shown === "table"}
          onClick={() => setShown(shown === "table" ? "picture" : "table")}
        >
          As a table
        </button>
      </div>
      <div className="panel-body">{shown === "table" ? table : picture}</div>
    </section>
  );
}

import type { Network } from "../../src/serve/index.ts";
import { Link } from "../app/link.tsx";
import { to } from "../app/location.ts";
import { number } from "../app/words.ts";
import { ShortTable } from "./short-table.tsx";

/** The network in figures: who acts upon whom. */
export function PairTable({ network: { pairs } }: { readonly network: Network }) {
  const name = (actor: string) => (
    <Link href={to.actor(actor)} dir="auto">
      {actor}
    </Link>
  );
  return (
    <ShortTable
      caption="Who acts upon whom"
      head={["Who", "To whom", "Events"]}
      rows={pairs.map(({ actor, recipient, count }) => ({
        key: `${actor}\n${recipient}`,
        cells: [name(actor), name(recipient), number(count)],
      }))}
    />
  );
}

import { FACET_COLUMN } from "../facet-column.ts";
import type { Facet, FacetCounts } from "../query.ts";
import { type Columns, ROLE, type TextColumn } from "./columns.ts";
import { NONE } from "./dictionary.ts";
import type { Rows } from "./select.ts";

/** Counts per value of each facet, the most frequent first, equal counts by name. */
export function facetsOf(columns: Columns, rows: Rows, facets: readonly Facet[], top: number): FacetCounts {
  const counts: { -readonly [facet in Facet]?: FacetCounts[facet] } = {};
  for (const facet of facets) {
    if (facet === "actor" || facet === "source") {
      const counted = countNames(columns, rows, facet);
      counts[facet] = greatest(counted, top, columns.nameDictionary.values).map((id) => ({
        value: columns.nameShown[id]!,
        count: counted[id]!,
      }));
    } else {
      const { values } = columns.dictionaries[FACET_COLUMN[facet]];
      const counted = countTexts(columns, rows, FACET_COLUMN[facet]);
      counts[facet] = greatest(counted, top, values).map((id) => ({ value: values[id]!, count: counted[id]! }));
    }
  }
  return counts;
}

function countTexts(columns: Columns, rows: Rows, name: TextColumn): Int32Array {
  const column = columns.texts[name];
  const counts = new Int32Array(columns.dictionaries[name].values.length);
  for (const row of rows) {
    const id = column[row]!;
    if (id !== NONE) counts[id]!++;
  }
  return counts;
}

/** Events that name somebody in a role of the facet; an event counts once for a name, however often it has it. */
function countNames(columns: Columns, rows: Rows, facet: "actor" | "source"): Int32Array {
  const [one, other] = facet === "actor" ? [ROLE.actor, ROLE.recipient] : [ROLE.source, ROLE.publisher];
  const { nameStart, names, roles } = columns;
  const counts = new Int32Array(columns.nameShown.length);
  const last = new Int32Array(columns.nameShown.length).fill(NONE);
  for (const row of rows) {
    const end = nameStart[row + 1]!;
    for (let i = nameStart[row]!; i < end; i++) {
      const role = roles[i]!;
      const name = names[i]!;
      if ((role !== one && role !== other) || last[name] === row) continue;
      last[name] = row;
      counts[name]!++;
    }
  }
  return counts;
}

/** The indices of the greatest counts above zero, equal ones in the order of their values (of names: whatever their case). */
export function greatest(counts: Int32Array, top: number, values: readonly string[]): number[] {
  const ids: number[] = [];
  counts.forEach((count, id) => {
    if (count > 0) ids.push(id);
  });
  return ids.sort((a, b) => counts[b]! - counts[a]! || (values[a]! < values[b]! ? -1 : 1)).slice(0, top);
}

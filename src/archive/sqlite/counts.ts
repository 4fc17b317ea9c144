import type { PloverType } from "../../what/layers.ts";
import { FACET_COLUMN } from "../facet-column.ts";
import type { ActorCount, Bin, EventFilter, Facet, FacetCounts, Point, Unit } from "../query.ts";
import { conditions } from "./conditions.ts";
import type { Connection } from "./connection.ts";
import { ONE } from "./facts.ts";

const ROLES = { actor: "'actor', 'recipient'", source: "'source', 'publisher'" } as const;

/**
 * Finds what matches once and lets several counts go over it: a filter by names or words costs more than the counting. Nothing is
 * written when all match. `from` is a FROM clause in which the unit's table goes by `e`; `owners` narrows a table of names, `n`.
 */
export function overMatches<T>(connection: Connection, of: Unit, filter: EventFilter, count: (from: string, owners: string) => T): T {
  const { sql, parameters } = conditions(of, filter);
  if (sql === "1") return count(`${of} e`, "");
  connection.database.exec("CREATE TEMP TABLE IF NOT EXISTS matches (key INTEGER PRIMARY KEY); DELETE FROM matches;");
  connection.run(`INSERT INTO matches SELECT e.key FROM ${of} e WHERE ${sql}`, parameters);
  return count(`matches JOIN ${of} e USING (key)`, "AND n.owner IN matches");
}

/** Counts per value of each facet, the most frequent first, equal counts by name. */
export function facetCounts(connection: Connection, of: Unit, filter: EventFilter, facets: readonly Facet[], top: number): FacetCounts {
  return overMatches(connection, of, filter, (from, owners) => {
    const counts: { -readonly [facet in Facet]?: FacetCounts[facet] } = {};
    for (const facet of facets) {
      const sql =
        facet === "actor" || facet === "source"
          ? `SELECT n.name AS value, count(DISTINCT n.owner) AS count FROM ${ONE[of]}_names n WHERE n.role IN (${ROLES[facet]}) ${owners}
             GROUP BY n.name`
          : `SELECT e.${FACET_COLUMN[facet]} AS value, count(*) AS count FROM ${from} WHERE e.${FACET_COLUMN[facet]} IS NOT NULL GROUP BY 1`;
      const rows = connection.all(`${sql} ORDER BY count DESC, value LIMIT ?`, [top]);
      counts[facet] = rows.map((row) => ({ value: String(row.value), count: Number(row.count) }));
    }
    return counts;
  });
}

/** The first day of the stretch that a date lies in; weeks begin on Monday (ISO 8601). */
const START = {
  day: "substr(e.earliest, 1, 10)",
  week: "date(substr(e.earliest, 1, 10), 'weekday 0', '-6 days')",
  month: "substr(e.earliest, 1, 7) || '-01'",
  year: "substr(e.earliest, 1, 4) || '-01-01'",
} as const;

export function timelineOf(connection: Connection, of: Unit, filter: EventFilter, by: keyof typeof START): Bin[] {
  const { sql, parameters } = conditions(of, filter);
  const rows = connection.all(
    `SELECT ${START[by]} AS start, e.type, count(*) AS count, coalesce(sum(e.killed), 0) AS killed FROM ${of} e
     WHERE ${sql} AND e.earliest IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`,
    parameters,
  );
  return rows.map((row) => ({
    start: String(row.start),
    type: row.type as PloverType,
    count: Number(row.count),
    killed: Number(row.killed),
  }));
}

export function pointsOf(connection: Connection, of: Unit, filter: EventFilter): Point[] {
  const { sql, parameters } = conditions(of, filter);
  const rows = connection.all(
    `SELECT e.id, e.type, e.latitude, e.longitude, e.radius_km, e.killed, e.earliest FROM ${of} e
     WHERE ${sql} AND e.latitude IS NOT NULL ORDER BY e.key`,
    parameters,
  );
  return rows.map((row) => ({
    id: String(row.id),
    type: row.type as PloverType,
    latitude: Number(row.latitude),
    longitude: Number(row.longitude),
    ...(row.radius_km !== null && { radiusKm: Number(row.radius_km) }),
    ...(row.killed !== null && { killed: Number(row.killed) }),
    ...(row.earliest !== null && { earliest: String(row.earliest) }),
  }));
}

export function actorCounts(connection: Connection, of: Unit, filter: EventFilter, top: number): ActorCount[] {
  const rows = overMatches(connection, of, filter, (_, owners) =>
    connection.all(
      `SELECT n.name, max(n.known) AS known, max(n.kind) AS kind, max(n.country) AS country,
         sum(n.role = 'actor') AS acts, sum(n.role = 'recipient') AS receives, count(*) AS n
       FROM ${ONE[of]}_names n WHERE n.role IN ('actor', 'recipient') ${owners}
       GROUP BY n.name ORDER BY n DESC, n.name LIMIT ?`,
      [top],
    ),
  );
  return rows.map((row) => ({
    name: String(row.name),
    ...(row.known !== null && { known: String(row.known) }),
    kind: String(row.kind),
    ...(row.country !== null && { country: String(row.country) }),
    acts: Number(row.acts),
    receives: Number(row.receives),
  }));
}

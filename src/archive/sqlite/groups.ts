import type { EventFilter, Pair, PlaceCount, Unit } from "../query.ts";
import { conditions } from "./conditions.ts";
import type { Connection } from "./connection.ts";
import { overMatches } from "./counts.ts";
import { ONE } from "./facts.ts";

/** Events that share a point, counted: as many rows as places, however many events. Same name and point are one place. */
export function placeCounts(connection: Connection, of: Unit, filter: EventFilter): PlaceCount[] {
  const { sql, parameters } = conditions(of, filter);
  const rows = connection.all(
    `SELECT e.place, max(e.country) AS country, max(e.admin1) AS admin1, e.latitude, e.longitude, max(e.radius_km) AS radius, count(*) AS n,
       coalesce(sum(e.killed), 0) AS killed
     FROM ${of} e WHERE ${sql} AND e.latitude IS NOT NULL GROUP BY e.latitude, e.longitude, e.place ORDER BY n DESC, e.place`,
    parameters,
  );
  return rows.map((row) => ({
    name: String(row.place),
    ...(row.country !== null && { country: String(row.country) }),
    ...(row.admin1 !== null && { admin1: String(row.admin1) }),
    latitude: Number(row.latitude),
    longitude: Number(row.longitude),
    ...(row.radius !== null && { radiusKm: Number(row.radius) }),
    count: Number(row.n),
    killed: Number(row.killed),
  }));
}

/** Who acts upon whom, the most frequent pairs first. The index is named: SQLite's own choice walks all recipients for each actor. */
export function pairCounts(connection: Connection, of: Unit, filter: EventFilter, top: number): Pair[] {
  const names = `${ONE[of]}_names`;
  const rows = overMatches(connection, of, filter, (_, owners) =>
    connection.all(
      `SELECT n.name AS actor, r.name AS recipient, count(*) AS n FROM ${names} n JOIN ${names} r INDEXED BY ${names}_owner ON r.owner = n.owner AND r.role = 'recipient'
       WHERE n.role = 'actor' ${owners} GROUP BY n.name, r.name ORDER BY n DESC, n.name, r.name LIMIT ?`,
      [top],
    ),
  );
  return rows.map((row) => ({ actor: String(row.actor), recipient: String(row.recipient), count: Number(row.n) }));
}

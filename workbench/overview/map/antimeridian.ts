import type { MultiPolygon, Polygon, Position } from "geojson";

/**
 * Cuts areas at the antimeridian, so that a map on a plane draws them where they are. A ring's longitudes are first unrolled (no step of
 * more than half a turn); a ring that goes around a pole is closed along it; then every copy of the ring, a turn to either side, is
 * clipped to [-180, 180].
 */
export function cutAtAntimeridian(area: Polygon | MultiPolygon): MultiPolygon {
  const polygons = area.type === "Polygon" ? [area.coordinates] : area.coordinates;
  return {
    type: "MultiPolygon",
    coordinates: polygons.flatMap((rings) => {
      const unrolled = rings.map(unroll);
      return [-360, 0, 360].flatMap((shift) => {
        const clipped = unrolled.map((ring) => clip(ring.map(([lon, lat]) => [lon! + shift, lat!]))).filter((ring) => ring.length >= 4);
        const outer = unrolled[0] && clip(unrolled[0].map(([lon, lat]) => [lon! + shift, lat!]));
        return outer && outer.length >= 4 ? [clipped] : [];
      });
    }),
  };
}

function unroll(ring: Position[]): Position[] {
  const out: Position[] = [];
  let turn = 0;
  ring.forEach(([lon, lat], i) => {
    const before = ring[i - 1]?.[0];
    if (before !== undefined) {
      if (lon! - before > 180) turn -= 360;
      else if (lon! - before < -180) turn += 360;
    }
    out.push([lon! + turn, lat!]);
  });
  if (turn !== 0) {
    const pole = out.reduce((sum, [, lat]) => sum + lat!, 0) < 0 ? -90 : 90;
    out.push([out.at(-1)![0]!, pole], [out[0]![0]!, pole], out[0]!);
  }
  return out;
}

/** Sutherland and Hodgman's clipping against the two meridians. */
function clip(ring: Position[]): Position[] {
  return cut(cut(ring, -180, 1), 180, -1);
}

function cut(ring: Position[], meridian: number, side: 1 | -1): Position[] {
  const inside = ([lon]: Position) => (lon! - meridian) * side >= 0;
  const out: Position[] = [];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!];
    if (inside(a)) out.push(a);
    if (inside(a) !== inside(b)) {
      const t = (meridian - a[0]!) / (b[0]! - a[0]!);
      out.push([meridian, a[1]! + t * (b[1]! - a[1]!)]);
    }
  }
  if (out.length > 0) out.push(out[0]!);
  return out;
}

import { expect, test } from "vitest";
import { cutAtAntimeridian } from "./antimeridian.ts";

test("an area across the antimeridian becomes two, each on its side", () => {
  const { coordinates } = cutAtAntimeridian({
    type: "Polygon",
    coordinates: [
      [
        [170, 60],
        [-170, 60],
        [-170, 70],
        [170, 70],
        [170, 60],
      ],
    ],
  });
  const spans = coordinates
    .map(([ring]) => [Math.min(...ring!.map((p) => p[0]!)), Math.max(...ring!.map((p) => p[0]!))])
    .sort((a, b) => a[0]! - b[0]!);
  expect(spans).toEqual([
    [-180, -170],
    [170, 180],
  ]);
});

test("an area around a pole is closed along it", () => {
  const ring = [-180, -90, 0, 90, 180].map((lon) => [lon === 180 ? -180 : lon, -70]);
  const { coordinates } = cutAtAntimeridian({ type: "Polygon", coordinates: [ring] });
  const points = coordinates.flat(2);
  expect(Math.min(...points.map((p) => p[1]!))).toBe(-90);
  expect(points.every(([lon]) => lon! >= -180 && lon! <= 180)).toBe(true);
});

test("other areas stay as they are", () => {
  const ring = [
    [10, 10],
    [20, 10],
    [20, 20],
    [10, 10],
  ];
  expect(cutAtAntimeridian({ type: "Polygon", coordinates: [ring] }).coordinates).toEqual([[ring]]);
});

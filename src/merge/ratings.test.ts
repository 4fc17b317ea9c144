import { expect, test } from "vitest";
import { agreement } from "./agreement.ts";
import type { Decision, DecisionKind } from "./decision.ts";
import { ADJUDICATED, ratingsOf } from "./ratings.ts";

let next = 1;
function decision(by: string, kind: DecisionKind, subjects: readonly string[], more: Partial<Decision> = {}): Decision {
  return { id: next++, at: "2024-01-01T00:00:00Z", by, kind, subjects, ...more };
}

test("two people's decisions are compared question by question", () => {
  const {
    event,
    "same event": same,
    field,
  } = ratingsOf([
    decision("ana", "accept", ["a#e1"]),
    decision("ben", "reject", ["a#e1"]),
    decision("ana", "same", ["a#e1", "b#e1"]),
    decision("ben", "same", ["b#e1", "a#e1"]),
    decision("ana", "correct", ["a#e1"], { field: "killed", value: 4 }),
    decision("ben", "correct", ["a#e1"], { field: "killed", value: 5 }),
    decision("ben", "note", ["a#e1"], { why: "see page 2" }),
  ]);
  expect(agreement(event).disputed).toEqual([
    {
      item: "a#e1",
      said: [
        { by: "ana", value: "accept" },
        { by: "ben", value: "reject" },
      ],
    },
  ]);
  expect(agreement(same)).toEqual({ alpha: 1, items: 1, disputed: [] });
  expect(agreement(field).disputed.map(({ item }) => item)).toEqual(["a#e1 killed"]);
});

test("one event is one item, by whichever of its ids a person named it; who settles a difference is no third opinion", () => {
  const { event } = ratingsOf(
    [decision("ana", "accept", ["a#e1"]), decision("ben", "accept", ["b#e1"]), decision("eve", "reject", ["a#e1"], { why: ADJUDICATED })],
    () => "E1",
  );
  expect(agreement(event)).toMatchObject({ items: 1, disputed: [] });
});

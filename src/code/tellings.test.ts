import { expect, test } from "vitest";
import { read } from "../read/index.ts";
import { code, loadCoder } from "./coder.ts";

const coder = loadCoder();

/** The triggers of each ASSAULT that a text tells, one list an event. */
function attacks(text: string): string[][] {
  const [result] = read(text, { name: "article.txt", published: "2024-08-14" });
  if (!result?.ok) throw new Error("the text cannot be read");
  const coded = code(result.document, coder);
  return coded.events
    .filter(({ type }) => type === "ASSAULT")
    .map(({ mentions }) => mentions.map(([from, to]) => coded.text.slice(from, to)));
}

test("a sentence that opens with another time tells another event", () => {
  expect(attacks("Militants attacked a base in Kirkuk on Tuesday. In January a drone killed three soldiers.")).toHaveLength(2);
});

test("“a second vehicle” is the next bomb, and the dead and the hurt of one sentence are one toll", () => {
  const text =
    "A truck bomb exploded in Kabul on Monday, killing 20 people and wounding 30, police said. Two hours later a second vehicle exploded in the same district, killing two people.";
  expect(attacks(text)).toHaveLength(2);
});

test("what somebody is executed for is not the execution", () => {
  expect(attacks("Somalia executed a man on Sunday for the bombing that killed ten people in Mogadishu in 2017.").length).toBeGreaterThan(
    1,
  );
});

test("whoever denies an attack is not coded as having done it", () => {
  const [result] = read("Iran on Tuesday denied any part in the drone strike that killed three soldiers in Jordan.", {
    name: "article.txt",
    published: "2024-08-14",
  });
  if (!result?.ok) throw new Error("the text cannot be read");
  const strike = code(result.document, coder).events.find(({ type }) => type === "ASSAULT");
  expect(strike?.actors.map(({ text }) => text)).toEqual([]);
});

test("what the author tells in their own voice first needs nobody else's word later", () => {
  const text =
    "Rebels bombed a market in Homs on Monday.\n\nThe traders fled into the hills.\n\nThe market had been bombed by the rebels with mortars, killing nine people, officials said.";
  const [result] = read(text, { name: "article.txt", published: "2024-08-14" });
  if (!result?.ok) throw new Error("the text cannot be read");
  const bombing = code(result.document, coder).events.find(({ type, mentions }) => type === "ASSAULT" && mentions.length > 1);
  expect(bombing?.attribution).toEqual([]);
});

test("whoever demands something is its doer and no source for it", () => {
  const [result] = read("Iran must stop arming the rebels, Foreign Secretary Jane Hill said on Tuesday.", {
    name: "article.txt",
    published: "2024-08-14",
  });
  if (!result?.ok) throw new Error("the text cannot be read");
  const demand = code(result.document, coder).events.find(({ type }) => type === "REQUEST");
  expect(demand?.actors.map(({ text }) => text)).toEqual(["Foreign Secretary Jane Hill"]);
  expect(demand?.attribution).toEqual([]);
});

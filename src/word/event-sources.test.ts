import { expect, test } from "vitest";
import { readAloud } from "./read-aloud.ts";

test.each([
  ["The mayor said that rebels attacked the base.", "attacked", ["The mayor"]],
  ["Rebels attacked the base, the mayor said.", "attacked", ["the mayor"]],
  ["Rebels attacked the base, according to the mayor.", "attacked", ["the mayor"]],
  ["According to the mayor, rebels attacked the base.", "attacked", ["the mayor"]],
  ["“Rebels attacked the base,” said the mayor.", "attacked", ["the mayor"]],
  ["“It was dark,” the mayor said. “Rebels attacked the base.”", "attacked", ["the mayor"]],
  ["The mayor said that the attack took place at dawn.", "attack", ["The mayor"]],
  ["The news agency reported that the group claimed it had attacked the base.", "attacked", ["The news agency", "the group"]],
  ["A police officer told Reuters that rebels attacked the base.", "attacked", ["Reuters", "A police officer"]],
])("on whose word, outermost first: %s", (text, trigger, sources) => {
  expect(readAloud(text, trigger).sources).toEqual(sources);
});

test.each([
  ["Rebels attacked the base.", "attacked", "ASSAULT"],
  ["The minister condemned the attack on the base.", "attack", "ASSAULT"],
  ["The minister condemned the attack on the base.", "condemned", "ACCUSE"],
  ["Rebels were reported to have attacked the base.", "attacked", "ASSAULT"],
  ["The army responded to the attack on the base.", "attack", "ASSAULT"],
  ["The army continued to attack the base.", "attack", "ASSAULT"],
  ["“We condemn the raid,” the minister said.", "condemn", "ACCUSE"],
  ["The mayor said that the raid had nothing to do with the vote.", "raid", "ASSAULT"],
  ["The mayor said that no clue linked the men with the bombings.", "bombings", "ASSAULT"],
  ["The week saw an attack on the base.", "attack", "ASSAULT"],
] as const)("the author's own voice: %s", (text, trigger, type) => {
  expect(readAloud(text, trigger, type).sources).toEqual([]);
});

test("what a body says on its own page needs no source beside it", () => {
  const text = "The State Department said that rebels attacked the base.";
  expect(readAloud(text, "attacked", "ASSAULT", "US State Department").sources).toEqual([]);
  expect(readAloud(text, "attacked", "ASSAULT", "The Daily News").sources).toEqual(["The State Department"]);
});

test("an official body speaks on its own page through its offices, whatever they are called", () => {
  const text = "A Foreign Office spokesman said that rebels attacked the base.";
  expect(readAloud(text, "attacked", "ASSAULT", "UK Government").sources).toEqual([]);
  expect(readAloud(text, "attacked", "ASSAULT", "The Daily News").sources).toEqual(["A Foreign Office spokesman"]);
});

test("what a report details with “the” is its word", () => {
  expect(readAloud("The report details the destruction of the old town.", "destruction").sources).toEqual(["The report"]);
});

test("a denial is the denier's word", () => {
  const { source } = readAloud("The army denied that it had attacked the base.", "attacked");
  expect(source.kinds).toEqual(["denial"]);
  expect(source.standing).toEqual(["denier"]);
});

test("every link of a chain says why it is there", () => {
  expect(readAloud("The mayor said that rebels attacked the base.", "attacked").source.reasons?.[0]).toContain("The mayor");
});

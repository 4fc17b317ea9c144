import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "../parse/index.ts";
import { analyse } from "./analysis.ts";
import { type EventLexicon, loadEventLexicon } from "./lexicon.ts";

let lexicon: EventLexicon;
beforeAll(() => {
  lexicon = loadEventLexicon();
  parse("Read the model.");
}, 60_000);

/** "must respect:REQUEST": the words of every reading, in the order of the text, with its type. */
function readings(text: string): readonly string[] {
  const { words, sentences } = parse(text);
  return analyse(lexicon, words, sentences).places.flatMap((place) =>
    place.readings.map((r) => {
      const told = [...r.candidate.words].sort((a, b) => a - b).map((i) => words[i]!.text);
      return `${told.join(" ")}:${r.type}`;
    }),
  );
}

describe("a modal", () => {
  test("demands something of others", () => {
    expect(readings("All parties must respect the border.")).toContain("must respect:REQUEST");
    expect(readings("The inspectors must be allowed to finish.")).toContain("must allowed:REQUEST");
  });

  test.each(["We must go on.", "It must have been a fox.", "Should the mayor rest?", "The mayor could rest."])(
    "demands nothing in “%s”",
    (text) => expect(readings(text).filter((r) => r.endsWith(":REQUEST"))).toEqual([]),
  );
});

describe("a verb that names", () => {
  test("blames where it says what somebody is", () => {
    expect(readings("The minister called the rebels criminals.")).toContain("called:ACCUSE");
    expect(readings("The minister called the president on Monday.")).toContain("called:CONSULT");
  });
});

test("a hostile deed announced on a condition is a threat", () => {
  expect(readings("The general said he would bomb the dam unless the council gave in.")).toContain("bomb:THREATEN");
  expect(readings("The general said he would bomb the dam at dawn.")).toContain("bomb:ASSAULT");
});

test("a phrase takes in no word that only goes along with its verb", () => {
  expect(readings("They tried to stage a coup during opposition protests.")).toContain("protests:PROTEST");
  expect(readings("Dozens of police were brought in for the feast.")).toContain("police brought in:MOBILIZE");
});

test("an adjective that is only told in passing blames nobody", () => {
  expect(readings("The barbaric siege has ended.").filter((r) => r.endsWith(":ACCUSE"))).toEqual([]);
});

import { expect, test } from "vitest";
import { Document } from "../../document/index.ts";
import { loadParser, wordsStage } from "../../parse/index.ts";
import { WORDS } from "../../parse/layers.ts";
import { type PloverType, TRIGGERS, type Trigger } from "../../what/layers.ts";
import { EVENT_TIMES } from "../layers.ts";
import { timesStage } from "../times-stage.ts";
import { eventTimeStage } from "./event-time-stage.ts";

const words = wordsStage(loadParser());

/** When the events of a text happened, each given by its word and its type: "earliest latest", or nothing. */
function when(text: string, published: string | undefined, ...events: readonly (readonly [word: string, type: PloverType])[]): string[] {
  const parsed = words.run(Document.from({ id: "t", text, language: "en", ...(published === undefined ? {} : { published }) }));
  const triggers = events.map(([form, type], index): Trigger => {
    const word = parsed.get(WORDS).find((w) => w.text === form)!;
    return { index, span: word.span, words: [word.index], type, contexts: [], sense: "test", confidence: 1, reasons: [] };
  });
  const document = eventTimeStage().run(timesStage().run(parsed.with(TRIGGERS, triggers)));
  return triggers.map(({ index }) => {
    const time = document.get(EVENT_TIMES).find(({ trigger }) => trigger === index);
    return time ? `${time.earliest} ${time.latest}` : "";
  });
}

test("“since the January bombing”: the bombing was in January, and so was what a clause tells of it", () => {
  const text = "Smith has been on the run since the January 1998 bombing of a clinic that killed a guard.";
  expect(when(text, "1999-05-06", ["bombing", "ASSAULT"], ["killed", "ASSAULT"])).toEqual([
    "1998-01-01 1998-01-31",
    "1998-01-01 1998-01-31",
  ]);
});

test("what “since” opens on happened then", () => {
  const text = "They have struck convoys several times since the civil war began in 2011.";
  expect(when(text, "2017-01-13", ["struck", "ASSAULT"], ["war", "ASSAULT"])).toEqual(["2011-01-01 2017-01-13", "2011-01-01 2011-12-31"]);
});

test("two years with a dash are a stretch", () => {
  expect(when("He fought in the war over Kuwait of 1990-91.", undefined, ["war", "ASSAULT"])).toEqual(["1990-01-01 1991-12-31"]);
});

test("a stretch of time behind many happenings is theirs", () => {
  const text = "Officers began delving Thursday into the killings of 14 women over the last five years in the city.";
  expect(when(text, "1998-04-02", ["killings", "ASSAULT"])).toEqual(["1993-04-02 1998-04-02"]);
});

test("a clause hung on the day tells of what happened that day", () => {
  const text = "Watchers have called for an inquiry into an attack on a mosque in northern Iraq on Friday that killed 13 women.";
  expect(when(text, "2016-10-24", ["attack", "ASSAULT"], ["killed", "ASSAULT"])).toEqual([
    "2016-10-21 2016-10-21",
    "2016-10-21 2016-10-21",
  ]);
});

test("a campaign is not the day's news", () => {
  const text = "The envoys discussed the campaign to free the town.";
  expect(when(text, "2016-12-11", ["campaign", "ASSAULT"], ["discussed", "CONSULT"])).toEqual(["", "2016-12-11 2016-12-11"]);
});

test("a promise is made when it is published, whenever it will be kept", () => {
  expect(when("The agency will provide tents.", "2015-10-31", ["provide", "AGREE"], ["tents", "AID"])).toEqual([
    "2015-10-31 2015-10-31",
    "",
  ]);
});

test("a text without a date of publication that calls its last date by its weekday was written about then", () => {
  const text = "Police probed the blast of Sunday on Monday. A church was bombed on December 11, 2016, in the old town.";
  expect(when(text, undefined, ["probed", "ACCUSE"], ["blast", "ASSAULT"])).toEqual(["2016-12-12 2016-12-12", "2016-12-11 2016-12-11"]);
  const apart = "Police probed the blast on Monday. A church was bombed on December 11, 2016, in the old town.";
  expect(when(apart, undefined, ["probed", "ACCUSE"])).toEqual(["2016-12-05 undefined"]);
});

test("a day without a year shortly before one that bears it is of that year", () => {
  const text = "The envoy visited Oslo on 4 April. She went home on 6 April 2016.";
  expect(when(text, undefined, ["visited", "CONSULT"])).toEqual(["2016-04-04 2016-04-04"]);
});

/** When: time expressions with TIMEX3 values and calendar intervals, and which of them tells when an event happened. */

export { eventTimeStage } from "./event-times/event-time-stage.ts";
export { type EventTimeInput, timeEvents } from "./event-times/time-events.ts";
export { EVENT_TIMES, type EventTime, TIMES, type TimeExpression } from "./layers.ts";
export { type ReadTimesOptions, readTimes } from "./read-times.ts";
export { timesStage } from "./times-stage.ts";
export { readTimeLexicon, type TimeLexicon, timeLexicon } from "./vocabulary.ts";

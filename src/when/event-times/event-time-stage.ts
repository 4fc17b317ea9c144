import type { Stage } from "../../document/index.ts";
import { SENTENCES, WORDS } from "../../parse/layers.ts";
import { TRIGGERS } from "../../what/layers.ts";
import { EVENT_TIMES, TIMES, WRITTEN } from "../layers.ts";
import { type TimeLexicon, timeLexicon } from "../vocabulary.ts";
import { timeEvents } from "./time-events.ts";

/** The stage that gives EVENT_TIMES: when each event happened, by syntax first, then by the narrative; none rather than a far one. */
export function eventTimeStage(lexicon: TimeLexicon = timeLexicon()): Stage {
  return {
    name: "event times",
    needs: [WORDS, SENTENCES, TRIGGERS, TIMES, WRITTEN],
    gives: [EVENT_TIMES],
    run(document) {
      const { window } = document.get(WRITTEN);
      return document.with(
        EVENT_TIMES,
        timeEvents({
          text: document.text,
          words: document.get(WORDS),
          sentences: document.get(SENTENCES),
          triggers: document.get(TRIGGERS),
          times: document.get(TIMES),
          lexicon,
          ...(window === undefined ? {} : { window }),
        }),
      );
    },
  };
}

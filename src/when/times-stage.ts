import type { Stage } from "../document/index.ts";
import { SENTENCES, WORDS } from "../parse/layers.ts";
import { TIMES, WRITTEN } from "./layers.ts";
import { readTimesAndWriting } from "./read-times.ts";
import { type TimeLexicon, timeLexicon } from "./vocabulary.ts";

/** The stage that gives TIMES: every time expression of the text, resolved against its date of publication or the window its words allow. */
export function timesStage(lexicon: TimeLexicon = timeLexicon()): Stage {
  return {
    name: "times",
    needs: [WORDS, SENTENCES],
    gives: [TIMES, WRITTEN],
    run(document) {
      const { published } = document.source;
      const syntax = { words: document.get(WORDS), sentences: document.get(SENTENCES) };
      const { times, written } = readTimesAndWriting(document.text, { lexicon, syntax, ...(published === undefined ? {} : { published }) });
      return document.with(TIMES, times).with(WRITTEN, written === undefined ? {} : { window: written });
    },
  };
}

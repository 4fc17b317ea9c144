import type { Stage } from "../document/index.ts";
import { SENTENCES, WORDS } from "../parse/layers.ts";
import { TRIGGERS } from "../what/layers.ts";
import { assessEvent } from "./assess-event.ts";
import type { CueLexicon } from "./cue-lexicon.ts";
import type { FactualityLexicon } from "./factuality-lexicon.ts";
import { ATTRIBUTIONS, EVENT_SOURCES, type EventFactuality, FACTUALITY } from "./layers.ts";
import { reading } from "./reading.ts";

/** The stage that gives FACTUALITY: for each trigger, how sure its innermost source is, whether it is said to be so, and how real it is. */
export function factualityStage(cues: CueLexicon, lexicon: FactualityLexicon): Stage {
  return {
    name: "factuality",
    needs: [WORDS, SENTENCES, TRIGGERS, ATTRIBUTIONS, EVENT_SOURCES],
    gives: [FACTUALITY],
    run: (document) => {
      const triggers = document.get(TRIGGERS);
      if (triggers.length === 0) return document.with(FACTUALITY, []);
      const text = reading(document, cues);
      const attributions = document.get(ATTRIBUTIONS);
      const chains = new Map(document.get(EVENT_SOURCES).map((s) => [s.trigger, s.chain]));
      const list = triggers.map((trigger): EventFactuality => {
        const stop = attributions[chains.get(trigger.index)?.at(-1) ?? -1]?.cueHead;
        const own = assessEvent(text, lexicon, trigger.words[0], trigger.type, stop);
        return { trigger: trigger.index, ...own };
      });
      return document.with(FACTUALITY, list);
    },
  };
}

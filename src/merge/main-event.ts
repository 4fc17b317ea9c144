import type { CodedDocument, EventMention } from "../code/coded-document.ts";
import { withTellings } from "./article-toll.ts";
import type { EventRecord } from "./event-record.ts";
import { recordOf } from "./one-report.ts";

/** Sentences that a news story opens with; its event is told there. */
const LEAD = 4;

/**
 * The violent event that an article is about: the one its title and first sentences tell, told most often, of which it says most.
 * Undefined where the article tells of no violence that happened.
 */
export function mainEvent(document: CodedDocument): EventRecord | undefined {
  const main = mainMention(document);
  return main && recordOf(document, withTellings(document, main));
}

/** The mention behind `mainEvent`. */
export function mainMention(document: CodedDocument): EventMention | undefined {
  let best: EventMention | undefined;
  let most = 0;
  for (const event of document.events) {
    const weight = weightOf(document, event);
    if (weight > most) {
      most = weight;
      best = event;
    }
  }
  return best;
}

function weightOf(document: CodedDocument, event: EventMention): number {
  if (event.type !== "ASSAULT") return 0;
  const { reality, polarity } = event.factuality;
  const happened = polarity === "positive" && (reality === "occurred" || reality === "ongoing");
  const titleEnd = document.title !== undefined && document.text.startsWith(document.title) ? document.title.length : 0;
  const leadEnd = document.sentences[LEAD - 1]?.[1] ?? document.text.length;
  const inTitle = event.mentions.some(([start]) => start < titleEnd);
  const inLead = event.mentions.some(([start]) => start < leadEnd);
  const says = Number(event.casualties !== undefined) + Number(event.time?.earliest !== undefined) + Number(event.place !== undefined);
  return (
    ((inTitle ? 2 : 0) + (inLead ? 2 : 0) + Math.log2(1 + event.mentions.length) * 1.5 + says) * (happened ? 1 : 0.2) * event.confidence
  );
}

import { bySpan, contains, type Stage } from "../document/index.ts";
import { SENTENCES, type Sentence, WORDS } from "../parse/layers.ts";
import { TRIGGERS } from "../what/layers.ts";
import type { CueLexicon } from "./cue-lexicon.ts";
import { extendQuotations } from "./extend-quotations.ts";
import { type AttributionModel, type FoundAttribution, findAttributions } from "./find-attributions.ts";
import { ATTRIBUTIONS, type Attribution } from "./layers.ts";
import { sentencesNearEvents } from "./near-events.ts";
import { type Reading, reading } from "./reading.ts";
import { relayedBy } from "./relays.ts";

/**
 * The stage that gives ATTRIBUTIONS: who says or thinks what, by which word, as PolNeAR draws source, cue and content; in the order of
 * their cues. Needs trees only; the same resources give the same attributions.
 */
export function attributionStage(lexicon: CueLexicon, model: AttributionModel): Stage {
  return {
    name: "attributions",
    needs: [WORDS, SENTENCES],
    gives: [ATTRIBUTIONS],
    run: (document) => {
      const text = reading(document, lexicon);
      return document.with(ATTRIBUTIONS, attributionsIn(text, model, text.sentences));
    },
  };
}

/**
 * The same stage for those who ask about events: reads only the paragraphs whose attributions can bear on one, and finds there what
 * `attributionStage` finds. Most of an article tells of no event.
 */
export function eventAttributionStage(lexicon: CueLexicon, model: AttributionModel): Stage {
  return {
    name: "attributions",
    needs: [WORDS, SENTENCES, TRIGGERS],
    gives: [ATTRIBUTIONS],
    run: (document) => {
      const triggers = document.get(TRIGGERS);
      if (triggers.length === 0) return document.with(ATTRIBUTIONS, []);
      const text = reading(document, lexicon);
      return document.with(ATTRIBUTIONS, attributionsIn(text, model, sentencesNearEvents(text, triggers)));
    },
  };
}

function attributionsIn(text: Reading, model: AttributionModel, sentences: readonly Sentence[]): readonly Attribution[] {
  const own = nest(text, extendQuotations(text, findAttributions(text, model, sentences)));
  return [...own, ...relays(text, own)];
}

/** Who was told and passed it on, each as a report around the speaker's attribution; they follow all others, so that indices stay. */
function relays(text: Reading, own: readonly Attribution[]): Attribution[] {
  const list: Attribution[] = [];
  for (const attribution of own) {
    const relay = relayedBy(text, attribution);
    if (relay === undefined) continue;
    const { within, cueHead } = attribution;
    const around = attribution.source === undefined ? attribution.content : [attribution.source, ...attribution.content];
    list.push({
      index: own.length + list.length,
      source: relay.span,
      sourceHead: relay.head.index,
      content: [...around].sort(bySpan),
      kind: "report",
      act: "assert",
      relay: true,
      ...(within !== undefined && { within }),
      ...(cueHead !== undefined && { cueHead }),
      confidence: attribution.confidence,
    });
  }
  return list;
}

/** Numbers attributions and says which stands in whose content: the narrowest content around the cue. */
function nest(text: Reading, found: readonly FoundAttribution[]): Attribution[] {
  const sorted = [...found].sort((a, b) => a.cue[0] - b.cue[0] || a.cue[1] - b.cue[1]);
  return sorted.map((attribution, index) => {
    let within = -1;
    let width = Number.POSITIVE_INFINITY;
    for (let other = 0; other < sorted.length; other++) {
      if (other === index || !holds(sorted[other]!, attribution)) continue;
      if (holds(attribution, sorted[other]!) && !outranks(sorted[other]!, attribution)) continue;
      const size = sorted[other]!.content.reduce((sum, span) => sum + span[1] - span[0], 0);
      if (size < width) {
        width = size;
        within = other;
      }
    }
    const { cueHead, sourceHead, source, cue, content, confidence } = attribution;
    const entry = text.entries[cueHead.index];
    return {
      index,
      ...(source !== undefined && { source }),
      ...(sourceHead !== undefined && { sourceHead: sourceHead.index }),
      cue,
      content,
      cueHead: cueHead.index,
      kind: entry?.kind ?? "statement",
      ...(entry !== undefined && { act: entry.act }),
      ...(within >= 0 && { within }),
      confidence,
    };
  });
}

function holds(outer: FoundAttribution, inner: FoundAttribution): boolean {
  return outer.content.some((span) => contains(span, inner.cueHead.span));
}

/** Two attributions that claim each other: the surer cue is the outer one. */
function outranks(a: FoundAttribution, b: FoundAttribution): boolean {
  return a.confidence !== b.confidence ? a.confidence > b.confidence : a.cue[0] < b.cue[0];
}

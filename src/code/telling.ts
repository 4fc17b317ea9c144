import type { Document, Span } from "../document/index.ts";
import { SENTENCES, type Sentence, WORDS, type Word } from "../parse/layers.ts";
import type { EventLexicon } from "../what/index.ts";
import { CASUALTIES, type Casualty, TRIGGERS, type Trigger } from "../what/layers.ts";
import { EVENT_TIMES, type EventTime } from "../when/layers.ts";
import { EVENT_PLACES, type EventPlace, JOINED_PLACES, PLACES, type PlaceMention } from "../where/layers.ts";
import { ARGUMENTS, type EventArgument } from "../who/layers.ts";
import { ATTRIBUTIONS, type Attribution, EVENT_SOURCES, type EventFactuality, type EventSource, FACTUALITY } from "../word/layers.ts";

/** One place in the text that tells of an event, with everything that the stages found out about it there. */
export interface Telling {
  readonly trigger: Trigger;
  readonly head: Word;
  readonly sentence: Sentence;
  /** Index of the sentence among SENTENCES. */
  readonly at: number;
  readonly actors: readonly EventArgument[];
  readonly recipients: readonly EventArgument[];
  readonly instruments: readonly EventArgument[];
  readonly place?: { readonly link: EventPlace; readonly mention: PlaceMention };
  readonly time?: EventTime;
  /** The lexicon group of the trigger's sense: "assault/retake". */
  readonly group: string;
  readonly casualties: readonly Casualty[];
  /** Outermost first, each with the kind that it has for this event. */
  readonly chain: readonly Attribution[];
  readonly factuality: EventFactuality;
  /** Whether it stands in the document's title. */
  readonly inTitle: boolean;
}

/** Joins the layers of a document by trigger, in the order of the text. */
export function gatherTellings(document: Document, lexicon: EventLexicon): readonly Telling[] {
  const words = document.get(WORDS);
  const sentences = document.get(SENTENCES);
  const places = new Map([...document.get(PLACES), ...document.get(JOINED_PLACES)].map((p) => [p.id, p]));
  const attributions = document.get(ATTRIBUTIONS);
  const placeOf = firstByTrigger(document.get(EVENT_PLACES));
  const timeOf = firstByTrigger(document.get(EVENT_TIMES));
  const sourceOf = firstByTrigger(document.get(EVENT_SOURCES));
  const factualityOf = firstByTrigger(document.get(FACTUALITY));
  const argumentsOf = Map.groupBy(document.get(ARGUMENTS), (a) => a.trigger);
  const casualtiesOf = Map.groupBy(document.get(CASUALTIES), (c) => c.trigger);
  const titleEnd = titleSpan(document)[1];

  return document
    .get(TRIGGERS)
    .map((trigger): Telling => {
      const head = words[trigger.words[0]]!;
      const sentence = sentences[head.sentence]!;
      const roles = argumentsOf.get(trigger.index) ?? [];
      const link = placeOf.get(trigger.index);
      const mention = link && places.get(link.place);
      const time = timeOf.get(trigger.index);
      return {
        trigger,
        head,
        sentence,
        at: head.sentence,
        actors: roles.filter((a) => a.role === "actor"),
        recipients: roles.filter((a) => a.role === "recipient"),
        instruments: roles.filter((a) => a.role === "instrument"),
        ...(link && mention && { place: { link, mention } }),
        ...(time && { time }),
        casualties: casualtiesOf.get(trigger.index) ?? [],
        chain: chainOf(sourceOf.get(trigger.index), attributions),
        factuality: factualityOf.get(trigger.index) ?? {
          trigger: trigger.index,
          certainty: "certain",
          polarity: "positive",
          reality: "occurred",
          reasons: [],
        },
        group: lexicon.sense(trigger.sense)?.group ?? "",
        inTitle: head.span[0] < titleEnd,
      };
    })
    .sort((a, b) => a.trigger.span[0] - b.trigger.span[0] || a.trigger.index - b.trigger.index);
}

/** A perpetrator's "said" is a claim and a victim's an accusation: the kind that the event gives a link outranks the cue's. */
function chainOf(source: EventSource | undefined, attributions: readonly Attribution[]): readonly Attribution[] {
  return (source?.chain ?? []).map((index, k) => ({ ...attributions[index]!, ...(source!.kinds?.[k] && { kind: source!.kinds[k] }) }));
}

/** Where the title stands in the text; an empty span at 0 when the text does not begin with it. */
export function titleSpan(document: Document): Span {
  const { title, text } = document.source;
  return title && text.startsWith(title) ? [0, title.length] : [0, 0];
}

function firstByTrigger<T extends { readonly trigger: number }>(rows: readonly T[]): ReadonlyMap<number, T> {
  const map = new Map<number, T>();
  for (const row of rows) if (!map.has(row.trigger)) map.set(row.trigger, row);
  return map;
}

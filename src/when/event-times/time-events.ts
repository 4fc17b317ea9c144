import type { Sentence, Word } from "../../parse/layers.ts";
import type { Trigger } from "../../what/layers.ts";
import { dayFromIso, isoDate } from "../calendar.ts";
import type { EventTime, TimeExpression } from "../layers.ts";
import type { Window } from "../published.ts";
import { wordAt } from "../tense.ts";
import { type TimeLexicon, timeLexicon } from "../vocabulary.ts";
import { childrenOf } from "./clause.ts";
import { headOf, type Link, link } from "./link.ts";
import { byNarrative } from "./narrative.ts";
import type { Telling } from "./story.ts";
import { type Stretch, stretchOf } from "./stretch.ts";

export interface EventTimeInput {
  readonly text: string;
  readonly words: readonly Word[];
  readonly sentences: readonly Sentence[];
  readonly triggers: readonly Trigger[];
  readonly times: readonly TimeExpression[];
  /** The days on which the text may have been written. */
  readonly window?: Window;
  readonly lexicon?: TimeLexicon;
}

/** A time further than this from an event in the tree does not tell when it happened. */
const FAR = 5;

interface Placed {
  readonly head: number;
  readonly sentence: number;
  /** What it gives an event; undefined for lengths of time, "recently", "every Friday": they tell, but not when. */
  readonly stretch: Stretch | undefined;
  readonly vague: boolean;
}

/** When each event happened, in the order of the triggers; an event whose time the text does not tell has no entry. */
export function timeEvents(input: EventTimeInput): EventTime[] {
  const { text, words, sentences, triggers, times } = input;
  if (words.length === 0 || triggers.length === 0) return [];
  const { tellsOf, stamps } = input.lexicon ?? timeLexicon();
  const { window } = input;
  const placed = times.map((time, k): Placed => {
    const first = Math.min(wordAt(words, time.span[0]), words.length - 1);
    const end = Math.max(first + 1, Math.min(wordAt(words, time.span[1] - 1) + 1, words.length));
    const stretch = stretchOf(text, times, k, words, first, window, stamps);
    const vague = stretch === undefined && (time.type === "SET" || /REF$/.test(time.value) || /^PX/.test(time.value));
    return { head: headOf(words, first, end), sentence: words[first]!.sentence, stretch, vague };
  });
  const bySentence = Map.groupBy(
    placed.filter(({ stretch, vague }) => stretch || vague),
    ({ sentence }) => sentence,
  );
  const scene = { words, events: new Set(triggers.map(({ words: [head] }) => head)), tellsOf };
  const tellings = triggers.map((trigger): Telling => {
    const head = trigger.words[0];
    const sentence = words[head]!.sentence;
    let best: { link: Link; placed: Placed } | undefined;
    for (const candidate of bySentence.get(sentence) ?? []) {
      const tie = link(scene, head, candidate.head, sentences[sentence]!.words[0]);
      if (tie === undefined || tie.cost > FAR) continue;
      const nearer =
        best &&
        (tie.cost < best.link.cost || (tie.cost === best.link.cost && Math.abs(candidate.head - head) < Math.abs(best.placed.head - head)));
      if (!best || nearer) best = { link: tie, placed: candidate };
    }
    best ??= lastingBeside(bySentence.get(sentence) ?? [], times, words, head);
    const given =
      best?.placed.stretch && (ofItself(words, best.placed.head, head, times[best.placed.stretch.time]!) ?? best.placed.stretch);
    const own = best && given && asLinked({ ...given, time: best.placed.stretch!.time }, best.link, window);
    return {
      trigger,
      head,
      sentence,
      ...(best && own ? { own, cost: best.link.cost, said: best.link.said } : {}),
      vague: best?.placed.vague ?? false,
    };
  });
  const found = byNarrative(tellings, { words, sentences, children: childrenOf(words), window, tellsOf });
  return found.flatMap((stretch, k): EventTime[] => {
    if (!stretch || (stretch.earliest === undefined && stretch.latest === undefined)) return [];
    return [
      {
        trigger: triggers[k]!.index,
        ...(stretch.time === undefined ? {} : { time: times[stretch.time]!.id }),
        ...(stretch.earliest === undefined ? {} : { earliest: stretch.earliest }),
        ...(stretch.latest === undefined ? {} : { latest: stretch.latest }),
        confidence: stretch.confidence,
        reasons: [stretch.reason],
      },
    ];
  });
}

/** How many words a noun's phrase may have before the stretch of time that closes it. */
const PHRASE = 8;

/**
 * "Began delving into the killings of women over the last five years": many that are told of at once filled the length of time behind them,
 * whatever the parser hung it on.
 */
function lastingBeside(placed: readonly Placed[], times: readonly TimeExpression[], words: readonly Word[], head: number) {
  const noun = words[head]!;
  if (noun.upos !== "NOUN" || noun.morphology.Number !== "Plur") return undefined;
  const found = placed.find(({ head: time, stretch }) => {
    if (stretch === undefined || times[stretch.time]!.type !== "DURATION" || time <= head || time - head > PHRASE) return false;
    for (let i = head + 1; i < time; i++) if (/^(?:VERB|AUX|PUNCT|SCONJ|CCONJ)$/.test(words[i]!.upos)) return false;
    return true;
  });
  return found && { link: { cost: 3, said: false, since: false }, placed: found };
}

/** "Since the January 1998 bombing": the month is the bombing's own, and what lasts since then is something else. */
function ofItself(words: readonly Word[], time: number, event: number, { earliest, latest, text, type }: TimeExpression) {
  const part =
    /^(?:compound|nmod:poss|nmod:unmarked|amod|nummod)$/.test(words[time]!.relation) && words[time]!.head === event && time < event;
  if (!part || type === "SET" || type === "DURATION" || earliest === undefined || latest === undefined) return undefined;
  return { earliest, latest, reason: `“${text}”` };
}

/** What the link makes of a stretch: a "since" runs on to the day of writing; what is said on a day happened on it or the day before. */
function asLinked(stretch: Stretch, { said, since }: Link, window: Window | undefined): Stretch {
  if (since && stretch.earliest !== undefined && window?.latest !== undefined)
    return { ...stretch, latest: isoDate(Math.max(window.latest, dayFromIso(stretch.earliest))), reason: `since ${stretch.reason}` };
  if (said && stretch.earliest !== undefined && stretch.earliest === stretch.latest)
    return { ...stretch, earliest: isoDate(dayFromIso(stretch.earliest) - 1), reason: `it was said on ${stretch.reason}` };
  // A week or month told from a day of writing that is itself not known to the day is no wider than that.
  if (
    window?.earliest !== undefined &&
    window.latest !== undefined &&
    stretch.earliest !== undefined &&
    stretch.latest !== undefined &&
    window.latest > window.earliest
  ) {
    const earliest = isoDate(Math.max(window.earliest, dayFromIso(stretch.earliest)));
    const latest = isoDate(Math.min(window.latest, dayFromIso(stretch.latest)));
    const wider = stretch.earliest < isoDate(window.earliest) && stretch.latest > isoDate(window.latest);
    if (wider && earliest <= latest && dayFromIso(stretch.latest) - dayFromIso(stretch.earliest) < 62)
      return { ...stretch, earliest, latest };
  }
  return stretch;
}

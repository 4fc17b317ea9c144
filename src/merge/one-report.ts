import type { Argument, CodedDocument, EventMention } from "../code/coded-document.ts";
import type { Span } from "../document/index.ts";
import { contains } from "../document/index.ts";
import type { Harm } from "../what/layers.ts";
import { type ArticlePrint, printOf } from "./article-print.ts";
import type { EventRecord, Evidence, Participant, RecordCount, RecordPlace, RecordTime } from "./event-record.ts";

/** The mention's id outside its document: `document#event`. */
export function mentionId(document: string, event: string): string {
  return `${document}#${event}`;
}

/** Every event of a coded document as a record of its own, with this document as its one report. */
export function recordsOf(document: CodedDocument): EventRecord[] {
  if (document.events.length === 0) return [];
  const print = printOf(document);
  return document.events.map((event) => recordOf(document, event, print));
}

/** An event mention as an event with one report: references resolved, each value with the characters it rests on. */
export function recordOf(document: CodedDocument, event: EventMention, print: ArticlePrint = printOf(document)): EventRecord {
  const quote = sentenceOf(document, event.trigger.span);
  const id = mentionId(document.id, event.id);
  const participants = (list: readonly Argument[]) => list.map((argument) => participantOf(document, argument));
  return {
    id,
    type: event.type,
    ...(event.mode !== undefined && { mode: event.mode }),
    ...(event.contexts && event.contexts.length > 0 && { contexts: event.contexts }),
    ...(event.acled && { acled: event.acled }),
    ...(event.cameoRoot !== undefined && { cameoRoot: event.cameoRoot }),
    actors: participants(event.actors),
    recipients: participants(event.recipients),
    instruments: participants(event.instruments),
    ...only("place", placeOf(document, event)),
    ...only("time", timeOf(document, event)),
    ...only("casualties", casualtiesOf(document, event)),
    factuality: event.factuality,
    confidence: event.confidence,
    reports: [
      {
        mention: id,
        document: document.id,
        ...only("url", document.url),
        ...only("title", document.title),
        ...only("publisher", document.publisher),
        ...only("published", document.published),
        language: document.language,
        quote: document.text.slice(quote[0], quote[1]),
        span: quote,
        trigger: event.trigger,
        attribution: event.attribution,
        factuality: event.factuality,
        confidence: event.confidence,
        coder: document.coder.version,
        print,
      },
    ],
    independent: 1,
  };
}

function only<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}

function evidence(span: Span, text: string): Evidence {
  return { report: 0, span, text };
}

/** The sentence around a span; the span itself where no sentence holds it. */
function sentenceOf(document: CodedDocument, span: Span): Span {
  return document.sentences.find((sentence) => contains(sentence, span)) ?? span;
}

function participantOf(document: CodedDocument, argument: Argument): Participant {
  const actor = argument.actor === undefined ? undefined : document.actors.find((a) => a.id === argument.actor);
  return {
    name: actor?.name ?? argument.text,
    kind: actor?.kind ?? argument.kind,
    ...only("country", actor?.country),
    ...only("known", actor?.known),
    ...only("role", actor?.role),
    confidence: argument.confidence,
    evidence: [evidence(argument.span, argument.text)],
  };
}

function placeOf(document: CodedDocument, event: EventMention): RecordPlace | undefined {
  const place = event.place && document.places.find((p) => p.id === event.place?.ref);
  if (!place) return undefined;
  return {
    name: place.name ?? place.text,
    ...only("latitude", place.latitude),
    ...only("longitude", place.longitude),
    ...only("radiusKm", place.radiusKm),
    ...only("country", place.country),
    ...only("admin1", place.admin1),
    ...only("featureCode", place.featureCode),
    ...only("geonames", place.geonames),
    confidence: place.confidence,
    evidence: [evidence(place.span, place.text)],
  };
}

function timeOf(document: CodedDocument, event: EventMention): RecordTime | undefined {
  if (!event.time) return undefined;
  const said = event.time.ref === undefined ? undefined : document.times.find((t) => t.id === event.time?.ref);
  const earliest = event.time.earliest ?? said?.earliest;
  const latest = event.time.latest ?? said?.latest;
  if (earliest === undefined && latest === undefined && !said) return undefined;
  return { ...only("earliest", earliest), ...only("latest", latest), evidence: said ? [evidence(said.span, said.text)] : [] };
}

function casualtiesOf(document: CodedDocument, event: EventMention): Partial<Record<Harm, RecordCount>> | undefined {
  const counts: Partial<Record<Harm, RecordCount>> = {};
  for (const harm of ["killed", "injured", "abducted", "detained", "displaced"] as const) {
    const count = event.casualties?.[harm];
    if (!count) continue;
    const { low, best, high, span, text } = count;
    const of = count.of === undefined ? undefined : document.actors.find((a) => a.id === count.of)?.name;
    counts[harm] = { low, best, high, ...only("of", of), says: [{ ...evidence(span, text), low, best, high }] };
  }
  return Object.keys(counts).length > 0 ? counts : undefined;
}

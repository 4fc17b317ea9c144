import type { Span } from "../document/index.ts";
import type { CodedDocument } from "./coded-document.ts";

/**
 * Checks the evidence rule of a coded document: every span lies inside the text, every `text` beside a `span` is exactly that slice,
 * every reference resolves, every range is ordered. Gives one sentence for each fault, none when all is right.
 */
export function evidenceFaults(coded: CodedDocument): readonly string[] {
  const faults: string[] = [];
  const actors = new Set(coded.actors.map((a) => a.id));
  const places = new Set(coded.places.map((p) => p.id));
  const times = new Set(coded.times.map((t) => t.id));

  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) value.forEach((item, i) => visit(item, `${path}[${i}]`));
    else if (typeof value === "object" && value !== null) {
      const record = value as Readonly<Record<string, unknown>>;
      if (isSpan(record.span)) checkSpan(record.span, record.text, path);
      for (const [key, item] of Object.entries(record)) visit(item, `${path}.${key}`);
    }
  };
  const checkSpan = (span: Span, text: unknown, path: string): void => {
    if (!(0 <= span[0] && span[0] < span[1] && span[1] <= coded.text.length))
      faults.push(`${path}: the span ${span} is not inside the text`);
    else if (typeof text === "string" && coded.text.slice(span[0], span[1]) !== text) {
      faults.push(`${path}: “${text}” is not what stands at ${span}: “${coded.text.slice(span[0], span[1])}”`);
    }
  };
  visit(coded, "");
  coded.sentences.forEach((s, i) => checkSpan(s, undefined, `.sentences[${i}]`));

  for (const list of [coded.actors, coded.places, coded.times, coded.events]) {
    const seen = new Set<string>();
    for (const { id } of list) {
      if (seen.has(id)) faults.push(`two things share the id ${id}`);
      seen.add(id);
    }
  }
  for (const actor of coded.actors) for (const other of actor.affiliations ?? []) needs(actors, other, `actor ${actor.id}`);
  for (const time of coded.times) {
    if (time.anchor !== undefined && time.anchor !== "published") needs(times, time.anchor, `time ${time.id}`);
    if (time.earliest && time.latest && time.earliest > time.latest) faults.push(`time ${time.id} ends before it begins`);
  }
  for (const event of coded.events) {
    const at = `event ${event.id}`;
    for (const argument of [...event.actors, ...event.recipients, ...event.instruments]) {
      if (argument.actor !== undefined) needs(actors, argument.actor, at);
      if (argument.place !== undefined) needs(places, argument.place, at);
    }
    if (event.place) needs(places, event.place.ref, at);
    if (event.time?.ref !== undefined) needs(times, event.time.ref, at);
    if (event.time?.earliest && event.time.latest && event.time.earliest > event.time.latest) faults.push(`${at} ends before it begins`);
    for (const link of event.attribution) if (link.source.actor !== undefined) needs(actors, link.source.actor, at);
    event.mentions.forEach((s, i) => checkSpan(s, undefined, `${at}, mention ${i}`));
    if (!event.mentions.some((s) => s[0] === event.trigger.span[0] && s[1] === event.trigger.span[1]))
      faults.push(`${at}: its trigger is not among its mentions`);
    for (const [harm, count] of Object.entries(event.casualties ?? {})) {
      if (!(count.low <= count.best && count.best <= count.high))
        faults.push(`${at}: ${harm} ${count.low}, ${count.best}, ${count.high} is no range`);
      if (count.of !== undefined) needs(actors, count.of, at);
    }
    if (!(event.confidence >= 0 && event.confidence <= 1)) faults.push(`${at}: confidence ${event.confidence} is not between 0 and 1`);
  }
  return faults;

  function needs(known: ReadonlySet<string>, id: string, where: string): void {
    if (!known.has(id)) faults.push(`${where} refers to ${id}, which is not in the document`);
  }
}

function isSpan(value: unknown): value is Span {
  return Array.isArray(value) && value.length === 2 && value.every((n) => typeof n === "number");
}

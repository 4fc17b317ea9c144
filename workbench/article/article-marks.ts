import type { CodedDocument } from "../../src/code/index.ts";
import type { Mark } from "../parts/annotated-text.tsx";

/** Everything that was coded in an article, as marks. Marks carry the id of the actor, place, time or event that they belong to. */
export function articleMarks(coded: CodedDocument): Mark[] {
  const taking = new Set(coded.events.flatMap((event) => [...event.actors, ...event.recipients].map((argument) => argument.actor)));
  const speaking = new Set(coded.events.flatMap((event) => event.attribution.map(({ source }) => source.actor)));
  const marks: Mark[] = [];
  for (const actor of coded.actors) {
    const question = taking.has(actor.id) ? "who" : speaking.has(actor.id) ? "word" : undefined;
    if (!question) continue;
    for (const { span } of actor.mentions)
      marks.push({ id: actor.id, span, question, label: `${question === "who" ? "who" : "on whose word"}: ${actor.name}` });
  }
  for (const place of coded.places)
    marks.push({ id: place.id, span: place.span, question: "where", label: `where: ${place.name ?? place.text}` });
  for (const time of coded.times) marks.push({ id: time.id, span: time.span, question: "when", label: `when: ${time.value}` });
  for (const event of coded.events) {
    for (const span of event.mentions) marks.push({ id: event.id, span, question: "what", label: `what: ${event.type.toLowerCase()}` });
    for (const { actor, text, span } of [...event.actors, ...event.recipients])
      if (!actor) marks.push({ id: event.id, span, question: "who", label: `who: ${text}` });
    for (const { text, span } of event.instruments) marks.push({ id: event.id, span, question: "what", label: `with: ${text}` });
    for (const [harm, { span }] of Object.entries(event.casualties ?? {}))
      marks.push({ id: `${event.id} ${harm}`, span, question: "many", label: harm });
    for (const { source, cue, kind } of event.attribution) {
      if (source.span && !source.actor)
        marks.push({ id: `${event.id} word`, span: source.span, question: "word", label: `${kind}: ${source.text}` });
      if (cue) marks.push({ id: `${event.id} word`, span: cue.span, question: "word", label: `${kind}: ${cue.text}` });
    }
  }
  const seen = new Set<string>();
  return marks.filter(({ id, span, question }) => {
    const key = `${id} ${span} ${question}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

import type { EventRecord } from "../../src/merge/index.ts";
import type { Mark, Question } from "../parts/annotated-text.tsx";

/** The words of one report that an event's values rest on. Ids name the field: "killed", "actors 0". */
export function marksOf(record: EventRecord, report: number): Mark[] {
  const marks: Mark[] = [];
  const add = (
    id: string,
    question: Question,
    label: string,
    list: readonly { readonly report: number; readonly span: readonly [number, number] }[],
  ) => {
    for (const { report: of, span } of list) if (of === report) marks.push({ id, question, label, span });
  };
  const { trigger, attribution } = record.reports[report]!;
  marks.push({ id: "type", question: "what", label: `what: ${record.type.toLowerCase()}`, span: trigger.span });
  record.actors.forEach((p, i) => add(`actors ${i}`, "who", `who: ${p.name}`, p.evidence));
  record.recipients.forEach((p, i) => add(`recipients ${i}`, "who", `to whom: ${p.name}`, p.evidence));
  record.instruments.forEach((p, i) => add(`instruments ${i}`, "what", `with: ${p.name}`, p.evidence));
  if (record.place) add("place", "where", `where: ${record.place.name}`, record.place.evidence);
  if (record.time) add("time", "when", "when", record.time.evidence);
  for (const harm of ["killed", "injured", "abducted", "detained", "displaced"] as const) {
    const count = record.casualties?.[harm];
    if (count) add(harm, "many", harm, count.says);
  }
  for (const { source, cue } of attribution) {
    if (source.span) marks.push({ id: "word", question: "word", label: `on whose word: ${source.text}`, span: source.span });
    if (cue) marks.push({ id: "word", question: "word", label: `says: ${cue.text}`, span: cue.span });
  }
  return marks;
}

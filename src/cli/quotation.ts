import type { Span } from "../document/index.ts";
import type { EventRecord, Report } from "../merge/index.ts";
import { clean } from "./clean.ts";
import { piece, type Rich, type Tone } from "./rich.ts";

/** A telling sentence with the words that each answer rests on in that answer's tone, the trigger first of all. */
export function quotation(record: EventRecord, index: number): Rich {
  const report = record.reports[index]!;
  const marks = marksOf(record, report, index).sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const [start, end] = report.span;
  const tones = new Array<Tone>(end - start).fill("plain");
  // The longer first, so that what stands inside it shows; the trigger last, over all.
  for (const { span, tone } of marks) tones.fill(tone, Math.max(0, span[0] - start), Math.max(0, span[1] - start));
  const [from, to] = report.trigger.span;
  tones.fill("what", Math.max(0, from - start), Math.max(0, to - start));
  const pieces: { text: string; tone: Tone }[] = [];
  for (let i = 0; i < tones.length; i++) {
    const last = pieces.at(-1);
    const character = report.quote.charAt(i);
    if (last && last.tone === tones[i]) last.text += character;
    else pieces.push({ text: character, tone: tones[i] ?? "plain" });
  }
  return [piece("“"), ...pieces.map(({ text, tone }) => piece(clean(text), tone)), piece("”")];
}

function marksOf(record: EventRecord, report: Report, index: number): { span: Span; tone: Tone }[] {
  const here = (tone: Tone, list: readonly { readonly report: number; readonly span: Span }[]) =>
    list.filter((e) => e.report === index).map(({ span }) => ({ span, tone }));
  return [
    ...here(
      "who",
      record.actors.flatMap((p) => p.evidence),
    ),
    ...here(
      "whom",
      record.recipients.flatMap((p) => p.evidence),
    ),
    ...here("where", record.place?.evidence ?? []),
    ...here("when", record.time?.evidence ?? []),
    ...here(
      "count",
      Object.values(record.casualties ?? {}).flatMap((c) => c.says),
    ),
    ...report.attribution.flatMap(({ source }) => (source.span ? [{ span: source.span, tone: "word" as const }] : [])),
  ];
}

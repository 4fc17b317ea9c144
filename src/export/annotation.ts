import type { EventRecord, Report } from "../merge/index.ts";
import type { ExportFormat } from "./format.ts";

/**
 * W3C Web Annotation: each report's telling sentence as an annotation of its article, selected by its words and by its position in the
 * clean text (UTF-16 code units of Dateline's text, which is not the page's markup).
 */
export const annotation: ExportFormat = {
  name: "annotation",
  description: "W3C Web Annotations: the telling words in each article, one a line",
  extension: "annotations.jsonl",
  mediaType: "application/ld+json",
  async *write(records) {
    for await (const record of records) for (const report of record.reports) yield `${JSON.stringify(annotationOf(record, report))}\n`;
  },
};

function annotationOf(record: EventRecord, report: Report): object {
  const [start, end] = report.span;
  const [from, to] = report.trigger.span;
  const [quoteStart] = report.span;
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `urn:dateline:${encodeURIComponent(report.mention)}`,
    type: "Annotation",
    motivation: "classifying",
    body: [
      { type: "TextualBody", purpose: "classifying", value: record.mode ? `${record.type}/${record.mode}` : record.type },
      { type: "TextualBody", purpose: "identifying", value: record.id },
    ],
    target: {
      source: report.url ?? `urn:dateline:${encodeURIComponent(report.document)}`,
      selector: [
        { type: "TextQuoteSelector", exact: report.quote },
        {
          type: "TextPositionSelector",
          start,
          end,
          refinedBy: {
            type: "TextQuoteSelector",
            exact: report.trigger.text,
            prefix: report.quote.slice(Math.max(0, from - quoteStart - 32), Math.max(0, from - quoteStart)),
            suffix: report.quote.slice(to - quoteStart, to - quoteStart + 32),
          },
        },
      ],
    },
  };
}

import { dirname, join } from "node:path";
import type { CodedDocument } from "../../src/code/index.ts";
import { type EventRecord, mainEvent, mergeRecords } from "../../src/merge/index.ts";
import { codeRows } from "../code-rows.ts";
import type { BenchTask } from "../task.ts";

/** Many reports, one incident: each article's main event, merged; the merged record's day, place and tolls. */
export const task: BenchTask = {
  name: "incidents",
  dev: ["incidents/articles.jsonl"],
  scorer: "incidents.mjs",
  scorerArguments: (gold, predictions) => [gold, join(dirname(gold), "incidents.jsonl"), predictions],
  predict: (rows) => incidentsOf(codeRows(rows)),
};

/** The merged main events of coded articles, as the scorer reads them. */
export function incidentsOf(documents: readonly CodedDocument[]): readonly unknown[] {
  const { events } = mergeRecords(documents.flatMap((document) => mainEvent(document) ?? []));
  return events.map(incidentOf);
}

function incidentOf({ reports, time, casualties, place }: EventRecord) {
  return {
    articles: reports.map(({ document }) => document),
    earliest: time?.earliest,
    latest: time?.latest,
    killed: casualties?.killed,
    injured: casualties?.injured,
    place,
  };
}

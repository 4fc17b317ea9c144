import { type CaseRow, codedRows } from "../coded/article.ts";
import { isSealed } from "../coded-score.ts";
import { type ArgumentRow, clauseRows, incidentRows, relationRows } from "./rows.ts";

/** How the classifier of arguments is trained. */
export const CLASSIFIER_OPTIONS = { buckets: 1 << 15, epochs: 8, rate: 0.05, penalty: 1e-4 };

/** The articles coded by hand that participants are learnt from. The sealed half stays out unless `--sealed` is given, so that it can measure. */
export function learntArticles(args: readonly string[]): readonly CaseRow[] {
  return codedRows().filter((row) => args.includes("--sealed") || !isSealed(row));
}

/** What the classifier of arguments learns from beside the articles coded by hand. */
export function openSources(store: string | undefined): Readonly<Record<"relations" | "clauses" | "incidents", readonly ArgumentRow[]>> {
  return { relations: relationRows(), clauses: clauseRows(), incidents: incidentRows(store) };
}

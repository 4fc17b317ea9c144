import type { Decision } from "./decision.ts";
import type { EventRecord } from "./event-record.ts";

/** Decisions that hold: not taken back by an undo that itself holds. In the order in which they were made. */
export function standing(decisions: readonly Decision[]): Decision[] {
  const ordered = [...decisions].sort((a, b) => a.id - b.id);
  const undone = new Set<number>();
  // The last word first: an undo that was itself undone takes nothing back.
  for (const decision of ordered.toReversed())
    if (decision.kind === "undo" && decision.undoes !== undefined && !undone.has(decision.id)) undone.add(decision.undoes);
  return ordered.filter(({ id, kind }) => !undone.has(id) && kind !== "undo");
}

/** Finds the mention that a decision means, also after its document was coded again and ids moved. */
export interface MentionFinder {
  /** The mention of the nth subject; undefined when there is none any more. */
  find(decision: Decision, subject: number): string | undefined;
}

/**
 * A decision names its subjects by id and, in `evidence`, by the words they rest on, one entry for each subject. The words outrank the
 * id: after recoding the same id may stand for another event. Of the document's mentions, the one whose trigger overlaps the words,
 * else whose sentence does, is meant; without evidence, the id.
 */
export function mentionFinder(records: readonly EventRecord[]): MentionFinder {
  const ids = new Set<string>();
  const byDocument = new Map<string, EventRecord["reports"][number][]>();
  for (const { reports } of records)
    for (const report of reports) {
      ids.add(report.mention);
      const list = byDocument.get(report.document);
      if (list) list.push(report);
      else byDocument.set(report.document, [report]);
    }
  return {
    find(decision, subject) {
      const id = decision.subjects[subject]!;
      const words = decision.evidence?.[subject];
      if (!words || decision.evidence!.length !== decision.subjects.length) return ids.has(id) ? id : undefined;
      const [start, end] = words.span;
      const reports = byDocument.get(words.document) ?? [];
      const meets = (span: readonly [number, number]) => span[0] < end && start < span[1];
      const same = reports.find((r) => r.mention === id && meets(r.trigger.span));
      return (
        (same ?? reports.find((r) => meets(r.trigger.span)) ?? reports.find((r) => meets(r.span)))?.mention ??
        (ids.has(id) ? id : undefined)
      );
    },
  };
}

/** What people said of who belongs together, as pairs of mention ids. */
export interface Verdicts {
  readonly together: readonly (readonly [string, string])[];
  readonly apart: readonly (readonly [string, string])[];
}

/** `same` joins its subjects, `different` keeps each from each, `split` takes the mentions out of their event and leaves them together. */
export function verdictsOf(decisions: readonly Decision[], finder: MentionFinder): Verdicts {
  const pairs = new Map<string, { pair: readonly [string, string]; together: boolean }>();
  const set = (a: string | undefined, b: string | undefined, together: boolean) => {
    if (a === undefined || b === undefined || a === b) return;
    const pair: readonly [string, string] = a < b ? [a, b] : [b, a];
    const key = pair.join("\u0000");
    // The later decision on the same two outranks the earlier.
    pairs.delete(key);
    pairs.set(key, { pair, together });
  };
  for (const decision of decisions) {
    const found = decision.subjects.map((_, i) => finder.find(decision, i));
    if (decision.kind === "same") found.forEach((mention, i) => i > 0 && set(found[0], mention, true));
    if (decision.kind === "different") found.forEach((a, i) => found.slice(i + 1).forEach((b) => set(a, b, false)));
    if (decision.kind === "split")
      found.slice(1).forEach((mention, i) => {
        set(found[0], mention, false);
        if (i > 0) set(found[1], mention, true);
      });
  }
  const all = [...pairs.values()];
  return { together: all.filter((p) => p.together).map((p) => p.pair), apart: all.filter((p) => !p.together).map((p) => p.pair) };
}

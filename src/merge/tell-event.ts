import type { EventRecord } from "./event-record.ts";
import { judge, loadWeights, type Weights } from "./judge.ts";
import { mergedRecord } from "./merged-record.ts";
import type { PolicyOptions } from "./policy.ts";
import type { ReadView } from "./view.ts";

/** Groups larger than this are told without reasons for each report. */
const TOLD = 12;

/** The record of one event, and why its reports are taken for one. The first member is the one that was published first. */
export function tellEvent(id: string, members: readonly ReadView[], options: PolicyOptions & { readonly weights?: Weights }): EventRecord {
  const record = mergedRecord(id, members, options);
  return members.length === 1 ? record : { ...record, why: reasons(members, options.weights ?? loadWeights()) };
}

/** For each report, what joins it to the first. */
function reasons([first, ...rest]: readonly ReadView[], weights: Weights): string[] {
  return rest.slice(0, TOLD).map((view) => {
    const { reasons, probability } = judge(first!, view, weights);
    const told = reasons
      .filter(({ weight }) => weight > 0)
      .slice(0, 4)
      .map(({ sentence }) => sentence);
    return `${view.id} with ${first!.id} (${Math.round(100 * probability)}%): ${told.length > 0 ? told.join("; ") : "joined through other reports or by a person"}`;
  });
}

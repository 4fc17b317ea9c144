import {
  candidatesOf,
  chooseParticipants,
  PARTS,
  type Part,
  type ParticipantModel,
  type TextView,
} from "../../src/code/participants/index.ts";
import type { Span } from "../../src/document/index.ts";
import type { CaseEvent } from "../coded/article.ts";
import { sameName } from "../who/same-name.ts";
import { type LearntEvent, listsOf, namesOf } from "./events.ts";

type Named = { readonly actor?: string; readonly span: Span };

/** How often the whole set is right: as the rules have it, as the trees choose it, and how often the candidates hold all of it. */
export function judgeSets(answers: readonly { readonly events: readonly LearntEvent[]; readonly model: ParticipantModel }[]): string {
  const tally = new Map<string, [right: number, all: number]>();
  const count = (key: string, right: boolean): void => {
    const cell = tally.get(key) ?? [0, 0];
    tally.set(key, [cell[0] + Number(right), cell[1] + 1]);
  };
  for (const { events, model } of answers) {
    for (const { event, view, gold } of events.filter((e) => e.as === "whole")) {
      const chosen = chooseParticipants(event, view, model);
      const candidates = candidatesOf(event.tellings, view);
      for (const part of PARTS) {
        const lists = listsOf(gold, part);
        const held = lists.every((list) => candidates.some((c) => list.some((w) => sameName(namesOf(c, view), w))));
        const [ruled, picked] = [event.ruled, chosen].map((sets) => isRight(gold, part, sets, view));
        for (const must of gold.must ? ["all", "must"] : ["all"]) {
          count(`${part}s, ${must}: rules`, ruled!);
          count(`${part}s, ${must}: trees`, picked!);
          count(`${part}s, ${must}: held`, held);
        }
      }
    }
  }
  return [...tally].map(([key, [right, all]]) => `${key} ${((100 * right) / all).toFixed(1)} of ${all}`).join("; ");
}

function isRight(gold: CaseEvent, part: Part, sets: Readonly<Record<Part, readonly Named[]>>, view: TextView): boolean {
  const given = gold.type === "CONSULT" ? [...sets.actor, ...sets.recipient] : sets[part];
  const used = new Set<number>();
  const covered = listsOf(gold, part).every((list) => {
    const at = given.findIndex((g, k) => !used.has(k) && list.some((w) => sameName(namesOf(g, view), w)));
    if (at >= 0) used.add(at);
    return at >= 0;
  });
  return covered && used.size === given.length;
}

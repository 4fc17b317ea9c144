import type { Classifier } from "../learn/index.ts";
import { MENTIONS, type Word } from "../parse/index.ts";
import type { Trigger } from "../what/layers.ts";
import { argumentOf } from "./argument.ts";
import type { TriggerView } from "./argument-features.ts";
import { type ArgumentOdds, candidateWords, judgeWord, triggerViews } from "./argument-model.ts";
import { fitness } from "./fitness.ts";
import { demandsOfSubject } from "./implied.ts";
import type { EventArgument, Proposal } from "./layers.ts";
import type { Scene } from "./scene.ts";

/** A participant that the rules found is let go where the classifier gives its role less than this … */
export const DROP = 0.08;
/** … unless the rules are this sure: then the tree leaves no doubt, and a user's own lexicon may know more than the classifier. */
export const SURE = 0.8;
/** A word that no rule found takes a role that nobody has when the classifier gives it at least this. */
export const ADD = 0.55;
/** How well a word must fit a role that only the classifier gives it. */
const FITTING = 0.5;
/** What the rules' confidence counts beside the classifier's probability. */
const RULES = 0.5;

/** What the rules found for one trigger after the classifier has judged it, and everybody who might take part. */
export interface Judged {
  readonly found: readonly EventArgument[];
  readonly proposals: readonly Proposal[];
}

/**
 * Lets the learnt classifier of arguments judge what the rules found: weak participants that it does not believe in go, and roles that the
 * rules left open are filled with the likeliest word of the sentence. Everybody's confidence becomes the mean of both. Beside them stand all
 * words that might be participants, for whoever knows what the rest of the text tells of the event.
 */
export function judgeArguments(scene: Scene, found: readonly (readonly EventArgument[])[], model: Classifier): readonly Judged[] {
  const heads = [...new Set(scene.document.get(MENTIONS).map((m) => m.head))].sort((a, b) => a - b).map((i) => scene.tree.words[i]!);
  const bySentence = Map.groupBy(heads, (w) => w.sentence);
  return triggerViews(scene, found).map((view) => {
    const known = new Map<number, ArgumentOdds>();
    const oddsOf = (word: Word): ArgumentOdds => {
      const odds = known.get(word.index) ?? judgeWord(model, scene, view, word);
      known.set(word.index, odds);
      return odds;
    };
    const words = candidateWords(scene, view.trigger, bySentence.get(view.head.sentence) ?? []);
    const judged = view.rules.flatMap((argument) => judgeRule(scene, argument, oddsOf));
    const filled = [...judged, ...fillOpen(scene, view, judged, words, oddsOf)];
    return { found: filled, proposals: proposalsFor(scene, view, words, oddsOf) };
  });
}

type OddsOf = (word: Word) => ArgumentOdds;

function judgeRule(scene: Scene, argument: EventArgument, oddsOf: OddsOf): readonly EventArgument[] {
  if (argument.role === "place") return [argument];
  const p = oddsOf(scene.tree.words[argument.head]!)[argument.role];
  if (p < DROP && argument.confidence < SURE) return [];
  return [
    {
      ...argument,
      confidence: round(RULES * argument.confidence + (1 - RULES) * p),
      reasons: [...argument.reasons, `the classifier gives ${argument.role} ${round(p)}`],
    },
  ];
}

/**
 * The words for each role that is open. Who does what the sentence's verb tells is not for that the doer of a noun in it: in "the army fought
 * off raids under heavy fire" the fire is not the army's.
 */
function fillOpen(
  scene: Scene,
  view: TriggerView,
  judged: readonly EventArgument[],
  words: readonly Word[],
  oddsOf: OddsOf,
): readonly EventArgument[] {
  const frame = scene.sense(view.trigger)?.frame;
  const roles = (["actor", "recipient"] as const).filter(
    (role) =>
      !judged.some((a) => a.role === role) && (role === "actor" ? !demandsOfSubject(scene, view.trigger) : frame?.twoSided !== true),
  );
  if (roles.length === 0 || !frame) return [];
  const taken = new Set(judged.map((a) => a.head));
  const actors = new Set(judged.flatMap((a) => (a.actor === undefined ? [] : [a.actor])));
  const open = words.filter((w) => !taken.has(w.index) && !actors.has(scene.actor(w)?.id ?? ""));
  const odds = open.map((word) => ({ word, odds: oddsOf(word) }));
  return roles.flatMap((role) =>
    odds
      .filter((o) => o.odds[role] >= ADD && fits(scene, view.trigger, role, o.word))
      .filter((o) => role === "recipient" || !actsElsewhere(scene, view.trigger, o.word))
      .filter((o) => role === "recipient" || view.head.upos === "VERB" || !view.elsewhere(o.word).some((told) => told.startsWith("actor")))
      .map((o) => {
        const p = o.odds[role];
        return argumentOf(scene, view.trigger, role, o.word, p, `${role}: the classifier gives “${o.word.text}” ${round(p)}`);
      }),
  );
}

/** Whom the classifier gives less than this in both roles, and no rule found, is not even proposed. */
const PROPOSED = 0.03;

/** Everybody whom the rules found for a trigger, wherever they stand, and everybody in its sentence whom the classifier thinks possible. */
function proposalsFor(scene: Scene, view: TriggerView, words: readonly Word[], oddsOf: OddsOf): readonly Proposal[] {
  const ruled = Map.groupBy(
    view.rules.filter((a) => a.role !== "place" && a.role !== "instrument"),
    (a) => a.head,
  );
  const possible = words.filter((w) => !ruled.has(w.index) && Math.max(oddsOf(w).actor, oddsOf(w).recipient) >= PROPOSED);
  const all = [...[...ruled.keys()].map((i) => scene.tree.words[i]!), ...possible].sort((a, b) => a.index - b.index);
  return all.map((word) => {
    const rules = ruled.get(word.index) ?? [];
    const { span, actor, kind } = rules[0] ?? argumentOf(scene, view.trigger, "recipient", word, 0, "");
    const { actor: does, recipient: undergoes } = oddsOf(word);
    return {
      trigger: view.trigger.index,
      head: word.index,
      span,
      ...(actor !== undefined && { actor }),
      kind,
      odds: { actor: round(does), recipient: round(undergoes) },
      fit: { actor: fitOf(scene, view.trigger, "actor", word), recipient: fitOf(scene, view.trigger, "recipient", word) },
      rules: rules.map(({ role, confidence, reasons }) => ({ role, confidence, reasons })),
      marker: scene.tree.marker(word.index),
    };
  });
}

/**
 * "The army raised the number of those killed": who does what another verb tells is not said to have done this. Nobody is made a
 * perpetrator by standing near.
 */
function actsElsewhere({ tree }: Scene, trigger: Trigger, word: Word): boolean {
  let top = word;
  while (/^(?:conj|appos|flat|compound|nmod)/.test(top.relation) && top.head >= 0) {
    top = tree.words[top.head]!;
    if (trigger.words.includes(top.index)) return false;
  }
  return top.relation.startsWith("nsubj") && !trigger.words.includes(top.head);
}

/** Prepositions before participants; after others stands where, when or how. */
const TAKES_PART = new Set([
  "",
  "by",
  "on",
  "against",
  "of",
  "to",
  "from",
  "with",
  "between",
  "for",
  "at",
  "into",
  "toward",
  "towards",
  "upon",
  "among",
]);

/** Whether what a word names can take the role at all where it stands: "in Jordan" says where, whatever the classifier thinks. */
function fits(scene: Scene, trigger: Trigger, role: "actor" | "recipient", word: Word): boolean {
  return TAKES_PART.has(scene.tree.marker(word.index)) && fitOf(scene, trigger, role, word) >= FITTING;
}

function fitOf(scene: Scene, trigger: Trigger, role: "actor" | "recipient", word: Word): number {
  const marker = scene.tree.marker(word.index);
  const slot = marker === "" ? (word.relation.startsWith("nsubj") ? "subj" : "obj") : (`obl:${marker}` as const);
  return fitness(role, scene.type(word), trigger.type, slot, word);
}

const round = (p: number): number => Math.round(p * 1000) / 1000;

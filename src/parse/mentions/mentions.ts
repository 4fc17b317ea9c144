import type { Document, Stage } from "../../document/index.ts";
import { type Classifier, likeliest, readClassifier } from "../../learn/index.ts";
import { type EntityType, MENTIONS, type Mention, SENTENCES, WORDS, type Word } from "../layers.ts";
import { type Candidate, candidates, dependentsOf } from "./candidates.ts";
import { type HeadNouns, loadHeadNouns } from "./head-nouns.ts";
import { refineType } from "./refine.ts";
import { TypeJudge } from "./type-judge.ts";

/** What the recogniser knows: the head nouns of the lexicon and a classifier of broad types, "none" among them. */
export interface MentionModel {
  readonly headNouns: HeadNouns;
  readonly types: Classifier;
}

/** Loads the recogniser. Throws when a file is missing or damaged. */
export function loadMentionModel(): MentionModel {
  return { headNouns: loadHeadNouns(), types: readClassifier(new URL("../../../models/mentions/types.bin", import.meta.url)) };
}

/** Recognises who and what is named, described or referred to by a pronoun. */
export function mentionStage(model: MentionModel): Stage {
  const judge = new TypeJudge(model.types, model.headNouns);
  return {
    name: "mentions",
    needs: [WORDS, SENTENCES],
    gives: [MENTIONS],
    run: (document: Document) => document.with(MENTIONS, findMentions(document.get(WORDS), model, judge)),
  };
}

/** The mentions of a text, in its order. */
export function findMentions(
  words: readonly Word[],
  model: MentionModel,
  judge = new TypeJudge(model.types, model.headNouns),
): readonly Mention[] {
  const below = dependentsOf(words);
  const found = candidates(words, below, model.headNouns);
  const judged = found.map((c) => judge.judge(c, words, below));
  shareAmongSameNames(found, judged, words);
  const none = model.types.classes.indexOf("none");
  const mentions: Omit<Mention, "index">[] = [];
  found.forEach((candidate, i) => {
    const p = judged[i]!;
    const best = settle(p, none, model, candidate);
    if (best === none) return;
    const [first, end] = candidate.words;
    const texts = words.slice(first, end).map((w) => w.text);
    const type = refineType(
      model.types.classes[best] as EntityType,
      candidate.head.lemma.toLowerCase(),
      candidate.form === "name",
      texts,
      model.headNouns,
    );
    mentions.push({
      span: [words[first]!.span[0], words[end - 1]!.span[1]],
      words: [first, end],
      head: candidate.head.index,
      ...(candidate.name && { name: [words[candidate.name[0]]!.span[0], words[candidate.name[1] - 1]!.span[1]] as const }),
      type,
      form: candidate.form,
      confidence: Math.round(p[best]! * 1000) / 1000,
    });
  });
  return mentions.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1] || a.head - b.head).map((m, index) => ({ index, ...m }));
}

const LISTED: Readonly<Partial<Record<EntityType, string>>> = {
  person: "person",
  "armed group": "organization",
  military: "organization",
  police: "organization",
  government: "organization",
  organization: "organization",
  media: "organization",
  weapon: "weapon",
  facility: "place",
};

/** The likeliest class; where the classifier is unsure that a common noun is anything at all, what the lexicon lists it as. */
function settle(p: Float64Array, none: number, model: MentionModel, candidate: Candidate): number {
  const best = likeliest(p);
  const { classes } = model.types;
  if (candidate.form !== "nominal" || p[best]! > 0.85 || (best !== none && classes[best] !== "abstract")) return best;
  const listed = LISTED[model.headNouns.get(candidate.head.lemma.toLowerCase())?.[0] ?? "abstract"];
  if (listed === undefined) return best;
  const many = listed === "person" && candidate.head.morphology.Number === "Plur" ? "people" : listed;
  const place = classes.indexOf(many);
  return place >= 0 ? place : best;
}

/** One name, one type in an article: what is clear in one sentence helps where another leaves it open. Half own, half the mean. */
function shareAmongSameNames(found: readonly Candidate[], judged: readonly Float64Array[], words: readonly Word[]): void {
  const groups = Map.groupBy(
    [...found.keys()].filter((i) => found[i]!.name !== undefined),
    (i) => {
      const [first, end] = found[i]!.name!;
      return words
        .slice(first, end)
        .map((w) => w.text)
        .join(" ");
    },
  );
  for (const members of groups.values()) {
    if (members.length < 2) continue;
    const mean = new Float64Array(judged[members[0]!]!.length);
    for (const i of members) judged[i]!.forEach((p, c) => (mean[c]! += p / members.length));
    for (const i of members) judged[i]!.forEach((p, c) => (judged[i]![c] = 0.5 * p + 0.5 * mean[c]!));
  }
}

import type { Document, Stage } from "../../document/index.ts";
import { type Classifier, readClassifier } from "../../learn/index.ts";
import { CHAINS, type Chain, MENTIONS, type Mention, SENTENCES, WORDS, type Word } from "../layers.ts";
import { dependentsOf } from "../mentions/candidates.ts";
import { type Candidate, isAcronym, prepare } from "./pair-features.ts";
import { PairJudge } from "./pair-judge.ts";

/** How many earlier mentions are looked at: names reach far back, pronouns do not. Bounds the work on a hostile text. */
const REACH = { name: 250, nominal: 90, pronoun: 40 } as const;

/** Loads the antecedent classifier. Throws when its file is missing or damaged. */
export function loadChainModel(): Classifier {
  return readClassifier(new URL("../../../models/coreference/antecedent.bin", import.meta.url));
}

/** Joins mentions of one identity into chains. */
export function chainStage(model: Classifier): Stage {
  const pairs = new PairJudge(model);
  return {
    name: "chains",
    needs: [WORDS, SENTENCES, MENTIONS],
    gives: [CHAINS],
    run: (document: Document) => document.with(CHAINS, findChains(document.get(MENTIONS), document.get(WORDS), model, pairs)),
  };
}

/** Each mention joins the chain of the earlier mention that it most likely goes back to, or begins a chain of its own. */
export function findChains(
  mentions: readonly Mention[],
  words: readonly Word[],
  model: Classifier,
  pairs = new PairJudge(model),
): readonly Chain[] {
  const below = dependentsOf(words);
  const prepared = mentions.map((m) => prepare(m, words, below));
  const yes = model.classes.indexOf("same");
  const chainOf: number[] = [];
  const chains: number[][] = [];
  prepared.forEach((second, j) => {
    let best = -1;
    let bestScore = 0.5;
    for (const i of antecedents(prepared, j)) {
      if (isOwnSubject(prepared[i]!.head, second.head, words)) continue;
      if (second.name.length > 0 && !fitsChain(second, chains[chainOf[i]!]!, prepared)) continue;
      const score = pairs.judge(prepared[i]!, second, j - i - 1)[yes]!;
      if (score > bestScore) [best, bestScore] = [i, score];
    }
    const chain = best >= 0 ? chainOf[best]! : chains.length;
    chainOf.push(chain);
    const members = chains[chain];
    if (members) members.push(j);
    else chains.push([j]);
  });
  return chains.map((members, index) => ({ index, mentions: members }));
}

/** Beyond this many sentences, a nominal goes back only to the same head word or, when definite, to a name. */
const NEAR_SENTENCES = 1;
const DEFINITE = new Set(["the", "this", "that", "these", "those"]);

/** The earlier mentions that could be meant, nearest first. What cannot be meant is left out here, before anything is scored. */
export function* antecedents(prepared: readonly Candidate[], j: number): Generator<number> {
  const second = prepared[j]!;
  const reach = REACH[second.mention.form];
  for (let i = j - 1; i >= 0 && j - i <= reach; i--) {
    const first = prepared[i]!;
    if (second.pronoun) {
      if (second.sentence - first.sentence > 3) return;
    } else if (first.pronoun || !mayMean(first, second)) continue;
    yield i;
  }
}

const OBJECTIVE = /^(?:him|them|me|us)$/i;

/**
 * Whether the first is the subject of the very verb that has the second, a pronoun in the objective case, as its object: in "Smith called
 * Jones and urged him to leave" he is not Smith (principle B of the binding theory).
 */
function isOwnSubject(first: Word, second: Word, words: readonly Word[]): boolean {
  if (!OBJECTIVE.test(second.text) || first.sentence !== second.sentence || !first.relation.startsWith("nsubj") || second.head < 0)
    return false;
  let verb = words[second.head]!;
  // "urged him to leave": the parser makes him the subject of what he is urged to do.
  if (second.relation.startsWith("nsubj") && verb.head >= 0) verb = words[verb.head]!;
  for (let step = 0; step < 3; step++) {
    if (first.head === verb.index) return true;
    if (verb.relation !== "conj" || verb.head < 0) return false;
    verb = words[verb.head]!;
  }
  return false;
}

function mayMean(first: Candidate, second: Candidate): boolean {
  if (first.lemma === second.lemma) return true;
  if (second.name.length > 0) return first.name.length > 0 ? sharesName(first, second) : second.sentence === first.sentence;
  const definite = DEFINITE.has(second.determiner);
  if (second.sentence - first.sentence <= NEAR_SENTENCES) return definite || first.name.length > 0 || second.sentence === first.sentence;
  return definite && first.name.length > 0 && second.sentence - first.sentence <= 6;
}

/** Whether a name has something in common with a name of the chain: "the minister" in between must not make two people one. */
function fitsChain(second: Candidate, members: readonly number[], prepared: readonly Candidate[]): boolean {
  const names = members.map((m) => prepared[m]!).filter((c) => c.name.length > 0);
  return names.length === 0 || names.some((first) => sharesName(first, second));
}

/** Two names that share a word, or of which one is the other's initials. */
function sharesName(first: Candidate, second: Candidate): boolean {
  return second.name.some((w) => first.name.includes(w)) || isAcronym(first, second) || isAcronym(second, first);
}

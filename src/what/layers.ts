import { layer, type Span } from "../document/index.ts";

/** The sixteen event types of PLOVER 2021 (github.com/openeventdata/PLOVER). */
export const PLOVER_TYPES = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "COOPERATE",
  "AID",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
] as const;
export type PloverType = (typeof PLOVER_TYPES)[number];

/** A word or phrase of the text that tells of an event. */
export interface Trigger {
  readonly index: number;
  readonly span: Span;
  /** Global indices of the words that make up the trigger; the first is its syntactic head. */
  readonly words: readonly [head: number, ...rest: number[]];
  readonly type: PloverType;
  readonly mode?: string;
  readonly contexts: readonly string[];
  /** Id of the lexicon entry that matched: "attack.v", "carry out+attack.n". */
  readonly sense: string;
  /** 0..1: how sure the coder is that this is an event of this type, after the learnt disambiguation. */
  readonly confidence: number;
  /** Why, in words a person reads in `dateline explain`. */
  readonly reasons: readonly string[];
}

/** A trigger that was considered and turned down, kept so that `dateline explain` can say why. */
export interface RejectedTrigger {
  readonly span: Span;
  readonly sense: string;
  readonly type: PloverType;
  readonly reason: string;
}

export type Harm = "killed" | "injured" | "abducted" | "detained" | "displaced";

/** A count of people harmed, as one place in the text gives it. */
export interface Casualty {
  readonly index: number;
  readonly harm: Harm;
  readonly low: number;
  readonly best: number;
  readonly high: number;
  /** The characters that give the number: "at least 13". */
  readonly span: Span;
  /** The people counted ("three American soldiers"), when the text says who. */
  readonly of?: Span;
  /** Index into TRIGGERS: the event that caused it; absent when none could be told. */
  readonly trigger?: number;
  /** Whether the text gives it as a total over several events ("the toll since October"). */
  readonly total: boolean;
  readonly reasons: readonly string[];
}

export const TRIGGERS = layer<readonly Trigger[]>("triggers");
export const REJECTED_TRIGGERS = layer<readonly RejectedTrigger[]>("rejected triggers");
export const CASUALTIES = layer<readonly Casualty[]>("casualties");

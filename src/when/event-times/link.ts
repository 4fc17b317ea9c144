import type { Word } from "../../parse/layers.ts";

/** One step up from a word to its head. */
interface Step {
  readonly at: number;
  readonly relation: string;
}

/** How a time expression stands to an event in the tree of their sentence. */
export interface Link {
  /** 0 and up, the smaller the closer. */
  readonly cost: number;
  /** The time is told of the verb of saying above the event: "said on Thursday that …". */
  readonly said: boolean;
  /** The time begins a stretch that lasts: "… since the war began in 2011". */
  readonly since: boolean;
}

const MAX_CLIMB = 14;
/** Relations that open a clause of its own: a time inside it tells of that clause's verb only. */
const CLAUSES = /^(acl|advcl|ccomp|csubj|parataxis)/;
/** Relations over which an event shares the time of the verb above: "carried out an attack on Friday", "struck, killing five, on Friday". */
const SHARED = /^(obj|obl|nsubj|nmod|conj|xcomp|advcl|compound|iobj|appos|dep|list|csubj|flat)/;
/** Prepositions by which a noun shares its verb's time: "died in a shooting on Friday", but not "was arrested on Friday after a shooting". */
const WITHIN = /^(in|during|by|amid|as|with)$/;
/** Markers of a clause that tells of another time than the verb above. */
const APART = /^(after|before|with|of|for|from|since|until|following|because|although|while|when)$/;
const SAYING = /^(ccomp|parataxis)/;
/** How far before a time its preposition, determiner or conjunction may stand. */
const OPENING = 4;
/** Words that a clause of time opens with. */
const CLAUSE_SPAN = 8;
/** How long a noun's phrase may be up to the time in it. */
const PHRASE = 12;

/** The way from a word up to the root of its sentence. */
export function climb(words: readonly Word[], from: number): Step[] {
  const steps: Step[] = [];
  for (let at = from; at >= 0 && steps.length < MAX_CLIMB; at = words[at]!.head) steps.push({ at, relation: words[at]!.relation });
  return steps;
}

/** What a document's links are made in. */
export interface Scene {
  readonly words: readonly Word[];
  /** Heads of all triggers. */
  readonly events: ReadonlySet<number>;
  /** Lemmas of verbs that tell of an event that came before. */
  readonly tellsOf: ReadonlySet<string>;
}

/**
 * How a time expression is linked to an event of its sentence; undefined when syntax forbids that the one tells when the other happened,
 * for the time stands in another verb's clause or inside another event ("called for an inquiry into Friday's attack").
 */
export function link(scene: Scene, event: number, time: number, first: number): Link | undefined {
  const { words } = scene;
  const described = describedThere(scene, time);
  if (described >= 0) return described === event ? { cost: 1, said: false, since: false } : undefined;
  const down = climb(words, event);
  const root = down.at(-1)!.at;
  const opened = sinceClause(words, time, first);
  // What "since" opens on happened then; what hangs on it lasts since then.
  const since = opened && !within(words, event, time, first);
  const byTree = since ? undefined : join(scene, down, climb(words, time), event);
  if (root === time || !(since || opens(words, time, first) || closes(words, time, first))) return byTree && { ...byTree, since };
  const toRoot = [
    { at: time, relation: "obl" },
    { at: root, relation: "root" },
  ];
  const loose = join(scene, down, toRoot, event);
  const best = loose && byTree ? (byTree.cost <= loose.cost ? byTree : loose) : (byTree ?? loose);
  return best && { ...best, since };
}

/**
 * "Called for an inquiry into an attack on a mosque on Friday that killed 13": a noun's relative clause right behind a time shuts the time
 * into the noun's phrase, whatever the parser hung it on. Gives the event's noun; -1 where no such clause follows.
 */
function describedThere({ words, events }: Scene, time: number): number {
  const opener = words[time + 1];
  if (opener?.sentence !== words[time]!.sentence || !/^(?:that|which)$/i.test(opener.text) || opener.head < 0) return -1;
  const clause = words[opener.head]!;
  if (clause.relation !== "acl:relcl" || clause.head < 0 || clause.head > time) return -1;
  // Parsers hang the clause on the day itself: it tells of the last happening named before.
  let noun = words[clause.head === time ? lastEvent(words, events, time) : clause.head];
  if (noun === undefined) return -1;
  while (!events.has(noun.index) && noun.relation.startsWith("nmod") && noun.head >= 0) noun = words[noun.head]!;
  return noun.upos === "NOUN" && events.has(noun.index) && time - noun.index <= PHRASE && words[time]!.upos === "PROPN" ? noun.index : -1;
}

/** The nearest event before a time that is a noun with no verb in between; -1 where there is none. */
function lastEvent(words: readonly Word[], events: ReadonlySet<number>, time: number): number {
  for (let i = time - 1; i >= Math.max(0, time - PHRASE) && words[i]!.upos !== "VERB"; i--) if (events.has(i)) return i;
  return -1;
}

/** Where two ways up meet, and what it costs to go there. */
function join(
  { words, events, tellsOf }: Scene,
  down: readonly Step[],
  up: readonly Step[],
  event: number,
): Omit<Link, "since"> | undefined {
  const meet = down.findIndex(({ at }) => up.some((step) => step.at === at));
  if (meet < 0) return undefined;
  const common = down[meet]!.at;
  const reach = up.findIndex(({ at }) => at === common);
  let cost = 0;
  for (let k = 0; k < reach; k++) {
    const { at, relation } = up[k]!;
    if (k > 0 && events.has(at) && at !== event && words[at]!.upos !== "VERB") return undefined;
    if (k > 0 && CLAUSES.test(relation)) {
      // "the attack, which killed three on Friday": a relative clause tells the time of what it describes.
      if (!relation.startsWith("acl") || k + 1 !== reach || common !== event) return undefined;
      cost += 2;
    } else cost += k > 0 && relation === "conj" ? 2 : 1;
  }
  // A participle after "have" is a verb, whatever the parser took it for.
  const participle = /^(have|be)$/.test(words[event - 1]?.lemma ?? "");
  let said = false;
  for (let k = 0; k < meet; k++) {
    const { at, relation } = down[k]!;
    const above = words[down[k + 1]!.at]!;
    if (SAYING.test(relation)) {
      if (said) cost += 1;
      said = true;
      cost += 2;
    } else if (
      !(SHARED.test(relation) || (participle && /^(amod|aux)$/.test(relation))) ||
      apart(words, at, relation, above, events, event, tellsOf)
    )
      return undefined;
    else cost += relation === "conj" ? 1.5 : CLAUSES.test(relation) ? 2 : 1;
  }
  return { cost, said };
}

/** Whether a word, though it hangs on another, tells of a time of its own. */
function apart(
  words: readonly Word[],
  at: number,
  relation: string,
  above: Word,
  events: ReadonlySet<number>,
  event: number,
  tellsOf: ReadonlySet<string>,
): boolean {
  if (/^(conj|compound|flat|appos|list|dep|xcomp)/.test(relation)) return false;
  const preposition = opener(words, at);
  if (/^(advcl|csubj)/.test(relation)) return APART.test(preposition);
  const verb = /^(VERB|AUX)$/.test(above.upos);
  if (verb && (tellsOf.has(above.lemma) || (events.has(above.index) && above.index !== event && !/^(obl|nsubj)/.test(relation))))
    return true;
  return relation.startsWith("obl") && preposition !== "" && !WITHIN.test(preposition);
}

/** The preposition or conjunction that a word brings along. */
function opener(words: readonly Word[], at: number): string {
  for (let i = at - 1; i >= Math.max(0, at - 8); i--)
    if (words[i]!.head === at && /^(case|mark)/.test(words[i]!.relation)) return words[i]!.text.toLowerCase();
  return "";
}

/** A time that opens its sentence, before any subject or verb, belongs to the main verb, whatever the tree says. */
function opens(words: readonly Word[], time: number, first: number): boolean {
  for (let i = first; i < time; i++) if (/^(VERB|AUX)$/.test(words[i]!.upos) || words[i]!.relation.startsWith("nsubj")) return false;
  return true;
}

/** So does one that closes it, set off by a comma or a dash: "… in the north of the city, Dec. 10." */
function closes(words: readonly Word[], time: number, first: number): boolean {
  let after = time + 1;
  while (words[after]?.sentence === words[time]!.sentence && (words[after]!.upos === "NUM" || words[after]!.upos === "PUNCT")) after++;
  if (words[after]?.sentence === words[time]!.sentence) return false;
  for (let i = time - 1; i >= Math.max(first, time - OPENING); i--) {
    if (/^[,–—-]$/.test(words[i]!.text)) return true;
    if (words[i]!.upos === "VERB" || words[i]!.upos === "NOUN") return false;
  }
  return false;
}

/** "… since the war began in 2011": "since" opens the clause in which the time stands. */
function sinceClause(words: readonly Word[], time: number, first: number): boolean {
  let verbs = 0;
  for (let i = time - 1; i >= Math.max(first, time - CLAUSE_SPAN); i--) {
    const { text, upos } = words[i]!;
    if (/^since$/i.test(text)) return verbs === 1;
    if (upos === "VERB") verbs++;
    if (text === "," || verbs > 1) return false;
  }
  return false;
}

/** Whether an event stands in the clause of time that a "since" before it opens. */
function within(words: readonly Word[], event: number, time: number, first: number): boolean {
  for (let i = time - 1; i >= Math.max(first, time - CLAUSE_SPAN); i--) if (/^since$/i.test(words[i]!.text)) return event > i;
  return false;
}

/** The word of [first, end) that the others hang on. */
export function headOf(words: readonly Word[], first: number, end: number): number {
  for (let i = first; i < end; i++) {
    const { head } = words[i]!;
    if (head < first || head >= end) return i;
  }
  return first;
}

import type { Span } from "../document/index.ts";
import type { Sentence } from "../parse/layers.ts";
import type { HarmWords } from "./harm-words.ts";
import type { Harm } from "./layers.ts";
import { matchSense } from "./match.ts";
import { countPeople, numberOf, type Quantity, readQuantity } from "./quantity.ts";
import type { Syntax } from "./syntax.ts";

/** One place that says how many people came to what harm. */
export interface HarmMention {
  readonly harm: Harm;
  readonly quantity: Quantity;
  /** The word that tells of the harm: "killed", "dead", "toll". */
  readonly word: number;
  /** Head of the phrase that names those who suffered; -1 when only a number stands there. */
  readonly victim: number;
  /** Told by a verb of hitting: they may have died. */
  readonly struck: boolean;
  readonly sentence: number;
}

export type IsPerson = (index: number) => boolean;

const MAY = /^(may|might|could|would|should|can|will|must|'d|'ll)$/;

/** Everything that a document says of people killed, injured, abducted, detained, displaced, in the order of the text. */
export function harmMentions(syntax: Syntax, sentences: readonly Sentence[], words: HarmWords, isPerson: IsPerson): readonly HarmMention[] {
  const found: HarmMention[] = [];
  sentences.forEach((sentence, index) => {
    const [start, end] = sentence.words;
    const used = new Set<number>();
    for (let i = start; i < end; i++) {
      if (used.has(i) || unreal(syntax, i)) continue;
      for (const m of mentionsAt(syntax, i, start, end, words, isPerson)) {
        used.add(i);
        if (!joint(syntax, m, words)) found.push({ ...m, sentence: index });
      }
    }
  });
  return found;
}

type Bare = Omit<HarmMention, "sentence">;

function mentionsAt(syntax: Syntax, i: number, start: number, end: number, words: HarmWords, isPerson: IsPerson): Bare[] {
  const word = syntax.word(i);
  const lemma = word.lemma.toLowerCase();
  const of = (harm: Harm, victim: number, struck = false): Bare[] => counted(syntax, harm, i, victim, start, struck, isPerson);
  if (word.upos === "VERB" || (word.upos === "ADJ" && /ed$|en$/.test(lemma))) {
    for (const phrase of words.phrases.get(lemma) ?? []) {
      const matched = matchSense({ pattern: phrase.pattern, partOfSpeech: "verb" }, syntax, i, end, start);
      if (matched !== undefined) return of(phrase.harm, victimOfPhrase(syntax, i, matched, phrase.text), phrase.struck);
    }
    const object = words.objectsOf.get(lemma);
    if (object !== undefined) {
      const victim = personAmongObjects(syntax, i, isPerson);
      const bare = victim < 0 ? bareNumber(syntax, i + 1, end) : undefined;
      return bare === undefined ? of(object, victim) : [{ harm: object, quantity: bare, word: i, victim: -1, struck: false }];
    }
    const subject = words.subjectsOf.get(lemma);
    if (subject !== undefined) return of(subject, syntax.subject(i));
    if (words.struck.has(lemma)) {
      const victim = syntax.object(i);
      return victim >= 0 && (isPerson(victim) || countPeople(syntax, victim, isPerson) !== undefined) && !diesToo(syntax, i, words)
        ? of(fatal(syntax, i) ? "killed" : "injured", victim, !fatal(syntax, i))
        : [];
    }
  }
  const text = word.text.toLowerCase();
  const predicate = words.predicates.get(lemma) ?? words.predicates.get(text);
  if (predicate !== undefined && (word.upos === "ADJ" || word.upos === "VERB" || word.upos === "NOUN")) {
    const victim = word.upos === "NOUN" ? -1 : victimOfPredicate(syntax, i);
    const here = of(predicate, victim);
    if (here.length > 0 || word.upos !== "NOUN") return here;
  }
  if (word.upos === "NOUN" && words.struckNouns.has(lemma)) {
    const whose = syntax.children(i).find((c) => syntax.word(c).relation === "nmod" && syntax.preposition(c) === "of");
    const isFatal = syntax.children(i).some((c) => /^(fatal|deadly)$/i.test(syntax.word(c).text));
    if (whose !== undefined) return of(isFatal ? "killed" : "injured", whose, !isFatal);
  }
  const noun = word.upos === "NOUN" || word.upos === "PROPN" ? words.nouns.get(lemma) : undefined;
  if (noun !== undefined) return nounMention(syntax, i, noun, isPerson);
  if (lemma === "casualty" && syntax.children(i).some((c) => /^no$/i.test(syntax.word(c).text))) {
    const quantity = { low: 0, best: 0, high: 0, span: [(syntax.word(i - 1) ?? word).span[0], word.span[1]] as Span };
    return [
      { harm: "killed", quantity, word: i, victim: -1, struck: false },
      { harm: "injured", quantity, word: i, victim: -1, struck: false },
    ];
  }
  const toll = words.tolls.get(lemma);
  return toll === undefined ? [] : tollMention(syntax, i, toll, end);
}

/** "Injured more than 5,500": a number alone, with the end of its phrase behind it, counts people. */
function bareNumber(syntax: Syntax, from: number, end: number): Quantity | undefined {
  const quantity = readQuantity(syntax.words, from, end);
  if (quantity === undefined) return undefined;
  const next = quantity.end < end ? syntax.word(quantity.end) : undefined;
  return next === undefined || /^(?:PUNCT|CCONJ|ADP)$/.test(next.upos) ? quantity : undefined;
}

/** "killed group commander Ahmad Karim": where a parser sees two objects, the one who is a person. */
function personAmongObjects(syntax: Syntax, verb: number, isPerson: IsPerson): number {
  const first = syntax.object(verb);
  if (first < 0 || isPerson(first) || syntax.word(first).upos !== "PROPN") return first;
  return syntax.dependents(verb, "obj").find((o) => o > first && isPerson(o)) ?? first;
}

/** "The toll rose to 40", "a death toll of 40", "the toll at 40". */
function tollMention(syntax: Syntax, i: number, harm: Harm, end: number): Bare[] {
  for (let at = i + 1; at < Math.min(end, i + 14); at++) {
    if (!/^(to|at|of|is|was|reached|hit|exceeded|topped|passed)$/.test(syntax.word(at).text.toLowerCase())) continue;
    const quantity = readQuantity(syntax.words, at + 1, end);
    if (quantity !== undefined && quantity.low < 100_000) return [{ harm, quantity, word: i, victim: -1, struck: false }];
  }
  return [];
}

/** "30 bodies", "two deaths", "the death of two soldiers", "no injuries". */
function nounMention(syntax: Syntax, i: number, harm: Harm, isPerson: IsPerson): Bare[] {
  const direct = syntax.children(i).some((c) => syntax.word(c).relation === "nummod" || /^no$/i.test(syntax.word(c).text));
  if (direct) {
    const quantity = countPeople(syntax, i, () => false);
    return quantity === undefined ? [] : [{ harm, quantity, word: i, victim: i, struck: false }];
  }
  const whose = syntax.children(i).find((c) => syntax.word(c).relation === "nmod" && syntax.preposition(c) === "of");
  if (whose === undefined) return [];
  const quantity = countPeople(syntax, whose, isPerson);
  return quantity === undefined ? [] : [{ harm, quantity, word: i, victim: whose, struck: false }];
}

function counted(syntax: Syntax, harm: Harm, word: number, victim: number, start: number, struck: boolean, isPerson: IsPerson): Bare[] {
  const nearest = ofWhom(syntax, word, start) ?? gapped(syntax, word);
  if (nearest !== undefined) return [{ harm, quantity: nearest, word, victim: -1, struck }];
  const one = victim >= 0 ? countPeople(syntax, pastPartitive(syntax, victim), isPerson) : undefined;
  if (one !== undefined) return [{ harm, quantity: one, word, victim, struck }];
  const left = quantityBefore(syntax, word, start);
  return left === undefined || victim > word ? [] : [{ harm, quantity: left, word, victim, struck }];
}

/** "Ten were shot, two of whom died": two. */
function ofWhom(syntax: Syntax, word: number, start: number): Quantity | undefined {
  for (let at = word - 1; at >= Math.max(start + 2, word - 5); at--) {
    if (!/^(whom|them|which)$/i.test(syntax.word(at).text)) continue;
    if (!/^of$/i.test(syntax.word(at - 1).text)) return undefined;
    const quantity = readQuantity(syntax.words, at - 2, at - 1);
    return quantity !== undefined && quantity.end === at - 1 ? quantity : undefined;
  }
  return undefined;
}

/** "Twelve were killed and dozens injured", "one killed and another wounded": the number after the first verb. */
function gapped(syntax: Syntax, word: number): Quantity | undefined {
  const own = syntax.word(word);
  if (own.relation !== "conj" && own.relation !== "parataxis" && own.relation !== "acl") return undefined;
  for (let at = word - 1; at >= Math.max(0, word - 7); at--) {
    const text = syntax.word(at).text.toLowerCase();
    if (text === "and" || text === "," || text === "while" || text === "but") {
      const quantity = quantityBefore(syntax, word, at + 1);
      if (quantity !== undefined) return quantity;
      const next = syntax.words[at + 1];
      return next !== undefined && /^(another|one)$/i.test(next.text) && at + 1 < word
        ? { low: 1, best: 1, high: 1, span: next.span }
        : undefined;
    }
  }
  return undefined;
}

/** "Two of the men": the number counts. */
function pastPartitive(syntax: Syntax, victim: number): number {
  const word = syntax.word(victim);
  if (
    word.upos === "PRON" &&
    /^(whom|which|them)$/i.test(word.text) &&
    word.head >= 0 &&
    numberOf(syntax.word(word.head).text) !== undefined
  )
    return word.head;
  return victim;
}

/** "Six people dead", "four injured": a number a few words before, with nothing but the counted noun between. */
function quantityBefore(syntax: Syntax, word: number, start: number): Quantity | undefined {
  for (let from = word - 1; from >= Math.max(start, word - 9); from--) {
    const quantity = readQuantity(syntax.words, from, word);
    if (quantity === undefined) continue;
    let best = quantity;
    for (let earlier = from - 1; earlier >= Math.max(start, from - 5); earlier--) {
      const longer = readQuantity(syntax.words, earlier, word);
      if (longer !== undefined && longer.end >= best.end) best = longer;
    }
    for (let at = best.end; at < word; at++) {
      const between = syntax.word(at);
      const lemma = between.lemma.toLowerCase();
      const fine =
        between.upos === "NOUN" ||
        between.upos === "ADJ" ||
        between.upos === "ADV" ||
        lemma === "be" ||
        lemma === "have" ||
        lemma === "get" ||
        lemma === "confirm" ||
        between.text === "-" ||
        lemma === "leave" ||
        lemma === "other";
      if (!fine || /^(year|year-old|month|day|hour|p.m.|a.m.|percent|mile|old|shot|time|round|block|count|charge|street)$/.test(lemma))
        return undefined;
    }
    return best;
  }
  return undefined;
}

/** Who an adjective or participle is said of: "left 12 dead", "was pronounced dead", "three were dead". */
function victimOfPredicate(syntax: Syntax, i: number): number {
  const word = syntax.word(i);
  if (word.relation === "xcomp" && word.head >= 0) {
    const object = syntax.object(word.head);
    return object >= 0 ? object : syntax.subject(word.head);
  }
  const own = syntax.dependents(i, "nsubj", "nsubj:pass")[0];
  if (own !== undefined) return own;
  if (word.relation === "conj" && word.head >= 0) return -1;
  if ((word.relation === "acl" || word.relation === "amod") && word.head >= 0 && word.head < i) return word.head;
  if (word.relation === "amod" && word.head > i)
    return syntax.children(word.head).some((c) => syntax.word(c).relation === "nummod") ? word.head : -1;
  return -1;
}

function victimOfPhrase(syntax: Syntax, verb: number, matched: readonly number[], text: string): number {
  if (/ life$/.test(text) && !text.startsWith("lose")) {
    const life = matched.at(-1) ?? verb;
    return syntax.children(life).find((c) => syntax.word(c).relation === "nmod" && syntax.preposition(c) === "of") ?? life;
  }
  if (/^(lose|suffer|sustain|receive|flee|recover|undergo)/.test(text)) return syntax.subject(verb);
  return syntax.object(verb);
}

/** Not said to have happened: negated or merely possible. "Nobody was killed" is a count of none, and stays. */
function unreal(syntax: Syntax, i: number): boolean {
  return syntax.children(i).some((c) => {
    const child = syntax.word(c);
    if (child.relation === "aux") return MAY.test(child.lemma.toLowerCase()) || MAY.test(child.text.toLowerCase());
    if (child.relation === "mark") return /^(if|unless)$/i.test(child.text);
    return child.relation === "advmod" && /^(not|n't|never)$/i.test(child.text);
  });
}

const fatal = (syntax: Syntax, i: number): boolean => syntax.children(i).some((c) => /^fatally$/i.test(syntax.word(c).text));

/** "Shot and killed": the second verb counts them. */
function diesToo(syntax: Syntax, i: number, words: HarmWords): boolean {
  return syntax.dependents(i, "conj", "xcomp").some((c) => {
    const lemma = syntax.word(c).lemma.toLowerCase();
    return words.objectsOf.has(lemma) || words.predicates.has(lemma) || words.subjectsOf.has(lemma);
  });
}

/** Harms of which one number may tell both: those kidnapped and killed are the same people. */
const SHARED_TOLL: ReadonlySet<Harm> = new Set<Harm>(["killed", "injured"]);

/** "More than 60 killed and injured" gives neither count. */
function joint(syntax: Syntax, mention: Bare, words: HarmWords): boolean {
  const harmOf = (i: number): Harm | undefined => {
    const word = syntax.word(i);
    const lemma = word.lemma.toLowerCase();
    return words.objectsOf.get(lemma) ?? words.predicates.get(lemma) ?? words.predicates.get(word.text.toLowerCase());
  };
  const at = mention.word;
  if (harmOf(at) === undefined || mention.quantity.high <= 1) return false;
  const other = [...syntax.dependents(at, "conj"), ...(syntax.word(at).relation === "conj" ? [syntax.word(at).head] : [])].find((i) => {
    const harm = harmOf(i);
    return harm !== undefined && harm !== harmOf(at) && SHARED_TOLL.has(harm) && SHARED_TOLL.has(harmOf(at)!);
  });
  if (other === undefined) return false;
  const [first, second] = at < other ? [at, other] : [other, at];
  if (second - first > 3) return false;
  for (let i = first + 1; i < second; i++) if (!/^(and|or|,|\/)$/i.test(syntax.word(i).text)) return false;
  return syntax.dependents(first, "obj").length === 0;
}

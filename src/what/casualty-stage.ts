import { cover, type Document, type Span, type Stage } from "../document/index.ts";
import { MENTIONS, SENTENCES, WORDS } from "../parse/layers.ts";
import { type HarmMention, harmMentions, type IsPerson } from "./harm-mentions.ts";
import { type HarmWords, loadHarmWords } from "./harm-words.ts";
import { type HeadNouns, loadHeadNouns } from "./kinds.ts";
import { CASUALTIES, type Casualty, type Harm, TRIGGERS, type Trigger } from "./layers.ts";
import { settleStruck } from "./settle-struck.ts";
import { Syntax } from "./syntax.ts";

/** Types of event that can have done the harm. */
const CAUSES: Readonly<Record<Harm, readonly string[]>> = {
  killed: ["ASSAULT", "COERCE", "PROTEST"],
  injured: ["ASSAULT", "COERCE", "PROTEST"],
  abducted: ["ASSAULT", "COERCE"],
  detained: ["COERCE", "ASSAULT"],
  displaced: ["ASSAULT", "COERCE"],
};
const TOTAL =
  /\b(toll|total|in all|altogether|so far|overall|since (the|last|january|february|march|april|may|june|july|august|september|october|november|december|\d{4}))\b/i;

/** Gives CASUALTIES: who was killed, injured, abducted, detained, displaced, how many, and by which event. Needs WORDS, SENTENCES, TRIGGERS. */
export function casualtyStage(): Stage {
  let words: HarmWords | undefined;
  let nouns: HeadNouns | undefined;
  return {
    name: "casualties",
    needs: [WORDS, SENTENCES, TRIGGERS],
    gives: [CASUALTIES],
    run(document) {
      words ??= loadHarmWords();
      nouns ??= loadHeadNouns();
      const syntax = new Syntax(document.get(WORDS));
      const sentences = document.get(SENTENCES);
      const mentions = settleStruck(harmMentions(syntax, sentences, words, personTest(document, syntax, nouns)), syntax);
      const triggers = document.get(TRIGGERS);
      const casualties = mentions.map((mention, index): Casualty => {
        const sentence = sentences[mention.sentence];
        const trigger = causeOf(mention, triggers, syntax);
        const { low, best, high, span } = mention.quantity;
        const total = sentence !== undefined && high > 1 && TOTAL.test(document.slice(sentence.span));
        const of = victimSpan(syntax, mention.victim);
        return {
          index,
          harm: mention.harm,
          low,
          best,
          high,
          span,
          ...(of === undefined ? {} : { of }),
          ...(trigger === undefined ? {} : { trigger: trigger.index }),
          total,
          reasons: reasonsFor(document, syntax, mention, trigger, total),
        };
      });
      return document.with(CASUALTIES, casualties);
    },
  };
}

/** Whether a word names people that can be counted: by the mention recogniser where it has run, else by the head noun. */
function personTest(document: Document, syntax: Syntax, nouns: HeadNouns): IsPerson {
  const types = new Map(document.has(MENTIONS) ? document.get(MENTIONS).map((m) => [m.head, m.type]) : []);
  return (index) => {
    const word = syntax.word(index);
    if (word.upos === "PRON") return true;
    const type = types.get(index);
    const byNoun = nouns.get(word.lemma.toLowerCase())?.includes("person") ?? false;
    if (word.upos === "PROPN")
      return type === undefined ? syntax.children(index).some((i) => /^(flat|compound)/.test(syntax.word(i).relation)) : type === "person";
    return byNoun || type === "person" || /year-old$/.test(word.text);
  };
}

/** The event that did the harm: the trigger that holds the word, else the nearest fitting one in the tree, the sentence, the one before. */
function causeOf(mention: HarmMention, triggers: readonly Trigger[], syntax: Syntax): Trigger | undefined {
  const holds = triggers.find((t) => t.words.includes(mention.word));
  const fits = (t: Trigger): boolean => CAUSES[mention.harm].includes(t.type);
  if (holds !== undefined && fits(holds)) return holds;
  const near = triggers.filter((t) => fits(t) && syntax.word(t.words[0]).sentence === mention.sentence);
  if (near.length > 0) {
    for (let at = mention.word, step = 0; at >= 0 && step < 12; at = syntax.word(at).head, step++) {
      const above = near.find((t) => t.words.includes(at));
      if (above !== undefined) return above;
    }
    return near.reduce((a, b) => (Math.abs(a.words[0] - mention.word) <= Math.abs(b.words[0] - mention.word) ? a : b));
  }
  const before = (t: Trigger): number => mention.sentence - syntax.word(t.words[0]).sentence;
  return triggers.findLast((t) => fits(t) && before(t) >= 1 && before(t) <= (LATER.has(mention.harm) ? REACH : 1));
}

/** Those hit die or are treated sentences after the attack is told; arrests and flights so far from it are of something else. */
const LATER: ReadonlySet<Harm> = new Set<Harm>(["killed", "injured"]);
const REACH = 4;

function victimSpan(syntax: Syntax, victim: number): Span | undefined {
  if (victim < 0) return undefined;
  const parts = syntax.children(victim).filter((i) => /^(det|nummod|amod|compound|flat|nmod:poss)/.test(syntax.word(i).relation));
  return cover([victim, ...parts].map((i) => syntax.word(i).span));
}

function reasonsFor(
  document: Document,
  syntax: Syntax,
  mention: HarmMention,
  trigger: Trigger | undefined,
  total: boolean,
): readonly string[] {
  const { low, high, span } = mention.quantity;
  const reasons = [
    `“${document.slice(span)}” with “${syntax.word(mention.word).text}”: ${low === high ? low : `${low} to ${high}`} ${mention.harm}`,
  ];
  if (mention.struck) reasons.push("hit, and not said to have died");
  if (trigger !== undefined) reasons.push(`caused by “${document.slice(trigger.span)}”`);
  if (total) reasons.push("a total over several events");
  return reasons;
}

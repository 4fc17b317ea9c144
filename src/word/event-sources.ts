import { contains, overlaps, type Span, type Stage } from "../document/index.ts";
import { SENTENCES, WORDS, type Word } from "../parse/layers.ts";
import { type PloverType, TRIGGERS, type Trigger } from "../what/layers.ts";
import { namesNobody } from "../who/index.ts";
import { ACTORS, ARGUMENTS, type EventArgument } from "../who/layers.ts";
import { BySentence } from "./by-sentence.ts";
import type { CueLexicon } from "./cue-lexicon.ts";
import {
  ATTRIBUTIONS,
  type Attribution,
  type AttributionKind,
  EVENT_SOURCES,
  type EventSource,
  type SourceStanding,
  type SpeechAct,
} from "./layers.ts";
import { isOwnVoice } from "./own-voice.ts";
import { type Reading, reading, relation, subtree } from "./reading.ts";
import { hasSubject, verbGroup } from "./verb-group.ts";

/** Acts by which a source vouches for what the content says. Praise, orders and questions take the event for granted or leave it open. */
const VOUCHES: ReadonlySet<SpeechAct> = new Set(["assert", "think", "perceive"]);
/** Events done by speaking: their speaker is their actor, and the author vouches for the speaking. */
const SPOKEN: ReadonlySet<PloverType> = new Set(["AGREE", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"]);
const FIRST_PERSON = new Set(["i", "we", "us", "me", "our", "my", "ours", "mine", "ourselves", "myself"]);
/** Links over which a subject is shared. */
const SHARES = new Set(["xcomp", "conj"]);
/** What cannot speak, whatever it shows: stretches of time, and happenings. */
const SPEECHLESS = new Set(
  "day week month year decade today use attack incident bombing strike killing move event fighting violence".split(" "),
);
const QUOTED = new Set(["quote", "cite"]);
const PERSONAL = new Set(["he", "she", "they", "it"]);

/**
 * The stage that gives EVENT_SOURCES: on whose word each trigger's event stands, outermost first. Needs the participants, because a
 * perpetrator's statement is a claim of responsibility and a victim's an accusation.
 */
export function eventSourceStage(lexicon: CueLexicon): Stage {
  return {
    name: "event sources",
    needs: [WORDS, SENTENCES, TRIGGERS, ACTORS, ARGUMENTS, ATTRIBUTIONS],
    gives: [EVENT_SOURCES],
    run: (document) => {
      const triggers = document.get(TRIGGERS);
      if (triggers.length === 0) return document.with(EVENT_SOURCES, []);
      const text = reading(document, lexicon);
      const attributions = document.get(ATTRIBUTIONS);
      const actors = document.get(ACTORS);
      const byTrigger = new Map<number, EventArgument[]>();
      for (const argument of document.get(ARGUMENTS)) {
        const list = byTrigger.get(argument.trigger);
        if (list === undefined) byTrigger.set(argument.trigger, [argument]);
        else list.push(argument);
      }
      const vouchers = vouchersOf(text, attributions, document.source.publisher);
      const named = new BySentence(
        text.sentences,
        actors.flatMap((actor) => actor.mentions.map((mention) => ({ id: actor.id, span: mention.span }))),
        ({ span }) => [span],
      );
      const list = triggers.map((trigger): EventSource => {
        const chain = chainOf(text, attributions, trigger, vouchers);
        const own = byTrigger.get(trigger.index) ?? [];
        const standing = chain.map((index) => standingOf(attributions[index]!, own, named));
        const kinds = chain.map((index, k) => kindFor(attributions[index]!, standing[k]!, trigger.type));
        const reasons = chain.map((index) => sentence(text, attributions[index]!));
        return { trigger: trigger.index, chain, kinds, standing, reasons };
      });
      return document.with(EVENT_SOURCES, list);
    },
  };
}

/** The attributions that put their content on somebody else's word, by sentence, and the first attribution of each cue. */
interface Vouchers {
  readonly around: BySentence<Attribution>;
  readonly all: ReadonlySet<Attribution>;
  readonly byCue: ReadonlyMap<number, Attribution>;
}

/** `publisher` is the page's own, whose voice needs no source. */
function vouchersOf(text: Reading, attributions: readonly Attribution[], publisher: string | undefined): Vouchers {
  const all = new Set(attributions.filter((a) => vouches(text, a, publisher)));
  const byCue = new Map<number, Attribution>();
  for (const a of attributions) if (a.cueHead !== undefined && !byCue.has(a.cueHead)) byCue.set(a.cueHead, a);
  return { all, byCue, around: new BySentence(text.sentences, all, (a) => a.content) };
}

/** The attributions that vouch for a trigger's event, outermost first. */
function chainOf(text: Reading, attributions: readonly Attribution[], trigger: Trigger, vouchers: Vouchers): number[] {
  const head = text.words[trigger.words[0]]!;
  const around = vouchers.around
    .of(head.sentence)
    .filter(
      (a) =>
        a.content.some((span) => contains(span, head.span)) &&
        (a.cue === undefined || !overlaps(a.cue, head.span)) &&
        !isTopic(text, text.words[a.cueHead ?? -1] ?? head, head.index),
    );
  around.sort((a, b) => width(b) - width(a) || a.index - b.index);
  for (let k = around.length - 1; k > 0; k--) if (overlaps(around[k]!.source!, around[k - 1]!.source!)) around.splice(k, 1);
  if (around.length > 0 && takenForGranted(text, head, trigger, text.words[around.at(-1)!.cueHead ?? -1])) return [];
  const inner = around.at(-1);
  if (inner !== undefined && SPOKEN.has(trigger.type) && trigger.mode !== "investigate" && spokenBySource(text, head.index, inner)) {
    around.pop();
    if (around.at(-1)?.relay === true && around.at(-1)!.cueHead === inner.cueHead) around.pop();
  }
  const outer = around[0] ?? vouchers.byCue.get(head.index);
  const carried = outer === undefined ? undefined : carriedSource(text, attributions, outer);
  if (carried !== undefined && !around.includes(carried) && vouchers.all.has(carried)) around.unshift(carried);
  return around.map((a) => a.index);
}

const HAPPENS = /^(?:happen|occur|take|target|hit|strike|kill|come)$/;
const GRANTED: ReadonlySet<PloverType> = new Set(["ASSAULT", "COERCE", "RETREAT", "PROTEST"]);

/**
 * "Said that the raid on the camp had nothing to do with the killings": what a speaker names with "the" is known already and is not their word. What
 * the verb of saying has as its object ("detailed the killings") is.
 */
function takenForGranted(text: Reading, head: Word, trigger: Trigger, cue: Word | undefined): boolean {
  if (head.upos !== "NOUN" || !GRANTED.has(trigger.type) || head.head === cue?.index) return false;
  // "Denied that the attack took place there": whether it did is what is said.
  const verb = text.words[head.head];
  if (verb !== undefined && relation(head) === "nsubj" && HAPPENS.test(verb.lemma)) return false;
  return text.children[head.index]!.some(
    (c) => /^(?:the|this|these|those)$/i.test(text.words[c]!.text) && relation(text.words[c]!) === "det",
  );
}

/** Whether an attribution puts its content on somebody else's word than the author's. */
function vouches(text: Reading, a: Attribution, publisher: string | undefined): boolean {
  if (a.source === undefined || a.act === undefined || !VOUCHES.has(a.act)) return false;
  const speaker = text.words[a.sourceHead ?? -1];
  // "We have seen attacks": outside a quotation that is the author, inside it whoever is quoted anyway.
  if (speaker !== undefined && FIRST_PERSON.has(speaker.text.toLowerCase())) return false;
  // "This week sees a round of talks", "the use of gas shows their contempt": neither says anything.
  if (speaker !== undefined && speaker.upos === "NOUN" && SPEECHLESS.has(speaker.lemma.toLowerCase())) return false;
  // "No group claimed responsibility for the attack": then it stands on the author's word.
  if (a.sourceHead !== undefined && namesNobody(text.words, a.sourceHead)) return false;
  const cue = text.words[a.cueHead ?? -1];
  // "rebels were reported to have attacked": they are spoken of; "was quoted as saying" alone makes a passive subject a speaker.
  if (
    speaker !== undefined &&
    cue !== undefined &&
    speaker.relation === "nsubj:pass" &&
    speaker.head === cue.index &&
    !QUOTED.has(cue.lemma)
  )
    return false;
  // "the attack claimed by the group", "the truce announced by both sides": the author takes it for a fact.
  if (cue !== undefined && a.kind !== "report" && !hasSubject(text, cue.index) && isParticiple(text, cue)) return false;
  // "continued to fire", "agreed to meet": what a statement's verb governs as an infinitive is done, not said.
  if (cue !== undefined && a.kind === "statement" && cue.upos === "VERB" && hasInfinitive(text, cue.index)) return false;
  return (
    publisher === undefined ||
    !isOwnVoice(speaker === undefined ? text.text.slice(...a.source) : wholePhrase(text, speaker.index), publisher)
  );
}

/** "claimed by the group", also where the tagger takes the participle for a past tense. */
function isParticiple(text: Reading, cue: Word): boolean {
  const { tense, passive } = verbGroup(text, cue.index);
  if (cue.xpos === "VBN") return tense === "none";
  return cue.xpos === "VBD" && !passive && text.words[cue.index + 1]?.text.toLowerCase() === "by";
}

/** Whether a trigger hangs on the cue by a preposition: "responded to the attack", "commented on the raid" take the event for granted. */
function isTopic(text: Reading, cue: Word, head: number): boolean {
  if (cue.upos !== "VERB") return false;
  for (let at = head, steps = 0; at >= 0 && steps < 30; at = text.words[at]!.head, steps++)
    if (text.words[at]!.head === cue.index) return relation(text.words[at]!) === "obl";
  return false;
}

function hasInfinitive(text: Reading, head: number): boolean {
  return text.children[head]!.some((c) => relation(text.words[c]!) === "xcomp" && verbGroup(text, c).infinitive);
}

/** The whole noun phrase of a source, of bounded length. */
function wholePhrase(text: Reading, head: number): string {
  return subtree(text, head)
    .slice(0, 16)
    .map((i) => text.words[i]!.text)
    .join(" ");
}

function width(a: Attribution): number {
  return a.content.reduce((sum, [start, end]) => sum + end - start, 0);
}

/**
 * Whether an act of speech inside a content is the source's own: "we call on …" in a quotation, "the minister said he condemned …". Inside a
 * quotation an act without a subject of its own is the speaker's.
 */
function spokenBySource(text: Reading, head: number, attribution: Attribution): boolean {
  const speaker = text.words[attribution.sourceHead ?? -1];
  const quoted = text.quotationOf[head]! >= 0;
  for (let at = head, steps = 0; at >= 0 && at !== attribution.cueHead && steps < 8; steps++) {
    for (const child of text.children[at]!) {
      const word = text.words[child]!;
      const r = relation(word);
      const lower = word.text.toLowerCase();
      if (r === "nmod" && FIRST_PERSON.has(lower)) return true;
      if (r === "nsubj" && word.upos !== "DET" && !/^W/.test(word.xpos))
        return FIRST_PERSON.has(lower) || PERSONAL.has(lower) || (speaker !== undefined && word.lemma === speaker.lemma);
    }
    if (quoted && !SHARES.has(relation(text.words[at]!))) break;
    at = text.words[at]!.head;
  }
  return quoted;
}

/**
 * A report over several sentences: "…, the agency said, the paper reported. He warned that …": where a speaker goes on as "he", whoever relayed
 * the sentence before relays this one too.
 */
function carriedSource(text: Reading, attributions: readonly Attribution[], inner: Attribution): Attribution | undefined {
  const speaker = inner.relay === true ? undefined : text.words[inner.sourceHead ?? -1];
  if (speaker === undefined || !PERSONAL.has(speaker.text.toLowerCase()) || inner.within !== undefined) return undefined;
  const paragraph = text.sentences[speaker.sentence]!.paragraph;
  for (let index = inner.index - 1; index >= 0; index--) {
    const earlier = attributions[index]!;
    const where = text.words[earlier.cueHead ?? -1];
    if (where === undefined) continue;
    if (where.sentence < speaker.sentence - 1 || text.sentences[where.sentence]!.paragraph !== paragraph) return undefined;
    if (where.sentence !== speaker.sentence && earlier.within !== undefined) {
      const outer = attributions[earlier.within]!;
      if (outer.source !== undefined && outer.act !== undefined && VOUCHES.has(outer.act)) return outer;
    }
  }
  return undefined;
}

function standingOf(
  attribution: Attribution,
  own: readonly EventArgument[],
  named: BySentence<{ readonly id: string; readonly span: Span }>,
): SourceStanding {
  if (attribution.kind === "denial") return "denier";
  const source = attribution.source;
  if (source === undefined) return "third party";
  const ids = new Set(
    named
      .near(source)
      .filter((mention) => overlaps(mention.span, source))
      .map((mention) => mention.id),
  );
  for (const argument of own)
    if (argument.actor !== undefined && ids.has(argument.actor) && (argument.role === "actor" || argument.role === "recipient"))
      return argument.role === "actor" ? "perpetrator" : "victim";
  return "third party";
}

/** The kind of one link for one event: who says that they did violence claims it, who says that it was done to them accuses. */
export function kindFor(attribution: Attribution, standing: SourceStanding, type: PloverType): AttributionKind {
  const violent = type === "ASSAULT" || type === "COERCE" || type === "MOBILIZE";
  if (!violent || (attribution.kind !== "statement" && attribution.kind !== "report")) return attribution.kind;
  if (standing === "perpetrator") return "claim";
  return standing === "victim" ? "accusation" : attribution.kind;
}

function sentence(text: Reading, attribution: Attribution): string {
  const source = attribution.source === undefined ? "someone unnamed" : `“${text.text.slice(...attribution.source)}”`;
  const cue = attribution.cue === undefined ? "" : ` (“${text.text.slice(...attribution.cue)}”)`;
  return `the event stands in what ${source} is the source of${cue}`;
}

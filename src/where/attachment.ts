import type { Word } from "../parse/layers.ts";
import type { PloverType } from "../what/layers.ts";
import type { PlaceMention } from "./layers.ts";

/** How a place hangs on an event's word in the dependency tree. */
export interface Attachment {
  /** Higher is closer: 10 is the event's own adverbial. */
  readonly strength: number;
  /** In words that `dateline explain` shows. */
  readonly reason: string;
  /** Whether a preposition of place joins them. */
  readonly locative: boolean;
}

const LOCATIVE = new Set(
  "in at on near inside outside around across within throughout into onto over along off above below between beside amid".split(" "),
);
const OTHER_CLAUSE = /^(?:conj|parataxis|advcl|ccomp|acl|csubj|appos|dep)/;
/** What is said hangs on its verb as a clause; the verb of a tag after a quotation hangs on what was said. */
const TOLD = /^(?:ccomp|parataxis)/;
const PARTS = new Set(
  "city town village region province governorate district area areas part parts outskirts suburb suburbs heart centre center north south east west northeast northwest southeast southwest side coast vicinity countryside state neighborhood neighbourhood".split(
    " ",
  ),
);
/** Openers of a clause or phrase about another time or another event than the one it hangs on. */
const APART = new Set("since before until till despite although".split(" "));
const ELSEWHERE: Attachment = { strength: 0, reason: "told of another time", locative: false };
const MAX_HOPS = 9;
const MAX_CLIMB = 4;

/** The word of a span that its other words hang on; -1 when no word lies in the span. */
export function headOf(span: readonly [number, number], words: readonly Word[], first: number, end: number): number {
  for (let i = first; i < end; i++) {
    const word = words[i]!;
    if (word.span[0] < span[0] || word.span[1] > span[1] + 1) continue;
    const head = words[word.head];
    if (!head || head.span[0] < span[0] || head.span[1] > span[1] + 1) return i;
  }
  return -1;
}

/** The preposition of a phrase: the lemma of the first `case` child. */
export function caseOf(head: number, words: readonly Word[], first: number, end: number): string {
  for (let i = first; i < end; i++) if (words[i]!.head === head && words[i]!.relation === "case") return words[i]!.text.toLowerCase();
  return "";
}

/** The word that opens a phrase or a clause: the first `case` or `mark` child. */
function openerOf(head: number, words: readonly Word[], first: number): string {
  for (let i = first; i < head; i++)
    if (words[i]!.head === head && /^(?:case|mark)/.test(words[i]!.relation)) return words[i]!.text.toLowerCase();
  return "";
}

/** What else happens in the document, and what is asked of it when a place is joined to an event. */
export interface Happenings {
  /** The types of the triggers, by their first word. */
  readonly typeOf: ReadonlyMap<number, PloverType>;
  /** The type of the event whose place is looked for. */
  readonly type: PloverType;
}

/** Prepositions by which one happening takes place in the other: "arrested in a raid in Kirkuk", "killed during a protest in Basra". */
const DURING = new Set(["in", "during", "at", "amid", "by", "with", "after", "following", ""]);
/** "Talks on the situation in Aleppo": what is spoken about is elsewhere. */
const ABOUT = new Set(["on", "about", "over", "regarding", "concerning"]);
const DISCUSSES = /^(?:discuss|debate|review|address|raise)$/i;
const SPEAKING: ReadonlySet<PloverType> = new Set(["CONSULT", "AGREE", "REJECT", "REQUEST", "ACCUSE", "THREATEN", "SUPPORT"]);

/** "Expelled in connection with a bombing in Nairobi": a place that belongs to another happening of another kind is not this one's. */
function elsewhere(at: number, event: number, words: readonly Word[], first: number, { typeOf, type }: Happenings): boolean {
  if (at === event || words[at]!.upos === "VERB") return false;
  const opener = openerOf(at, words, first);
  if (SPEAKING.has(type) && ABOUT.has(opener)) return true;
  const other = typeOf.get(at);
  return other !== undefined && other !== type && !DURING.has(opener);
}

/** Whether a name tells where somebody is who says something: "a researcher in Nairobi said", "diplomats in Nairobi fear that". */
export function speaks(place: number, words: readonly Word[]): boolean {
  let at = place;
  for (let steps = 0; steps < 5; steps++) {
    const { head, relation } = words[at]!;
    if (head < 0) return false;
    if (relation === "nsubj") return TOLD.test(words[head]!.relation) || tells(head, words);
    if (relation.startsWith("obl") && /^according$/i.test(openerOf(at, words, Math.max(0, at - 8)))) return true;
    if (!/^(?:nmod|compound|flat|appos|conj|acl|obl)/.test(relation)) return false;
    at = head;
  }
  return false;
}

/** "Those arrested were taken to Paris", "after being captured he was moved to Basra": what comes before a journey is not where it ends. */
function sentOn(event: number, journey: number, words: readonly Word[], first: number): boolean {
  let at = event;
  for (let steps = 0; steps < 3 && at >= 0; steps++) {
    const { head, relation } = words[at]!;
    if (head === journey)
      return relation.startsWith("nsubj") || (relation.startsWith("advcl") && /^(?:after|before)$/.test(openerOf(at, words, first)));
    if (!/^(?:acl|amod|nmod)/.test(relation)) return false;
    at = head;
  }
  return false;
}

/** Whether a relative clause has its noun as its subject. */
function actsIn(verb: number, words: readonly Word[], first: number, end: number): boolean {
  for (let i = first; i < end; i++)
    if (words[i]!.head === verb && words[i]!.relation === "nsubj" && /^(?:which|who|that)$/i.test(words[i]!.text)) return true;
  return false;
}

/** Whether a verb has what is said as a clause below it. */
function tells(verb: number, words: readonly Word[]): boolean {
  const { sentence } = words[verb]!;
  for (let i = verb + 1; i < words.length && words[i]!.sentence === sentence; i++)
    if (words[i]!.head === verb && TOLD.test(words[i]!.relation)) return true;
  for (let i = verb - 1; i >= 0 && words[i]!.sentence === sentence; i--)
    if (words[i]!.head === verb && TOLD.test(words[i]!.relation)) return true;
  return false;
}

/**
 * How a place attaches to the event whose word is `event`; undefined when the tree does not join them within the sentence `[first, end)`.
 * The event's own adverbials first ("bombed in Idlib"), then what it is done to ("shelled Idlib", "a base near Homs"), then the adverbials
 * of the clauses above it. A subject is who acts, not where; "from" is where something came from.
 */
export function attachment(
  place: PlaceMention,
  event: number,
  words: readonly Word[],
  first: number,
  end: number,
  around: Happenings,
): Attachment | undefined {
  const head = headOf(place.span, words, first, end);
  if (head < 0 || head === event)
    return head === event && head >= 0 ? { strength: 8, reason: "names the event", locative: false } : undefined;
  // "to the Kurdistan region", "in the heart of Mosul": the noun that the name belongs to carries the preposition.
  let carrier = head;
  for (let lift = 0; lift < 3; lift++) {
    const word = words[carrier]!;
    const above = word.head;
    if (above < first || above === event || word.head < 0) break;
    const named =
      /^(?:compound|flat|appos|nmod:desc|amod)/.test(word.relation) &&
      words[above]!.upos !== "VERB" &&
      caseOf(above, words, first, end) !== "";
    const part = word.relation === "nmod" && caseOf(carrier, words, first, end) === "of" && PARTS.has(words[above]!.text.toLowerCase());
    if (!named && !part) break;
    carrier = above;
  }
  const preposition = caseOf(carrier, words, first, end);
  if (speaks(carrier, words)) return { strength: 0, reason: "where the speaker is", locative: false };
  // "Talks between Iran and Iraq": those who talk.
  if (preposition === "between" && (around.type === "COOPERATE" || SPEAKING.has(around.type))) return ELSEWHERE;
  const way: string[] = [];
  let apart = Infinity;
  // "The wounded, of whom ten were flown to Ankara": where another verb goes to is not where this event was.
  const journey = /^(?:to|from|toward|towards)$/.test(preposition) ? words[words[carrier]!.head] : undefined;
  if (
    journey?.upos === "VERB" &&
    journey.index !== event &&
    (/^(?:acl|advcl|ccomp|parataxis|conj)/.test(journey.relation) || sentOn(event, journey.index, words, first)) &&
    (words[event]!.head !== journey.index || sentOn(event, journey.index, words, first))
  )
    return ELSEWHERE;
  const passed = new Map<number, number>([[carrier, 0]]);
  let at = carrier;
  while (at >= 0 && at !== event && way.length < MAX_HOPS) {
    // "killed … since the war in Gaza began": what is told of another time is told of another place.
    if (at !== carrier && (APART.has(openerOf(at, words, first)) || elsewhere(at, event, words, first, around)))
      apart = Math.min(apart, way.length);
    way.push(words[at]!.relation);
    at = words[at]!.head;
    if (at >= 0) passed.set(at, way.length);
  }
  // "Discussed the crisis in Syria": what they talk about.
  const topic = SPEAKING.has(around.type) && way.at(-1) === "obj" && DISCUSSES.test(words[event]!.lemma);
  if (at === event) return apart < way.length || topic ? ELSEWHERE : own(way, preposition);
  let above = event;
  let relative = false;
  for (let climb = 1; climb <= MAX_CLIMB && above >= 0; climb++) {
    const relation = words[above]!.relation;
    // A relative clause happens where the noun it tells of does ("an attack in X that killed"), not where the rest of the sentence does.
    if (relative) return undefined;
    relative = relation === "acl:relcl";
    const clause = above;
    above = words[above]!.head;
    if (above < 0) break;
    const hops = passed.get(above);
    if (hops === undefined) continue;
    // "The United States, which condemned the bombing": who does it is not where it was.
    if (hops === 0 && relative && actsIn(clause, words, first, end)) return ELSEWHERE;
    if (hops === 0) return relative ? { strength: 9.2, reason: "the place that its clause tells of", locative: true } : undefined;
    if (apart < hops) return ELSEWHERE;
    // "His death will hamper their plan to hold Raqqa": far below what it does to something, it is not there itself.
    if (relation.startsWith("nsubj") && hops > 2 && /^(?:obj|xcomp|ccomp)/.test(way[hops - 1]!)) return undefined;
    const to = way.slice(0, hops);
    const inner = own(to, preposition);
    const crossed = OTHER_CLAUSE.test(relation) ? 1 : 0.4;
    if (inner && inner.strength > 5)
      return {
        strength: Math.max(5.2, inner.strength - 2 - crossed * climb),
        reason: `${inner.reason} of “${words[above]!.text}”, which governs the event`,
        locative: inner.locative,
      };
    return inner?.strength === 0 ? inner : undefined;
  }
  return undefined;
}

function own(way: readonly string[], preposition: string): Attachment | undefined {
  const top = way.at(-1);
  if (top === undefined) return undefined;
  const steps = way.length - 1;
  const clauses = way.filter((relation) => OTHER_CLAUSE.test(relation)).length;
  const less = steps * 0.8 + clauses * 1.1;
  const locative = LOCATIVE.has(preposition);
  const none: Attachment = { strength: 0, reason: "belongs to who acts", locative: false };
  if (way[0] === "nsubj" && steps === 0) return none;
  if (preposition === "by" || preposition === "with" || preposition === "against")
    return steps === 0 ? undefined : { strength: 5.2, reason: `after “${preposition}”`, locative: false };
  if (preposition === "out") return { strength: 8.5 - less, reason: "out of where it drove them", locative: false };
  if (preposition === "from") return { strength: 5.5 - steps * 0.2, reason: "where it came from", locative: false };
  if (top === "nsubj") return locative ? { strength: 6.5 - less, reason: `“${preposition}” within its subject`, locative: true } : none;
  if (locative)
    return {
      strength: 10 - less,
      reason: `“${preposition}” within its own phrase`,
      locative: preposition !== "on" && preposition !== "over" && (clauses === 0 || top.startsWith("acl")),
    };
  if (way[0]!.startsWith("compound") || way[0] === "nmod:poss")
    return { strength: 8.5 - less, reason: "part of its name", locative: steps === 0 };
  if (way[0] === "obj" || way[0] === "nsubj:pass") return { strength: 9 - less, reason: "what it is done to", locative: false };
  if (way.length === 1 && /^(?:to|toward|towards)$/.test(preposition))
    return { strength: 9.6, reason: `“${preposition}” within its own phrase`, locative: true };
  if (preposition === "of" || preposition === "for" || preposition === "to" || preposition === "toward" || preposition === "towards")
    return { strength: 9 - less, reason: `“${preposition}” within its own phrase`, locative: preposition.startsWith("to") };
  return { strength: 7 - less, reason: "within its own phrase", locative: false };
}

import type { Stage } from "../document/index.ts";
import { SENTENCES, type Sentence, WORDS, type Word } from "../parse/layers.ts";
import { type PloverType, TRIGGERS, type Trigger } from "../what/layers.ts";
import { attachment, caseOf, headOf, speaks } from "./attachment.ts";
import { distanceKm } from "./distance.ts";
import { isCountry, isDivision } from "./gazetteer.ts";
import { EVENT_PLACES, type EventPlace, PLACES, type PlaceMention } from "./layers.ts";

/** Things that happen on the ground: told without a place, they happen where the story is. */
const PHYSICAL: ReadonlySet<PloverType> = new Set(["ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE"]);
/** Meetings and deliveries have a place only where the sentence gives one, and how closely it must be joined (see `attachment`). */
const LEAST: Partial<Record<PloverType, number>> = { CONSULT: 8, COOPERATE: 8, AID: 7, SANCTION: 7, CONCEDE: 5 };

interface Option {
  readonly place: PlaceMention;
  readonly strength: number;
  readonly reason: string;
  /** Whether a preposition of place joins it to the event. */
  readonly locative?: boolean;
  /** From the story around, not from its sentence. */
  readonly assumed?: boolean;
}

/** Whether the event only might be: under "if", "would" or "could", or as a bare plan. Such an event has no place but the one it is given. */
function supposed(trigger: Trigger, words: readonly Word[]): boolean {
  let at = trigger.words[0];
  for (let climb = 0; climb < 4 && at >= 0; climb++) {
    const word = words[at]!;
    for (let i = Math.max(0, at - 8); i < Math.min(words.length, at + 3); i++) {
      const child = words[i]!;
      if (
        child.head === at &&
        (child.relation === "mark" || child.relation === "aux") &&
        /^(?:if|unless|would|could|should|might|will)$/i.test(child.text)
      )
        return true;
    }
    if (!/^(?:obl|obj|nmod|xcomp|conj|advcl|ccomp|nsubj)/.test(word.relation)) return false;
    at = word.head;
  }
  return false;
}

/** "called on him to bomb targets in Iran": a bare infinitive tells what is wanted, and the story does not go on from there. */
function wanted(trigger: Trigger, words: readonly Word[]): boolean {
  const at = trigger.words[0];
  for (let i = Math.max(0, at - 4); i < at; i++)
    if (words[i]!.head === at && words[i]!.relation === "mark" && words[i]!.text.toLowerCase() === "to") return true;
  return false;
}

/** Whether the event is told in passing of a name ("X, which fought a war with Y"): it did not happen where the sentence plays. */
function background(trigger: Trigger, words: readonly Word[]): boolean {
  let told = words[trigger.words[0]];
  for (let climb = 0; climb < 3 && told !== undefined && /^(?:obj|obl|compound)/.test(told.relation); climb++) told = words[told.head];
  return told?.relation === "acl:relcl" && words[told.head]?.upos === "PROPN";
}

function grain(place: PlaceMention): number {
  const code = place.featureCode ?? "";
  if (isCountry(code) || code === "CONT") return 0;
  if (isDivision(code) || /^(SEA|OCN|GULF|STM|MTS|VAL|DSRT|ISLS?|PEN)$/.test(code)) return 1;
  return 2;
}

/** Whether the finer place lies within the coarser one. */
function within(fine: PlaceMention, coarse: PlaceMention): boolean {
  if (coarse.featureCode && isCountry(coarse.featureCode)) return fine.country === coarse.country;
  if (fine.latitude === undefined || coarse.latitude === undefined) return false;
  return distanceKm(fine.latitude, fine.longitude!, coarse.latitude, coarse.longitude!) <= (coarse.radiusKm ?? 50) * 1.5;
}

/** The place that the article is about: weighed by how often and how early it is named, the finer first. */
export function mainPlace(places: readonly PlaceMention[], text: string): PlaceMention | undefined {
  const votes = new Map<string, { place: PlaceMention; weight: number }>();
  for (const place of places) {
    if (place.latitude === undefined) continue;
    // A town's police and courts speak of what happens in the town; a country's government does not.
    const local = place.use === "literal" ? 1 : grain(place) > 0 && place.featureCode !== "PPLC" ? 0.3 : 0;
    if (local === 0) continue;
    const early = 1 + 2 * Math.max(0, 1 - place.span[0] / Math.min(text.length + 1, 1500));
    const id = `${place.name}|${Math.round(place.latitude)}`;
    const vote = votes.get(id) ?? { place, weight: 0 };
    vote.weight += local * early * place.confidence ** 2 * [0.6, 0.9, 1][grain(place)]!;
    votes.set(id, vote);
  }
  let best: { place: PlaceMention; weight: number } | undefined;
  for (const vote of votes.values()) if (!best || vote.weight > best.weight) best = vote;
  return best?.place;
}

function inSentence(
  trigger: Trigger,
  sentence: Sentence,
  places: readonly PlaceMention[],
  words: readonly Word[],
  type: PloverType,
): Option[] {
  const [first, end] = sentence.words;
  const aside = background(trigger, words);
  return places.flatMap((place): Option[] => {
    const joined = trigger.words.map((word) => attachment(place, word, words, first, end)).filter((a) => a !== undefined);
    const best = joined.sort((a, b) => b.strength - a.strength)[0];
    if (place.use !== "literal" && !(best && best.strength >= 9 && best.reason === "what it is done to" && type === "ASSAULT")) return [];
    // A headline names the country where the text will name the town.
    const general = sentence.kind === "heading" && grain(place) === 0 ? 2 : 0;
    // Where something lands is named after the verb; what stands before it is where it came from or what the talk is about.
    const early = place.span[1] <= trigger.span[0] && words[trigger.words[0]]!.upos === "VERB" ? 0.8 : 0;
    if (best)
      return [{ place, strength: best.strength + grain(place) * 0.3 - early - general, reason: best.reason, locative: best.locative }];
    if (aside || headsElsewhere(place, trigger, words, first, end)) return [];
    const distance = Math.min(Math.abs(place.span[0] - trigger.span[1]), Math.abs(trigger.span[0] - place.span[1]));
    return [{ place, strength: 4.8 - Math.min(1.5, distance / 100) + grain(place) * 0.3, reason: "in the same sentence" }];
  });
}

/** "122 of the wounded have been flown to Turkey": where another verb goes to is not where this event was. */
function headsElsewhere(place: PlaceMention, trigger: Trigger, words: readonly Word[], first: number, end: number): boolean {
  const at = headOf(place.span, words, first, end);
  if (at < 0 || !/^(?:to|from|toward|towards|for)$/.test(caseOf(at, words, first, end))) return false;
  const verb = words[at]!.head;
  return verb >= 0 && words[verb]!.upos === "VERB" && !trigger.words.includes(verb);
}

function strongest(options: readonly Option[]): Option | undefined {
  let best: Option | undefined;
  for (const option of options) if (!best || option.strength > best.strength) best = option;
  if (!best) return undefined;
  const coarse = best;
  const finer = options
    .filter(
      (o) => grain(o.place) > grain(coarse.place) && o.strength > 4 && o.strength > coarse.strength - 5 && within(o.place, coarse.place),
    )
    .sort((a, b) => b.strength - a.strength)[0];
  return finer ? { ...finer, strength: coarse.strength, reason: `${finer.reason}, within ${coarse.place.text}` } : coarse;
}

/**
 * Where each event happened: by syntax, then in the sentence, then by the narrative (the sentence before, the dateline, what the article is
 * about). Verbal acts have a place only where the sentence says so. A name that says whose and not where is never a place of an event.
 */
export function eventPlaceStage(): Stage {
  return {
    name: "event places",
    needs: [WORDS, SENTENCES, PLACES, TRIGGERS],
    gives: [EVENT_PLACES],
    run(document) {
      const words = document.get(WORDS);
      const sentences = document.get(SENTENCES);
      const places = document.get(PLACES).filter((place) => place.latitude !== undefined);
      const speakers = new Set<PlaceMention>();
      const bySentence = new Map<number, PlaceMention[]>();
      let s = 0;
      for (const place of places) {
        while (s + 1 < sentences.length && sentences[s]!.span[1] <= place.span[0]) s++;
        const [first, end] = sentences[s]?.words ?? [0, 0];
        const at = headOf(place.span, words, first, end);
        if (at >= 0 && speaks(at, words)) speakers.add(place);
        const list = bySentence.get(s);
        if (list) list.push(place);
        else bySentence.set(s, [place]);
      }
      const main = mainPlace(
        places.filter((place) => !speakers.has(place)),
        document.text,
      );
      const head = sentences.findIndex((x) => x.kind === "dateline");
      const dated = head >= 0 ? (bySentence.get(head) ?? [])[0] : undefined;
      const dateline: Option | undefined = dated && { place: dated, strength: 5, reason: "where the report was written" };
      const headed = head >= 0 ? sentences[head]!.paragraph + 2 : -1;
      const results: EventPlace[] = [];
      const told = new Map<number, Option>();
      for (const trigger of document.get(TRIGGERS)) {
        const index = words[trigger.words[0]]?.sentence ?? -1;
        const sentence = sentences[index];
        if (!sentence) continue;
        // A resignation has a place only where its sentence gives one.
        const physical = PHYSICAL.has(trigger.type) && trigger.mode !== "resign";
        if (!physical && LEAST[trigger.type] === undefined) continue;
        const options = inSentence(trigger, sentence, bySentence.get(index) ?? [], words, trigger.type);
        let best = strongest(
          physical ? options.filter((o) => o.strength >= 3) : options.filter((o) => o.strength >= LEAST[trigger.type]! && o.locative),
        );
        if (!best && trigger.type === "CONSULT" && sentence.paragraph <= headed) best = dateline;
        if (!best && physical && !supposed(trigger, words) && !background(trigger, words))
          best = narrative(index, sentences, bySentence, told, main, speakers);
        if (!best) continue;
        if (physical && !wanted(trigger, words)) told.set(index, best);
        results.push({
          trigger: trigger.index,
          place: best.place.id,
          ...(best.assumed ? { assumed: true } : {}),
          confidence: Math.round(Math.min(1, best.strength / 10) * best.place.confidence * 1000) / 1000,
          reasons: [`${best.place.text}: ${best.reason}`],
        });
      }
      return document.with(EVENT_PLACES, results);
    },
  };
}

/** The place that a sentence without one goes on with. */
function narrative(
  index: number,
  sentences: readonly Sentence[],
  bySentence: ReadonlyMap<number, readonly PlaceMention[]>,
  told: ReadonlyMap<number, Option>,
  main: PlaceMention | undefined,
  speakers: ReadonlySet<PlaceMention>,
): Option | undefined {
  const here = sentences[index]!;
  for (let back = 1; back <= 3 && index - back >= 0; back++) {
    const before = sentences[index - back]!;
    if (before.kind === "heading" || here.paragraph - before.paragraph > 1) break;
    const event = told.get(index - back);
    if (event) return { place: event.place, strength: 3, reason: "where the event told just before happened", assumed: true };
    const named = (bySentence.get(index - back) ?? [])
      .filter(
        (p) => p.use === "literal" && !speakers.has(p) && (main === undefined || p.country === main.country || opensSentence(p, before)),
      )
      .sort((a, b) => grain(b) - grain(a) || b.span[0] - a.span[0])[0];
    if (named && grain(named) === 2) return { place: named, strength: 2.6, reason: "named just before", assumed: true };
  }
  return main ? { place: main, strength: 2, reason: "what the article is about", assumed: true } : undefined;
}

/** "In Aleppo, …": what a sentence opens with sets its scene. */
const OPENING = 20;
const opensSentence = (place: PlaceMention, sentence: Sentence): boolean => place.span[0] - sentence.span[0] <= OPENING;

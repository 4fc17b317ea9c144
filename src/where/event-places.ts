import type { Stage } from "../document/index.ts";
import { SENTENCES, WORDS } from "../parse/layers.ts";
import { type PloverType, TRIGGERS } from "../what/layers.ts";
import { headOf, speaks } from "./attachment.ts";
import { joinedPlaces } from "./joined.ts";
import { EVENT_PLACES, type EventPlace, JOINED_PLACES, PLACES, type PlaceMention } from "./layers.ts";
import { inSentence, type Option, strongest } from "./sentence-places.ts";
import { background, saysHere, supposed, wanted } from "./standing.ts";
import { mainPlace, metBefore, metNext, narrative } from "./story-place.ts";

/** Things that happen on the ground: told without a place, they happen where the story is. */
const PHYSICAL: ReadonlySet<PloverType> = new Set(["ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE"]);
/** Meetings and deliveries have a place only where the sentence gives one, and how closely it must be joined (see `attachment`). */
const LEAST: Partial<Record<PloverType, number>> = { CONSULT: 6, COOPERATE: 8, AID: 7, SANCTION: 7, CONCEDE: 5 };

/**
 * Where each event happened: by syntax, then in the sentence, then by the narrative (the sentence before, the dateline, what the article is
 * about). Verbal acts have a place only where the sentence says so. A name that says whose and not where is never a place of an event.
 */
export function eventPlaceStage(): Stage {
  return {
    name: "event places",
    needs: [WORDS, SENTENCES, PLACES, TRIGGERS],
    gives: [EVENT_PLACES, JOINED_PLACES],
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
      const typeOf = new Map(document.get(TRIGGERS).map(({ words: [word], type }) => [word, type]));
      const joined = joinedPlaces(places, document.text);
      const used = new Map<string, PlaceMention>();
      const meetings = new Map<number, Option>();
      const lead = sentences.findIndex(({ kind }) => kind === "prose") + 1;
      const ahead: { readonly trigger: number; readonly index: number }[] = [];
      const results: EventPlace[] = [];
      const told = new Map<number, Option>();
      for (const trigger of document.get(TRIGGERS)) {
        const index = words[trigger.words[0]]?.sentence ?? -1;
        const sentence = sentences[index];
        if (!sentence) continue;
        // A resignation has a place only where its sentence gives one.
        const physical = PHYSICAL.has(trigger.type) && trigger.mode !== "resign";
        if (!physical && LEAST[trigger.type] === undefined) continue;
        const options = inSentence(trigger, sentence, bySentence.get(index) ?? [], words, { typeOf, type: trigger.type });
        let best = strongest(
          physical ? options.filter((o) => o.strength >= 3) : options.filter((o) => o.strength >= LEAST[trigger.type]! && o.locative),
        );
        if (!best && dateline && saysHere(trigger, words)) best = { ...dateline, reason: "“here”: where the report was written" };
        if (!best && trigger.type === "CONSULT" && sentence.paragraph <= headed) best = dateline;
        if (!best && trigger.type === "CONSULT") best = metBefore(index, meetings, sentences);
        if (best && trigger.type === "CONSULT" && !best.assumed) meetings.set(index, best);
        if (!best && physical && !supposed(trigger, words) && !background(trigger, words))
          best = narrative(index, sentences, bySentence, told, main, speakers);
        if (!best) {
          if (trigger.type === "CONSULT" && index <= lead) ahead.push({ trigger: trigger.index, index });
          continue;
        }
        if (physical && !wanted(trigger, words)) told.set(index, best);
        const several = best.place === main && best.assumed ? undefined : joined.get(best.place.id);
        if (several) used.set(several.id, several);
        results.push({
          trigger: trigger.index,
          place: (several ?? best.place).id,
          ...(best.assumed ? { assumed: true } : {}),
          confidence: Math.round(Math.min(1, best.strength / 10) * best.place.confidence * 1000) / 1000,
          reasons: [`${(several ?? best.place).text}: ${best.reason}`],
        });
      }
      for (const { trigger, index } of ahead) {
        const next = metNext(index, meetings);
        if (next)
          results.push({
            trigger,
            place: next.place.id,
            assumed: true,
            confidence: Math.round(0.25 * next.place.confidence * 1000) / 1000,
            reasons: [`${next.place.text}: ${next.reason}`],
          });
      }
      return document.with(EVENT_PLACES, results).with(JOINED_PLACES, [...used.values()]);
    },
  };
}

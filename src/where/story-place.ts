import type { Sentence } from "../parse/layers.ts";
import type { PlaceMention } from "./layers.ts";
import { grain } from "./scale.ts";
import type { Option } from "./sentence-places.ts";

/** The place that the article is about: weighed by how often and how early it is named, the finer first. */
export function mainPlace(places: readonly PlaceMention[], text: string): PlaceMention | undefined {
  const votes = new Map<string, { place: PlaceMention; weight: number }>();
  for (const place of places) {
    if (place.latitude === undefined) continue;
    // A town's police and courts speak of what happens in the town; a country's government does not.
    // Where nothing else is named, "Rome's new mayor" says that it is about Rome.
    const local = place.use === "literal" ? 1 : grain(place) === 0 ? 0 : place.featureCode === "PPLC" ? 0.01 : 0.3;
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

/** The place that a sentence without one goes on with. */
export function narrative(
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

/** How many sentences a meeting is told over. */
const MEETING = 4;

/** "Visited Turkey on Monday. … He met the president": the talks go on where the last ones that a place is told of were. */
export function metBefore(index: number, meetings: ReadonlyMap<number, Option>, sentences: readonly Sentence[]): Option | undefined {
  for (let back = 0; back <= MEETING && index - back >= 0; back++) {
    if (sentences[index - back]!.kind === "heading") break;
    const meeting = meetings.get(index - back);
    if (meeting) return { place: meeting.place, strength: 3, reason: "where the meeting told just before was", assumed: true };
  }
  return undefined;
}

/** "Ministers discussed the truce. … They met in Geneva": what a report's head tells without a place has that of the meeting told next. */
export function metNext(index: number, meetings: ReadonlyMap<number, Option>): Option | undefined {
  for (let on = 1; on <= MEETING; on++) {
    const meeting = meetings.get(index + on);
    if (meeting) return { place: meeting.place, strength: 2.5, reason: "where the meeting told next was", assumed: true };
  }
  return undefined;
}

/** "In Aleppo, …": what a sentence opens with sets its scene. */
const OPENING = 20;
const opensSentence = (place: PlaceMention, sentence: Sentence): boolean => place.span[0] - sentence.span[0] <= OPENING;

import type { EventRecord } from "./event-record.ts";
import { hashWord, loadRarity } from "./rarity.ts";
import type { View } from "./view.ts";

/** Counts up when a record's headings change, so that an archive files its records again. */
export const HEADINGS_VERSION = 1;

/** Rarer than one article in about two hundred: such a word is a lead by itself. */
const LEAD = 5.2;
const LEADS = 10;
const PEOPLE = 5;
/** A time of more days is too vague to look under each of its days. */
const VAGUE = 4;

/**
 * Under which headings a report is filed, as numbers of 32 bits: two reports are compared only if they share one. Each heading is the
 * family of its type with a day and a region, a day and a point, a person's name, or a very rare word. `view` is the record's.
 */
export function headings(view: View, record: EventRecord): number[] {
  const keys = new Set<number>();
  const { family, place } = view;
  const add = (kind: string) => keys.add(hashWord(`${family}|${kind}`));
  const days: number[] = [];
  if (view.first !== undefined && view.last !== undefined && view.last - view.first < VAGUE)
    for (let day = view.first; day <= view.last + 1; day++) days.push(day);
  else if (view.published !== undefined) days.push(Math.floor(view.published / 7) * 7 + 0.5);
  const cell =
    place?.latitude === undefined || place.longitude === undefined ? "" : `${Math.round(place.latitude)} ${Math.round(place.longitude)}`;
  for (const day of days) {
    if (cell !== "") add(`d${day} ${cell}`);
    if (place?.country) add(`d${day} ${place.country} ${place.admin1 ?? ""}`);
    for (const actor of [...view.actors, ...view.recipients].filter((name) => name.startsWith("@")).slice(0, 2)) add(`d${day} ${actor}`);
  }
  for (const name of view.people.slice(0, PEOPLE)) add(`p${name}`);
  const rarity = loadRarity();
  let leads = 0;
  for (const word of record.reports[0]!.print?.words ?? []) {
    if (rarity.of(word) < LEAD) continue;
    add(`w${word}`);
    if (++leads === LEADS) break;
  }
  return [...keys];
}

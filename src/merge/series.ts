import { shared } from "./features/feature.ts";
import { regionFeature } from "./features/place.ts";
import type { View } from "./view.ts";

/** From so many days on, a stretch of time holds more than one event. */
const LONG = 10;

/** Whether a report sums events up: "attacks since October". A plural noun over a long stretch of time. */
export function isSeries(view: View): boolean {
  if (view.first === undefined || view.last === undefined || view.last - view.first < LONG) return false;
  return /(?:attacks|strikes|raids|bombings|killings|shootings|clashes|protests|arrests|operations|abductions|assaults)$/iu.test(
    view.record.reports[0]!.trigger.text,
  );
}

/** Whether an event is one of a series: its type, its time within the series', its region, and somebody in common. */
export function memberOf(member: View, series: View): boolean {
  if (member.record.type !== series.record.type || member.first === undefined || member.last === undefined) return false;
  if (member.first < series.first! || member.last > series.last! || regionFeature.score(member, series) < 0) return false;
  return shared(member.actors, series.actors).length + shared(member.recipients, series.recipients).length > 0;
}

import { shared } from "./features/feature.ts";
import { regionFeature } from "./features/place.ts";
import type { View } from "./view.ts";

/** Whether an event is one of a series: its type, its time within the series', its region, and somebody in common. */
export function memberOf(member: View, series: View): boolean {
  if (member.type !== series.type || member.first === undefined || member.last === undefined) return false;
  if (member.first < series.first! || member.last > series.last! || regionFeature.score(member, series) < 0) return false;
  return shared(member.actors, series.actors).length + shared(member.recipients, series.recipients).length > 0;
}

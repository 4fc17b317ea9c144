import type { EventRecord, Participant } from "../../src/merge/index.ts";
import { Link } from "../app/link.tsx";
import { to } from "../app/location.ts";
import { number } from "../app/words.ts";

/** Names of participants, each leading to its page. */
export function Names({ of, empty = "—" }: { readonly of: readonly Participant[]; readonly empty?: string }) {
  if (of.length === 0) return <span className="quiet">{empty}</span>;
  return of.map((participant, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the same name may come twice, and the list does not change
    <span key={`${participant.name} ${i}`}>
      {i > 0 && "; "}
      <Link href={to.actor(participant.name)} dir="auto">
        {participant.name}
      </Link>
    </span>
  ));
}

/** People harmed, in few words. */
export function harmWords(record: EventRecord): string {
  return (["killed", "injured", "abducted", "detained", "displaced"] as const)
    .flatMap((harm) => {
      const count = record.casualties?.[harm];
      return count ? [`${countWords(count)} ${harm}`] : [];
    })
    .join(", ");
}

/** The best figure, and how far figures go apart. */
export function countWords({ low, best, high }: { readonly low: number; readonly best: number; readonly high: number }): string {
  return low === high ? number(best) : `${number(best)} (${number(low)}–${number(high)})`;
}

/** How it stands with the event: denied, planned, only possible; empty for what is said plainly to have happened. */
export function standing(record: EventRecord): readonly string[] {
  const { certainty, polarity, reality } = record.factuality;
  return [
    ...(polarity === "negative" ? ["denied"] : []),
    ...(reality === "occurred" || reality === "ongoing" ? [] : [reality]),
    ...(certainty === "certain" ? [] : [certainty]),
  ];
}

/** On whose word it stands, outermost first; empty: the author's own voice. */
export function wordOf(report: EventRecord["reports"][number]): string {
  return report.attribution.map(({ source, kind }) => `${source.text || "someone unnamed"} (${kind})`).join(" → ");
}

/** An event in one line: who did what to whom. */
export function headline(record: EventRecord): string {
  const names = (list: readonly Participant[]) => list.map((p) => p.name).join(", ");
  const acts = names(record.actors);
  const receives = names(record.recipients);
  if (acts && receives) return `${acts} → ${receives}`;
  return acts || receives || record.reports[0]?.trigger.text || record.type;
}

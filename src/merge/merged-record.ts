import type { EventRecord, Evidence, Participant, RecordPlace, RecordTime, Report, Rival } from "./event-record.ts";
import { copyShare } from "./features/words.ts";
import { COPY_THRESHOLD } from "./near-duplicates.ts";
import { choose, type PolicyOptions, type Said } from "./policy.ts";
import { tollsOf } from "./tolls.ts";
import { dayNumber, type ReadView } from "./view.ts";

const HARMS = ["killed", "injured", "abducted", "detained", "displaced"] as const;
const CERTAINTY = ["unknown", "possible", "probable", "certain"];

/**
 * One event from the records of its reports. Every report stays, the first to be published first; each field is chosen by the policy,
 * and what was not chosen stays as a rival with the reports that give it. The order of `views` does not matter.
 */
export function mergedRecord(id: string, views: readonly ReadView[], options: PolicyOptions = {}): EventRecord {
  const ordered = [...views].sort((a, b) => (a.published ?? 1e9) - (b.published ?? 1e9) || (a.id < b.id ? -1 : 1));
  if (ordered.length === 1) return { ...ordered[0]!.record, id };
  const groups = copyGroupsOf(ordered);
  const reports = ordered.map((view, i): Report => {
    const report = view.record.reports[0]!;
    return groups[i] === i ? report : { ...report, copyOf: ordered[groups[i]!]!.id };
  });
  const said = <T>(value: (record: EventRecord) => T | undefined): Said<T>[] =>
    ordered.flatMap(({ record }, report) => {
      const found = value(record);
      const { published, publisher } = reports[report]!;
      if (found === undefined) return [];
      return [
        {
          value: found,
          report,
          group: groups[report]!,
          confidence: record.confidence,
          ...(published !== undefined && { published }),
          ...(publisher !== undefined && { publisher }),
        },
      ];
    });
  const rivals: Rival[] = [];
  const pick = <T>(
    field: Rival["field"] | undefined,
    value: (r: EventRecord) => T | undefined,
    key: (v: T) => string,
    claim: (v: T) => number,
    agree?: (v: T, w: T) => number,
    eligible: (all: readonly Said<T>[]) => readonly Said<T>[] = (all) => all,
  ) => {
    const all = said(value);
    const chosen = choose(eligible(all), key, claim, { ...options, ...(agree && { agree }) });
    if (chosen && field) rivals.push(...rivalsOf(field, all, key, key(chosen.value)));
    return chosen;
  };
  const head = pick(
    "type",
    (r) => r,
    (r) => r.type,
    (r) => -r.confidence,
  )!.value;
  const mode = pick(
    undefined,
    (r) => (r.type === head.type ? r.mode : undefined),
    String,
    () => 0,
  );
  const acled = pick(
    undefined,
    (r) => (r.type === head.type ? r.acled : undefined),
    (a) => a.subEvent,
    () => 0,
  );
  const place = pick(
    "place",
    (r) => r.place,
    placeKey,
    (p: RecordPlace) => -(p.radiusKm ?? 0),
    placesAgree,
  );
  const time = pick(
    "time",
    timeOf,
    timeKey,
    (t) => -timeWidth(t),
    timesAgree,
    (all) => timesToChoose(all, ordered[0]!.record.reports[0]!.published),
  );
  const casualties = tollsOf(
    said((r) => r),
    options,
  );
  for (const harm of HARMS) {
    const toll = casualties[harm];
    const figures = said((r) => r.casualties?.[harm]);
    if (toll) rivals.push(...rivalsOf(harm, figures, (c) => String(c.best), String(toll.best)));
  }
  const factuality = pick(
    "reality",
    (r) => r.factuality,
    (f) => f.reality,
    (f) => CERTAINTY.indexOf(f.certainty),
  )!.value;
  const denied = ordered.flatMap(({ record }, i) => (record.factuality.polarity === "negative" ? [i] : []));
  if (denied.length > 0 && factuality.polarity === "positive") rivals.push({ field: "reality", value: "denied", reports: denied });
  const actors = together(ordered, (r) => r.actors);
  rivals.push(...actorRivals(ordered, (r) => r.actors));
  const contexts = [...new Set(ordered.flatMap(({ record }) => record.contexts ?? []))].sort();
  return {
    id,
    type: head.type,
    ...(mode && { mode: mode.value }),
    ...(contexts.length > 0 && { contexts }),
    ...(acled && { acled: acled.value }),
    ...(head.cameoRoot !== undefined && { cameoRoot: head.cameoRoot }),
    actors,
    recipients: together(ordered, (r) => r.recipients),
    instruments: together(ordered, (r) => r.instruments),
    ...(place && { place: { ...place.value, evidence: from(place.value.evidence, place.report) } }),
    ...(time && { time: { ...time.value, evidence: from(time.value.evidence, time.report) } }),
    ...(Object.keys(casualties).length > 0 && { casualties }),
    factuality,
    confidence: Math.max(...ordered.map(({ record }) => record.confidence)),
    reports,
    independent: new Set(groups).size,
    policy: options.policy ?? "most-independent",
    ...(rivals.length > 0 && { rivals }),
  };
}

/** For each report, the index of the first that it is a copy of: itself where it is none. */
function copyGroupsOf(views: readonly ReadView[]): number[] {
  const first: number[] = [];
  views.forEach((view, i) => {
    const of = first.find(
      (j, at) => j === at && (views[at]!.document === view.document || copyShare(views[at]!.copy, view.copy) >= COPY_THRESHOLD),
    );
    first.push(of ?? i);
  });
  return first;
}

const from = (evidence: readonly Evidence[], report: number): Evidence[] => evidence.map((e) => ({ ...e, report }));
const placeKey = (p: RecordPlace) => (p.geonames === undefined ? `${p.name}, ${p.admin1 ?? p.country ?? ""}` : String(p.geonames));
const timeKey = (t: RecordTime) => `${t.earliest ?? ""}/${t.latest ?? ""}`;
const timeOf = ({ time }: EventRecord) => (time?.earliest !== undefined || time?.latest !== undefined ? time : undefined);

function timeWidth(time: RecordTime): number {
  const [first, last] = [dayNumber(time.earliest), dayNumber(time.latest)];
  return first === undefined || last === undefined ? 1e6 : last - first;
}

/** How far one place bears another out, by how sure that other is: the same place wholly, the same division half, the same country a little. */
function placesAgree(place: RecordPlace, other: RecordPlace): number {
  return likeness(place, other) * other.confidence;
}

function likeness(place: RecordPlace, other: RecordPlace): number {
  if (placeKey(place) === placeKey(other)) return 1;
  if (place.country === undefined || place.country !== other.country) return 0;
  return place.admin1 !== undefined && place.admin1 === other.admin1 ? 0.5 : 0.1;
}

/** The times that an event can have: none that begins after the first report of it was published. All, where none is left. */
function timesToChoose(all: readonly Said<RecordTime>[], firstReport: string | undefined): readonly Said<RecordTime>[] {
  const known = dayNumber(firstReport);
  const possible = all.filter(({ value: { earliest } }) => known === undefined || earliest === undefined || dayNumber(earliest)! <= known);
  return possible.length > 0 ? possible : all;
}

/**
 * How far one time bears another out: the share of its days that the other holds, so that "on Sunday" is borne out by "on Sunday" wholly
 * and by "in March" a little, and a narrow time outdoes the wide one that it lies in.
 */
function timesAgree(time: RecordTime, other: RecordTime): number {
  const [a, b, c, d] = [time.earliest, time.latest, other.earliest, other.latest].map(dayNumber);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return 0;
  const common = Math.min(b, d) - Math.max(a, c) + 1;
  return common <= 0 ? 0 : common / Math.sqrt((b - a + 1) * (d - c + 1)) / Math.sqrt(b - a + 1);
}

function rivalsOf<T>(field: Rival["field"], said: readonly Said<T>[], key: (v: T) => string, chosen: string): Rival[] {
  const others = new Map<string, number[]>();
  const names = new Map<string, string>();
  for (const { value, report } of said) {
    if (key(value) === chosen) continue;
    others.set(key(value), [...(others.get(key(value)) ?? []), report]);
    names.set(key(value), field === "place" ? (value as RecordPlace).name : key(value));
  }
  return [...others].map(([value, reports]) => ({ field, value: names.get(value)!, reports }));
}

const identity = (p: Participant) => (p.known !== undefined ? `@${p.known}` : p.name.toLowerCase());

/** Everybody that any report names, one entry for each identity, with all its evidence. */
function together(views: readonly ReadView[], list: (r: EventRecord) => readonly Participant[]): Participant[] {
  const byIdentity = new Map<string, Participant>();
  views.forEach(({ record }, report) => {
    for (const participant of list(record)) {
      const known = byIdentity.get(identity(participant));
      const evidence = [...(known?.evidence ?? []), ...from(participant.evidence, report)];
      const better = known && known.confidence >= participant.confidence ? known : participant;
      byIdentity.set(identity(participant), { ...better, evidence });
    }
  });
  return [...byIdentity.values()];
}

/** Where reports name different known perpetrators, each is a rival of the others. */
function actorRivals(views: readonly ReadView[], list: (r: EventRecord) => readonly Participant[]): Rival[] {
  const by = new Map<string, number[]>();
  views.forEach(({ record }, report) => {
    for (const name of new Set(list(record).flatMap((p) => (p.known === undefined ? [] : [p.name]))))
      by.set(name, [...(by.get(name) ?? []), report]);
  });
  const disjoint = [...by].filter(([, a]) => [...by.values()].some((b) => a !== b && !a.some((i) => b.includes(i))));
  return disjoint.map(([value, reports]) => ({ field: "actors", value, reports }));
}

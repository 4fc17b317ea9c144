import { type Archive, ArchiveError } from "../archive/index.ts";
import { type EventRecord, type Json, type NewDecision, withEvidence } from "../merge/index.ts";

/**
 * A decision with the words that its subjects rest on, so that it survives recoding. Throws an ArchiveError “invalid” for a decision
 * that cannot be brought to bear: on nothing, or an added event without words.
 */
export async function grounded(archive: Archive, decision: NewDecision): Promise<NewDecision> {
  if (decision.kind === "add") return addedEvent(archive, decision);
  const least = decision.kind === "same" || decision.kind === "different" || decision.kind === "split" ? 2 : 1;
  if (decision.subjects.length < least)
    throw new ArchiveError("invalid", `“${decision.kind}” needs at least ${least} id${least === 1 ? "" : "s"}`);
  const records = await Promise.all(
    decision.subjects.map(async (id) => (await archive.record("events", id)) ?? archive.record("mentions", id)),
  );
  const unknown = decision.subjects.find((_, i) => records[i] === undefined);
  if (unknown !== undefined) throw new ArchiveError("missing", `there is no event or report ${unknown}`);
  if (decision.kind === "split" && records[0]) records[0] = remaining(records[0], decision.subjects.slice(1));
  return withEvidence(decision, records);
}

/** The event by what stays in it: a split is told by a report that is not taken out. */
function remaining(event: EventRecord, taken: readonly string[]): EventRecord {
  const stay = event.reports.filter(({ mention }) => !taken.includes(mention));
  if (stay.length === 0) throw new ArchiveError("invalid", "a split must leave a report in the event");
  return { ...event, reports: stay };
}

type Fields = { readonly [key: string]: Json };

/** An event that a person saw and the coder missed, as a whole record: the words, and the fields that the person gave. */
async function addedEvent(archive: Archive, decision: NewDecision): Promise<NewDecision> {
  const [words] = decision.evidence ?? [];
  const fields = decision.value;
  if (!words || fields === null || typeof fields !== "object" || Array.isArray(fields))
    throw new ArchiveError("invalid", "an added event needs the words that tell of it, and its fields");
  const version = await archive.document(words.document);
  if (!version) throw new ArchiveError("missing", `there is no document ${words.document}`);
  const { source } = version;
  const [start, end] = words.span;
  if (end <= start || end > source.text.length) throw new ArchiveError("invalid", "these words are not in the document");
  const coded = await archive.coded(words.document);
  const quote = coded?.sentences.find((sentence) => sentence[0] <= start && end <= sentence[1]) ?? ([start, end] as const);
  const id = `${version.id}#added-${start}-${end}`;
  const given = fields as Fields;
  const factuality = { certainty: "certain", polarity: "positive", reality: "occurred" } as const;
  const trigger = { span: [start, end] as const, text: source.text.slice(start, end) };
  const named = (list: Json | undefined) =>
    (Array.isArray(list) ? list : []).flatMap((name) =>
      typeof name === "string" ? [{ name, kind: "other", confidence: 1, evidence: [] }] : [],
    );
  const casualties: Record<string, Json> = {};
  for (const harm of ["killed", "injured"]) {
    const count = given[harm];
    if (count !== null && typeof count === "object" && !Array.isArray(count)) casualties[harm] = { ...(count as Fields), says: [] };
  }
  const record = {
    id,
    type: given.type ?? "ASSAULT",
    actors: named(given.actors),
    recipients: named(given.recipients),
    instruments: [],
    ...(typeof given.place === "string" && { place: { name: given.place, confidence: 1, evidence: [] } }),
    ...(given.time && { time: { ...(given.time as Fields), evidence: [] } }),
    ...(Object.keys(casualties).length > 0 && { casualties }),
    factuality,
    confidence: 1,
    independent: 1,
    reports: [
      {
        mention: id,
        document: version.id,
        ...(source.url !== undefined && { url: source.url }),
        ...(source.title !== undefined && { title: source.title }),
        ...(source.publisher !== undefined && { publisher: source.publisher }),
        ...(source.published !== undefined && { published: source.published }),
        language: source.language,
        quote: source.text.slice(quote[0], quote[1]),
        span: quote,
        trigger,
        attribution: [],
        factuality,
        confidence: 1,
        coder: `${decision.by}, by hand`,
      },
    ],
  };
  return { ...decision, subjects: [id], value: record as Json, evidence: [{ document: version.id, ...trigger }] };
}

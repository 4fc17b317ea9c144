import type { EventRecord, Participant } from "../merge/index.ts";
import { country } from "./country.ts";
import type { ExportFormat } from "./format.ts";
import { uuid } from "./values.ts";

/** FollowTheMoney entities, one a line: the event, who took part, the articles that tell of it and where they do. */
export const followTheMoney: ExportFormat = {
  name: "ftm",
  description: "FollowTheMoney entities for Aleph and OpenSanctions tools, one a line",
  extension: "ftm.json",
  mediaType: "application/json+ftm",
  async *write(records) {
    for await (const record of records) for (const entity of entitiesOf(record)) yield `${JSON.stringify(entity)}\n`;
  },
};

interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly properties: { readonly [name: string]: readonly string[] };
}

function entitiesOf(record: EventRecord): Entity[] {
  const event = `dateline-${uuid(`event ${record.id}`)}`;
  const people = [...record.actors, ...record.recipients].filter((p) => SCHEMA[p.kind] !== undefined);
  const entities: Entity[] = [
    entity(event, "Event", {
      name: [nameOf(record)],
      startDate: [record.time?.earliest],
      endDate: [record.time?.latest],
      summary: record.reports.map((r) => r.quote),
      location: [record.place?.name],
      country: [country(record.place?.country)?.alpha2?.toLowerCase()],
      organizer: record.actors.filter((p) => SCHEMA[p.kind]).map(idOf),
      involved: record.recipients.filter((p) => SCHEMA[p.kind]).map(idOf),
      sourceUrl: record.reports.map((r) => r.url),
      publisher: record.reports.map((r) => r.publisher),
      recordId: [record.id],
      proof: record.reports.map((r) => articleId(r.document)),
    }),
  ];
  for (const participant of people) {
    const countries = [country(participant.country)?.alpha2?.toLowerCase()];
    entities.push(entity(idOf(participant), SCHEMA[participant.kind]!, { name: [participant.name], country: countries }));
  }
  for (const report of record.reports) {
    entities.push(
      entity(articleId(report.document), "Article", {
        title: [report.title],
        sourceUrl: [report.url],
        publisher: [report.publisher],
        publishedAt: [report.published],
      }),
    );
  }
  return entities;
}

/** Schemata for kinds that can take part; weapons, buildings and vehicles cannot. */
const SCHEMA: Partial<Record<Participant["kind"], string>> = {
  person: "Person",
  people: "LegalEntity",
  organization: "Organization",
  "armed group": "Organization",
  military: "PublicBody",
  police: "PublicBody",
  government: "PublicBody",
  state: "PublicBody",
  "international organization": "Organization",
  media: "Company",
  other: "LegalEntity",
};

/** The directory's actor is one entity wherever it is met; one known by its name only, by name and country. */
function idOf(participant: Participant): string {
  return `dateline-${uuid(participant.known ? `known actor ${participant.known}` : `actor ${participant.name} ${participant.country ?? ""}`)}`;
}

function articleId(document: string): string {
  return `dateline-${uuid(`document ${document}`)}`;
}

function nameOf(record: EventRecord): string {
  const where = record.place ? ` in ${record.place.name}` : "";
  const when = record.time?.earliest ? `, ${record.time.earliest}` : "";
  return `${record.type}${record.mode ? ` (${record.mode})` : ""}${where}${when}`;
}

function entity(id: string, schema: string, properties: { readonly [name: string]: readonly (string | undefined)[] }): Entity {
  const known = Object.entries(properties).map(([name, values]) => [name, [...new Set(values.filter((v) => v !== undefined))]] as const);
  return { id, schema, properties: Object.fromEntries(known.filter(([, values]) => values.length > 0)) };
}

import { createHash } from "node:crypto";
import type { EventRecord, Participant } from "../merge/index.ts";

/** Values of one field as one cell, in the order of the record, each once. */
export function joined(values: readonly (string | undefined)[], separator = "; "): string | undefined {
  const known = [...new Set(values.filter((v): v is string => v !== undefined && v !== ""))];
  return known.length === 0 ? undefined : known.join(separator);
}

export function names(participants: readonly Participant[], separator?: string): string | undefined {
  return joined(
    participants.map((p) => p.name),
    separator,
  );
}

/** The first day that is known, "YYYY-MM-DD"; absent where the date is less exact than a day or unknown. */
export function firstDay(record: EventRecord): string | undefined {
  const day = (record.time?.earliest ?? record.time?.latest)?.slice(0, 10);
  return day?.length === 10 ? day : undefined;
}

export function lastDay(record: EventRecord): string | undefined {
  const day = (record.time?.latest ?? record.time?.earliest)?.slice(0, 10);
  return day?.length === 10 ? day : undefined;
}

/** Days that the event may lie on, both ends counted. */
export function daysSpanned(record: EventRecord): number | undefined {
  const [first, last] = [firstDay(record), lastDay(record)];
  if (first === undefined || last === undefined) return undefined;
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;
}

/** Who stands behind a report, outermost first: "IRNA > a militia". Empty for the author's own voice. */
export function onWhoseWord(record: EventRecord): string | undefined {
  return joined(
    record.reports.map((report) =>
      joined(
        report.attribution.map((a) => a.source.text),
        " > ",
      ),
    ),
  );
}

export function publishers(record: EventRecord, separator?: string): string | undefined {
  return joined(
    record.reports.map((r) => r.publisher),
    separator,
  );
}

/** The telling sentences, each once. */
export function quotes(record: EventRecord): string | undefined {
  return joined(
    record.reports.map((r) => r.quote.replace(/\s+/g, " ")),
    " | ",
  );
}

/** A number that stays the same as long as the id does, for formats whose ids are integers: 50 bits of SHA-256. */
export function integerId(id: string): number {
  return Number.parseInt(createHash("sha256").update(id).digest("hex").slice(0, 13), 16) % 2 ** 50;
}

/** A UUID made from a name (RFC 9562, version 5), so that the same thing has the same id in every export. */
export function uuid(name: string): string {
  const namespace = Buffer.from("00abedb4aa42466c9c01fed23315a9b7", "hex");
  const bytes = createHash("sha1").update(namespace).update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

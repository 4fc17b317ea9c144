/** What an export says of itself. */
export interface About {
  /** The archive. */
  readonly name: string;
  /** The program's version. */
  readonly version: string;
  /** ISO 8601 instant. */
  readonly at: string;
  /** The filter, as the parameters of an address; empty: everything. */
  readonly asked: string;
  readonly events: number;
  /** Versions of the coder that coded what is in the archive. */
  readonly coders: readonly string[];
}

/** One sentence to cite an export by. */
export function citationOf(about: About): string {
  const coders = about.coders.length > 0 ? `, coder ${about.coders.join(" and ")}` : "";
  const asked = about.asked === "" ? "all events" : `filter: ${decode(about.asked)}`;
  return `Dateline ${about.version}${coders}: ${about.events} events from the archive “${about.name}”, ${asked}. Exported ${about.at.slice(0, 10)}.`;
}

function decode(asked: string): string {
  return [...new URLSearchParams(asked)].map(([key, value]) => `${key}=${value}`).join(", ");
}

/**
 * An export with its citation where the format has room for one: members of a GeoJSON collection (RFC 7946, 6.1, foreign members), a
 * first line of JSONL is not one event, so every line has a `citation`; so has every row of CSV. Other formats are left as they are.
 */
export async function* withCitation(
  format: string,
  chunks: AsyncIterable<string | Uint8Array>,
  about: About,
): AsyncGenerator<string | Uint8Array> {
  const citation = citationOf(about);
  const json = JSON.stringify(citation);
  let rest = "";
  let first = true;
  for await (const chunk of chunks) {
    if (typeof chunk !== "string" || !(format in ENDS)) {
      yield chunk;
      continue;
    }
    if (format === "geojson") {
      yield first ? chunk.replace("{", `{"citation":${json},"coder":${JSON.stringify(about.coders)},`) : chunk;
      first = false;
      continue;
    }
    const records = complete(format, rest + chunk);
    rest = records.rest;
    for (const line of records.lines) {
      yield format === "jsonl"
        ? `${line.slice(0, -1)},"citation":${json}}\n`
        : `${line},${first ? "citation" : `"${citation.replaceAll('"', '""')}"`}\r\n`;
      first = false;
    }
  }
  if (rest.trim() !== "") yield rest;
}

const ENDS: Readonly<Record<string, string>> = { jsonl: "\n", csv: "\r\n", geojson: "" };

/** The records of a text that are whole; a line end within quotes does not end a row of CSV. */
function complete(format: string, text: string): { lines: string[]; rest: string } {
  const end = ENDS[format]!;
  const lines: string[] = [];
  let from = 0;
  for (let to = text.indexOf(end); to >= 0; to = text.indexOf(end, to + end.length)) {
    const line = text.slice(from, to);
    if (format === "csv" && (line.split('"').length - 1) % 2 === 1) continue;
    lines.push(line);
    from = to + end.length;
  }
  return { lines, rest: text.slice(from) };
}

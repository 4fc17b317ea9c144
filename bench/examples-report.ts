import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "js-yaml";
import { type CodedDocument, code, loadCoder } from "../src/code/index.ts";
import { read } from "../src/read/index.ts";
import { writeRows } from "./rows.ts";
import type { Row } from "./task.ts";

type Days = string | Date | readonly (string | Date)[];

/** An event of `examples/gold.yaml`, in short form: what is left out is what its head says. */
interface GoldEvent {
  readonly type: string;
  readonly quotes: readonly string[];
  readonly actors?: readonly (readonly string[])[];
  readonly recipients?: readonly (readonly string[])[];
  readonly instruments?: readonly (readonly string[])[];
  readonly sources?: readonly (readonly string[])[];
  readonly place?: {
    readonly names: readonly string[];
    readonly country: string;
    readonly lat: number;
    readonly lon: number;
    readonly km: number;
  };
  readonly time?: Days;
  readonly killed?: number | readonly [number, number];
  readonly injured?: number | readonly [number, number];
  readonly detained?: number | readonly [number, number];
  readonly reality?: string;
  readonly certainty?: string;
  readonly polarity?: string;
  readonly must?: boolean;
}

const EXAMPLES = new URL("../examples/", import.meta.url);

/** The gold of the example articles, by title. */
export function exampleGold(): Readonly<Record<string, readonly GoldEvent[]>> {
  return load(readFileSync(new URL("gold.yaml", EXAMPLES), "utf8")) as Readonly<Record<string, readonly GoldEvent[]>>;
}

/** An event in the long form of the cases. */
function inFull(event: GoldEvent): object {
  const day = (value: string | Date): string => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
  const days = event.time === undefined ? undefined : Array.isArray(event.time) ? event.time.map(day) : [day(event.time as string | Date)];
  const count = (value: number | readonly [number, number] | undefined) =>
    value === undefined ? null : typeof value === "number" ? { low: value, high: value } : { low: value[0], high: value[1] };
  return {
    type: event.type,
    quotes: event.quotes,
    trigger: event.quotes[0],
    actors: event.actors ?? [],
    recipients: event.recipients ?? [],
    instruments: event.instruments ?? [],
    place: event.place ?? null,
    time: days ? { earliest: days[0], latest: days.at(-1) } : null,
    killed: count(event.killed),
    injured: count(event.injured),
    detained: count(event.detained),
    sources: event.sources ?? [],
    reality: event.reality ?? "occurred",
    certainty: event.certainty ?? "certain",
    polarity: event.polarity ?? "positive",
    must: event.must ?? true,
  };
}

/** The example articles as rows in the form of the cases, each with what the coder made of it. */
export function codedExamples(coder = loadCoder()): readonly { readonly row: Row; readonly coded: CodedDocument }[] {
  const gold = exampleGold();
  return readdirSync(EXAMPLES)
    .filter((name) => /\.(?:html|txt|jsonl)$/.test(name))
    .sort()
    .flatMap((name) => read(readFileSync(new URL(name, EXAMPLES)), { name }))
    .flatMap((result) => {
      if (!result.ok) return [];
      const coded = code(result.document, coder);
      const events = (gold[coded.title ?? ""] ?? []).map(inFull);
      return [{ row: { id: coded.id, published: coded.published ?? null, text: coded.text, events }, coded }];
    });
}

/** Codes the example articles and scores them against `examples/gold.yaml` as the cases are scored, with every difference. */
export async function report(folder: string): Promise<string> {
  const examples = codedExamples();
  const out = mkdtempSync(join(tmpdir(), "dateline-examples-"));
  try {
    await writeRows(
      join(out, "gold.jsonl"),
      examples.map(({ row }) => row),
    );
    await writeRows(
      join(out, "coded.jsonl"),
      examples.map(({ coded }) => coded),
    );
    return execFileSync(
      process.execPath,
      [join(folder, "score", "cases.mjs"), join(out, "gold.jsonl"), join(out, "coded.jsonl"), "--show"],
      { encoding: "utf8" },
    );
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

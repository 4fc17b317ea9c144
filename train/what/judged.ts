import { readFileSync } from "node:fs";
import type { Analysis } from "../../src/what/analysis.ts";
import { VIOLENT } from "../../src/what/traps.ts";
import { rows } from "../benchmarks.ts";
import { type LabelledText, label } from "./labelled.ts";

const FILE = new URL("judged.tsv", import.meta.url);

interface Verdict {
  readonly type: string;
  readonly event: boolean;
}
interface PlainRow {
  readonly id: string;
  readonly text: string;
}

/** judged.tsv: for each text the words that a person judged, by the offset of their first character. No text is kept in it. */
function verdicts(): ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<number, Verdict>>> {
  const files = new Map<string, Map<string, Map<number, Verdict>>>();
  for (const line of readFileSync(FILE, "utf8").split("\n")) {
    const [file, id, offset, type, verdict] = line.split("\t");
    if (line.startsWith("#") || verdict === undefined) continue;
    const texts = files.get(file!) ?? files.set(file!, new Map()).get(file!)!;
    const words = texts.get(id!) ?? texts.set(id!, new Map()).get(id!)!;
    words.set(Number(offset), { type: type!, event: verdict === "event" });
  }
  return files;
}

/**
 * Violent words of everyday, crime and foreign news that the program took for events or doubted, judged by hand under the rules of the
 * cases: a word that tells of none is none in any type; one that tells of an event is one of its type.
 */
export function fromJudged(analyse: (id: string, text: string) => Analysis): LabelledText[] {
  return [...verdicts()].flatMap(([file, texts]) =>
    rows<PlainRow>(file).flatMap((row): LabelledText[] => {
      const words = texts.get(row.id);
      if (words === undefined) return [];
      const candidates = label(analyse(row.id, row.text), row.text, (span, reading) => {
        const verdict = words.get(span[0]);
        if (verdict === undefined || !VIOLENT.has(reading.type)) return undefined;
        if (!verdict.event) return { event: false, weight: 1 };
        return reading.type === verdict.type ? { event: true, weight: 1 } : undefined;
      });
      return [{ id: `judged:${row.id}`, source: "judged", candidates }];
    }),
  );
}

import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { parse } from "../parse/index.ts";
import { analyse } from "./analysis.ts";
import { readExamples } from "./examples.ts";
import { type EventLexicon, loadEventLexicon } from "./lexicon.ts";

const FOLDER = new URL("../../lexicon/events/examples/", import.meta.url);
const files = readdirSync(FOLDER).filter((f) => f.endsWith(".txt"));

let lexicon: EventLexicon;
beforeAll(() => {
  lexicon = loadEventLexicon();
  parse("Read the model.");
}, 60_000);

test.each(files)(
  "the lexicon knows every trigger of %s with the type that the sentence says",
  (file) => {
    const missing: string[] = [];
    for (const example of readExamples(readFileSync(new URL(file, FOLDER), "utf8"), file)) {
      const { words, sentences } = parse(example.text);
      const places = analyse(lexicon, words, sentences).places;
      for (const event of example.events) {
        const known = places.some((place) =>
          place.readings.some(
            (r) =>
              r.type === event.type &&
              r.candidate.words.some((i) => words[i]!.span[0] < event.span[1] && event.span[0] < words[i]!.span[1]),
          ),
        );
        if (!known) missing.push(`line ${example.line}: ${example.text.slice(...event.span)} (${event.type})`);
      }
    }
    expect(missing).toEqual([]);
  },
  60_000,
);

import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import type { Span } from "../document/index.ts";
import { numberOf } from "../what/index.ts";

/** A number of people in a text. */
export interface Hit {
  readonly span: Span;
  readonly count: number;
}

/** How texts say how many an attack hit: lexicon/merge/tolls.yaml. */
export interface TollLexicon {
  /** Every place that counts those whom an attack of this mode hit; none for modes that the lexicon does not have. */
  hits(text: string, mode: string): readonly Hit[];
  /** Whether a phrase turns the deed on its doer. */
  isSelf(phrase: string): boolean;
  /** [sentence, mode, how many; absent: none]. */
  readonly examples: readonly (readonly [sentence: string, mode: string, count?: number])[];
}

interface File {
  readonly multiples: Readonly<Record<string, number>>;
  readonly attacks: Readonly<Record<string, { readonly names: readonly string[]; readonly hit: readonly string[] }>>;
  readonly people: readonly string[];
  readonly self: readonly string[];
  readonly examples: TollLexicon["examples"];
}

const PATH = new URL("../../lexicon/merge/tolls.yaml", import.meta.url);

let loaded: TollLexicon | undefined;

/** Reads the file once. Throws an Error that names it when it cannot be used. */
export function loadTollLexicon(): TollLexicon {
  loaded ??= tollLexiconFrom(load(readFileSync(PATH, "utf8")) as File);
  return loaded;
}

function tollLexiconFrom(file: File): TollLexicon {
  const patterns = new Map(
    Object.entries(file.attacks).map(([mode, { names, hit }]) => [
      mode,
      new RegExp(
        `\\b(?:(?<multiple>${among(Object.keys(file.multiples))}) (?:${among(names)})|` +
          `(?<number>\\d{1,3}|[a-z]{2,9}(?:-[a-z]{3,5})?) (?:(?:${among(file.people)}) )?(?:(?:were|are|was) )?(?:${among(hit)}))\\b`,
        "giu",
      ),
    ]),
  );
  const self = new Set(file.self);
  return {
    hits: (text, mode) => {
      const pattern = patterns.get(mode);
      return pattern === undefined ? [] : [...text.matchAll(pattern)].flatMap((match) => hitOf(match, file.multiples) ?? []);
    },
    isSelf: (phrase) => self.has(phrase.trim().toLowerCase()),
    examples: file.examples,
  };
}

function hitOf(match: RegExpMatchArray, multiples: File["multiples"]): Hit | undefined {
  const { multiple, number } = match.groups ?? {};
  const count = multiple === undefined ? numberOf(number ?? "") : multiples[multiple.toLowerCase()];
  // "One person was shot" says nothing that the telling itself does not.
  return count === undefined || count < 2 ? undefined : { span: [match.index!, match.index! + match[0].length], count };
}

function among(words: readonly string[]): string {
  const odd = words.find((word) => !/^[a-z]+$/.test(word));
  if (odd !== undefined) throw new Error(`lexicon/merge/tolls.yaml: “${odd}” is not one word in small letters`);
  return words.join("|");
}

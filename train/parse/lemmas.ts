import { writeFileSync } from "node:fs";
import { lemmatize } from "../../src/parse/lemmatize.ts";
import { readConllu } from "./conllu.ts";

/** Writes the forms whose commonest lemma the rules miss: "upos TAB form TAB lemma", sorted. */
export function trainLemmas(files: readonly string[], to: string): void {
  const counts = new Map<string, Map<string, number>>();
  const penn = new Map<string, string>();
  const caseless = new Map<string, string>();
  for (const file of files)
    for (const { words } of readConllu(file))
      for (const { form, lemma, upos, xpos, feats } of words) {
        if (lemma === "_" || /Typo=Yes/.test(feats) || upos === "X" || upos === "NUM" || upos === "PUNCT" || upos === "SYM") continue;
        const key = `${upos}\t${form.toLowerCase().replace(/’/g, "'")}`;
        const own = counts.get(key) ?? new Map<string, number>();
        own.set(lemma, (own.get(lemma) ?? 0) + 1);
        counts.set(key, own);
        penn.set(`${key}\t${lemma}`, xpos);
        caseless.set(`${key}\t${lemma}`, form);
      }
  const lines: string[] = [];
  for (const [key, own] of counts) {
    const [lemma, count] = [...own].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
    const upos = key.split("\t")[0]!;
    const form = caseless.get(`${key}\t${lemma}`)!;
    if (upos === "PROPN" && count < 2) continue;
    const ruled = lemmatize(form, upos, penn.get(`${key}\t${lemma}`)!, new Map());
    if (ruled.toLowerCase() !== lemma.toLowerCase() || (upos === "PROPN" && ruled !== lemma && count > 2)) lines.push(`${key}\t${lemma}`);
  }
  lines.sort();
  writeFileSync(to, `${lines.join("\n")}\n`);
  console.log(`${lines.length} lemmas that the rules miss`);
}

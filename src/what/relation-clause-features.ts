import { loadWordClasses } from "../learn/index.ts";
import type { Analysis } from "./analysis.ts";
import { clauseOf, moodOfVerb } from "./relation-clause.ts";
import type { Syntax } from "./syntax.ts";

const base = (relation: string): string => relation.split(":")[0] ?? relation;
const lemmaOf = (syntax: Syntax, index: number): string => syntax.word(index).lemma.toLowerCase();

/** Event types that the lexicon gives each word, in context, the likeliest first. */
function typesAt(analysis: Analysis): Map<number, readonly string[]> {
  const types = new Map<number, string[]>();
  for (const place of analysis.places)
    for (const reading of place.readings)
      for (const index of reading.candidate.words) {
        const known = types.get(index);
        if (known === undefined) types.set(index, [reading.type]);
        else if (!known.includes(reading.type)) known.push(reading.type);
      }
  return types;
}

/** What the clause of the source tells: its verbs with mood and objects, in words and in the lexicon's types. */
export function clauseFeatures(analysis: Analysis, source: number, target: number): string[] {
  const { syntax } = analysis;
  const types = typesAt(analysis);
  const type = (index: number): string => types.get(index)?.[0] ?? "";
  const { role, steps } = clauseOf(syntax, source, target);
  const f: string[] = [`role=${role}`];
  const verbs = steps.map((s) => s.verb);
  const lemmas = verbs.map((v) => lemmaOf(syntax, v));
  const moods = verbs.map((v) => moodOfVerb(syntax, v));
  const deeds = steps.map(({ verb, object }) => `${type(verb)}${object < 0 ? "" : `(${type(object)})`}`);
  f.push(
    `steps=${lemmas.join(">")}`,
    `deeds=${deeds.join(">")}`,
    `moods=${moods.join(">")}`,
    `moods+deeds=${moods.map((m, i) => m + deeds[i]).join(">")}`,
  );
  steps.forEach(({ verb, object }, i) => {
    const n = Math.min(i, 2);
    const lemma = lemmas[i]!;
    f.push(`step=${lemma}`, `step${n}=${lemma}`, `step+mood=${lemma}${moods[i]}`, `deed${n}=${type(verb)}${moods[i]}`);
    if (i > 0)
      f.push(
        `step2=${lemmas[i - 1]}>${lemma}`,
        `deed2=${type(verbs[i - 1]!)}>${type(verb)}${moods[i]}`,
        `word>deed=${lemmas[i - 1]}>${type(verb)}${moods[i]}`,
      );
    const alike = loadWordClasses().classesOf(lemma)[2];
    if (alike !== undefined) f.push(`step-class=${alike}`, `step-class+mood=${alike}${moods[i]}`);
    const objectAlike = object < 0 ? undefined : loadWordClasses().classesOf(lemmaOf(syntax, object))[2];
    if (objectAlike !== undefined) f.push(`object-class=${objectAlike}`);
    for (const t of types.get(verb) ?? []) f.push(`any-deed=${t}`, `any-deed+mood=${t}${moods[i]}`);
    if (object >= 0) {
      const noun = lemmaOf(syntax, object);
      f.push(
        `step-object=${noun}`,
        `step+object=${lemma}_${noun}`,
        `object-type=${type(object)}${moods[i]}`,
        `word+object-type=${lemma}_${type(object)}`,
      );
      for (const child of syntax.children(object)) {
        const word = syntax.word(child);
        if (child === target || child === source || /^(?:DET|PUNCT|ADP|NUM)$/.test(word.upos)) continue;
        if (base(word.relation) === "nmod" || word.relation === "compound" || word.relation === "amod")
          f.push(
            `of-object=${word.relation === "nmod" ? syntax.preposition(child) : ""}${lemmaOf(syntax, child)}`,
            `of-object-type=${type(child)}`,
          );
      }
    }
    for (const child of syntax.children(verb)) {
      const relation = base(syntax.word(child).relation);
      if (relation === "obl" || relation === "advcl") {
        if (child === target || child === source) continue;
        f.push(
          `step+${relation}=${lemma}_${syntax.preposition(child)}`,
          `step-${relation}=${lemmaOf(syntax, child)}`,
          `${relation}-type=${type(child)}`,
        );
      } else if (relation === "compound") f.push(`step-particle=${lemma}_${lemmaOf(syntax, child)}`);
    }
  });
  const last = verbs.at(-1)!;
  const t = syntax.word(target);
  const place = `${base(t.relation)}:${syntax.preposition(target)}`;
  f.push(
    `target-place+step=${place}_${lemmas[0]}`,
    `target-place+deed=${place}_${type(verbs[0]!)}`,
    `last-deed=${type(last)}${moods.at(-1)}`,
  );
  if (t.head >= 0) f.push(`target-head=${lemmaOf(syntax, t.head)}_${place}`, `target-head-type=${type(t.head)}_${place}`);
  return f;
}

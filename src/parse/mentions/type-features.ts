import type { Word } from "../layers.ts";
import type { Candidate } from "./candidates.ts";
import type { HeadNouns } from "./head-nouns.ts";
import { nameClues } from "./name-clues.ts";

/** What the type classifier looks at: the head, what belongs to it, what governs it and what stands beside it. */
export function typeFeatures(
  candidate: Candidate,
  words: readonly Word[],
  below: readonly (readonly Word[])[],
  headNouns: HeadNouns,
): readonly string[] {
  const { head } = candidate;
  const [first, end] = candidate.words;
  const lemma = head.lemma.toLowerCase();
  const form = candidate.form;
  const features = [
    "bias",
    `form:${form}`,
    `lemma:${lemma}`,
    `lower:${head.text.toLowerCase()}`,
    `tag:${head.xpos}`,
    `suffix3:${lemma.slice(-3)}`,
    `suffix2:${lemma.slice(-2)}`,
  ];
  features.push(
    `shape:${shapeOf(head.text)}`,
    `${form}+shape:${shapeOf(head.text)}`,
    `relation:${head.relation}`,
    `length:${Math.min(5, end - first)}`,
  );
  const types = headNouns.get(lemma) ?? [];
  if (head.upos !== "PROPN") types.forEach((t, i) => features.push(`listed${i}:${t}`));
  else types.forEach((t) => features.push(`listed name:${t}`));
  if (types.length === 0) features.push(`unlisted:${form}`);

  const governor = head.head >= 0 ? words[head.head] : undefined;
  const marker = below[head.index]!.find((w) => w.relation === "case" && w.index < head.index)?.lemma ?? "";
  features.push(
    `governor:${governor?.lemma ?? "-"}`,
    `governor+relation:${governor?.lemma ?? "-"}+${head.relation}`,
    `case:${marker}`,
    `case+form:${marker}+${form}`,
  );
  if (governor) features.push(`governor tag:${governor.upos}+${head.relation}`);
  if (marker) features.push(`case+governor:${marker}+${governor?.lemma}`);

  for (const child of below[head.index]!) {
    const relation = child.relation.split(":")[0]!;
    if (relation === "punct" || relation === "case") continue;
    features.push(`child:${relation}`);
    if (relation !== "acl" && relation !== "conj" && relation !== "nmod") features.push(`child:${relation}+${child.lemma.toLowerCase()}`);
    for (const t of headNouns.get(child.lemma.toLowerCase()) ?? []) features.push(`child listed:${relation}+${t}`);
    if (relation === "appos" || relation === "conj")
      features.push(`beside:${relation}+${child.upos}+${headNouns.get(child.lemma.toLowerCase())?.[0] ?? "-"}`);
  }
  if (governor && head.relation === "appos")
    features.push(`apposition of:${headNouns.get(governor.lemma.toLowerCase())?.[0] ?? governor.upos}`);
  if (governor && head.relation.startsWith("conj"))
    features.push(`conjunct of:${headNouns.get(governor.lemma.toLowerCase())?.[0] ?? governor.upos}`);

  if (candidate.name) {
    const [from, to] = candidate.name;
    const name = words.slice(from, to).map((w) => w.text);
    features.push(`name length:${Math.min(4, to - from)}`);
    for (const part of name) features.push(`name part:${part.toLowerCase()}`);
    features.push(`name first:${name[0]!.toLowerCase()}`, `name prefix3:${name[0]!.slice(0, 3).toLowerCase()}`);
  }
  for (const clue of nameClues(words.slice(first, end).map((w) => w.text))) features.push(`clue:${clue}`);
  const before = first > 0 ? words[first - 1] : undefined;
  const after = words[end];
  features.push(
    `before:${before?.lemma.toLowerCase() ?? "-"}`,
    `after:${after?.lemma.toLowerCase() ?? "-"}`,
    `after tag:${after?.upos ?? "-"}`,
  );
  if (first > 1) features.push(`before2:${words[first - 2]!.lemma.toLowerCase()}`);
  return features;
}

/**
 * The features with a copy that only reporting on conflict trains: what a word is there may differ from what it is in travel guides and
 * essays (Daumé 2007, "Frustratingly Easy Domain Adaptation").
 */
export function inConflictReporting(features: readonly string[]): readonly string[] {
  return features.concat(features.map((f) => `conflict|${f}`));
}

/** Letters as A, a; digits as 9; runs shortened: "F-16" → "A-9", "McGurk" → "AaAa". */
function shapeOf(text: string): string {
  return text
    .slice(0, 40)
    .replace(/\p{Lu}/gu, "A")
    .replace(/\p{Ll}/gu, "a")
    .replace(/\d/g, "9")
    .replace(/(.)\1+/g, "$1");
}

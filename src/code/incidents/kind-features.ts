import { Features, type Hashes, headOf, step } from "./features.ts";
import type { Filler } from "./fillers.ts";
import type { Reading } from "./reading.ts";
import { highest, INCIDENT_ROLES, INCIDENT_TYPES, type Scores, sentencesOf } from "./scores.ts";

/** What tells of which type of incident a participant is: what its sentences tell, what the document tells, and its own words. */
export function kindFeatures(reading: Reading, scores: Scores, filler: Filler): Hashes {
  const features = new Features();
  const role = INCIDENT_ROLES[filler.role]!;
  const wording = filler.wordings[0]!;
  const sentences = sentencesOf(reading, wording).slice(0, 4);
  features.add("bias");
  features.add(`role ${role}`);
  INCIDENT_TYPES.forEach((type, i) => {
    const here = highest(
      sentences.map((s) => scores.sentences[s]!),
      i + 1,
    );
    features.add(`sentence ${type} ${step(here)}`);
    features.add(`first ${type} ${step(scores.sentences[sentences[0]!]![i + 1]!)}`);
    features.add(`document ${type} ${step(scores.incidents[i + 1]!)}`);
    features.add(`both ${type} ${step(here)} ${step(scores.incidents[i + 1]!)}`);
  });
  const [first, end] = reading.candidates[wording]!.places[0]!;
  const head = headOf(reading.words, first, end);
  features.add(`${role} head ${head.lemma.toLowerCase()}`);
  if (head.head >= 0) features.add(`${role} governor ${reading.words[head.head]!.lemma.toLowerCase()}`);
  for (const a of reading.argumentsAt.get(head.index) ?? []) {
    const trigger = reading.triggers[a.trigger]!;
    features.add(`argument ${trigger.type} ${trigger.mode ?? "-"}`);
    features.add(`argument ${trigger.sense}`);
  }
  for (const s of sentences)
    for (const t of reading.triggersOf.get(s) ?? []) {
      features.add(`event ${t.type} ${t.mode ?? "-"}`);
      features.add(`event ${t.sense}`);
    }
  return features.done();
}

import type { EventRecord, Evidence, Participant } from "../merge/index.ts";
import { clean } from "./clean.ts";
import { type Piece, piece, type Rich, type Tone } from "./rich.ts";

/** One question, its answer with the words that it rests on. Empty: the reports do not say. */
export interface EventCell {
  readonly question: "what" | "who" | "to whom" | "where" | "when" | "how many" | "on whose word";
  readonly answer: Rich;
}

/** The reporter's questions, in the order of the design: what, who, to whom, where, when, how many, on whose word. */
export function cellsOf(record: EventRecord): readonly EventCell[] {
  return [
    { question: "what", answer: what(record) },
    { question: "who", answer: list(record.actors, "who") },
    { question: "to whom", answer: list(record.recipients, "whom") },
    { question: "where", answer: where(record) },
    { question: "when", answer: when(record) },
    { question: "how many", answer: howMany(record) },
    { question: "on whose word", answer: onWhoseWord(record) },
  ];
}

function what(record: EventRecord): Rich {
  const pieces = [piece(record.type, "what")];
  if (record.mode) pieces.push(piece(` ${record.mode}`, "strong"));
  const doubts = doubtsOf(record);
  if (doubts.length > 0) pieces.push(piece(` (${doubts.join(", ")})`, "warning"));
  const weapons = record.instruments.map((p) => clean(p.name)).join("; ");
  if (weapons) pieces.push(piece(` with ${weapons}`));
  return pieces;
}

/** What keeps it from being a plain fact, in one word each. */
export function doubtsOf(record: EventRecord): string[] {
  const { certainty, polarity, reality } = record.factuality;
  const doubts: string[] = [];
  if (polarity === "negative") doubts.push("said not to have happened");
  if (reality !== "occurred") doubts.push(reality);
  if (certainty !== "certain") doubts.push(certainty === "unknown" ? "unconfirmed" : certainty);
  return doubts;
}

/** The value, and after it the words, where they are others. */
function withWords(value: string, evidence: readonly Evidence[], tone: Tone): Piece[] {
  const words = [...new Set(evidence.map((e) => clean(e.text)))].filter((text) => text !== value);
  return [piece(value, tone), ...(words.length > 0 ? [piece(` “${words.join("”, “")}”`, "dim")] : [])];
}

function join(groups: readonly Piece[][]): Rich {
  return groups.flatMap((group, i) => (i === 0 ? group : [piece("; "), ...group]));
}

function list(participants: readonly Participant[], tone: Tone): Rich {
  return join(
    participants.map(({ name, country, evidence }) => {
      const [value, ...words] = withWords(clean(name), evidence, tone);
      return [value!, ...(country ? [piece(` [${country}]`, "dim")] : []), ...words];
    }),
  );
}

function where({ place }: EventRecord): Rich {
  if (!place) return [];
  const [name, ...words] = withWords(clean(place.name), place.evidence, "where");
  const country = place.country ? [piece(`, ${place.country}`)] : [];
  const located = place.latitude === undefined ? [piece(" (not located)", "warning")] : [];
  const radius = place.radiusKm !== undefined && place.radiusKm >= 1 ? [piece(` ±${Math.round(place.radiusKm)} km`, "dim")] : [];
  return [name!, ...country, ...located, ...radius, ...words];
}

function when({ time }: EventRecord): Rich {
  if (!time) return [];
  const { earliest, latest } = time;
  const days =
    earliest === latest || latest === undefined ? earliest : earliest === undefined ? `until ${latest}` : `${earliest} to ${latest}`;
  const [first, ...words] = withWords(days ?? "", time.evidence, "when");
  return days === undefined ? words : [first!, ...words];
}

function howMany({ casualties = {} }: EventRecord): Rich {
  return join(
    Object.entries(casualties).map(([harm, { low, best, high, says }]) => {
      const range = low === high ? String(best) : `${best} (${low}–${high})`;
      return withWords(`${range} ${harm}`, says, "count");
    }),
  );
}

/** Sources, outermost first, each report's chain once; the outlet itself where it speaks in its own voice. */
function onWhoseWord(record: EventRecord): Rich {
  const chains = new Map<string, Piece[]>();
  for (const { attribution, publisher } of record.reports) {
    const chain =
      attribution.length === 0
        ? [piece(publisher ? clean(publisher) : "the article itself", "word"), piece(" (own voice)", "dim")]
        : attribution.flatMap(({ source, cue, kind }, i) => [
            ...(i > 0 ? [piece(" → ")] : []),
            piece(clean(source.text) || "unnamed", "word"),
            piece(cue ? ` “${clean(cue.text)}”` : ` (${kind})`, "dim"),
          ]);
    chains.set(chain.map((p) => p.text).join(""), chain);
  }
  return join([...chains.values()]);
}

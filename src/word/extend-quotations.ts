import { contains, overlaps, type Span } from "../document/index.ts";
import type { FoundAttribution } from "./find-attributions.ts";
import type { Reading } from "./reading.ts";

/** Shorter than this is a quoted word or title, no speech. */
const SPEECH_LENGTH = 12;

/**
 * Carries contents over the sentence's end. A quotation that a content touches belongs to it whole; a quotation that opens a sentence, and
 * that no cue of its own claims, continues the speech that stands right before it (newspapers name a speaker once), within the paragraph or
 * in the next one.
 */
export function extendQuotations(reading: Reading, found: readonly FoundAttribution[]): FoundAttribution[] {
  const { quotations, quotationOf, words, sentences } = reading;
  const contents = found.map((a) => [...a.content]);
  const owner = new Int32Array(quotations.length).fill(-1);
  const claimed = new Uint8Array(quotations.length);
  const opening = new Int32Array(quotations.length).fill(-1);
  for (const word of words) {
    const q = quotationOf[word.index]!;
    if (q >= 0 && opening[q]! < 0) opening[q] = word.index;
  }

  found.forEach((attribution, index) => {
    const [first, end] = sentences[attribution.cueHead.sentence]!.words;
    const own = quotationOf[attribution.cueHead.index]!;
    const touched = new Set(quotationOf.subarray(first, end));
    for (const q of touched) {
      if (q < 0 || q === own) continue;
      const { span } = quotations[q]!;
      if (overlaps(span, attribution.cue)) claimed[q] = 1;
      else if (contents[index]!.some((content) => overlaps(content, span))) {
        owner[q] = index;
        // Only where the quotation leaves the cue's sentence does the tagger not see all of it.
        const sentence = sentences[attribution.cueHead.sentence]!.span;
        if (!contains(sentence, span)) contents[index]!.push(outside(span, sentence, contents[index]!));
      }
    }
  });

  const speakers = found.map((a, index) => ({ index, start: a.cue[0] })).filter(({ index }) => speaks(reading, found[index]!));
  // The last sentence that each attribution's speech has come to: what continues it follows at once.
  const reached = found.map((attribution, index) => {
    const end = Math.max(...contents[index]!.map((content) => content[1]));
    let at = attribution.cueHead.sentence;
    while (at + 1 < sentences.length && sentences[at + 1]!.span[0] < end) at++;
    return at;
  });
  let last = -1;
  for (let q = 0; q < quotations.length; q++) {
    const { span } = quotations[q]!;
    while (last + 1 < speakers.length && speakers[last + 1]!.start <= span[0]) last++;
    if (owner[q]! >= 0 || claimed[q] === 1 || opening[q]! < 0 || span[1] - span[0] < SPEECH_LENGTH) continue;
    const at = words[opening[q]!]!.sentence;
    const sentence = sentences[at]!;
    const previous = speakers[last]?.index ?? -1;
    if (previous < 0 || span[1] < sentence.span[1] - 1 || sentence.span[0] < span[0] - 1) continue;
    if (at > (reached[previous] ?? found[previous]!.cueHead.sentence) + 1) continue;
    owner[q] = previous;
    contents[previous]!.push(span);
    while (reached[previous]! + 1 < sentences.length && sentences[reached[previous]! + 1]!.span[0] < span[1]) reached[previous]!++;
  }
  return found.map((attribution, index) => ({ ...attribution, content: merged(reading.text, contents[index]!) }));
}

/** Whether an attribution is speech, by somebody named, that does not stand in another's quotation. */
function speaks(reading: Reading, attribution: FoundAttribution): boolean {
  const { index } = attribution.cueHead;
  return reading.entries[index]?.act === "assert" && attribution.sourceHead !== undefined && reading.quotationOf[index]! < 0;
}

/** The part of a quotation that lies beyond the cue's sentence, joined to what the tagger found inside. */
function outside(quotation: Span, sentence: Span, content: readonly Span[]): Span {
  const inside = content.filter((span) => overlaps(span, quotation));
  const start = quotation[0] < sentence[0] ? quotation[0] : Math.min(...inside.map((s) => s[0]));
  const end = quotation[1] > sentence[1] ? quotation[1] : Math.max(...inside.map((s) => s[1]));
  return [start, end];
}

/** Spans in order, those that touch or have only white space between them joined. */
function merged(text: string, spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const out: Span[] = [];
  for (const span of sorted) {
    const last = out.at(-1);
    if (last !== undefined && (span[0] <= last[1] || /^[^\S\n]*$/.test(text.slice(last[1], span[0]))))
      out[out.length - 1] = [last[0], Math.max(last[1], span[1])];
    else out.push(span);
  }
  return out;
}

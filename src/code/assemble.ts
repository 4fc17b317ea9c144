import type { Document, Span } from "../document/index.ts";
import { SENTENCES, WORDS } from "../parse/layers.ts";
import type { EventLexicon } from "../what/index.ts";
import { TIMES } from "../when/layers.ts";
import { JOINED_PLACES, PLACES } from "../where/layers.ts";
import { ACTORS } from "../who/layers.ts";
import type { CodedDocument } from "./coded-document.ts";
import { eventOf } from "./event.ts";
import { joinTellings } from "./join-tellings.ts";
import type { Joining } from "./joining.ts";
import { type ParticipantModel, textView } from "./participants/index.ts";
import { gatherTellings } from "./telling.ts";

/** What assembling needs beside the document. */
export interface Assembling {
  readonly lexicon: EventLexicon;
  readonly joining: Joining;
  readonly participants: ParticipantModel;
}

/** From a document with all layers to the coded document. */
export function assemble(document: Document, coder: CodedDocument["coder"], { lexicon, joining, participants }: Assembling): CodedDocument {
  const { source } = document;
  const actors = document.get(ACTORS);
  const places = document.get(PLACES);
  const tellings = gatherTellings(document, lexicon);
  const placeAt = finder(places);
  const context = {
    lexicon,
    participants,
    view: textView(document, tellings, placeAt),
    document,
    actorAt: finder(actors.flatMap((a) => a.mentions.map((m) => ({ id: a.id, span: m.span })))),
    placeAt,
  };
  const events = joinTellings(tellings, document.get(WORDS), joining).map((joined, i) => eventOf(joined, i, context));
  return {
    schema: "dateline/1",
    coder,
    id: source.id,
    ...(source.url !== undefined && { url: source.url }),
    ...(source.title !== undefined && { title: source.title }),
    ...(source.publisher !== undefined && { publisher: source.publisher }),
    ...(source.authors !== undefined && { authors: source.authors }),
    ...(source.published !== undefined && { published: source.published }),
    ...(source.publishedFrom !== undefined && { publishedFrom: source.publishedFrom }),
    language: source.language,
    text: source.text,
    sentences: document.get(SENTENCES).map((s) => s.span),
    times: document.get(TIMES),
    places: [...places, ...document.get(JOINED_PLACES)],
    actors,
    events,
    warnings: document.warnings,
  };
}

/** Finds whose mention covers most of a span: the longest one that overlaps it. */
function finder(mentions: readonly { readonly id: string; readonly span: Span }[]): (span: Span) => string | undefined {
  const sorted = [...mentions].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  return (span) => {
    let best: { id: string; shared: number; length: number } | undefined;
    for (const m of sorted) {
      if (m.span[0] >= span[1]) break;
      const shared = Math.min(m.span[1], span[1]) - Math.max(m.span[0], span[0]);
      const length = m.span[1] - m.span[0];
      if (shared > 0 && (!best || shared > best.shared || (shared === best.shared && length < best.length)))
        best = { id: m.id, shared, length };
    }
    return best?.id;
  };
}

/** The one data model: immutable text, spans, typed stand-off layers, stages. Everything else speaks it; it depends on nothing. */
export { Document, type DocumentSource } from "./document.ts";
export { type Layer, layer } from "./layer.ts";
export { withoutDiacritics } from "./letters.ts";
export { type Pipeline, pipeline, type Stage } from "./pipeline.ts";
export { bySpan, contains, cover, overlaps, type Span } from "./span.ts";
export type { Warning } from "./warning.ts";

/** What does this article tell? From a document to the coded document. */
export type { Argument, CodedDocument, Count, EventAttribution, EventMention } from "./coded-document.ts";
export { annotate, type Coder, code, loadCoder } from "./coder.ts";
export { CodingError } from "./coding-error.ts";
export { evidenceFaults } from "./evidence.ts";
export { fingerprint } from "./fingerprint.ts";
export { codeMany, type ManyOptions } from "./many.ts";
export type { Coding } from "./on-threads.ts";
export type { CoderOptions } from "./options.ts";
export { WorkerPool } from "./worker-pool.ts";

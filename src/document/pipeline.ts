import type { Document } from "./document.ts";
import type { Layer } from "./layer.ts";

/** One step of the coder: a pure function from a document with the layers it needs to the same document with the layers it gives. */
export interface Stage {
  readonly name: string;
  readonly needs: readonly Layer<unknown>[];
  readonly gives: readonly Layer<unknown>[];
  run(document: Document): Document;
}

/** Stages in an order that was checked when the pipeline was built. */
export interface Pipeline {
  readonly stages: readonly Stage[];
  run(document: Document): Document;
}

/**
 * Joins stages into one function. Throws when a stage needs a layer that no earlier stage gives, or when two stages give the same
 * layer, naming both, so that a wrong order is refused before any document is read.
 */
export function pipeline(stages: readonly Stage[]): Pipeline {
  const givenBy = new Map<Layer<unknown>, string>();
  for (const stage of stages) {
    for (const key of stage.needs) {
      if (givenBy.has(key)) continue;
      const later = stages.find((s) => s.gives.includes(key));
      const cure = later ? `stage “${later.name}” gives it: put that one first` : "no stage here gives it";
      throw new Error(`stage “${stage.name}” needs the layer “${key.name}”; ${cure}`);
    }
    for (const key of stage.gives) {
      const other = givenBy.get(key);
      if (other !== undefined) throw new Error(`stages “${other}” and “${stage.name}” both give the layer “${key.name}”`);
      givenBy.set(key, stage.name);
    }
  }
  return {
    stages: [...stages],
    run(document) {
      for (const stage of stages) {
        document = stage.run(document);
        for (const key of stage.gives)
          if (!document.has(key)) throw new Error(`stage “${stage.name}” did not give the layer “${key.name}”`);
      }
      return document;
    },
  };
}

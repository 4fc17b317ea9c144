import type { Layer } from "./layer.ts";
import type { Span } from "./span.ts";
import type { Warning } from "./warning.ts";

/** What is known of a document besides its text. Every field but the text may be absent: absent means not known, never guessed. */
export interface DocumentSource {
  /** Stable: given by the input, else a hash of the content. */
  readonly id: string;
  /** Title, blank line, body paragraphs separated by a blank line. All spans of all layers index this string. */
  readonly text: string;
  readonly url?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly authors?: readonly string[];
  /** ISO 8601, as precise as is known: "2024-08-14", "2024-08". */
  readonly published?: string;
  /** Where `published` came from. Present exactly when `published` is. */
  readonly publishedFrom?: "input" | "metadata" | "text";
  /** BCP 47. "und" when it could not be told. */
  readonly language: string;
}

/**
 * A text with named, typed, stand-off layers. Immutable: `with` gives a new document that shares everything else, so a stage can
 * never change what an earlier one saw.
 */
export class Document {
  readonly source: DocumentSource;
  readonly warnings: readonly Warning[];
  readonly #layers: ReadonlyMap<Layer<unknown>, unknown>;

  private constructor(source: DocumentSource, layers: ReadonlyMap<Layer<unknown>, unknown>, warnings: readonly Warning[]) {
    this.source = source;
    this.#layers = layers;
    this.warnings = warnings;
  }

  /** A document without layers. */
  static from(source: DocumentSource, warnings: readonly Warning[] = []): Document {
    return new Document(Object.freeze({ ...source }), new Map(), Object.freeze([...warnings]));
  }

  get text(): string {
    return this.source.text;
  }

  /** The characters of a span. */
  slice(span: Span): string {
    return this.source.text.slice(span[0], span[1]);
  }

  has(key: Layer<unknown>): boolean {
    return this.#layers.has(key);
  }

  /** A layer's content. Throws when no stage has given it: a pipeline that was checked when built cannot come to that. */
  get<T>(key: Layer<T>): T {
    if (!this.#layers.has(key))
      throw new Error(`layer “${key.name}” is not on document “${this.source.id}”: run the stage that gives it first`);
    return this.#layers.get(key) as T;
  }

  /** This document with one layer more. A layer is given once: giving it twice throws. */
  with<T>(key: Layer<T>, content: T): Document {
    for (const known of this.#layers.keys()) {
      if (known === key) throw new Error(`layer “${key.name}” is already on document “${this.source.id}”`);
      if (known.name === key.name) throw new Error(`two different layers are named “${key.name}”`);
    }
    return new Document(this.source, new Map(this.#layers).set(key, content), this.warnings);
  }

  /** This document with diagnostics added. */
  warn(...warnings: readonly Warning[]): Document {
    return warnings.length === 0 ? this : new Document(this.source, this.#layers, Object.freeze([...this.warnings, ...warnings]));
  }
}

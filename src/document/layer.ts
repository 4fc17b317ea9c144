/**
 * A key for one stand-off layer of a document. The type parameter is the layer's content, so that `document.get(SENTENCES)` is
 * typed without casts. Keys are compared by identity: two layers with one name are a programmer's mistake and are refused.
 */
export interface Layer<T> {
  readonly name: string;
  /** Only there for the compiler: what the layer holds. Never set. */
  readonly holds?: T;
}

/** Declares a layer. Call once, at the top of the module that owns the layer. */
export function layer<T>(name: string): Layer<T> {
  return Object.freeze({ name });
}

import type { Format, FoundField, Origin } from "./read-from.ts";

/** A document being read: what a format's reader found, before the caller's hints, the residue and the language are dealt with. */
export interface Draft {
  readonly format: Format;
  /** The text without its title. */
  body: string;
  id?: string;
  url?: string;
  title?: string;
  publisher?: string;
  authors?: readonly string[];
  published?: string;
  /** What the input says its language is. */
  language?: string;
  readonly origins: Partial<Record<FoundField, Origin>>;
  /** The title belongs to the record, not to the text: it is put before the body only when the body does not begin with it. */
  verbatim?: boolean;
  /** What the page's markup or the reader itself has to say. */
  warnings?: readonly { readonly code: string; readonly message: string }[];
}

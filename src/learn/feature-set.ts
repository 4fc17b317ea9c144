import { EMPTY, Spelling } from "./spelling.ts";

/** What stands between the values of a template, and the state after what stands before the first. */
interface Site {
  readonly start: number;
  readonly texts: readonly Spelling[];
}

/** One for each template in the program. */
const sites = new Map<TemplateStringsArray, Site>();

function siteOf(template: TemplateStringsArray): Site {
  const known = sites.get(template);
  if (known !== undefined) return known;
  const texts = template.map((text) => new Spelling(text));
  const site = { start: texts[0]!.after(EMPTY), texts };
  sites.set(template, site);
  return site;
}

/** A value of a template that may be absent. */
type Part = Spelling | undefined;

function fill(start: number, texts: readonly Spelling[], a: Part, b: Part, c: Part, d: Part, e: Part, f: Part): number {
  let state = start;
  if (a !== undefined) state = texts[1]!.after(a.after(state));
  if (b !== undefined) state = texts[2]!.after(b.after(state));
  if (c !== undefined) state = texts[3]!.after(c.after(state));
  if (d !== undefined) state = texts[4]!.after(d.after(state));
  if (e !== undefined) state = texts[5]!.after(e.after(state));
  if (f !== undefined) state = texts[6]!.after(f.after(state));
  return state;
}

/** murmur3's mix, so that the low bits spread over the buckets. */
function finish(state: number): number {
  const h = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  return h ^ (h >>> 13);
}

/**
 * Hashed features, named by templates of at most six values: set.add`pair ${lemma} ${next}`. The hashes are those that `hashFeature`
 * gives the written-out names, as signed integers, found without writing them out.
 */
export class FeatureSet {
  readonly hashes: number[] = [];

  /** Adds the feature of that name. */
  add(template: TemplateStringsArray, a?: Spelling, b?: Spelling, c?: Spelling, d?: Spelling, e?: Spelling, f?: Spelling): void {
    const { start, texts } = siteOf(template);
    this.hashes.push(finish(fill(start, texts, a, b, c, d, e, f)));
  }

  /** Adds the feature of a beginning (see `begin`) and that name. */
  addAfter(
    beginning: number,
    template: TemplateStringsArray,
    a?: Spelling,
    b?: Spelling,
    c?: Spelling,
    d?: Spelling,
    e?: Spelling,
    f?: Spelling,
  ): void {
    const { texts } = siteOf(template);
    this.hashes.push(finish(fill(texts[0]!.after(beginning), texts, a, b, c, d, e, f)));
  }

  /** Adds the feature of a beginning (see `begin`) and the texts that follow. */
  end(beginning: number, a: Spelling, b?: Spelling, c?: Spelling, d?: Spelling): void {
    let state = a.after(beginning);
    if (b !== undefined) state = b.after(state);
    if (c !== undefined) state = c.after(state);
    if (d !== undefined) state = d.after(state);
    this.hashes.push(finish(state));
  }
}

/** The beginning that several names share, for `addAfter` and `end`. */
export function begin(template: TemplateStringsArray, a?: Spelling, b?: Spelling, c?: Spelling, d?: Spelling): number {
  const { start, texts } = siteOf(template);
  return fill(start, texts, a, b, c, d, undefined, undefined);
}

/** The hash of one name. */
export function hashOf(
  template: TemplateStringsArray,
  a?: Spelling,
  b?: Spelling,
  c?: Spelling,
  d?: Spelling,
  e?: Spelling,
  f?: Spelling,
): number {
  const { start, texts } = siteOf(template);
  return finish(fill(start, texts, a, b, c, d, e, f));
}

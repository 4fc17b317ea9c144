/** A stretch of a document's text: `[start, end)` in UTF-16 code units, as W3C's TextPositionSelector and JavaScript's `slice` count. */
export type Span = readonly [start: number, end: number];

/** Whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** Whether `inner` lies wholly inside `outer` (equal spans do). */
export function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** The smallest span that holds every given one. Throws when there are none: an empty cover has no place in the text. */
export function cover(spans: readonly Span[]): Span {
  if (spans.length === 0) throw new RangeError("cover: no spans given");
  let [start, end] = spans[0]!;
  for (const [s, e] of spans) {
    if (s < start) start = s;
    if (e > end) end = e;
  }
  return [start, end];
}

/** Orders spans by where they start, then the longer first, so that an enclosing span comes before what it encloses. */
export function bySpan(a: Span, b: Span): number {
  return a[0] - b[0] || b[1] - a[1];
}

/** Paragraphs at the head of a document in which a dateline is looked for: title, byline and subtitle may come before it. */
export const DATELINE_WITHIN = 8;

const DASH = "(?:—|–|--|-)";
const REST = "(?=[\\s“\"'‘(\\[\\p{L}])";
/** "KHARTOUM, Sudan (AP) —", "GAZA CITY, Jan. 4 -", "BAGHDAD –": a place in capitals, what may follow it, a dash. */
const CAPITALS = new RegExp(
  `^\\p{Lu}[\\p{Lu}.'’/ -]{2,40}(?:,\\s?[\\p{L}\\d.' ]{2,30}){0,3}(?:\\s*\\([^()\\n]{2,40}\\))?\\s*(?:${DASH}\\s|—|--)${REST}`,
  "u",
);
/** "Beirut (Reuters) -", "san salvador, 12 jan 90 (acan-efe) --", "(AFP) —": an agency in brackets and a dash, whatever stands before. */
const AGENCY = new RegExp(
  `^[\\p{L}\\d.,'’/ -]{0,70}\\((?:[^()\\n]{0,24}\\b)?(?:reuters|afp|ap|upi|efe|acan-efe|xinhua|dpa|ips|irin|tass|itar-tass|interfax|anadolu|ans|iba|sana|wafa|kyodo|notimex|ansa|prela|dw|cnn|bbc|rfe/rl)\\b[^()\\n]{0,24}\\)\\s*(?:${DASH}|:)+\\s*`,
  "iu",
);

/**
 * Where the dateline at the head of a paragraph ends, its dash included; `start` when it has none. A dateline is the place, and often
 * the date and agency, that stand before a dispatch's first sentence and do not belong to it.
 */
export function datelineEnd(text: string, start: number, end: number): number {
  const head = text.slice(start, Math.min(end, start + 160));
  const found = AGENCY.exec(head)?.[0] ?? CAPITALS.exec(head)?.[0];
  if (!found || found.length >= end - start) return start;
  return start + found.trimEnd().length;
}

import { dayOf } from "./date.ts";

/** What the line at the head of a dispatch says of when and by whom it was sent. */
export interface Dateline {
  readonly published?: string;
  readonly publisher?: string;
}

/**
 * Reads "AMMAN, Jan 28, 2024 (Levant Wire) - …" at the head of a paragraph: a place in capitals, then a date, an agency in brackets or
 * both, then a dash. A date without a year is no date of publication: the year is not guessed.
 */
export function readDateline(paragraph: string): Dateline | undefined {
  const head = /^([^\n]{3,120}?)\s*(?:--?|[–—_])\s+\S/.exec(paragraph.slice(0, 160))?.[1];
  if (head === undefined || !/^\p{Lu}[\p{Lu}\s.'’/-]{2,40}(?:,|\s*\(|\s+\p{Lu}\p{Ll}|$)/u.test(head)) return undefined;
  const agency = /\(([\p{Lu}][^()]{1,40})\)\s*$/u.exec(head)?.[1];
  const published = dayOf(head);
  return {
    ...(published !== undefined && published.length === 10 ? { published } : {}),
    ...(agency === undefined || dayOf(agency) !== undefined ? {} : { publisher: agency }),
  };
}

/** Words that many bodies' names share: they do not tell one from another. */
const GENERAL = new Set(
  "the and for of in to a an s on by department ministry minister secretary office government news press agency release statement spokesman spokeswoman spokesperson delegation deputy foreign national international online official report media service website".split(
    " ",
  ),
);

/**
 * Whether a source is the body that published the page, by a distinctive word that the two share: what an official body says on its own
 * site needs no source beside it ("Deputy Secretary of State …" on a page of the "US State Department").
 */
export function isOwnVoice(source: string, publisher: string): boolean {
  const distinctive = words(publisher).filter((w) => !GENERAL.has(w));
  const named = new Set(words(source));
  return distinctive.some((w) => named.has(w));
}

function words(name: string): string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
}

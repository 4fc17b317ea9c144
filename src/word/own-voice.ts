/** Words that many bodies' names share: they do not tell one from another. */
const GENERAL = new Set(
  "the and for of in to a an s on by department ministry minister secretary office government news press agency release statement spokesman spokeswoman spokesperson delegation deputy foreign national international online official report media service website".split(
    " ",
  ),
);

/** Official bodies that publish under a name which their own offices do not bear: the publisher's name, and its offices'. */
const OFFICES: readonly (readonly [publisher: RegExp, office: RegExp])[] = [
  [
    /\b(?:UK|British) Government\b|\bGOV\.UK\b/i,
    /\b(?:Foreign(?:,? (?:and )?Commonwealth(?: (?:and|&) Development)?)? Office|FC(?:D)?O|Foreign Secretary|Home (?:Office|Secretary)|Ministry of Defence|Defence Secretary|Downing Street)\b/,
  ],
  // Its officers speak on its pages by their ranks.
  [/\b(?:CENTCOM|Central Command)\b/i, /\b(?:CENTCOM|Central Command)\b|^(?:(?:Lt|Brig|Maj)\.? ?)?(?:Gen|Col|Maj|Capt|Cmdr|Adm|Sgt)\b\.?/],
  [/\b(?:State Department|Department of State)\b/i, /\bState Department\b|\bDepartment of State\b|\bSecretary of State\b/],
  [
    /\b(?:Department of Defen[cs]e|Defen[cs]e Department|Pentagon)\b/i,
    /\b(?:Defen[cs]e Department|Department of Defen[cs]e|Pentagon|DoD)\b/,
  ],
];

/**
 * Whether a source is the body that published the page, by a distinctive word that the two share: what an official body says on its own
 * site needs no source beside it ("Deputy Secretary of State …" on a page of the "US State Department").
 */
export function isOwnVoice(source: string, publisher: string): boolean {
  if (OFFICES.some(([body, office]) => body.test(publisher) && office.test(source))) return true;
  const distinctive = words(publisher).filter((w) => !GENERAL.has(w));
  const named = new Set(words(source));
  return distinctive.some((w) => named.has(w));
}

function words(name: string): string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
}

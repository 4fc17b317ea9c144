/** Latin letters that Unicode does not take apart into a letter and its marks, as English-language reporting writes them. */
const PLAIN: Readonly<Record<string, string>> = {
  ı: "i",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ə: "a",
  ħ: "h",
  ŋ: "ng",
};

/** A lower-case text without diacritics (compatibility decomposition, Unicode NFKD): "katā'ib" gives "kata'ib", "łódź" gives "lodz". */
export function withoutDiacritics(lower: string): string {
  return lower
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/[ıøłđðþßæœəħŋ]/g, (letter) => PLAIN[letter] ?? letter);
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

const ISO = /(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/;
const YEAR_FIRST = /(?<!\d)((?:19|20)\d\d)[/.](\d{1,2})[/.](\d{1,2})(?!\d)/;
const DAY_MONTH = new RegExp(`(?<![\\d:])(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?${MONTH}[\\s,-]+((?:19|20)\\d\\d)(?!\\d)`, "i");
const MONTH_DAY = new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d\\d)(?!\\d)`, "i");
const NUMBERS = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)/;
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6})?Z?$/;
const MONTH_ONLY = /^((?:19|20)\d\d)-(\d\d)$/;

/**
 * The calendar day a publication date names, as ISO 8601. Reads ISO, RFC 822, "4 August 2025", "Aug. 4, 2025", "2025/8/4" and
 * numbers like "13/11/2025" where only one order is possible, or where the page is known to put the month first.
 *
 * @param monthFirst how "09/10/2025" is meant; such a date is absent when that is not known.
 */
export function dayOf(text: string, monthFirst?: boolean): string | undefined {
  const t = text.trim().slice(0, 120);
  let m: RegExpExecArray | null;
  if ((m = COMPACT.exec(t)) || (m = ISO.exec(t)) || (m = YEAR_FIRST.exec(t))) return iso(m[1]!, Number(m[2]), Number(m[3]));
  if ((m = DAY_MONTH.exec(t))) return iso(m[3]!, month(m[2]!), Number(m[1]));
  if ((m = MONTH_DAY.exec(t))) return iso(m[3]!, month(m[1]!), Number(m[2]));
  if ((m = NUMBERS.exec(t))) {
    const [a, b] = [Number(m[1]), Number(m[2])];
    if (a > 12) return iso(m[3]!, b, a);
    if (b > 12 || a === b || monthFirst === true) return iso(m[3]!, a, b);
    return monthFirst === false ? iso(m[3]!, b, a) : undefined;
  }
  if ((m = MONTH_ONLY.exec(t)) && Number(m[2]) >= 1 && Number(m[2]) <= 12) return t;
  return undefined;
}

/** The day in a news site's address, as in `/2024/08/14/` or `/2019-11-19/`; the month where that is all it has. */
export function dayInUrl(url: string): string | undefined {
  const path = url
    .replace(/^[a-z]+:\/\/[^/]*/i, "")
    .split(/[?#]/)[0]!
    .slice(0, 2000);
  const whole =
    /[/_-]((?:19|20)\d\d)[/_-](\d{1,2}|[a-z]{3})[/_-](\d{1,2})(?=[/_.-]|$)/i.exec(path) ??
    /[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_.-]|$)/.exec(path);
  if (whole) return iso(whole[1]!, /^\d/.test(whole[2]!) ? Number(whole[2]) : month(whole[2]!), Number(whole[3]));
  return undefined;
}

function month(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** A real day of the calendar, or none. */
function iso(year: string, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(Number(year), month - 1, day));
  if (month < 1 || month > 12 || day < 1 || date.getUTCMonth() !== month - 1) return undefined;
  return date.toISOString().slice(0, 10);
}

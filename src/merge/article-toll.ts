import type { CodedDocument, Count, EventMention } from "../code/coded-document.ts";

const PERSON = new Set(["person", "people", "police", "military", "government", "armed group", "other"]);
/** Words that turn the deed on its doer. */
const SELF = /^(?:himself|herself|themselves|self|him ?self)$/iu;
const NUMBERS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  both: 2,
};
/** A figure of more people is a statistic, not a count of those who stand beside an event. */
const CREDIBLE = 1000;

/**
 * The main mention with what the article's other tellings of the same violence add: a day, figures that it does not give, the doer's own
 * death. Each value keeps the characters that it rests on. Tellings with another time or place are left alone.
 */
export function withTellings(document: CodedDocument, main: EventMention): EventMention {
  const others = document.events.filter((event) => event !== main && belongs(document, main, event));
  const all = [main, ...others];
  const time = main.time?.earliest !== undefined ? main.time : (others.find((e) => e.time?.earliest !== undefined)?.time ?? main.time);
  const place = main.place ?? others.find((e) => e.place !== undefined)?.place;
  const killed = killedIn(all);
  const counted =
    largest([main.casualties?.injured]) ?? largest(others.map((e) => e.casualties?.injured)) ?? (killed ? undefined : hitIn(all));
  const injured = beyond(hitInAll(document, all), killed, counted) ?? counted;
  const casualties = { ...main.casualties, ...(killed && { killed }), ...(injured && { injured }) };
  return {
    ...main,
    ...(time && { time }),
    ...(place && { place }),
    ...(Object.keys(casualties).length > 0 && { casualties }),
  };
}

/** Violence that happened, not known to be elsewhere or at another time. */
function belongs(document: CodedDocument, main: EventMention, event: EventMention): boolean {
  if (event.type !== "ASSAULT" || event.factuality.polarity === "negative") return false;
  if (event.factuality.reality === "threatened" || event.factuality.reality === "hypothetical") return false;
  const [a, b] = [main.time, event.time];
  if (a?.earliest !== undefined && a.latest !== undefined && b?.earliest !== undefined && b.latest !== undefined)
    if (a.latest < b.earliest || b.latest < a.earliest) return false;
  const region = (e: EventMention) => document.places.find(({ id }) => id === e.place?.ref)?.admin1;
  const [x, y] = [region(main), region(event)];
  return x === undefined || y === undefined || x === y;
}

/** The greatest count of others' deaths, and the doer's own beside it. */
function killedIn(events: readonly EventMention[]): Count | undefined {
  const counts = events.flatMap((e) => e.casualties?.killed ?? []);
  const own = counts.find(({ text }) => SELF.test(text.trim()));
  const others = largest(counts.filter((count) => !SELF.test(count.text.trim())));
  if (!own || !others) return others ?? own;
  return { ...others, best: others.best + own.best, high: others.high + own.best };
}

/** Who was hit, where nobody says that they died: people that the weapon met are counted as injured. */
function hitIn(events: readonly EventMention[]): Count | undefined {
  for (const event of events) {
    if (event.mode !== undefined && event.mode !== "firearms" && event.mode !== "primitive") continue;
    const people = event.recipients.filter(({ kind, text }) => PERSON.has(kind) && !SELF.test(text));
    const first = people[0];
    if (!first) continue;
    const best = Math.max(...people.map(({ text }) => quantityOf(text)), 1);
    return { low: best, best, high: best, span: first.span, text: first.text };
  }
  return undefined;
}

function quantityOf(text: string): number {
  const first = text.trim().split(/\s+/u)[0]!.toLowerCase();
  const number = NUMBERS[first] ?? Number(first);
  return Number.isInteger(number) && number > 0 && number < CREDIBLE ? number : 1;
}

function largest(counts: readonly (Count | undefined)[]): Count | undefined {
  // A year taken for a count.
  const credible = counts.filter((count) => count && !/^(?:19|20)\d\d$/u.test(count.text.trim()));
  return credible.reduce((best, count) => (count && (!best || count.best > best.best) ? count : best), undefined);
}

/** "a double shooting", "three people shot": how many were hit, dead and living together. */
const MULTIPLE: Readonly<Record<string, number>> = { double: 2, triple: 3, quadruple: 4, quintuple: 5 };
const HIT =
  /\b(double|triple|quadruple|quintuple) shooting\b|\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:people |persons |men |women |teens |teenagers |others |victims |boys |girls |children )?(?:were |are |was )?shot\b/giu;
/** Beyond the title and the first paragraphs, such a count is of another event. */
const OPENING = 700;

/** How many were hit, as the title or the opening says; only where a telling of the event uses a firearm. */
function hitInAll(document: CodedDocument, events: readonly EventMention[]): Count | undefined {
  if (!events.some(({ mode }) => mode === "firearms")) return undefined;
  const counts = [...document.text.slice(0, OPENING).matchAll(HIT)].map((match): Count => {
    const [text, multiple, number] = match;
    const best = multiple ? MULTIPLE[multiple.toLowerCase()]! : (NUMBERS[number!.toLowerCase()] ?? Number(number));
    return { low: best, best, high: best, span: [match.index, match.index + text.length], text };
  });
  return largest(counts);
}

/** Of those hit, who did not die: where that is more than the tellings count as injured. */
function beyond(hit: Count | undefined, killed: Count | undefined, injured: Count | undefined): Count | undefined {
  if (!hit) return undefined;
  const best = hit.best - (killed?.best ?? 0);
  return best > (injured?.best ?? 0) ? { ...hit, low: best, best, high: best } : undefined;
}

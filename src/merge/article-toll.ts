import type { CodedDocument, Count, EventMention } from "../code/coded-document.ts";
import { numberOf } from "../what/index.ts";
import { loadTollLexicon } from "./toll-lexicon.ts";

const PERSON = new Set(["person", "people", "police", "military", "government", "armed group", "other"]);
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
  const own = counts.find(({ text }) => loadTollLexicon().isSelf(text));
  const others = largest(counts.filter((count) => !loadTollLexicon().isSelf(count.text)));
  if (!own || !others) return others ?? own;
  return { ...others, best: others.best + own.best, high: others.high + own.best };
}

/** Who was hit, where nobody says that they died: people that the weapon met are counted as injured. */
function hitIn(events: readonly EventMention[]): Count | undefined {
  for (const event of events) {
    if (event.mode !== undefined && event.mode !== "firearms" && event.mode !== "primitive") continue;
    const people = event.recipients.filter(({ kind, text }) => PERSON.has(kind) && !loadTollLexicon().isSelf(text));
    const first = people[0];
    if (!first) continue;
    const best = Math.max(...people.map(({ text }) => quantityOf(text)), 1);
    return { low: best, best, high: best, span: first.span, text: first.text };
  }
  return undefined;
}

function quantityOf(text: string): number {
  const first = text.trim().split(/\s+/u)[0]!.toLowerCase();
  const number = first === "both" ? 2 : numberOf(first);
  return number !== undefined && number > 0 && number < CREDIBLE ? number : 1;
}

function largest(counts: readonly (Count | undefined)[]): Count | undefined {
  // A year taken for a count.
  const credible = counts.filter((count) => count && !/^(?:19|20)\d\d$/u.test(count.text.trim()));
  return credible.reduce((best, count) => (count && (!best || count.best > best.best) ? count : best), undefined);
}

/** Beyond the title and the first paragraphs, such a count is of another event. */
const OPENING = 700;

/** How many were hit, as the title or the opening says, by the means that a telling of the event names. */
function hitInAll(document: CodedDocument, events: readonly EventMention[]): Count | undefined {
  const opening = document.text.slice(0, OPENING);
  const modes = new Set(events.flatMap(({ mode }) => mode ?? []));
  const counts = [...modes].flatMap((mode) =>
    loadTollLexicon()
      .hits(opening, mode)
      .map(({ span, count }): Count => ({ low: count, best: count, high: count, span, text: opening.slice(...span) })),
  );
  return largest(counts);
}

/** Of those hit, who did not die: where that is more than the tellings count as injured. */
function beyond(hit: Count | undefined, killed: Count | undefined, injured: Count | undefined): Count | undefined {
  if (!hit) return undefined;
  const best = hit.best - (killed?.best ?? 0);
  return best > (injured?.best ?? 0) ? { ...hit, low: best, best, high: best } : undefined;
}

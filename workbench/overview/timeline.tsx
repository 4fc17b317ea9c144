import { useEffect, useRef, useState } from "react";
import type { Timeline as TimelineAnswer } from "../../src/serve/index.ts";
import { changeSearch } from "../app/location.ts";
import { date, decimal, FAMILIES, FAMILY, number, plural } from "../app/words.ts";
import { whenPointed } from "./pointed.ts";

const HEIGHT = 120;
const FOOT = 18;
const DAY = 86_400_000;

interface Week {
  readonly start: string;
  readonly total: number;
  readonly parts: readonly number[];
}

/** Events a week, stacked by family; weeks that stand out are marked and explained below. Dragging over weeks chooses them. */
export function Timeline({ timeline, brush }: { readonly timeline: TimelineAnswer; readonly brush: boolean }) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(800);
  const [drag, setDrag] = useState<readonly [number, number]>();
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.max(240, entry.contentRect.width)));
    if (frame.current) observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  const { weeks, cut } = weeksOf(timeline);
  if (weeks.length === 0) return <p className="state">None of these events has a date.</p>;
  const from = Date.parse(weeks[0]!.start);
  const span = Date.parse(weeks.at(-1)!.start) - from + 7 * DAY;
  const most = Math.max(...weeks.map((week) => week.total));
  const x = (start: string) => ((Date.parse(start) - from) / span) * width;
  const bar = Math.min(28, Math.max(1, (7 * DAY * width) / span - 1));
  const y = (count: number) => (count / most) * (HEIGHT - 14);
  const unusual = new Set(timeline.unusual.map((week) => week.start));
  const dayAt = (px: number) => new Date(from + (Math.max(0, Math.min(width, px)) / width) * span).toISOString().slice(0, 10);
  const at = (event: React.PointerEvent<SVGSVGElement>) => event.clientX - event.currentTarget.getBoundingClientRect().left;
  const choose = (start: string, end: string) =>
    changeSearch((p) => {
      p.set("from", start);
      p.set("to", end);
    });
  return (
    <div ref={frame} className="timeline">
      <svg
        width={width}
        height={HEIGHT + FOOT}
        role="img"
        aria-label={`Events a week from ${date(weeks[0]!.start)} to ${date(weeks.at(-1)!.start)}; at most ${most} in one week. The table says the same.`}
        onPointerDown={(event) => brush && event.button === 0 && setDrag([at(event), at(event)])}
        onPointerMove={(event) => drag && setDrag([drag[0], at(event)])}
        onPointerLeave={() => setDrag(undefined)}
        onPointerUp={() => {
          if (drag && Math.abs(drag[1] - drag[0]) > 4) choose(dayAt(Math.min(...drag)), dayAt(Math.max(...drag)));
          setDrag(undefined);
        }}
      >
        {FAMILIES.map(({ family }, i) => (
          <path key={family} className="bar-part" data-family={family} d={barsOf(weeks, i, x, y, bar)} />
        ))}
        {weeks.map(
          (week) =>
            unusual.has(week.start) && (
              <text
                key={week.start}
                className="mark"
                x={x(week.start) + bar / 2}
                y={Math.max(10, HEIGHT - y(week.total) - 3)}
                textAnchor="middle"
              >
                ▲
              </text>
            ),
        )}
        <line x1={0} x2={width} y1={HEIGHT} y2={HEIGHT} className="axis" />
        {ticks(from, span, width).map(({ at: px, label }) => (
          <text key={label} className="tick" x={px} y={HEIGHT + 13}>
            {label}
          </text>
        ))}
        <PointedDay at={(day) => (Date.parse(day) < from || Date.parse(day) > from + span ? undefined : x(day))} />
        {drag && <rect className="brush" x={Math.min(...drag)} width={Math.abs(drag[1] - drag[0])} y={0} height={HEIGHT} />}
      </svg>
      <p className="legend">
        {FAMILIES.map(({ family, name }) => (
          <span key={family} className="type" data-family={family}>
            {name}
          </span>
        ))}
        <span className="quiet">
          highest: {number(most)} a {timeline.by}
          {cut > 0 && `; ${plural(cut, "event")} far from the rest in time: in the table only`}
        </span>
      </p>
      {timeline.unusual.length > 0 && (
        <ul className="unusual" aria-label="Unusual weeks">
          {timeline.unusual.map((week) => (
            <li key={week.start}>
              <span aria-hidden="true">▲</span>{" "}
              {brush ? (
                <button type="button" className="link" onClick={() => choose(week.start, weekEnd(week.start))}>
                  Week of {date(week.start)}
                </button>
              ) : (
                <strong>Week of {date(week.start)}</strong>
              )}
              : {plural(week.count, "event")}; in the {week.weeks} weeks before, {decimal(week.usual)} a week and at most{" "}
              {number(week.most)}.
              {week.places.length > 0 && <> Most: {week.places.map((p) => `${p.value} (${number(p.count)})`).join(", ")}.</>}
              {week.actors.length > 0 && <> With: {week.actors.map((a) => `${a.value} (${number(a.count)})`).join(", ")}.</>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Where the event that the person points to in the table lies in time. */
function PointedDay({ at }: { readonly at: (day: string) => number | undefined }) {
  const [day, setDay] = useState<string>();
  useEffect(() => whenPointed((event) => setDay((event?.time?.earliest ?? event?.time?.latest)?.slice(0, 10))), []);
  const px = day === undefined ? undefined : at(day);
  return px === undefined || Number.isNaN(px) ? null : <line className="pointed" x1={px} x2={px} y1={0} y2={HEIGHT} />;
}

/** The bars of one family, each on top of those of the families before it, as one path: a thousand elements would be slow. */
function barsOf(weeks: readonly Week[], family: number, x: (start: string) => number, y: (count: number) => number, width: number): string {
  const round = (n: number) => Math.round(n * 100) / 100;
  return weeks
    .map(({ start, parts }) => {
      const below = parts.slice(0, family).reduce((sum, count) => sum + count, 0);
      const top = HEIGHT - y(below + parts[family]!);
      return parts[family] === 0 ? "" : `M${round(x(start))} ${round(top)}h${round(width)}V${round(HEIGHT - y(below))}h${round(-width)}z`;
    })
    .join("");
}

export function weekEnd(start: string): string {
  return new Date(Date.parse(start) + 6 * DAY).toISOString().slice(0, 10);
}

/** Weeks with counts by family. A few events in years far from all others would press the rest into a line: they are counted apart. */
function weeksOf({ bins }: TimelineAnswer): { weeks: Week[]; cut: number } {
  const byStart = new Map<string, number[]>();
  for (const { start, type, count } of bins) {
    const parts = byStart.get(start) ?? FAMILIES.map(() => 0);
    parts[FAMILIES.findIndex(({ family }) => family === FAMILY[type])]! += count;
    byStart.set(start, parts);
  }
  const all = [...byStart]
    .map(([start, parts]) => ({ start, parts, total: parts.reduce((a, b) => a + b, 0) }))
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  const total = all.reduce((sum, week) => sum + week.total, 0);
  let [first, last] = [0, all.length - 1];
  let cut = 0;
  const years = (a: number, b: number) => (Date.parse(all[b]!.start) - Date.parse(all[a]!.start)) / DAY / 365;
  while (first < last && years(first, last) > 2) {
    const fromLeft = years(first, first + 1) > 0.5 && cut + all[first]!.total <= total * 0.05;
    const fromRight = years(last - 1, last) > 0.5 && cut + all[last]!.total <= total * 0.05;
    if (fromLeft) cut += all[first++]!.total;
    else if (fromRight) cut += all[last--]!.total;
    else break;
  }
  return { weeks: all.slice(first, last + 1), cut };
}

/** Beginnings of years or months, at most one every 70 pixels. */
function ticks(from: number, span: number, width: number): { at: number; label: string }[] {
  const most = Math.max(2, Math.floor(width / 80));
  const monthCount = span / DAY / 30.4;
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((months) => monthCount / months <= most) ?? 480;
  const marks: { at: number; label: string }[] = [];
  const start = new Date(from);
  for (let k = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step; ; k += step) {
    const time = Date.UTC(Math.floor(k / 12), k % 12, 1);
    if (time > from + span || marks.length > most + 2) break;
    if (time >= from) {
      const month = `${Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, "0")}`;
      marks.push({ at: ((time - from) / span) * width, label: step >= 12 ? month.slice(0, 4) : date(month) });
    }
  }
  return marks.length > 0 ? marks : [{ at: 0, label: date(start.toISOString().slice(0, 10)) }];
}

import { type ReactNode, useLayoutEffect, useMemo, useRef } from "react";
import type { Span } from "../../src/document/index.ts";
import type { Report } from "../../src/merge/index.ts";
import type { EventDetail, ReportText } from "../../src/serve/index.ts";
import { Link } from "../app/link.tsx";
import { to } from "../app/location.ts";
import { date } from "../app/words.ts";
import { AnnotatedText } from "../parts/annotated-text.tsx";
import { wordOf } from "../parts/event-words.tsx";
import { Scroller } from "../parts/scroller.tsx";
import { marksOf } from "./marks.ts";

interface Props {
  readonly detail: EventDetail;
  readonly active: string | undefined;
  readonly onActive: (id: string | undefined) => void;
  readonly onSplit?: ((mention: string) => void) | undefined;
  /** Whole articles instead of the telling sentences with what is near them. */
  readonly whole?: boolean;
}

/** All reports side by side, their words marked in the article's text; copies of one wire story are folded under the first. */
export function Reports({ detail, active, onActive, onSplit, whole = false }: Props) {
  const { reports } = detail.record;
  const own = reports.map((report, index) => ({ report, index })).filter(({ report }) => report.copyOf === undefined);
  return (
    <div className="reports">
      {own.map(({ report, index }) => {
        const copies = reports.filter((other) => other.copyOf === report.mention);
        return (
          <article key={report.mention} className="report">
            <h3 dir="auto">
              <Link href={to.article(report.document, report.span)}>{report.title ?? report.document}</Link>
            </h3>
            <p className="quiet">
              <bdi>{report.publisher ?? "unknown publisher"}</bdi>
              {report.published && `, ${date(report.published)}`}.{" "}
              {wordOf(report) ? <bdi>On the word of {wordOf(report)}.</bdi> : "In its own voice."}
            </p>
            <Excerpt detail={detail} index={index} text={detail.texts[report.document]} active={active} onActive={onActive} whole={whole} />
            {copies.length > 0 && (
              <details>
                <summary>
                  {copies.length} {copies.length === 1 ? "copy" : "copies"} of the same story
                </summary>
                <ul>
                  {copies.map((copy) => (
                    <li key={copy.mention}>
                      <Copy report={copy} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
            {own.length > 1 && onSplit && (
              <button type="button" className="small" onClick={() => onSplit(report.mention)}>
                Not this event<span className="hidden">: {report.title ?? report.document}</span>
              </button>
            )}
          </article>
        );
      })}
    </div>
  );
}

function Copy({ report }: { readonly report: Report }) {
  return (
    <Link href={to.article(report.document, report.span)} dir="auto">
      {report.publisher ?? report.document}
      {report.published && `, ${date(report.published)}`}
    </Link>
  );
}

interface ExcerptProps {
  readonly detail: EventDetail;
  readonly index: number;
  readonly text: ReportText | undefined;
  readonly active: string | undefined;
  readonly onActive: (id: string | undefined) => void;
  readonly whole: boolean;
}

function Excerpt({ detail, index, text, active, onActive, whole }: ExcerptProps) {
  const { record, tellings } = detail;
  const report = record.reports[index]!;
  // A report's own telling knows all its words; the merged record only those of the values that were chosen.
  const telling = tellings[report.mention];
  const marks = useMemo(() => (telling ? marksOf(telling, 0) : marksOf(record, index)), [telling, record, index]);
  const shown = useMemo(() => windowOf(report.span, marks, text), [report, marks, text]);
  if (!text) return <p className="state">The text of this report is not in the archive.</p>;
  const shownText = (
    <AnnotatedText
      text={text.text}
      marks={marks}
      {...(!whole && { window: shown })}
      active={active}
      onActive={onActive}
      language={text.language}
      {...(whole && { target: report.span })}
    />
  );
  const label = `Report ${index + 1}: ${report.title ?? report.document}`;
  return whole ? (
    <WholeText document={report.document} label={label}>
      {shownText}
    </WholeText>
  ) : (
    shownText
  );
}

/** A whole article in a box, scrolled to the sentence that tells of the event. */
function WholeText({ document: of, label, children }: { readonly document: string; readonly label: string; readonly children: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const aimed = box.current?.querySelector<HTMLElement>(".aimed");
    if (box.current && aimed) box.current.scrollTop = aimed.offsetTop - box.current.offsetTop - 60;
  }, []);
  return (
    <Scroller className="whole" ref={box} label={label} document={of}>
      {children}
    </Scroller>
  );
}

const FAR = 600;

/** The telling sentence, the sentences around it, and those near by that hold other words of the event. */
function windowOf([start, end]: Span, marks: readonly { readonly span: Span }[], text: ReportText | undefined): Span {
  if (!text) return [start, end];
  let [from, to] = [start, end];
  for (const { span } of marks) {
    if (span[0] >= start - FAR && span[1] <= end + FAR) {
      from = Math.min(from, span[0]);
      to = Math.max(to, span[1]);
    }
  }
  for (const sentence of text.sentences) {
    if (sentence[0] < to && sentence[1] > from) {
      from = Math.min(from, sentence[0]);
      to = Math.max(to, sentence[1]);
    }
  }
  return [from, to];
}

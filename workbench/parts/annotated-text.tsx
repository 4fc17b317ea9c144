import { Fragment, memo, useMemo } from "react";
import type { Span } from "../../src/document/index.ts";

/** Which question a stretch of text answers. */
export type Question = "what" | "who" | "where" | "when" | "many" | "word";

export const QUESTIONS: readonly { readonly question: Question; readonly name: string }[] = [
  { question: "what", name: "what happened" },
  { question: "who", name: "who" },
  { question: "where", name: "where" },
  { question: "when", name: "when" },
  { question: "many", name: "how many" },
  { question: "word", name: "on whose word" },
];

export interface Mark {
  /** What it belongs to; marks of one thing share it. */
  readonly id: string;
  readonly span: Span;
  readonly question: Question;
  /** For those who hear the page: "who: Kata'ib Hezbollah". */
  readonly label: string;
}

interface Props {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Part of the text to show; default: all. */
  readonly window?: Span;
  readonly active?: string | undefined;
  readonly onActive?: (id: string | undefined) => void;
  readonly language?: string | undefined;
  /** Characters that an address points to. */
  readonly target?: Span | undefined;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

/**
 * Text with marks, as text and nothing else: never markup of the source. Overlapping marks are cut into pieces; a piece shows the
 * innermost mark's question. Each piece says where it begins (`data-at`), so that a selection can be told in characters.
 */
export function AnnotatedText({ text, marks, window: shown = [0, text.length], active, onActive, language, target }: Props) {
  const paragraphs = useMemo(() => paragraphsOf(text, marks, shown, target), [text, marks, shown, target]);
  return (
    <div className="text" dir="auto" lang={language === "und" ? undefined : language} data-active={active !== undefined || undefined}>
      {paragraphs.map((pieces) => (
        <p key={pieces[0]!.start} dir="auto">
          {pieces.map((piece) => {
            const words = text.slice(piece.start, piece.end);
            const inner = piece.marks.at(-1);
            const aimed = target && piece.start >= target[0] && piece.end <= target[1];
            if (!inner)
              return (
                <span key={piece.start} data-at={piece.start} className={aimed ? "aimed" : undefined}>
                  {words}
                </span>
              );
            const lit = active !== undefined && piece.marks.some((mark) => mark.id === active);
            const first = piece.marks.find((mark) => mark.span[0] === piece.start);
            return (
              <Fragment key={piece.start}>
                <mark
                  data-at={piece.start}
                  data-question={inner.question}
                  data-lit={lit || undefined}
                  className={aimed ? "aimed" : undefined}
                  tabIndex={first && onActive ? 0 : undefined}
                  title={piece.marks.map((mark) => mark.label).join("; ")}
                  onMouseEnter={() => onActive?.(inner.id)}
                  onMouseLeave={() => onActive?.(undefined)}
                  onFocus={() => onActive?.(inner.id)}
                  onBlur={() => onActive?.(undefined)}
                >
                  {words}
                  {first && <span className="hidden"> [{first.label}] </span>}
                </mark>
              </Fragment>
            );
          })}
        </p>
      ))}
    </div>
  );
}

function paragraphsOf(text: string, marks: readonly Mark[], [from, to]: Span, target: Span | undefined): Piece[][] {
  const within = marks
    .filter((mark) => mark.span[0] < to && mark.span[1] > from && mark.span[0] < mark.span[1])
    .sort((a, b) => b.span[1] - b.span[0] - (a.span[1] - a.span[0]) || a.span[0] - b.span[0]);
  const cuts = new Set<number>([from, to]);
  for (const { span } of within) for (const cut of span) if (cut > from && cut < to) cuts.add(cut);
  for (const cut of target ?? []) if (cut > from && cut < to) cuts.add(cut);
  const breaks = new Set<number>();
  for (const match of text.slice(from, to).matchAll(/\n+/g)) {
    breaks.add(from + match.index);
    cuts.add(from + match.index);
    cuts.add(from + match.index + match[0].length);
  }
  const points = [...cuts].sort((a, b) => a - b);
  const paragraphs: Piece[][] = [[]];
  for (let i = 0; i + 1 < points.length; i++) {
    const [start, end] = [points[i]!, points[i + 1]!];
    if (breaks.has(start)) {
      if (paragraphs.at(-1)!.length > 0) paragraphs.push([]);
      continue;
    }
    paragraphs.at(-1)!.push({ start, end, marks: within.filter((mark) => mark.span[0] <= start && mark.span[1] >= end) });
  }
  return paragraphs.filter((pieces) => pieces.length > 0);
}

/** The characters that are selected in a text that this component shows; undefined when nothing is. */
export function selectedSpan(within: Element | null): Span | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !within || selection.rangeCount === 0) return undefined;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const start = characterAt(startContainer, startOffset, within);
  const end = characterAt(endContainer, endOffset, within);
  return start === undefined || end === undefined || end <= start ? undefined : [start, end];
}

function characterAt(node: Node, offset: number, within: Element): number | undefined {
  if (!within.contains(node)) return undefined;
  const piece = (node instanceof Element ? (node.childNodes[offset] ?? node.lastChild ?? node) : node).parentElement?.closest("[data-at]");
  const at = piece instanceof HTMLElement ? Number(piece.dataset.at) : undefined;
  if (at === undefined || !piece) return undefined;
  if (!(node instanceof Text)) return at;
  return node.parentElement?.classList.contains("hidden") ? at + (piece.firstChild?.textContent?.length ?? 0) : at + offset;
}

/** What the underlines mean. */
export const Legend = memo(function Legend() {
  return (
    <p className="legend">
      {QUESTIONS.map(({ question, name }) => (
        <mark key={question} data-question={question}>
          {name}
        </mark>
      ))}
    </p>
  );
});

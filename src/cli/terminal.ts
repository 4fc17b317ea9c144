import { once } from "node:events";
import type { Writable } from "node:stream";
import { styleText } from "node:util";
import type { Piece, Tone } from "./rich.ts";
import { widthOf } from "./width.ts";

type Format = Parameters<typeof styleText>[0];

const STYLES: Readonly<Record<Tone, Format | undefined>> = {
  plain: undefined,
  dim: "dim",
  strong: "bold",
  what: ["bold", "red"],
  who: "cyan",
  whom: "magenta",
  where: "green",
  when: "yellow",
  count: ["bold", "yellow"],
  word: "blue",
  warning: "yellow",
};

export interface TerminalOptions {
  readonly out: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly err: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Where a command speaks: data on standard output, messages on standard error, colours only where they are wanted. */
export class Terminal {
  readonly #options: TerminalOptions;
  readonly colours: boolean;
  /** Columns of a line of output. */
  readonly width: number;
  quiet = false;

  constructor(options: TerminalOptions) {
    this.#options = options;
    const { NO_COLOR, FORCE_COLOR, TERM, COLUMNS } = options.environment;
    const wanted = NO_COLOR === undefined || NO_COLOR === "";
    this.colours = wanted && ((options.out.isTTY === true && TERM !== "dumb") || (FORCE_COLOR !== undefined && FORCE_COLOR !== "0"));
    const width = Number(COLUMNS) || (options.out.isTTY ? options.out.columns : undefined) || 100;
    this.width = Math.min(Math.max(width, 40), 200);
  }

  /** Whether a person watches standard error, and wants to. */
  get watched(): boolean {
    return !this.quiet && this.#options.err.isTTY === true && this.#options.environment.TERM !== "dumb";
  }

  /** Data. Waits while the reader is slower than we are, so that nothing piles up in memory. */
  async write(data: string | Uint8Array): Promise<void> {
    if (!this.#options.out.write(data)) await once(this.#options.out, "drain");
  }

  async line(text: string | readonly Piece[] = ""): Promise<void> {
    await this.write(`${typeof text === "string" ? text : this.paint(text)}\n`);
  }

  /** A message, not data: left out with --quiet. */
  say(message: string): void {
    if (!this.quiet) this.#options.err.write(`${message}\n`);
  }

  /** What went wrong; said even with --quiet. */
  complain(message: string): void {
    this.#options.err.write(`${message}\n`);
  }

  /** Overwrites the last line of standard error. */
  transient(text: string): void {
    this.#options.err.write(`\r\x1b[K${text}`);
  }

  get errorWidth(): number {
    return this.#options.err.columns ?? 80;
  }

  paint(pieces: readonly Piece[], width = 0): string {
    let used = 0;
    let text = "";
    for (const piece of joined(pieces)) {
      const style = STYLES[piece.tone];
      text += this.colours && style !== undefined ? styleText(style, piece.text, { validateStream: false }) : piece.text;
      used += widthOf(piece.text);
    }
    return text + " ".repeat(Math.max(0, width - used));
  }
}

/** Neighbours of one tone as one piece: fewer escape sequences, and words stay whole for whoever searches the output. */
function joined(pieces: readonly Piece[]): Piece[] {
  const whole: { text: string; tone: Tone }[] = [];
  for (const { text, tone } of pieces) {
    const last = whole.at(-1);
    if (last?.tone === tone) last.text += text;
    else whole.push({ text, tone });
  }
  return whole;
}

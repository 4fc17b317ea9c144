import type { Terminal } from "./terminal.ts";

/** One line on standard error that tells how far long work is, drawn only where a person watches and at most ten times a second. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #what: string;
  readonly #began = performance.now();
  #drawn = 0;
  #shown = false;
  done = 0;
  failed = 0;
  /** How many there are, when that is known. */
  total: number | undefined;

  constructor(terminal: Terminal, what: string) {
    this.#terminal = terminal;
    this.#what = what;
  }

  step(): void {
    this.done++;
    this.draw();
  }

  fail(): void {
    this.failed++;
    this.draw();
  }

  draw(): void {
    const now = performance.now();
    if (!this.#terminal.watched || now - this.#drawn < 100 || now - this.#began < 500) return;
    this.#drawn = now;
    this.#shown = true;
    this.#terminal.transient(this.sentence((now - this.#began) / 1000).slice(0, this.#terminal.errorWidth - 1));
  }

  /** "1,204 of 5,000 articles · 12.3 a second · 5 min left · 2 failed" */
  sentence(seconds: number): string {
    const count = (n: number) => n.toLocaleString("en");
    const rate = seconds > 0 ? this.done / seconds : 0;
    const parts = [
      this.total === undefined ? `${count(this.done)} ${this.#what}` : `${count(this.done)} of ${count(this.total)} ${this.#what}`,
    ];
    if (rate > 0) parts.push(`${rate.toFixed(1)} a second`);
    if (rate > 0 && this.total !== undefined) parts.push(`${duration((this.total - this.done - this.failed) / rate)} left`);
    if (this.failed > 0) parts.push(`${count(this.failed)} failed`);
    return parts.join(" · ");
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shown) this.#terminal.transient("");
    this.#shown = false;
  }
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(0, Math.ceil(seconds))} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

/** One line of a benchmark file; each adapter narrows it to the fields that its task's README names. */
export type Row = Readonly<Record<string, unknown>>;

/** A benchmark: which files it has, how the program's output becomes its predictions, how the scorer is called. */
export interface BenchTask {
  readonly name: string;
  /** Development files below the benchmark folder; each is predicted and scored on its own. */
  readonly dev: readonly string[];
  /** Scorer file below `score/`. */
  readonly scorer: string;
  /** What the scorer is called with, where it is not just the gold file and the predictions. */
  scorerArguments?(gold: string, predictions: string): readonly string[];
  /** From the rows of one file (gold in them is ignored) to the rows that the scorer reads. */
  predict(rows: readonly Row[], file: string): Promise<readonly unknown[]> | readonly unknown[];
}

/** What a person may add to the coder's own knowledge. */
export interface CoderOptions {
  /** A user's own event lexicon files (YAML, see lexicon/events/README.md): they add to and override the program's. */
  readonly lexicon?: readonly string[];
  /** A user's own actor files: CSV, or FollowTheMoney entities as JSON lines (docs/how-to/add-an-actor.md). */
  readonly actors?: readonly string[];
  /** A full gazetteer in SQLite, as `dateline gazetteer import` makes it. */
  readonly gazetteer?: string;
}

/** Work that must not overlap, in the order in which it came. A failure is that of its own work only. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Does the work when all that came before it is done. */
  take<T>(work: () => T | Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }
}

type Release = () => void;

/** A mutual exclusion lock that serves in the order of asking. Releasing twice is harmless. */
export class FifoLock {
  readonly #waiting: Release[] = [];
  #held = false;

  async acquire(): Promise<Release> {
    if (this.#held) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#held = true;
    let released = false;
    return () => {
      if (released) return;
      released = true;
      const next = this.#waiting.shift();
      if (next === undefined) this.#held = false;
      else next();
    };
  }
}

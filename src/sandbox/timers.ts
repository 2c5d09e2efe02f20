/** Every timer and request of one stand-in, so that disposing it leaves none behind. */
export class Timers implements Disposable {
  #running = new Set<NodeJS.Timeout>();
  #disposal = new AbortController();

  get stopped(): boolean {
    return this.#disposal.signal.aborted;
  }

  /** Aborts when the stand-in is disposed: for requests that it waits for. */
  get disposed(): AbortSignal {
    return this.#disposal.signal;
  }

  /** Runs `act` after `ms` real milliseconds; the returned function cancels it. Nothing runs after disposal. */
  after(ms: number, act: () => void): () => void {
    if (this.stopped) return () => {};
    const timer = setTimeout(() => {
      this.#running.delete(timer);
      act();
    }, ms);
    this.#running.add(timer);
    return () => {
      clearTimeout(timer);
      this.#running.delete(timer);
    };
  }

  /** Resolves after `ms`, or as soon as `wake` does. Never resolves once disposed. */
  sleep(ms: number, wake?: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.after(ms, resolve);
      void wake?.then(() => {
        cancel();
        if (!this.stopped) resolve();
      });
    });
  }

  [Symbol.dispose](): void {
    this.#disposal.abort();
    for (const timer of this.#running) clearTimeout(timer);
    this.#running.clear();
  }
}

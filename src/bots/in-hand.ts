/** What is remembered for a moment, the newest only, in memory: a restart forgets it, and nothing depends on it. */
export class InHand<V> {
  readonly #most: number;
  readonly #kept = new Map<string, V>();

  constructor(most: number) {
    this.#most = most;
  }

  keep(key: string, value: V): void {
    this.#kept.delete(key);
    this.#kept.set(key, value);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) break;
      this.#kept.delete(oldest);
    }
  }

  get(key: string): V | undefined {
    return this.#kept.get(key);
  }

  forget(key: string): void {
    this.#kept.delete(key);
  }
}

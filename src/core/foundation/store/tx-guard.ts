import { AsyncLocalStorage } from "node:async_hooks";

/** The transaction that the running code belongs to; `open` ends with it, also for what it left running. */
interface Inside {
  open: boolean;
}

/** Throws when the outer client is used inside a transaction: on SQLite that would wait for itself. */
export class TxGuard {
  readonly #inside = new AsyncLocalStorage<Inside>();

  async run<T>(fn: () => Promise<T>): Promise<T> {
    const inside = { open: true };
    try {
      return await this.#inside.run(inside, fn);
    } finally {
      inside.open = false;
    }
  }

  check(what: string): void {
    if (this.#inside.getStore()?.open === true)
      throw new Error(`${what} was used inside a transaction: use the transaction that was handed in`);
  }

  /** The same client, which throws at once when any of its members is read inside a transaction. */
  guarded<T extends object>(client: T): T {
    return new Proxy(client, {
      get: (target, key) => {
        if (key !== "then" && typeof key === "string") this.check(`db.${key}`);
        return Reflect.get(target, key, target);
      },
    });
  }
}

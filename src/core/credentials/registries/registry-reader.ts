import { statSync } from "node:fs";
import type { StatementSync } from "node:sqlite";
import { coveredBy, type OpenRegistry, openRegistry, type RegistrySource } from "./registry-file.ts";

/** Keeps one registry open, and opens it anew when another file has taken its place. */
export class RegistryReader implements Disposable {
  readonly #path: string;
  #open: OpenRegistry | undefined;
  #identity = "";
  #statements = new Map<string, StatementSync>();

  constructor(path: string) {
    this.#path = path;
  }

  /** The source of the registry as it is now; undefined when there is none, or none that can be read. */
  source(): RegistrySource | undefined {
    this.#refresh();
    return this.#open?.source;
  }

  /** All files that went into it; none when there is no registry. */
  sources(): readonly RegistrySource[] {
    this.#refresh();
    return this.#open?.sources ?? [];
  }

  /** Until which day it held all changes at the last call of `source`. */
  until(): string | undefined {
    return this.#open === undefined ? undefined : coveredBy(this.#open.sources).until;
  }

  /** Rows of the registry as it was at the last call of `source`. */
  all(sql: string, ...values: (string | number)[]): Record<string, unknown>[] {
    if (this.#open === undefined) return [];
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#open.db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement.all(...values);
  }

  #refresh(): void {
    const found = statSync(this.#path, { throwIfNoEntry: false });
    const identity = found === undefined ? "" : `${found.ino} ${found.mtimeMs} ${found.size}`;
    if (identity === this.#identity) return;
    this[Symbol.dispose]();
    this.#open = openRegistry(this.#path);
    this.#identity = identity;
  }

  [Symbol.dispose](): void {
    this.#statements = new Map();
    this.#open?.db.close();
    this.#open = undefined;
    this.#identity = "";
  }
}

import { createHash } from "node:crypto";
import Database from "better-sqlite3";
import { newSqliteFile } from "../../support/databases.ts";
import type { Being } from "../access-table.ts";

/** Presses are kept for ever, whatever came of them. */
const NOT_COMPARED = new Set(["Arrival"]);

/**
 * A database beside the program that uses it: which tables differ from a moment that was kept, and all of that moment put back.
 * The one who acts is made anybody by writing their roles, as no door would.
 */
export class Records implements Disposable {
  readonly #db: Database.Database;
  readonly #tables: readonly string[];
  readonly #triggers: readonly { readonly name: string; readonly sql: string }[];
  readonly #kept: ReadonlyMap<string, string>;
  readonly #me: string;
  /** Is anything else than the role of who acts not as it was kept? */
  #isTouched = false;
  /** What stands in each table as whom: always the same. */
  readonly #known = new Map<string, ReadonlyMap<string, string>>();
  #now = "";

  constructor(file: string, me: string) {
    this.#db = new Database(file, { timeout: 5000 });
    this.#me = me;
    // The tables beside a virtual one are put back too.
    this.#db.unsafeMode();
    for (const setting of ["synchronous = OFF", "foreign_keys = OFF"]) this.#db.pragma(setting);
    const kept = newSqliteFile();
    this.#db.prepare("VACUUM INTO ?").run(kept);
    this.#db.prepare("ATTACH ? AS kept").run(kept);
    const named = (type: string) =>
      this.#db.prepare("SELECT name, sql FROM main.sqlite_master WHERE type = ?").all(type) as {
        name: string;
        sql: string;
      }[];
    this.#triggers = named("trigger");
    // What stands in a virtual table stands in the tables beside it.
    this.#tables = named("table")
      .filter(({ sql }) => !sql.startsWith("CREATE VIRTUAL"))
      .map(({ name }) => name)
      .filter((name) => !name.startsWith("sqlite_") && !name.startsWith("_") && !NOT_COMPARED.has(name));
    this.#kept = this.#digest();
  }

  /** What stands in each table now. */
  #digest(): ReadonlyMap<string, string> {
    return new Map(
      this.#tables.map((table) => {
        const hash = createHash("sha256");
        for (const row of this.#db.prepare(`SELECT * FROM main."${table}" ORDER BY 1, 2`).raw().iterate())
          for (const cell of row as unknown[])
            hash.update(cell instanceof Uint8Array ? cell : `${cell}`).update("|");
        return [table, hash.digest("base64url")];
      }),
    );
  }

  #version(): number {
    return this.#db.pragma("data_version", { simple: true }) as number;
  }

  /** Everything as it was kept. */
  #restore(): void {
    const now = this.#digest();
    const changed = this.#tables.filter((table) => now.get(table) !== this.#kept.get(table));
    this.#db.transaction(() => {
      for (const { name } of this.#triggers) this.#db.exec(`DROP TRIGGER "${name}"`);
      for (const table of changed)
        this.#db.exec(
          `DELETE FROM main."${table}"; INSERT INTO main."${table}" SELECT * FROM kept."${table}"`,
        );
      for (const { sql } of this.#triggers) this.#db.exec(sql);
    })();
  }

  /** Everything as it was kept, but for who acts, and what must be so `first`. */
  become(being: Being, first?: string): void {
    if (this.#isTouched) this.#restore();
    const run = (sql: string, ...values: string[]) => this.#db.prepare(sql).run(...values, this.#me);
    this.#db.transaction(() => {
      run("DELETE FROM MemberRole WHERE memberId = ?");
      if (being === "left") run("UPDATE Member SET state = 'left' WHERE id = ?");
      if (being === "stranger") {
        run("UPDATE AccessToken SET revokedAt = createdAt WHERE memberId = ?");
        run("DELETE FROM Account WHERE memberId = ?");
      } else {
        const role = being === "left" ? "provider" : being;
        run("INSERT INTO MemberRole SELECT id, ?, createdAt FROM Member WHERE id = ?", role);
      }
      if (first !== undefined) this.#db.exec(first);
    })();
    this.#now = `${being} ${first}`;
    this.#isTouched = being === "left" || being === "stranger" || first !== undefined;
  }

  /** The tables that an act changed. */
  async changedBy<T>(act: () => Promise<T>): Promise<{ result: T; changed: readonly string[] }> {
    const before = this.#known.get(this.#now) ?? this.#digest();
    this.#known.set(this.#now, before);
    const version = this.#version();
    const result = await act();
    if (this.#version() === version) return { result, changed: [] };
    const now = this.#digest();
    const changed = this.#tables.filter((table) => now.get(table) !== before.get(table));
    if (changed.length > 0) this.#isTouched = true;
    return { result, changed };
  }

  [Symbol.dispose](): void {
    this.#db.close();
  }
}

import Database from "better-sqlite3";
import { describe, expect, onTestFinished, test } from "vitest";
import { keepStatements } from "#core/foundation/store/statement-cache.ts";

/** As Prisma's adapter uses it. */
interface Connection {
  prepare(text: string): { bind(args: readonly unknown[]): ReturnType<Connection["prepare"]> } & {
    columns(): readonly { name: string }[];
    raw(): { all(): unknown[] };
    run(): { changes: number };
    reader: boolean;
  };
  exec(text: string): void;
}

function open(): { kept: Connection; prepared: () => number } {
  const database = new Database(":memory:");
  onTestFinished(() => void database.close());
  let count = 0;
  const prepare = database.prepare.bind(database);
  Object.assign(database, {
    prepare: (text: string) => {
      count += 1;
      return prepare(text);
    },
  });
  keepStatements(database);
  return { kept: database as unknown as Connection, prepared: () => count };
}

describe("statements that are kept", () => {
  test("are prepared once, and give each use its own arguments", () => {
    const { kept, prepared } = open();
    kept.exec("CREATE TABLE note (id INTEGER, body TEXT)");
    const insert = (id: number) =>
      kept
        .prepare("INSERT INTO note VALUES (?, ?)")
        .bind([id, `n${id}`])
        .run();
    expect([insert(1).changes, insert(2).changes]).toEqual([1, 1]);
    const read = (id: number) => kept.prepare("SELECT * FROM note WHERE id = ?").bind([id]);
    const [one, two] = [read(1), read(2)];
    expect(two.raw().all()).toEqual([[2, "n2"]]);
    expect(one.raw().all()).toEqual([[1, "n1"]]);
    expect(one.columns().map(({ name }) => name)).toEqual(["id", "body"]);
    expect([one.reader, kept.prepare("DELETE FROM note").reader]).toEqual([true, false]);
    expect(prepared()).toBe(3);
  });

  test("follow a change of the tables", () => {
    const { kept } = open();
    kept.exec("CREATE TABLE note (id INTEGER); INSERT INTO note VALUES (1)");
    const read = () => kept.prepare("SELECT id FROM note").bind([]).raw().all();
    expect(read()).toEqual([[1]]);
    kept.exec("ALTER TABLE note ADD COLUMN body TEXT DEFAULT 'x'");
    expect(read()).toEqual([[1]]);
    kept.exec("DROP TABLE note; CREATE TABLE note (id TEXT); INSERT INTO note VALUES ('a')");
    expect(read()).toEqual([["a"]]);
  });

  test("do not grow without end, and a wrong one throws each time", () => {
    const { kept, prepared } = open();
    for (let at = 0; at < 1200; at += 1) kept.prepare(`SELECT ${at}`).bind([]).raw().all();
    expect(kept.prepare("SELECT 5").bind([]).raw().all()).toEqual([[5]]);
    expect(prepared()).toBe(1201);
    expect(() => kept.prepare("SELECT 1 FROM nowhere").bind([])).toThrow("nowhere");
    expect(() => kept.prepare("SELECT 1 FROM nowhere").bind([])).toThrow("nowhere");
  });
});

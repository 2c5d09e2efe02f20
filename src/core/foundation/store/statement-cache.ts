import type Database from "better-sqlite3";

/** Prisma's own texts are few; a program that makes up new ones must not fill the memory. */
const MOST = 500;

/** The part of a prepared statement that Prisma's adapter uses; its arguments are bound for this one use. */
interface BoundStatement {
  readonly reader: boolean;
  columns(): readonly Database.ColumnDefinition[];
  raw(): { all(): unknown[] };
  run(): Database.RunResult;
}

interface Kept {
  readonly statement: Database.Statement<unknown[]>;
  readonly columns: readonly Database.ColumnDefinition[];
}

/**
 * Makes a connection prepare each text once. Prisma's adapter prepares, binds and drops a statement for every query,
 * which costs as much as the query itself.
 *
 * @NOTE The adapter uses a statement at once and to its end, so that no two uses of one overlap; and better-sqlite3 sees
 * to it that a statement is compiled anew when the schema changed.
 */
export function keepStatements(client: Pick<Database.Database, "prepare">): void {
  const kept = new Map<string, Kept>();
  const prepare = client.prepare.bind(client);

  function statementFor(text: string): Kept {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const statement = prepare<unknown[]>(text);
    const columns = statement.reader ? statement.raw().columns() : [];
    const made = { statement, columns };
    const [oldest] = kept.keys();
    if (kept.size >= MOST && oldest !== undefined) kept.delete(oldest);
    kept.set(text, made);
    return made;
  }

  const bound = (text: string, args: readonly unknown[]): BoundStatement => {
    const { statement, columns } = statementFor(text);
    return {
      reader: statement.reader,
      columns: () => columns,
      raw: () => ({ all: () => statement.all(...args) }),
      run: () => statement.run(...args),
    };
  };
  Object.assign(client, {
    prepare: (text: string) => ({
      ...bound(text, []),
      bind: (args: readonly unknown[]) => bound(text, args),
    }),
  });
}

import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from "@prisma/driver-adapter-utils";
import { FifoLock } from "./fifo-lock.ts";
import { BUSY_TIMEOUT_MS, retryWhileBusy } from "./sqlite-busy.ts";
import { keepStatements } from "./statement-cache.ts";

/** FULL: in WAL mode the default syncs only at checkpoints and loses acknowledged commits when the power fails. */
const PRAGMAS = [
  "journal_mode=WAL",
  "synchronous=FULL",
  "foreign_keys=ON",
  "trusted_schema=OFF",
  "secure_delete=ON",
  `journal_size_limit=${64 * 1024 * 1024}`,
  `busy_timeout=${BUSY_TIMEOUT_MS}`,
];

/** @NOTE The stock adapter's connection is public in its code and missing in its types. */
interface WithClient {
  readonly client: Parameters<typeof keepStatements>[0];
}

const plain = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] });

/**
 * Prisma's SQLite adapter made safe. The stock one shares its connection between a transaction and everybody else, so
 * a write that resolved vanishes when another caller rolls back; it leaks its lock when BEGIN or COMMIT fails; it
 * starts transactions that a second writer can invalidate; and it freezes the event loop while a file is locked.
 * Here every statement takes one first-come lock, transactions BEGIN IMMEDIATE, and a busy file is retried without
 * freezing. docs/adr has the measurements; the tests show each hazard on the stock adapter too.
 */
export class SafeSqlite implements SqlDriverAdapterFactory {
  readonly provider = "sqlite";
  readonly adapterName: string;
  readonly #stock: PrismaBetterSqlite3;

  constructor({ file }: { file: string }) {
    this.#stock = new PrismaBetterSqlite3({ url: file, timeout: BUSY_TIMEOUT_MS });
    this.adapterName = this.#stock.adapterName;
  }

  async connect(): Promise<SqlDriverAdapter> {
    const stock = await this.#stock.connect();
    try {
      keepStatements((stock as unknown as WithClient).client);
      for (const pragma of PRAGMAS) await retryWhileBusy(() => stock.queryRaw(plain(`PRAGMA ${pragma}`)));
    } catch (error) {
      await stock.dispose();
      throw error;
    }
    return new SafeConnection(stock);
  }
}

class SafeConnection implements SqlDriverAdapter {
  readonly provider = "sqlite";
  readonly adapterName: string;
  readonly #stock: SqlDriverAdapter;
  readonly #lock = new FifoLock();
  /** Callers that found the file busy. While there are any, nobody waits inside SQLite, which would freeze the process. */
  #contenders = 0;
  #waitsInside = true;

  constructor(stock: SqlDriverAdapter) {
    this.#stock = stock;
    this.adapterName = stock.adapterName;
  }

  queryRaw(query: SqlQuery) {
    return this.#alone(() => this.#stock.queryRaw(query));
  }

  executeRaw(query: SqlQuery) {
    return this.#alone(() => this.#stock.executeRaw(query));
  }

  async executeScript(script: string): Promise<void> {
    const release = await this.#lock.acquire();
    try {
      await this.#stock.executeScript(script);
    } finally {
      release();
    }
  }

  /** Holds the lock until commit or rollback. The isolation level is ignored: SQLite's only one is serializable. */
  async startTransaction(): Promise<Transaction> {
    const release = await this.#patiently(async () => {
      await this.#stock.executeRaw(plain("BEGIN IMMEDIATE"));
    });
    return new SafeTransaction(this.#stock, release);
  }

  async dispose(): Promise<void> {
    await this.#stock.dispose();
  }

  /** A statement of its own: it either commits or changed nothing, so it can be retried. */
  async #alone<T>(run: () => Promise<T>): Promise<T> {
    let result: { value: T } | undefined;
    const release = await this.#patiently(async () => {
      result = { value: await run() };
    });
    release();
    if (result === undefined) throw new Error("the statement gave no result");
    return result.value;
  }

  /** Takes the lock and runs; gives the lock back between attempts, so that readers are served while a writer waits. */
  async #patiently(run: () => Promise<void>): Promise<() => void> {
    let contends = false;
    try {
      return await retryWhileBusy(async (tries) => {
        if (tries === 1) {
          contends = true;
          this.#contenders += 1;
        }
        const release = await this.#lock.acquire();
        try {
          await this.#setWaiting(this.#contenders === 0);
          await run();
          return release;
        } catch (error) {
          release();
          throw error;
        }
      });
    } finally {
      if (contends) this.#contenders -= 1;
    }
  }

  async #setWaiting(inside: boolean): Promise<void> {
    if (inside === this.#waitsInside) return;
    await this.#stock.queryRaw(plain(`PRAGMA busy_timeout=${inside ? BUSY_TIMEOUT_MS : 0}`));
    this.#waitsInside = inside;
  }
}

class SafeTransaction implements Transaction {
  readonly provider = "sqlite";
  readonly adapterName: string;
  /** False: Prisma sends COMMIT or ROLLBACK as a statement, and then calls `commit` or `rollback` below. */
  readonly options = { usePhantomQuery: false };
  readonly #stock: SqlDriverAdapter;
  readonly #release: () => void;

  constructor(stock: SqlDriverAdapter, release: () => void) {
    this.#stock = stock;
    this.#release = release;
    this.adapterName = stock.adapterName;
  }

  queryRaw(query: SqlQuery) {
    return this.#stock.queryRaw(query);
  }

  executeRaw(query: SqlQuery) {
    return this.#stock.executeRaw(query);
  }

  async commit(): Promise<void> {
    this.#release();
  }

  /** Also called when COMMIT failed, which leaves SQLite inside the transaction. */
  async rollback(): Promise<void> {
    try {
      await this.#stock.executeRaw(plain("ROLLBACK"));
    } catch (error) {
      if (!isAlreadyOver(error)) throw error;
    } finally {
      this.#release();
    }
  }

  async createSavepoint(name: string): Promise<void> {
    await this.#stock.executeRaw(plain(`SAVEPOINT ${name}`));
  }

  async rollbackToSavepoint(name: string): Promise<void> {
    await this.#stock.executeRaw(plain(`ROLLBACK TO ${name}`));
  }

  async releaseSavepoint(name: string): Promise<void> {
    await this.#stock.executeRaw(plain(`RELEASE ${name}`));
  }
}

/** SQLite itself has rolled back, as it does when the disk is full, or Prisma's own ROLLBACK went through. */
function isAlreadyOver(error: unknown): boolean {
  const message = ((error as Error).cause as { originalMessage?: unknown } | undefined)?.originalMessage;
  return typeof message === "string" && message.includes("no transaction is active");
}

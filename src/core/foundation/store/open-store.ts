import type { Prisma, PrismaClient } from "#generated/sqlite/client.ts";
import { isBusy } from "./sqlite-busy.ts";
import { StoreBusy } from "./store-errors.ts";
import { TxGuard } from "./tx-guard.ts";

/** The client outside a transaction. PostgreSQL's is used through the same type; store/ has the only cast. */
export type Db = Omit<PrismaClient, "$connect" | "$disconnect" | "$extends" | "$on" | "$transaction">;

declare const insideTransaction: unique symbol;

/** The client inside a transaction. The mark keeps `Db` from being passed where a transaction is needed. */
export type Tx = Prisma.TransactionClient & { readonly [insideTransaction]: true };

/** Every table, by the name of its model. */
export type ModelName = Prisma.ModelName;

export type Engine = "sqlite" | "postgresql";

export interface Store extends AsyncDisposable {
  readonly db: Db;
  readonly engine: Engine;
  readonly url: string;
  /**
   * Runs `fn` in one transaction and returns what it returns. `fn` may run more than once (a deadlock, a row that another
   * transaction made first), so it must change nothing outside the database. Throws StoreBusy when the database stays busy for 5 s.
   */
  tx<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
}

export interface OpenStore {
  /** "file:/absolute/path.db" or "postgresql://...". */
  readonly url: string;
  readonly log?: { warn(event: string, facts?: Record<string, string>): void };
}

const transactions = new WeakSet<object>();

/** Is this a client inside a transaction? Each transaction has an object of its own. */
export function isTransaction(client: Tx | Db): client is Tx {
  return transactions.has(client);
}

/** Prisma's bounds for one transaction: waiting for its turn, then running. Ours are far shorter than either. */
const TX_BOUNDS = { maxWait: 15_000, timeout: 15_000 };
const MOST_ATTEMPTS = 6;

/** "sqlite" or "postgresql", from the connection string. Throws on any other. */
export function engineOf(url: string): Engine {
  if (url.startsWith("file:")) return "sqlite";
  if (/^postgres(ql)?:\/\//.test(url)) return "postgresql";
  throw new Error("the database's address must start with file: or postgresql://");
}

/**
 * Opens the database, loading only the client of its engine. It neither creates tables nor checks them: see migrate().
 * Throws when the file or server cannot be reached; StoreBusy when the file is locked.
 */
export async function openStore({ url, log }: OpenStore): Promise<Store> {
  const engine = engineOf(url);
  const client = engine === "sqlite" ? await sqliteClient(url) : await postgresqlClient(url, log);
  const guard = new TxGuard();
  await client.$connect();
  return {
    db: guard.guarded<Db>(client),
    engine,
    url,
    tx: async (fn) => {
      guard.check("store.tx");
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await client.$transaction((tx) => {
            transactions.add(tx);
            return guard.run(() => fn(tx as Tx));
          }, TX_BOUNDS);
        } catch (error) {
          if (isBusy(error)) throw new StoreBusy(error);
          if (!isConflict(error) || attempt === MOST_ATTEMPTS) throw error;
          await pause(attempt);
        }
      }
    },
    [Symbol.asyncDispose]: () => client.$disconnect(),
  };
}

async function sqliteClient(url: string): Promise<PrismaClient> {
  const [{ PrismaClient }, { SafeSqlite }] = await Promise.all([
    import("#generated/sqlite/client.ts"),
    import("./safe-sqlite-adapter.ts"),
  ]);
  return new PrismaClient({
    adapter: new SafeSqlite({ file: url.slice("file:".length) }),
    errorFormat: "minimal",
  });
}

/**
 * Transactions keep PostgreSQL's default, READ COMMITTED: races are settled by conditional updates, unique constraints
 * and row locks, each of which sees the latest commit, and never by reading first and writing later.
 */
async function postgresqlClient(url: string, log: OpenStore["log"]): Promise<PrismaClient> {
  const [{ PrismaClient }, { PrismaPg }] = await Promise.all([
    import("#generated/postgresql/client.ts"),
    import("@prisma/adapter-pg"),
  ]);
  const lost = (error: Error) => log?.warn("store.connection_lost", { code: codeOf(error) });
  const pool = {
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5000,
    application_name: "curbside",
  };
  const adapter = new PrismaPg(pool, { onPoolError: lost, onConnectionError: lost });
  return new PrismaClient({ adapter, errorFormat: "minimal" }) as unknown as PrismaClient;
}

/**
 * This transaction gave way to another and was rolled back: a deadlock (40001, 40P01), or a unique constraint that let
 * the other through first. Run again, it reads what the other wrote and refuses in words.
 */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  // A statement of our own fails as P2010, with the database's code inside.
  return code === "P2034" || code === "P2002" || (code === "P2010" && GAVE_WAY.test(JSON.stringify(error)));
}

/** Serialization failure, deadlock, unique violation: PostgreSQL's codes. */
const GAVE_WAY = /"(?:40001|40P01|23505)"/;

function codeOf(error: Error): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === "string" ? code : error.name;
}

/** 5 to 160 ms, so that two that collided do not collide again. */
async function pause(attempt: number): Promise<void> {
  const ms = 5 * 2 ** (attempt - 1) * (0.5 + Math.random());
  await new Promise((resolve) => setTimeout(resolve, ms));
}

import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

export interface MigrationFile {
  readonly name: string;
  readonly sql: string;
}

export interface DiffRequest {
  readonly engine: "sqlite" | "postgresql";
  /** PostgreSQL only: a server where a shadow database may be created. */
  readonly url?: string;
  readonly migrations: readonly MigrationFile[];
  readonly schema: string;
}

/** The little of WebAssembly that is used: the compiler's types have it only together with those of a browser. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

/**
 * Tables of an engine's own, which the hand-written part of a migration makes and schema.prisma cannot say: FTS5's index with
 * the tables in which it keeps it, and PostgreSQL's vectors.
 */
const EXTERNAL: Readonly<Record<DiffRequest["engine"], readonly string[]>> = {
  sqlite: ["", "_data", "_idx", "_config"].map((part) => `SearchIndex${part}`),
  postgresql: ["public.SearchVector"],
};

let loaded: Promise<void> | undefined;

/** Loads Prisma's schema engine (WebAssembly, from the package; nothing is downloaded) once. */
function loadEngine(): Promise<void> {
  loaded ??= (async () => {
    const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
    const bytes = await readFile(join(folder, "schema_engine_bg.wasm"));
    const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
    bindings.__wbg_set_wasm(instance.exports);
    const start = instance.exports.__wbindgen_start;
    if (typeof start !== "function") throw new Error("@prisma/schema-engine-wasm is not as expected");
    start();
  })();
  return loaded;
}

/** Type ids of PostgreSQL: its internal "char", which the stock adapter cannot read, and text. */
const INTERNAL_CHAR = 18;
const TEXT = 25;
const MARK = "\u0000char";

/** A pool that gives columns of the catalogue's "char" as texts with a marked name. */
function readingCatalogue(pool: pg.Pool): pg.Pool {
  const query = async (config: pg.QueryConfig) => {
    const result = await pool.query(config);
    for (const field of result.fields) {
      if (field.dataTypeID !== INTERNAL_CHAR) continue;
      field.dataTypeID = TEXT;
      field.name += MARK;
    }
    return result;
  };
  return new Proxy(pool, {
    get: (target, key) => (key === "query" ? query : Reflect.get(target, key, target)),
  });
}

/** The engine insists on the marked columns being characters. */
function readCharacters(adapter: SqlDriverAdapter): void {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const marked = result.columnNames.map((name) => name.endsWith(MARK));
    return {
      ...result,
      columnNames: result.columnNames.map((name) => name.replace(MARK, "")),
      columnTypes: result.columnTypes.map((type, index) => (marked[index] ? ColumnTypeEnum.Character : type)),
    };
  };
}

/** Runs scripts whole (the stock adapter splits them at semicolons, also inside functions) in a database of its own. */
class CataloguePg extends PrismaPg {
  readonly #url: string;

  constructor(url: string) {
    super({ connectionString: url });
    this.#url = url;
  }

  override async connectToShadowDb() {
    const name = `shadow_${randomUUID().replaceAll("-", "")}`;
    const server = new pg.Client({ connectionString: this.#url });
    await server.connect();
    await server.query(`CREATE DATABASE ${name}`);
    const url = new URL(this.#url);
    url.pathname = `/${name}`;
    const pool = new pg.Pool({ connectionString: url.href });
    const adapter = await new PrismaPg(readingCatalogue(pool)).connect();
    readCharacters(adapter);
    adapter.executeScript = async (script) => {
      await pool.query(script);
    };
    adapter.dispose = async () => {
      await pool.end();
      await server.query(`DROP DATABASE ${name}`);
      await server.end();
    };
    return adapter;
  }
}

/** The engine hands over triggers together with the statement before them, which the stock adapter refuses. */
class ScriptingSqlite extends PrismaBetterSqlite3 {
  override async connectToShadowDb() {
    const adapter = await super.connectToShadowDb();
    const executeOne = adapter.executeRaw.bind(adapter);
    adapter.executeRaw = async (query) => {
      if (query.args.length > 0) return executeOne(query);
      await adapter.executeScript(query.sql);
      return 0;
    };
    return adapter;
  }
}

function adapterFor({ engine, url }: DiffRequest): SqlMigrationAwareDriverAdapterFactory {
  if (engine === "sqlite") return new ScriptingSqlite({ url: ":memory:" });
  if (url === undefined) throw new Error("the PostgreSQL difference needs a server");
  return new CataloguePg(url);
}

/**
 * The SQL that is missing between what the migrations make and what the schema says; empty when they agree. Only what
 * schema.prisma can express is compared: CHECK constraints and triggers are compared by guards.ts.
 */
export async function diffSql(request: DiffRequest): Promise<string> {
  await loadEngine();
  const files = [{ path: "schema.prisma", content: request.schema }];
  const factory = bindMigrationAwareSqlAdapterFactory(adapterFor(request));
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [["schema.prisma", request.schema]] },
    () => undefined,
    factory,
  );
  try {
    const result = await engine.diff({
      from: {
        tag: "migrations",
        baseDir: "/",
        lockfile: { path: "migration_lock.toml", content: `provider = "${request.engine}"\n` },
        shadowDbInitScript: "",
        migrationDirectories: request.migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
        })),
      },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: { externalTables: [...EXTERNAL[request.engine]], externalEnums: [] },
    });
    return result.exitCode === 0 ? "" : (result.stdout ?? "").trim();
  } finally {
    engine.free();
  }
}

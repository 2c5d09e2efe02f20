import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startTemporaryPostgres, type TemporaryPostgres } from "../../scripts/temporary-postgres.ts";
// @NOTE Vitest loads this file without the "source" condition, so the import names are not available here.
import { migrate } from "../../src/core/foundation/store/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Answers a request for /migrated or /empty with the connection string of a new PostgreSQL database. */
    postgresBroker: string;
    /** Where test files may put SQLite files; removed after the run. */
    databaseFolder: string;
  }
}

/**
 * Starts the server when the first test asks for a database. Copying a migrated one is faster than migrating, and the next one is
 * made while the test that got the last one runs.
 */
class Broker {
  #server: Promise<TemporaryPostgres> | undefined;
  #template: Promise<void> | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #spare: Promise<string> | undefined;
  #count = 0;

  async newDatabase(migrated: boolean): Promise<string> {
    if (!migrated) return this.#create("template1");
    const given = this.#spare ?? this.#create("curbside");
    this.#spare = given.then(() => this.#create("curbside"));
    // Whoever gets it hears what is wrong with it.
    this.#spare.catch(() => undefined);
    return given;
  }

  async #create(template: string): Promise<string> {
    this.#server ??= startTemporaryPostgres();
    const server = await this.#server;
    this.#template ??= this.#makeTemplate(server);
    await this.#template;
    const name = `test_${++this.#count}`;
    // One at a time: a template may not be in use while it is copied.
    const created = this.#turn.then(() => createDatabase(server, name, template));
    this.#turn = created.catch(() => undefined);
    await created;
    return server.url(name);
  }

  async #makeTemplate(server: TemporaryPostgres): Promise<void> {
    await server.createDatabase("curbside");
    await migrate({ engine: "postgresql", url: server.url("curbside") });
  }

  async stop(): Promise<void> {
    await this.#turn;
    if (this.#server !== undefined) await (await this.#server)[Symbol.asyncDispose]();
  }
}

async function createDatabase(server: TemporaryPostgres, name: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url("postgres") });
  await client.connect();
  try {
    // Files are copied by the system, which takes half the time of writing their pages to the log.
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  } finally {
    await client.end();
  }
}

/** Vitest's global set-up: one PostgreSQL for the whole run, gone with it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const broker = new Broker();
  const folder = await mkdtemp(join(tmpdir(), "curbside-test-"));
  const http = createServer((request, response) => {
    // A connection that is kept may be closed just when the next test takes it up again.
    response.shouldKeepAlive = false;
    broker.newDatabase(request.url === "/migrated").then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = http.address();
  if (address === null || typeof address === "string") throw new Error("no port for the database broker");
  project.provide("postgresBroker", `http://127.0.0.1:${address.port}`);
  project.provide("databaseFolder", folder);
  return async () => {
    http.closeAllConnections();
    http.close();
    await broker.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

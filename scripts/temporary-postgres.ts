import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { reachablePostgres } from "./reachable-postgres.ts";

export interface TemporaryPostgres extends AsyncDisposable {
  /** The connection string of one database of this server; it need not exist yet. */
  url(database: string): string;
  createDatabase(name: string): Promise<void>;
}

const USER = "curbside";
const PASSWORD = "curbside";

/** Nothing here has to outlive a power cut, and no work is done behind the tests' backs. */
const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=200",
  "fsync=off",
  "full_page_writes=off",
  "synchronous_commit=off",
  "wal_level=minimal",
  "max_wal_senders=0",
  "max_wal_size=4GB",
  "autovacuum=off",
  "file_copy_method=clone",
];

/** A port that nothing listens on now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("the system gave no port");
  return address.port;
}

/**
 * Starts a real PostgreSQL on loopback with its data in the system's temporary folder; disposing stops it and removes
 * the data. It never waits for the disk, so it is for tests and tools only. PostgreSQL refuses to run as root: then it
 * runs as the user "postgres", who is created when missing.
 */
export async function startTemporaryPostgres(): Promise<TemporaryPostgres> {
  const folder = await mkdtemp(join(tmpdir(), "curbside-postgres-"));
  const port = await freePort();
  const messages: string[] = [];
  const { Server, copy } = await reachablePostgres();
  const tidyUp = async (): Promise<void> => {
    for (const made of [folder, copy])
      if (made !== undefined) await rm(made, { recursive: true, force: true });
  };
  const server = new Server({
    databaseDir: folder,
    port,
    user: USER,
    password: PASSWORD,
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: SETTINGS.flatMap((setting) => ["-c", setting]),
    onLog: (message) => messages.push(message),
    onError: (message) => messages.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    await tidyUp();
    throw new Error(`PostgreSQL did not start:\n${messages.slice(-20).join("")}`, { cause });
  }
  return {
    url: (database) => `postgresql://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`,
    createDatabase: (name) => server.createDatabase(name),
    async [Symbol.asyncDispose]() {
      await server.stop();
      await tidyUp();
    },
  };
}

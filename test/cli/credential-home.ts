import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ask } from "#cli/command.ts";
import { runProgram } from "#cli/program.ts";
import { keepToken } from "#cli/session.ts";
import { type Core, createCore } from "#core/core.ts";
import { claimCredential } from "#core/credentials/claim/claim-credential.ts";
import type { ClaimTyped } from "#core/credentials/claim/claim-fields.ts";
import { enterCode } from "#core/credentials/proof/enter-code.ts";
import type { Clock } from "#core/foundation/clock.ts";
import { readActor } from "#core/members/read-actor.ts";
import { newToken } from "#core/members/token.ts";
import { loadConfig } from "../../src/config.ts";
import { csv, leieFile, nppesFile } from "../core/credentials/registries/files.ts";

export const DAY_MS = 24 * 3_600_000;
/** The day on which all of it begins. */
export const START = new Date("2026-03-01T09:00:00Z");

export const ROBIN = {
  first: "Robin",
  last: "Vale",
  former: "",
  profession: "pharmacist",
  jurisdiction: "Washington",
  licence: "PH60000001",
  npi: "1900000120",
  display: "",
} as const;
/** Somebody of this name is on the list of exclusions, and nobody can tell whether it is the same. */
export const PAT = {
  ...ROBIN,
  first: "Pat",
  last: "Quill",
  licence: "PH60000002",
  npi: "1900000567",
} as const;
/** The registers are of the United States. */
export const SAM = {
  ...ROBIN,
  first: "Sam",
  last: "Reed",
  jurisdiction: "Ontario",
  licence: "204817",
  npi: "",
} as const;

const nppesRow = ({ npi, first, last }: typeof ROBIN | typeof PAT) => ({
  NPI: npi,
  "Entity Type Code": "1",
  "Provider Last Name (Legal Name)": last.toUpperCase(),
  "Provider First Name": first.toUpperCase(),
  "Provider Business Practice Location Address Telephone Number": "2065550142",
  "Provider Business Practice Location Address State Name": "WA",
  "Healthcare Provider Taxonomy Code_1": "183500000X",
  "Healthcare Provider Primary Taxonomy Switch_1": "Y",
});

const licenceRow = ({ licence, first, last }: typeof ROBIN | typeof PAT) =>
  [
    licence,
    last.toUpperCase(),
    first.toUpperCase(),
    "",
    "Pharmacist License",
    "ACTIVE",
    "2027-01-31",
    "No",
  ] as const;

const LICENCES =
  "credentialnumber,lastname,firstname,middlename,credentialtype,status,expirationdate,actiontaken";

export interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface As {
  readonly who?: string;
  readonly days?: number;
  readonly ask?: Ask;
  readonly signal?: AbortSignal;
  readonly env?: NodeJS.ProcessEnv;
  /** How wide the terminal is. */
  readonly columns?: number;
}

/** A community with the admins Ada and Ben and the lead Lea, on a database of its own, with registries unless said otherwise. */
export class CredentialHome implements AsyncDisposable {
  readonly folder = mkdtempSync(join(tmpdir(), "curbside-credentials-"));

  #ticks = 0;

  /** Each command comes a little later than the one before, as it does where people type. */
  clock(days: number): Clock {
    this.#ticks += 1;
    const now = new Date(START.getTime() + days * DAY_MS + this.#ticks);
    return { now: () => now };
  }

  envOf(who: string): NodeJS.ProcessEnv {
    return {
      CURBSIDE_HOME: join(this.folder, "data"),
      CURBSIDE_TOKEN_FILE: join(this.folder, `${who}.json`),
    };
  }

  async curbside(
    argv: readonly string[],
    { who = "ada", days = 0, ask, signal, env = {}, columns }: As = {},
  ): Promise<Ran> {
    let stdout = "";
    let stderr = "";
    const exit = await runProgram(argv, {
      env: { ...this.envOf(who), ...env },
      stdout: (text) => {
        stdout += text;
      },
      stderr: (text) => {
        stderr += text;
      },
      ask,
      terminal: ask !== undefined,
      columns: () => columns,
      colours: false,
      clock: this.clock(days),
      ...(signal === undefined ? {} : { signal }),
    });
    return { exit, stdout, stderr };
  }

  /** The document of a command that must succeed. */
  async json(argv: readonly string[], as: As = {}) {
    const { exit, stdout, stderr } = await this.curbside([...argv, "--json"], as);
    if (exit !== 0) throw new Error(`${argv.join(" ")} ended with ${exit}: ${stderr}`);
    return JSON.parse(stdout);
  }

  credential(verb: string, ...rest: readonly string[]) {
    return this.curbside(["credential", verb, ...rest]);
  }

  file(name: string, content: string): string {
    writeFileSync(join(this.folder, name), content);
    return join(this.folder, name);
  }

  async open<T>(work: (core: Core) => Promise<T>, days = 0): Promise<T> {
    const log = { info() {}, warn() {}, error() {} };
    const clock = this.clock(days);
    await using core = await createCore({ config: loadConfig(this.envOf("ada")), log, clock });
    // Awaited here: the core closes when this returns.
    return await work(core);
  }

  /** What somebody does in the form of their platform. */
  claim(typed: ClaimTyped, pseudonym: string, days = 0): Promise<string> {
    return this.open(async (core) => {
      const { id: spaceId, communityId, platform } = await core.db.space.findFirstOrThrow();
      const claimant = { communityId, spaceId, platform, externalId: `U ${pseudonym}`, pseudonym };
      return (await claimCredential(core, { claimant, typed })).credentialId;
    }, days);
  }

  async enterCode(credentialId: string, code: string, days = 0): Promise<void> {
    await this.open(async (core) => {
      const { memberId } = await core.db.credential.findUniqueOrThrow({ where: { id: credentialId } });
      const actor = await readActor(core.db, memberId);
      if (actor === undefined) throw new Error("nobody");
      await enterCode(core, { actor, code });
    }, days);
  }

  /** A further token of a member, kept where `who` finds it. */
  async tokenFor(memberId: string, who: string): Promise<void> {
    const token = await this.open(async (core) => {
      const { text, key: tokenKey } = newToken(core);
      const row = { id: core.newId(), memberId, tokenKey, createdAt: START };
      await core.tx((tx) => tx.accessToken.create({ data: row }));
      return text;
    });
    keepToken(this.envOf(who).CURBSIDE_TOKEN_FILE ?? "", "harbour", token);
  }

  /** A claim that was checked and proved, and waits for a first person. */
  async ready(typed: ClaimTyped, pseudonym: string): Promise<string> {
    const id = await this.claim(typed, pseudonym);
    await this.json(["credential", "check", id]);
    const { code } = await this.json(["credential", "prove", id, "--by", "video"]);
    await this.enterCode(id, code);
    return id;
  }

  async setUp({ registries = true } = {}): Promise<void> {
    await this.json([
      "init",
      "--name",
      "Harbour",
      "--country",
      "US",
      "--admin",
      "Ada",
      "--treats-these-patients",
      "no",
    ]);
    for (const [name, role] of [
      ["Ben", "admin"],
      ["Lea", "lead"],
    ] as const) {
      const { code } = await this.json(["admin", "invite", name, "--role", role]);
      await this.json(["login", code], { who: name.toLowerCase() });
    }
    await this.json(["community", "link", "--platform", "slack", "--space", "T1", "--side", "providers"]);
    if (registries) await this.importAll();
  }

  async importAll(asOf = "2026-02-26", days = 0): Promise<void> {
    const all = [ROBIN, PAT];
    const nppes = this.file("nppes.csv", nppesFile(all.map(nppesRow)));
    const leie = this.file("leie.csv", leieFile([{ LASTNAME: "QUILL", FIRSTNAME: "PAT", DOB: "" }]));
    const licences = this.file("wa.csv", csv([LICENCES.split(","), ...all.map(licenceRow)]));
    const add = (...argv: string[]) =>
      this.json(["registry", "import", ...argv, "--as-of", asOf, "--accept-smaller"], { days });
    await add("nppes", nppes, "--kind", "full");
    await add("leie", leie);
    await add("license", licences, "--profile", "wa-health");
  }

  /** WA drops a number without a word. */
  async dropLicence(days: number): Promise<void> {
    const file = this.file("wa.csv", csv([LICENCES.split(","), [...licenceRow(PAT)]]));
    const argv = ["registry", "import", "license", file, "--profile", "wa-health", "--accept-smaller"];
    await this.json(
      [...argv, "--as-of", new Date(START.getTime() + days * DAY_MS).toISOString().slice(0, 10)],
      { days },
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

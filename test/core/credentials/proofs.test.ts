import { expect, test } from "vitest";
import { claimCredential } from "#core/credentials/claim/claim-credential.ts";
import { claimsToVouch } from "#core/credentials/claim/my-credentials.ts";
import { enterCode } from "#core/credentials/proof/enter-code.ts";
import { controlLevel, provedBy } from "#core/credentials/proof/proof.ts";
import { startMailProof } from "#core/credentials/proof/start-mail-proof.ts";
import { startProof } from "#core/credentials/proof/start-proof.ts";
import { vouch } from "#core/credentials/proof/vouch.ts";
import { refuse } from "#core/errors.ts";
import type { Mail } from "#core/mailer.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { attested, codeOf, joinAs, type Town } from "../small-town.ts";
import {
  actorFor,
  claimOf,
  type Registry,
  ROBIN,
  ROBINS_ROW,
  registryTown,
  verified,
  WORLD,
} from "./claims.ts";

const MINUTE_MS = 60_000;

const proofsOf = ({ core }: Town, credentialId: string) =>
  core.db.controlProof.findMany({ where: { credentialId }, orderBy: { id: "asc" } });

/** A provider in standing, by the shorter way of an admin who met them. */
async function colleague(town: Registry, name: string) {
  const { memberId, proposalId } = await attested({ ...town, core: town.core }, name, {});
  await approveProposal(town.core, { actor: town.ben, proposalId });
  return actorFor(town, memberId);
}

describeOnBoth("a proof of control", ({ openNew }) => {
  test("by code works once, from the account alone, and leaves no address behind", async () => {
    const town = await registryTown(await openNew());
    const { core, admin } = town;
    const robin = await claimOf(town);
    const other = await claimOf(town, { licence: "PH60999999", npi: "" }, "Somebody Else");
    const { code } = await startProof(core, {
      actor: admin,
      credentialId: robin.credentialId,
      kind: "video",
    });
    expect(code).toMatch(/^\d{3} \d{3}$/);
    expect(await codeOf(enterCode(core, { actor: other.actor, code }))).toBe("no_code_waits");
    expect(await codeOf(enterCode(core, { actor: robin.actor, code: ` ${code.replace(" ", "-")} ` }))).toBe(
      "ok",
    );
    expect(await codeOf(enterCode(core, { actor: robin.actor, code }))).toBe("no_code_waits");
    const [proof] = await proofsOf(town, robin.credentialId);
    expect(proof).toMatchObject({ kind: "video", state: "done", codeKey: null, addressSealed: null });
    expect(controlLevel(await proofsOf(town, robin.credentialId))).toBe(2);
  });

  test("is over after five wrong codes, each told with what is left, and after a quarter of an hour", async () => {
    const town = await registryTown(await openNew());
    const { core, admin, clock } = town;
    const { credentialId, actor } = await claimOf(town);
    const begin = () => startProof(core, { actor: admin, credentialId, kind: "video" });
    const { code } = await begin();
    const wrong = code === "000 000" ? "111111" : "000000";
    const left: number[] = [];
    for (let at = 0; at < 5; at += 1)
      await enterCode(core, { actor, code: wrong }).catch((error: { details: { left: number } }) =>
        left.push(error.details.left),
      );
    expect(left).toEqual([4, 3, 2, 1, 0]);
    expect(await codeOf(enterCode(core, { actor, code }))).toBe("no_code_waits");
    expect((await proofsOf(town, credentialId))[0]).toMatchObject({ state: "failed", codeKey: null });
    const again = await begin();
    clock.advance(15 * MINUTE_MS);
    expect(await codeOf(enterCode(core, { actor, code: again.code }))).toBe("no_code_waits");
  });

  test("begins five times a day at most, and a new one ends the one before", async () => {
    const town = await registryTown(await openNew());
    const { core, admin } = town;
    const { credentialId, actor } = await claimOf(town);
    const begin = () => startProof(core, { actor: admin, credentialId, kind: "video" });
    const first = await begin();
    const second = await begin();
    if (first.code !== second.code)
      expect(await codeOf(enterCode(core, { actor, code: first.code }))).toBe("wrong_code");
    for (let at = 0; at < 3; at += 1) await begin();
    expect(await codeOf(begin())).toBe("too_many");
  });

  test("by call back takes the practice's number that NPPES has had for ninety days, or one from a page that is named", async () => {
    const young = await registryTown(await openNew());
    const claim = await claimOf(young);
    const act = { actor: young.admin, credentialId: claim.credentialId, kind: "call-back" } as const;
    expect(await codeOf(startProof(young.core, act))).toBe("no_phone");
    expect(await codeOf(startProof(young.core, { ...act, phone: "2065550199" }))).toBe("invalid_input");
    const page = { phone: "2065550199", phoneFrom: "https://clinic.example/contact" };
    expect((await startProof(young.core, { ...act, ...page })).address).toEqual({
      to: "2065550199",
      from: "https://clinic.example/contact",
    });
    const old = await registryTown(await openNew(), { ...WORLD, asOf: { nppes: "2025-11-09" } });
    const { credentialId } = await claimOf(old);
    const { address } = await startProof(old.core, { actor: old.admin, credentialId, kind: "call-back" });
    expect(address).toEqual({ to: "2065550147", from: "NPPES, unchanged since 2025-11-09" });
    const none = await registryTown(await openNew(), {
      ...WORLD,
      nppes: [{ ...ROBINS_ROW, NPI: "1679576722" }],
    });
    const unknown = await claimOf(none);
    expect(
      await codeOf(
        startProof(none.core, { actor: none.admin, credentialId: unknown.credentialId, kind: "call-back" }),
      ),
    ).toBe("no_phone");
  });

  test("by work mail sends a code to a listed domain, and nothing where no mail server is set", async () => {
    const sent: Mail[] = [];
    const mail = { domains: ["clinic.example"], send: async (one: Mail) => void sent.push(one) };
    const town = await registryTown(await openNew(), WORLD, mail);
    const { core } = town;
    const { actor, credentialId } = await claimOf(town);
    for (const address of ["robin@gmail.com", "robin@elsewhere.example", "info@clinic.example"])
      expect(await codeOf(startMailProof(core, { actor, address }))).toBe("work_address");
    await startMailProof(core, { actor, address: " Robin.Vale@Clinic.example" });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.to).toBe("robin.vale@clinic.example");
    const code = /\d{3} \d{3}/.exec(sent[0]?.text ?? "")?.[0] ?? "";
    const [open] = await proofsOf(town, credentialId);
    expect(Buffer.from(open?.addressSealed ?? []).includes("robin.vale")).toBe(false);
    await enterCode(core, { actor, code });
    expect(provedBy(await proofsOf(town, credentialId))).toEqual(["mail"]);
    const without = await registryTown(await openNew());
    const claimant = await claimOf(without);
    expect(
      await codeOf(startMailProof(without.core, { actor: claimant.actor, address: "a@clinic.example" })),
    ).toBe("mail_failed");
  });

  test("that could not be mailed is over, and says so", async () => {
    const send = () => Promise.reject(refuse("mail_failed", { why: "unreachable" }));
    const town = await registryTown(await openNew(), WORLD, { domains: ["clinic.example"], send });
    const { actor, credentialId } = await claimOf(town);
    const act = startMailProof(town.core, { actor, address: "robin@clinic.example" });
    expect(await codeOf(act)).toBe("mail_failed");
    expect(await proofsOf(town, credentialId)).toMatchObject([
      { state: "over", codeKey: null, addressSealed: null },
    ]);
  });

  test("by colleagues needs two in standing, each once, and never oneself", async () => {
    const town = await registryTown(await openNew());
    const { core, admin } = town;
    const ana = await colleague(town, "Ana Pharmacist");
    const { credentialId, actor } = await claimOf(town);
    expect(await codeOf(vouch(core, { actor, credentialId }))).toBe("not_allowed");
    expect(await codeOf(vouch(core, { actor: admin, credentialId }))).toBe("not_allowed");
    expect(await vouch(core, { actor: ana, credentialId })).toEqual({ enough: false });
    expect(await codeOf(vouch(core, { actor: ana, credentialId }))).toBe("already_vouched");
    expect(controlLevel(await proofsOf(town, credentialId))).toBe(1);
    const waiting = await claimOf(town, { licence: "PH60999999", npi: "" }, "Not Yet Checked");
    const unverified = { ...waiting.actor, roles: ["provider"] as const };
    expect(await codeOf(vouch(core, { actor: unverified, credentialId }))).toBe("no_standing");
    const second = await verified({ ...town }, { licence: "PH60123456" }, "Robin Second").catch(
      () => undefined,
    );
    expect(second).toBeUndefined();
  });

  test("by a colleague may be given again after a year, when the first word counts no more", async () => {
    const town = await registryTown(await openNew());
    const ana = await colleague(town, "Ana Pharmacist");
    const { credentialId } = await claimOf(town);
    const act = () => codeOf(vouch(town.core, { actor: ana, credentialId }));
    expect(await act()).toBe("ok");
    town.clock.advance(366 * 24 * 60 * MINUTE_MS);
    expect(await act()).toBe("ok");
    expect(await act()).toBe("already_vouched");
    expect(await proofsOf(town, credentialId)).toMatchObject([{ state: "over" }, { state: "done" }]);
  });

  test("shows colleagues the name on the licence, and never that of a member who is a patient too", async () => {
    const town = await registryTown(await openNew());
    const { core } = town;
    const ana = await colleague(town, "Ana Pharmacist");
    await claimOf(town);
    const heron = await joinAs(town, "Quiet Heron");
    const typed = { ...ROBIN, licence: "PH60999999", npi: "" };
    await claimCredential(core, { claimant: { actor: heron }, typed });
    expect(await claimsToVouch(core, { actor: ana })).toMatchObject([
      { provider: "Robin Vale", name: "Robin Jane Vale" },
    ]);
  });

  test("by the same colleague twice at once counts once", async () => {
    const town = await registryTown(await openNew());
    const ana = await colleague(town, "Ana Pharmacist");
    const { credentialId } = await claimOf(town);
    const act = () => codeOf(vouch(town.core, { actor: ana, credentialId })).catch(() => "refused");
    await Promise.all([act(), act()]);
    expect(await town.core.db.controlProof.count({ where: { credentialId, kind: "vouch" } })).toBe(1);
  });
});

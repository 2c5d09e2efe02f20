import { expect, test } from "vitest";
import { attestCredential } from "#core/credentials/decision/attest-credential.ts";
import { actorOfToken } from "#core/members/actor-of-token.ts";
import { CODES_KEPT_MS, forgetCodes } from "#core/members/forget-codes.ts";
import { inviteMember } from "#core/members/invite-member.ts";
import { join } from "#core/members/join.ts";
import { CONSENT_VERSION } from "#core/members/joining-text.ts";
import { login } from "#core/members/login.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { addCommunity, codeOf, EVIDENCE, joinAs, linkCode, smallTown, type Town } from "../small-town.ts";

const NEXT = { pseudonym: "Ben Admin", role: "admin" } as const;

const attest = ({ core, admin }: Town, code: string, pseudonym = "Ana Pharmacist") =>
  codeOf(attestCredential(core, { actor: admin, code, pseudonym, role: "provider", ...EVIDENCE }));

describeOnBoth("an invitation", ({ openNew }) => {
  test("is traded once for a token; neither is stored as it is", async () => {
    const { core, admin } = await smallTown(await openNew());
    const { code } = await inviteMember(core, { actor: admin, ...NEXT });
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const { token, actor } = await login(core, { code });
    expect(await actorOfToken(core, token)).toEqual(actor);
    expect(actor).toMatchObject({ pseudonym: "Ben Admin", roles: ["admin"] });
    expect(await codeOf(login(core, { code }))).toBe("code_expired");
    const stored = [
      ...(await core.db.invite.findMany()).map(({ codeKey }) => codeKey),
      ...(await core.db.accessToken.findMany()).map(({ tokenKey }) => tokenKey),
    ].join();
    for (const secret of [code, code.replace("-", ""), token]) expect(stored).not.toContain(secret);
  });

  test("that nobody used is forgotten thirty days after it ran out, and one that was used is not", async () => {
    const { core, admin, clock } = await smallTown(await openNew());
    const used = await inviteMember(core, { actor: admin, ...NEXT });
    await login(core, { code: used.code });
    await inviteMember(core, { actor: admin, ...NEXT, pseudonym: "Cy Admin" });
    const before = await core.db.invite.count();
    clock.advance(core.config.timing.codeMs + CODES_KEPT_MS - 60_000);
    expect(await forgetCodes(core)).toBe(0);
    clock.advance(120_000);
    expect(await forgetCodes(core)).toBe(1);
    expect(await core.db.invite.count()).toBe(before - 1);
  });

  test("may be typed the way people type", async () => {
    const { core, admin } = await smallTown(await openNew());
    const { code } = await inviteMember(core, { actor: admin, ...NEXT });
    expect(await codeOf(login(core, { code: ` ${code.toLowerCase().replace("-", " ")} ` }))).toBe("ok");
  });

  test("of two who use it at once, one gets in", async () => {
    const { core, admin } = await smallTown(await openNew());
    const { code } = await inviteMember(core, { actor: admin, ...NEXT });
    const results = await Promise.all([codeOf(login(core, { code })), codeOf(login(core, { code }))]);
    expect(results.sort()).toEqual(["code_expired", "ok"]);
    expect(await core.db.member.count({ where: { pseudonym: "Ben Admin" } })).toBe(1);
  });

  test("runs out, is not guessed, and is only an admin's to give", async () => {
    const town = await smallTown(await openNew());
    const { core, admin, clock } = town;
    const { code, expiresAt } = await inviteMember(core, { actor: admin, ...NEXT });
    clock.advance(expiresAt.getTime() - clock.now().getTime());
    expect(await codeOf(login(core, { code }))).toBe("code_expired");
    expect(await codeOf(login(core, { code: "2222-2222" }))).toBe("not_found");
    const patient = await joinAs(town, "Quiet Heron");
    expect(await codeOf(inviteMember(core, { actor: patient, ...NEXT }))).toBe("not_allowed");
    const taken = { actor: admin, pseudonym: "Quiet Heron", role: "moderator" } as const;
    expect(await codeOf(inviteMember(core, taken))).toBe("name_taken");
  });

  test("a revoked token, and one whose member left, sign nobody in", async () => {
    const { core, admin } = await smallTown(await openNew());
    const { code } = await inviteMember(core, { actor: admin, ...NEXT });
    const { token, actor } = await login(core, { code });
    const { memberId } = actor;
    await core.tx((tx) => tx.member.update({ where: { id: memberId }, data: { state: "left" } }));
    expect(await codeOf(actorOfToken(core, token))).toBe("not_signed_in");
    await core.tx((tx) => tx.member.update({ where: { id: memberId }, data: { state: "active" } }));
    expect(await codeOf(actorOfToken(core, token))).toBe("ok");
    const revokedAt = core.clock.now();
    await core.tx((tx) => tx.accessToken.updateMany({ where: { memberId }, data: { revokedAt } }));
    expect(await codeOf(actorOfToken(core, token))).toBe("not_signed_in");
  });
});

describeOnBoth("a provider's code", ({ openNew }) => {
  test("ties one account once, and only its own community's admin can use it", async () => {
    const town = await smallTown(await openNew());
    const { core, clock, admin } = town;
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    const { code } = await linkCode(town, "s1");
    expect(await attest(other, code)).toBe("not_found");
    expect(await attest(town, code)).toBe("ok");
    expect(await attest(town, code, "Somebody Else")).toBe("code_expired");
    expect(await codeOf(linkCode(town, "s1"))).toBe("already_linked");
  });

  test("runs out, and a new one replaces it", async () => {
    const town = await smallTown(await openNew());
    const { clock } = town;
    const old = await linkCode(town, "s1");
    const fresh = await linkCode(town, "s1");
    expect(await attest(town, old.code)).toBe("not_found");
    clock.advance(fresh.expiresAt.getTime() - clock.now().getTime());
    expect(await attest(town, fresh.code)).toBe("code_expired");
  });

  test("is worth nothing once the account has joined as somebody else", async () => {
    const town = await smallTown(await openNew());
    const { core, communityId, providersSpaceId: spaceId } = town;
    const { code } = await linkCode(town, "s1");
    await join(core, {
      ...{ communityId, spaceId, platform: "south", externalId: "s1", pseudonym: "Quiet Heron" },
      ...{ country: "GB", statesAdult: true, textVersion: CONSENT_VERSION },
    });
    expect(await attest(town, code)).toBe("already_linked");
    expect(await core.db.credential.count()).toBe(0);
  });
});

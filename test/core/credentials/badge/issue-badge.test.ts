import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { verifyBadge } from "#core/credentials/badge/badge-token.ts";
import { issueBadge } from "#core/credentials/badge/issue-badge.ts";
import { readKeySet } from "#core/credentials/badge/key-set.ts";
import { badgeKeySet, revocationList } from "#core/credentials/badge/publish-badges.ts";
import { attestCredential } from "#core/credentials/decision/attest-credential.ts";
import { suspendCredential } from "#core/credentials/decision/suspend-credential.ts";
import { accountKey } from "#core/foundation/vault/index-keys.ts";
import { readActor } from "#core/members/read-actor.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { describeOnBoth } from "../../../support/databases.ts";
import {
  addCommunity,
  attested,
  auditOf,
  codeOf,
  EVIDENCE,
  HOUR_MS,
  invite,
  joinAs,
  smallTown,
  type Town,
} from "../../small-town.ts";

const DAY_MS = 24 * HOUR_MS;

async function verified(town: Town, pseudonym: string, more: { expiresAt?: Date } = {}) {
  const made = await attested(town, pseudonym, more);
  const second = (
    await town.core.db.member.findFirst({ where: { communityId: town.communityId, pseudonym: "Ben Admin" } })
  )?.id;
  const ben = second === undefined ? await invite(town, "Ben Admin", "admin") : await actorOf(town, second);
  await approveProposal(town.core, { actor: ben, proposalId: made.proposalId });
  return made;
}

async function actorOf({ core }: Town, memberId: string): Promise<Actor> {
  const actor = await readActor(core.db, memberId);
  if (actor === undefined) throw new Error("no such member");
  return actor;
}

/** What somebody finds who has the keys and the list as they are published now. */
async function check({ core, communityId }: Town, token: string) {
  const keys = readKeySet(JSON.stringify(await badgeKeySet(core, { communityId })));
  if (keys === undefined) throw new Error("no keys");
  const { list } = await revocationList(core, { communityId });
  return verifyBadge(token, { keys, revocations: { list }, now: core.clock.now() });
}

const contentOf = (token: string) => Buffer.from(token.split(".")[1] ?? "", "base64url").toString();

const outcome = (town: Town, token: string) =>
  check(town, token).then((found) => (found.ok ? "ok" : found.why));

describeOnBoth("a badge", ({ openNew }) => {
  test("says what was checked of which account, and is on record without its text", async () => {
    const town = await smallTown(await openNew());
    const { core, admin, clock, communityId } = town;
    const expiresAt = new Date(clock.now().getTime() + 300 * DAY_MS);
    const { credentialId } = await verified(town, "Ana Pharmacist", { expiresAt });
    const badge = await issueBadge(core, { actor: admin, credentialId });
    const now = clock.now().getTime() / 1000;
    expect(await check(town, badge.token)).toMatchObject({
      ok: true,
      claims: {
        iss: "sunny-side",
        jti: badge.badgeId,
        iat: now,
        exp: now + 30 * 24 * 3600,
        act: { platform: "south", key: accountKey(core, communityId, "south", "Ana Pharmacist") },
        prof: EVIDENCE.profession,
        juris: EVIDENCE.jurisdiction,
        name: "Ana Pharmacist",
        chk: EVIDENCE.checkedAt.getTime() / 1000,
        src: EVIDENCE.source,
        until: expiresAt.getTime() / 1000,
        by: 2,
      },
    });
    const content = contentOf(badge.token);
    for (const secret of [EVIDENCE.licence, credentialId, communityId]) expect(content).not.toContain(secret);
    expect(await auditOf(town, badge.badgeId)).toEqual(["badge.issued"]);
    expect(await core.db.badge.findMany()).toMatchObject([
      { id: badge.badgeId, credentialId, revokedAt: null },
    ]);
    const nameless = await issueBadge(core, { actor: admin, credentialId, roleOnly: true });
    expect(await check(town, nameless.token)).toMatchObject({
      ok: true,
      claims: { prof: EVIDENCE.profession },
    });
    expect(contentOf(nameless.token)).not.toContain("Ana");
  });

  test("holds no longer than the credential, and 30 days at most", async () => {
    const town = await smallTown(await openNew());
    const { core, admin, clock } = town;
    const expiresAt = new Date(clock.now().getTime() + 2 * DAY_MS);
    const { credentialId } = await verified(town, "Ana Pharmacist", { expiresAt });
    const badge = await issueBadge(core, { actor: admin, credentialId });
    expect(badge.expiresAt).toEqual(expiresAt);
    clock.advance(2 * DAY_MS - 1000);
    expect(await outcome(town, badge.token)).toBe("ok");
    clock.advance(1000);
    expect(await outcome(town, badge.token)).toBe("expired");
    expect(await codeOf(issueBadge(core, { actor: admin, credentialId }))).toBe("no_badge");
  });

  test("is revoked with its credential, and only that one's are", async () => {
    const town = await smallTown(await openNew());
    const { core, admin, communityId } = town;
    const ana = await verified(town, "Ana Pharmacist");
    const eve = await verified(town, "Eve Nurse");
    const first = await issueBadge(core, { actor: admin, credentialId: ana.credentialId });
    const second = await issueBadge(core, { actor: admin, credentialId: ana.credentialId });
    const other = await issueBadge(core, { actor: admin, credentialId: eve.credentialId });
    await suspendCredential(core, { actor: admin, credentialId: ana.credentialId, reason: "A doubt" });
    expect(await outcome(town, first.token)).toBe("revoked");
    expect(await outcome(town, second.token)).toBe("revoked");
    expect(await outcome(town, other.token)).toBe("ok");
    expect(await core.db.badge.count({ where: { revokedAt: core.clock.now() } })).toBe(2);
    expect(await revocationList(core, { communityId })).toMatchObject({ revoked: 2 });
    expect(await codeOf(issueBadge(core, { actor: admin, credentialId: ana.credentialId }))).toBe("no_badge");
  });

  test("counts as revoked when its credential or its holder changed by any other path", async () => {
    const town = await smallTown(await openNew());
    const { core, admin, communityId, clock } = town;
    const { credentialId, memberId } = await verified(town, "Ana Pharmacist");
    const { token } = await issueBadge(core, { actor: admin, credentialId });
    const set = (data: { status?: string; expiresAt?: Date | null }) =>
      core.db.credential.update({ where: { id: credentialId }, data });
    for (const status of ["expired", "revoked", "failed", "suspended", "attested"]) {
      await set({ status });
      expect(await outcome(town, token)).toBe("revoked");
    }
    await set({ status: "verified", expiresAt: clock.now() });
    expect(await outcome(town, token)).toBe("revoked");
    await set({ expiresAt: null });
    expect(await outcome(town, token)).toBe("ok");
    await core.db.member.update({ where: { id: memberId }, data: { state: "left" } });
    expect(await outcome(town, token)).toBe("revoked");
    expect(await codeOf(issueBadge(core, { actor: admin, credentialId }))).toBe("no_badge");
    clock.advance(31 * DAY_MS);
    expect(await revocationList(core, { communityId })).toMatchObject({ revoked: 0 });
  });

  test("is given by an admin, a lead or its holder, and never across communities", async () => {
    const town = await smallTown(await openNew());
    const { core, admin, clock } = town;
    const { credentialId, memberId } = await verified(town, "Ana Pharmacist");
    const eve = await verified(town, "Eve Nurse");
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    const issue = (actor: Actor, id = credentialId) => codeOf(issueBadge(core, { actor, credentialId: id }));
    expect(await issue(await actorOf(town, memberId))).toBe("ok");
    expect(await issue(await invite(town, "Lea Lead", "lead"))).toBe("ok");
    expect(await issue(await actorOf(town, eve.memberId))).toBe("not_allowed");
    expect(await issue(await joinAs(town, "Quiet Heron"))).toBe("not_allowed");
    expect(await issue(await invite(town, "Mo", "moderator"))).toBe("not_allowed");
    expect(await issue(other.admin)).toBe("not_found");
    expect(await issue(admin, "no-such")).toBe("not_found");
    const { token } = await issueBadge(core, { actor: admin, credentialId });
    expect(await outcome(other, token)).toBe("unknown-key");
  });

  test("is refused for what nobody approved, and for words that fit into no message", async () => {
    const town = await smallTown(await openNew());
    const { core, admin } = town;
    const { credentialId, memberId } = await attested(town, "Ana Pharmacist");
    expect(await codeOf(issueBadge(core, { actor: admin, credentialId }))).toBe("no_badge");
    const long = { ...EVIDENCE, source: "x".repeat(2000) };
    const made = await attestCredential(core, { actor: admin, member: memberId, ...long });
    const ben = await invite(town, "Ben Admin", "admin");
    await approveProposal(core, { actor: ben, proposalId: made.proposalId });
    expect(await codeOf(issueBadge(core, { actor: admin, credentialId: made.credentialId }))).toBe(
      "too_long",
    );
    expect(await core.db.badge.count()).toBe(0);
  });
});

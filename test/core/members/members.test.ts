import { expect, test } from "vitest";
import { actorOfToken } from "#core/members/actor-of-token.ts";
import { changeRole } from "#core/members/change-role.ts";
import { changeSettings } from "#core/members/change-settings.ts";
import { findActor } from "#core/members/find-actor.ts";
import { join } from "#core/members/join.ts";
import { CONSENT_VERSION } from "#core/members/joining-text.ts";
import { listMembers } from "#core/members/list-members.ts";
import { memberSettings } from "#core/members/member-settings.ts";
import { setCaring } from "#core/members/set-caring.ts";
import { showMember } from "#core/members/show-member.ts";
import { suggestPseudonym } from "#core/members/suggest-pseudonym.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { addCommunity, auditOf, codeOf, invite, joinAs, smallTown, type Town } from "../small-town.ts";

const there = (externalId: string, spaceExternalId?: string) => ({
  platform: "north",
  accountExternalId: externalId,
  ...(spaceExternalId === undefined ? {} : { spaceExternalId }),
});

const joining = ({ communityId, patientsSpaceId: spaceId }: Town) => ({
  communityId,
  spaceId,
  platform: "north",
  externalId: "p1",
  pseudonym: "Quiet Heron",
  country: "GB",
  statesAdult: true,
  textVersion: CONSENT_VERSION,
});

describeOnBoth("a member", ({ openNew }) => {
  test("joins with a name of their own, and their agreement is kept", async () => {
    const town = await smallTown(await openNew());
    const { core, communityId } = town;
    const actor = await join(core, joining(town));
    expect(actor).toMatchObject({ communityId, pseudonym: "Quiet Heron", roles: ["patient"] });
    const consents = await core.db.consent.findMany({ where: { memberId: actor.memberId } });
    expect(consents).toMatchObject([{ purpose: "joining", textVersion: CONSENT_VERSION, withdrawnAt: null }]);
    expect(await auditOf(town, actor.memberId)).toEqual(["member.joined"]);
    const found = await findActor(core, there("p1", "Sunny Side/patients"));
    expect(found).toEqual({ actor, communityId, spaceId: town.patientsSpaceId });
    expect(await findActor(core, there("p1"))).toEqual({ actor, communityId });
    expect(await findActor(core, there("p2"))).toEqual({});
    expect(await findActor(core, there("p1", "no such space"))).toEqual({});
  });

  test("who is banned is told apart from nobody, and acts in no way", async () => {
    const town = await smallTown(await openNew());
    const { core, communityId, patientsSpaceId: spaceId } = town;
    const { memberId } = await join(core, joining(town));
    await core.db.member.update({ where: { id: memberId }, data: { state: "banned" } });
    expect(await findActor(core, there("p1"))).toEqual({ barred: true });
    const found = await findActor(core, there("p1", "Sunny Side/patients"));
    expect(found).toEqual({ communityId, spaceId, barred: true });
    await core.db.member.update({ where: { id: memberId }, data: { state: "removed" } });
    expect(await findActor(core, there("p1"))).toEqual({});
  });

  test("is not made of a minor, a taken name, a bad name, a second time or elsewhere", async () => {
    const town = await smallTown(await openNew());
    const { core, admin, clock } = town;
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    const attempt = (more: object) => codeOf(join(core, { ...joining(town), ...more }));
    expect(await attempt({ statesAdult: false })).toBe("underage");
    expect(await attempt({ pseudonym: "Ada Admin" })).toBe("name_taken");
    expect(await attempt({ pseudonym: "  " })).toBe("empty");
    expect(await attempt({ pseudonym: "x" })).toBe("invalid_input");
    expect(await attempt({ pseudonym: "x".repeat(33) })).toBe("too_long");
    expect(await attempt({ pseudonym: "me@example.org" })).toBe("invalid_input");
    expect(await attempt({ spaceId: other.patientsSpaceId })).toBe("not_linked");
    expect(await core.db.account.count()).toBe(0);
    expect(await attempt({})).toBe("ok");
    expect(await attempt({ pseudonym: "Calm Otter" })).toBe("already_joined");
  });

  test("of two communities is two people: no stored value shows that they are one", async () => {
    const town = await smallTown(await openNew());
    const { core, admin, clock } = town;
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    const here = await joinAs(town, "Quiet Heron", "patient-of-two");
    const elsewhere = await joinAs(other, "Quiet Heron", "patient-of-two");
    expect(here.memberId).not.toBe(elsewhere.memberId);
    const [one, two] = await core.db.account.findMany();
    expect(one?.externalKey).not.toBe(two?.externalKey);
    expect(one?.externalKey).not.toContain("patient-of-two");
    expect(await findActor(core, there("patient-of-two", "Sunny Side/patients"))).toMatchObject({
      actor: here,
    });
    expect(await findActor(core, there("patient-of-two", "Other/patients"))).toMatchObject({
      actor: elsewhere,
    });
    expect(await findActor(core, there("patient-of-two"))).toEqual({ several: [here, elsewhere] });
    const names = (await listMembers(core, { actor: other.admin })).map(({ memberId }) => memberId);
    expect(names).toEqual([other.admin.memberId, elsewhere.memberId]);
  });

  test("who left acts no more", async () => {
    const town = await smallTown(await openNew());
    const { core } = town;
    const { memberId } = await joinAs(town, "Quiet Heron", "p1");
    await core.tx((tx) => tx.member.update({ where: { id: memberId }, data: { state: "left" } }));
    expect(await findActor(core, there("p1"))).toEqual({});
  });

  test("changes what they chose, and only their own", async () => {
    const town = await smallTown(await openNew());
    const { core } = town;
    const actor = await joinAs(town, "Quiet Heron");
    const friend = await joinAs(town, "Calm Otter");
    expect(await codeOf(changeSettings(core, { actor, pseudonym: "Calm Otter" }))).toBe("name_taken");
    await changeSettings(core, { actor, pseudonym: "Warm  Finch", quiet: true, reach: "inbox" });
    expect(await memberSettings(core, { actor })).toEqual({
      pseudonym: "Warm Finch",
      country: "GB",
      reach: "inbox",
      quiet: true,
      cares: false,
      nickname: null,
      community: "Sunny Side",
      agreedAt: new Date("2031-03-04T09:00:00Z"),
      crossing: 0,
    });
    expect(await memberSettings(core, { actor: friend })).toMatchObject({ quiet: false, reach: "dm" });
    expect(await auditOf(town, actor.memberId)).toEqual(["member.joined", "member.changed"]);
    const [entry] = await core.db.auditEntry.findMany({ where: { verb: "member.changed" } });
    expect(entry?.detail).not.toContain("Finch");
  });

  test("is a caregiver besides as long as they say so, and never shuts themselves out by it", async () => {
    const town = await smallTown(await openNew());
    const { core } = town;
    const actor = await joinAs(town, "Quiet Heron");
    const { memberId } = actor;
    const roles = async () =>
      (await core.db.memberRole.findMany({ where: { memberId } })).map(({ role }) => role).sort();
    await Promise.all([true, true].map((on) => setCaring(core, { actor, on })));
    expect(await roles()).toEqual(["caregiver", "patient"]);
    await setCaring(core, { actor, on: false });
    expect(await roles()).toEqual(["patient"]);
    await core.db.memberRole.updateMany({ where: { memberId }, data: { role: "caregiver" } });
    await setCaring(core, { actor: { ...actor, roles: ["caregiver"] }, on: false });
    expect(await roles()).toEqual(["caregiver"]);
    const provider = { ...actor, roles: ["provider"] as const };
    expect(await codeOf(setCaring(core, { actor: provider, on: true }))).toBe("not_allowed");
  });

  test("what waited in the inbox is sent once the member can be reached again", async () => {
    const town = await smallTown(await openNew());
    const { core, communityId, clock } = town;
    const actor = await joinAs(town, "Quiet Heron");
    const at = BigInt(clock.now().getTime());
    await core.tx((tx) =>
      tx.delivery.create({
        data: {
          id: "d1",
          communityId,
          conversation: "q:1:asker",
          seq: 1n,
          op: "post",
          kind: "answer",
          subjectId: "m1",
          platform: "north",
          targetKind: "member",
          targetId: actor.memberId,
          state: "dropped",
          trouble: "inbox",
          dueAtMs: at,
          createdAtMs: at,
        },
      }),
    );
    await core.tx((tx) => tx.deliveryLine.create({ data: { conversation: "q:1:asker", nextSeq: 2n } }));
    await changeSettings(core, { actor, quiet: true });
    expect(await core.db.delivery.count()).toBe(1);
    await changeSettings(core, { actor, reach: "dm" });
    await changeSettings(core, { actor, reach: "dm" });
    const ready = await core.db.delivery.findMany({ where: { state: "ready" } });
    expect(ready).toMatchObject([{ kind: "answer", subjectId: "m1", seq: 2n, targetId: actor.memberId }]);
  });

  test("is offered a name that nobody here uses", async () => {
    const town = await smallTown(await openNew());
    const { core, communityId } = town;
    const name = await suggestPseudonym(core, { communityId });
    expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
    const same = { ...core, randomBytes: (length: number) => new Uint8Array(length) };
    const first = await suggestPseudonym(same, { communityId });
    await joinAs(town, first);
    const next = await suggestPseudonym(same, { communityId });
    expect(next).not.toBe(first);
    expect(await codeOf(joinAs(town, next, "p2"))).toBe("ok");
  });

  test("is listed for admins and auditors only", async () => {
    const town = await smallTown(await openNew());
    const { core, admin } = town;
    const patient = await joinAs(town, "Quiet Heron");
    const auditor = await invite(town, "Aude Auditor", "auditor");
    expect((await listMembers(core, { actor: auditor })).map(({ pseudonym }) => pseudonym)).toEqual([
      "Ada Admin",
      "Quiet Heron",
      "Aude Auditor",
    ]);
    expect(await codeOf(listMembers(core, { actor: patient }))).toBe("not_allowed");
    expect(await codeOf(actorOfToken(core, admin.memberId))).toBe("not_signed_in");
  });
});

describeOnBoth("a member's record", ({ openNew }) => {
  test("shows roles, agreements and credentials by name, and no account", async () => {
    const town = await smallTown(await openNew());
    const { core, admin } = town;
    const { memberId } = await join(core, joining(town));
    const shown = await showMember(core, { actor: admin, member: "Quiet Heron" });
    expect(shown).toMatchObject({
      memberId,
      roles: ["patient"],
      platforms: ["north"],
      agreements: [{ textVersion: CONSENT_VERSION, withdrawnAt: null }],
      questionsAsked: 0,
    });
    expect(JSON.stringify(shown)).not.toContain("p1");
    expect(await codeOf(showMember(core, { actor: admin, member: "Nobody" }))).toBe("not_found");
  });

  test("gains and loses a role once, on the record, and never by their own hand", async () => {
    const town = await smallTown(await openNew());
    const { core, admin } = town;
    const patient = await join(core, joining(town));
    const change = (held: boolean, actor = admin, member = "Quiet Heron") =>
      changeRole(core, { actor, member, role: "moderator", held });
    expect((await change(true)).roles).toEqual(["patient", "moderator"]);
    expect((await change(true)).roles).toEqual(["patient", "moderator"]);
    expect((await change(false)).roles).toEqual(["patient"]);
    expect(await auditOf(town, patient.memberId)).toEqual([
      "member.joined",
      "role.given",
      "role.given",
      "role.taken",
    ]);
    expect(await codeOf(change(true, patient))).toBe("not_allowed");
    expect(await codeOf(change(true, admin, admin.pseudonym))).toBe("not_allowed");
  });

  test("holds a name that only one of two got who asked for it at once", async () => {
    const town = await smallTown(await openNew());
    const asked = ["p1", "p2", "p3"].map((externalId) =>
      codeOf(join(town.core, { ...joining(town), externalId })),
    );
    expect((await Promise.all(asked)).sort()).toEqual(["name_taken", "name_taken", "ok"]);
  });
});

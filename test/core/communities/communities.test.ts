import { expect, test } from "vitest";
import { channelAddress } from "#core/communities/channel-address.ts";
import { channelFor } from "#core/communities/channel-for.ts";
import { createCommunity } from "#core/communities/create-community.ts";
import { findCommunityBySpace } from "#core/communities/find-community-by-space.ts";
import { linkChannel } from "#core/communities/link-channel.ts";
import { linkSpace } from "#core/communities/link-space.ts";
import { listCommunities } from "#core/communities/list-communities.ts";
import { missingSetup } from "#core/communities/missing-setup.ts";
import { nameCrisisContact } from "#core/communities/name-crisis-contact.ts";
import { actorOfToken } from "#core/members/actor-of-token.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { openTestCore } from "../../support/test-core.ts";
import { addCommunity, auditOf, codeOf, joinAs, smallTown } from "../small-town.ts";

const NEW = { name: "Sunny Side", country: "GB", bridge: "on", adminPseudonym: "Ada Admin" } as const;

describeOnBoth("a community", ({ openNew }) => {
  test("is made with an admin whose token works, and it is written down", async () => {
    const core = openTestCore(await openNew());
    const made = await createCommunity(core, NEW);
    const actor = await actorOfToken(core, made.adminToken);
    expect(actor).toMatchObject({ memberId: made.adminMemberId, roles: ["admin"], pseudonym: "Ada Admin" });
    expect(await core.db.accessToken.findMany({ select: { tokenKey: true } })).not.toContainEqual({
      tokenKey: made.adminToken,
    });
    const [entry] = await core.db.auditEntry.findMany();
    expect(entry).toMatchObject({ verb: "community.created", subject: made.communityId });
  });

  test("a second one needs an admin, and a name of its own", async () => {
    const town = await smallTown(await openNew());
    const patient = await joinAs(town, "Quiet Heron");
    expect(await codeOf(createCommunity(town.core, { ...NEW, name: "Other" }))).toBe("not_allowed");
    expect(await codeOf(createCommunity(town.core, { ...NEW, name: "Other", actor: patient }))).toBe(
      "not_allowed",
    );
    expect(await codeOf(createCommunity(town.core, { ...NEW, actor: town.admin }))).toBe("name_taken");
    expect(await codeOf(createCommunity(town.core, { ...NEW, name: "Other", actor: town.admin }))).toBe("ok");
    expect((await listCommunities(town.core)).map(({ slug }) => slug)).toEqual(["sunny-side", "other"]);
  });

  test("is found by its spaces; no platform id is stored readably", async () => {
    const town = await smallTown(await openNew());
    const found = await findCommunityBySpace(town.core, {
      platform: "north",
      spaceExternalId: "Sunny Side/patients",
    });
    expect(found).toEqual({
      communityId: town.communityId,
      spaceId: town.patientsSpaceId,
      side: "patients",
    });
    expect(
      await findCommunityBySpace(town.core, { platform: "south", spaceExternalId: "Sunny Side/patients" }),
    ).toBeUndefined();
    for (const { externalKey, externalIdSealed } of await town.core.db.space.findMany()) {
      expect(externalKey).not.toContain("Sunny Side");
      expect(Buffer.from(externalIdSealed).includes("Sunny Side")).toBe(false);
    }
  });

  test("a space stays with its community and its side", async () => {
    const town = await smallTown(await openNew());
    const { core, clock, admin } = town;
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    const space = { platform: "north", side: "patients", externalId: "Sunny Side/patients" } as const;
    expect(await linkSpace(core, { actor: admin, ...space })).toEqual({ spaceId: town.patientsSpaceId });
    expect(await codeOf(linkSpace(core, { actor: other.admin, ...space }))).toBe("already_linked");
    expect(await codeOf(linkSpace(core, { actor: admin, ...space, side: "providers" }))).toBe(
      "already_linked",
    );
    expect(await auditOf(town, town.patientsSpaceId)).toEqual(["space.linked"]);
  });

  test("a channel that replaces another keeps its row, so that what waits goes there", async () => {
    const { core, admin, communityId, providersSpaceId } = await smallTown(await openNew());
    const before = await channelFor(core.db, { communityId, purpose: "intake" });
    const link = { actor: admin, spaceId: providersSpaceId, purpose: "intake", externalId: "new" } as const;
    expect(await linkChannel(core, link)).toEqual({ channelId: before?.channelId });
    expect(await channelAddress(core, { communityId, purpose: "intake" })).toEqual({
      platform: "south",
      channelId: "new",
    });
  });

  test("questions, alerts and reports never go where patients read", async () => {
    const { core, admin, patientsSpaceId, providersSpaceId, ...town } = await smallTown(await openNew());
    const link = (spaceId: string, purpose: "ask" | "intake" | "crisis", externalId: string) =>
      codeOf(linkChannel(core, { actor: admin, spaceId, purpose, externalId }));
    expect(await link(patientsSpaceId, "intake", "c1")).toBe("invalid_input");
    expect(await link(providersSpaceId, "ask", "c2")).toBe("invalid_input");
    expect(await link(patientsSpaceId, "crisis", "Sunny Side/ask")).toBe("already_linked");
    expect(await link(patientsSpaceId, "crisis", "moderators-only")).toBe("ok");
    expect(await channelAddress(core, { communityId: town.communityId, purpose: "ask" })).toEqual({
      platform: "north",
      channelId: "Sunny Side/ask",
    });
  });

  test("another community's admin links nothing here", async () => {
    const { core, clock, admin, patientsSpaceId } = await smallTown(await openNew());
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    const link = { spaceId: patientsSpaceId, purpose: "ask", externalId: "elsewhere" } as const;
    expect(await codeOf(linkChannel(core, { actor: other.admin, ...link }))).toBe("not_found");
  });

  test("is not safe to open before somebody is named for a crisis", async () => {
    const town = await smallTown(await openNew());
    const { core, admin, communityId } = town;
    expect(await missingSetup(core, { communityId })).toEqual(["crisis_contact"]);
    expect(await codeOf(nameCrisisContact(core, { actor: admin, member: "Nobody", on: true }))).toBe(
      "not_found",
    );
    await nameCrisisContact(core, { actor: admin, member: "Ada Admin", on: true });
    expect(await missingSetup(core, { communityId })).toEqual([]);
    await nameCrisisContact(core, { actor: admin, member: admin.memberId, on: false });
    expect(await missingSetup(core, { communityId })).toEqual(["crisis_contact"]);
    const patient = await joinAs(town, "Quiet Heron");
    const contact = { actor: patient, member: "Quiet Heron", on: true };
    expect(await codeOf(nameCrisisContact(core, contact))).toBe("not_allowed");
  });

  test("an empty one lacks everything but its country's help lines", async () => {
    const core = openTestCore(await openNew());
    const { communityId } = await createCommunity(core, NEW);
    expect(await missingSetup(core, { communityId })).toEqual([
      "patients_space",
      "providers_space",
      "ask_channel",
      "intake_channel",
      "moderation_channel",
      "crisis_channel",
      "crisis_contact",
    ]);
  });
});

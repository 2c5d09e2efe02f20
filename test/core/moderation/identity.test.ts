import { expect, test } from "vitest";
import { proposeReveal } from "#core/moderation/identity/propose-reveal.ts";
import { showIdentity } from "#core/moderation/identity/show-identity.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { addCommunity, auditOf, codeOf, HOUR_MS, invite, joinAs } from "../small-town.ts";
import { moderatedTown } from "./moderated.ts";

const REASON = "The police ask where they are tonight.";

describeOnBoth("whose account it is", ({ openNew }) => {
  test("is seen by the two who agreed, for a quarter of an hour, and whom it is about is told with the reason", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, admin, ben, north, south } = town;
    const heron = await joinAs(town, "Quiet Heron", "heron-on-north");
    const { proposalId } = await proposeReveal(core, { actor: admin, member: "Quiet Heron", reason: REASON });
    const look = (actor = admin) => codeOf(showIdentity(core, { actor, proposalId }));
    expect(await look()).toBe("proposal_closed");
    await approveProposal(core, { actor: ben, proposalId });
    expect(await showIdentity(core, { actor: admin, proposalId })).toMatchObject({
      pseudonym: "Quiet Heron",
      accounts: [{ platform: "north", accountId: "heron-on-north" }],
    });
    expect(await look(ben)).toBe("ok");
    expect(await look(await invite(town, "Eve Admin", "admin"))).toBe("not_found");
    await town.drain();
    expect(town.cards(north, "reveal")).toMatchObject([
      { person: undefined, reason: REASON, by: ["Ada Admin", "Ben Admin"] },
    ]);
    expect(town.cards(south, "reveal")).toMatchObject([{ person: "Quiet Heron", reason: REASON }]);
    clock.advance(15 * 60_000);
    expect(await look()).toBe("proposal_closed");
    expect((await auditOf(town, heron.memberId)).filter((verb) => verb.startsWith("identity."))).toEqual([
      "identity.proposed",
      "identity.revealed",
      "identity.seen",
      "identity.seen",
    ]);
  });

  test("is not for one person alone, for whom it is about, for moderators, late, or with another reason than was agreed to", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, admin, ben, mo } = town;
    const heron = await joinAs(town, "Quiet Heron");
    const propose = (actor = admin, member = "Quiet Heron") =>
      codeOf(proposeReveal(core, { actor, member, reason: REASON }));
    expect(await propose(mo)).toBe("not_allowed");
    expect(await propose(admin, "Ada Admin")).toBe("not_allowed");
    const { proposalId } = await proposeReveal(core, { actor: admin, member: "Quiet Heron", reason: REASON });
    expect(await propose(ben)).toBe("proposal_open");
    const approve = (actor = ben) => codeOf(approveProposal(core, { actor, proposalId }));
    expect(await approve(admin)).toBe("second_person");
    expect(await approve({ ...heron, roles: ["admin"] })).toBe("second_person");
    expect(await approve(mo)).toBe("not_allowed");
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    expect(await approve(other.admin)).toBe("not_found");
    const otter = await joinAs(town, "Calm Otter");
    await core.db.proposal.update({ where: { id: proposalId }, data: { targetId: otter.memberId } });
    expect(await approve()).toBe("content_changed");
    await core.db.proposal.update({ where: { id: proposalId }, data: { targetId: heron.memberId } });
    clock.advance(24 * HOUR_MS);
    expect(await approve()).toBe("proposal_closed");
    expect(await core.db.delivery.count({ where: { kind: "reveal" } })).toBe(0);
  });
});

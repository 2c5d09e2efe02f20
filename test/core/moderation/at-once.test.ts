import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { endDecisionsDue } from "#core/moderation/decisions/end-due.ts";
import { restraintLine } from "#core/moderation/decisions/restraint.ts";
import { takeBackEmergency } from "#core/moderation/policies/end-emergency.ts";
import { openChange } from "#core/moderation/policies/policy-change.ts";
import { proposePolicies } from "#core/moderation/policies/propose-policies.ts";
import { reportPost } from "#core/moderation/reports/report-post.ts";
import { setThreshold } from "#core/moderation/thresholds/set-threshold.ts";
import { proposeExport } from "#core/privacy/propose-export.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import type { PackSource } from "#core/screening/policies/pack.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { codeOf, HOUR_MS, joinAs } from "../small-town.ts";
import { type Moderated, moderatedTown, postBy } from "./moderated.ts";

const DAY_MS = 24 * HOUR_MS;
const BAN = { action: "ban", rule: "3", reason: "It sells a cure." } as const;
/** Worth one point. */
const STRIKE = { action: "strike", rule: "1", reason: "It is unkind." } as const;

/** Time for what was begun to get to the rows that are held; on SQLite it waits for its turn from the beginning. */
const settle = () => new Promise((done) => setTimeout(done, 700));

/** Holds what `lock` takes until it is let go. */
async function holding({ core }: Moderated, lock: (tx: Tx) => Promise<unknown>) {
  const { promise: told, resolve: letGo } = Promise.withResolvers<void>();
  const { promise: held, resolve: isHeld } = Promise.withResolvers<void>();
  const done = core.tx(async (tx) => {
    await lock(tx);
    isHeld();
    await told;
  });
  await held;
  return async () => {
    letGo();
    await done;
  };
}

/** The last thing that every act comes to. */
const theRecord = (tx: Tx) => tx.$executeRaw`UPDATE "Meta" SET "value" = "value"`;

/** A case about a post of Otter's, which Heron reported. */
async function reported({ core }: Moderated, heron: Actor, messageId: string): Promise<string> {
  const post = postBy("Loud Otter", `Buy my cure ${messageId}.`, messageId);
  return (await reportPost(core, { actor: heron, post, reason: "They sell things" })).caseId;
}

/** Otter, and two cases about them. */
async function twoCases(town: Moderated) {
  const otter = await joinAs(town, "Loud Otter");
  const heron = await joinAs(town, "Quiet Heron");
  return { otter, one: await reported(town, heron, "m-1"), two: await reported(town, heron, "m-2") };
}

const ruleFile = (word: string): PackSource => ({
  file: `${word}.yaml`,
  source: `about: What is not for this place.
rules:
  - id: house.${word}
    kind: community
    severity: low
    action: hold
    text: Not here, please.
    match: ${word} ...3 ticket
    mustMatch: [A ${word} ticket]
    mustNotMatch: [The ${word} was fun]
`,
});

describeOnBoth("at the same moment", ({ openNew }) => {
  test("a ban that is confirmed while the clock comes to it stands, and its case stays closed", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, mo, kit } = town;
    const { one } = await twoCases(town);
    const { decisionId: id } = await decideCase(core, { actor: mo, named: one, chosen: BAN });
    clock.advance(DAY_MS - 1);
    const confirmed = { confirmedById: kit.memberId, confirmBy: null };
    const letGo = await holding(town, (tx) => tx.decision.update({ where: { id }, data: confirmed }));
    clock.advance(1);
    const ending = endDecisionsDue(core);
    await settle();
    await letGo();
    await ending;
    expect(await core.db.decision.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: "standing" });
    expect(await core.db.case.findUniqueOrThrow({ where: { id: one } })).toMatchObject({ state: "decided" });
  });

  test("two strikes count together, so the second one pauses", async () => {
    const town = await moderatedTown(await openNew());
    const { core, admin, mo, kit } = town;
    const { otter, one, two } = await twoCases(town);
    await setThreshold(core, { actor: admin, points: 2, pauseMs: DAY_MS });
    const conversation = restraintLine(otter.memberId, "north");
    const letGo = await holding(town, (tx) =>
      tx.deliveryLine.upsert({
        where: { conversation },
        create: { conversation, nextSeq: 1n },
        update: { nextSeq: { increment: 1n } },
      }),
    );
    const both = Promise.all([
      decideCase(core, { actor: mo, named: one, chosen: STRIKE }),
      decideCase(core, { actor: kit, named: two, chosen: STRIKE }),
    ]);
    await settle();
    await letGo();
    const pauses = (await both).map(({ pauseUntil }) => pauseUntil);
    expect(pauses.filter((until) => until !== null)).toHaveLength(1);
  });

  test("a pause that ends does not let somebody back who is banned", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, admin, mo, kit } = town;
    const { otter, one, two } = await twoCases(town);
    await setThreshold(core, { actor: admin, points: 1, pauseMs: HOUR_MS });
    await decideCase(core, { actor: mo, named: one, chosen: STRIKE });
    clock.advance(HOUR_MS);
    const letGo = await holding(
      town,
      (tx) => tx.$executeRaw`UPDATE "Member" SET "state" = "state" WHERE "id" = ${otter.memberId}`,
    );
    const banning = decideCase(core, { actor: kit, named: two, chosen: BAN });
    await settle();
    const ending = endDecisionsDue(core);
    await settle();
    await letGo();
    await Promise.all([banning, ending]);
    expect(await core.db.member.findUniqueOrThrow({ where: { id: otter.memberId } })).toMatchObject({
      state: "banned",
    });
  });

  test("of two who ask for one member's data one does", async () => {
    const town = await moderatedTown(await openNew());
    const { core, admin, ben } = town;
    await joinAs(town, "Loud Otter");
    const asks = (actor: Actor) =>
      codeOf(proposeExport(core, { actor, member: "Loud Otter", reason: "They asked for it." }));
    const letGo = await holding(town, theRecord);
    const both = Promise.all([asks(admin), asks(ben)]);
    await settle();
    await letGo();
    expect((await both).sort()).toEqual(["ok", "proposal_open"]);
  });

  test("an emergency that somebody confirms is not said to be taken back", async () => {
    const town = await moderatedTown(await openNew());
    const { core, admin, ben } = town;
    const put = { actor: admin, files: [ruleFile("raffle")], atOnce: true };
    const { proposalId = "" } = await proposePolicies(core, put);
    const letGo = await holding(town, theRecord);
    const approving = codeOf(approveProposal(core, { actor: ben, proposalId }));
    await settle();
    const taking = codeOf(takeBackEmergency(core, { actor: admin }));
    await settle();
    await letGo();
    expect([await approving, await taking]).toEqual(["ok", "not_found"]);
  });

  test("one person's rules are never put over others than they were checked against", async () => {
    const town = await moderatedTown(await openNew());
    const { core, admin, ben } = town;
    const { proposalId = "" } = await proposePolicies(core, { actor: admin, files: [ruleFile("raffle")] });
    const letGo = await holding(town, theRecord);
    const put = { actor: ben, files: [ruleFile("crusade")], atOnce: true };
    const both = Promise.all([
      codeOf(approveProposal(core, { actor: ben, proposalId })),
      codeOf(proposePolicies(core, put)),
    ]);
    await settle();
    await letGo();
    await both;
    const agreed = await core.db.policyPack.findUniqueOrThrow({ where: { slot: "in-force" } });
    const alone = await core.db.proposal.findFirst({ where: { act: "policy.confirm", state: "open" } });
    const built = alone === null ? undefined : await core.tx((tx) => openChange(tx, core, alone));
    expect(built?.base.packId ?? agreed.id).toBe(agreed.id);
  });
});

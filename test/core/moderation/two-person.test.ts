import { describe, expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import type { Store } from "#core/foundation/store/open-store.ts";
import { accountKey } from "#core/foundation/vault/index-keys.ts";
import { findActor } from "#core/members/find-actor.ts";
import { appealQueue } from "#core/moderation/appeals/appeal-queue.ts";
import { decideAppeal } from "#core/moderation/appeals/decide-appeal.ts";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { askAppellant } from "#core/moderation/appeals/reply-to-appeal.ts";
import { showCase } from "#core/moderation/cases/show-case.ts";
import { takeNextCase } from "#core/moderation/cases/take-case.ts";
import type { Chosen } from "#core/moderation/decisions/check-decision.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { openDetail, sealDetail } from "#core/moderation/decisions/detail.ts";
import { endDecisionsDue } from "#core/moderation/decisions/end-due.ts";
import { previewDecision } from "#core/moderation/decisions/preview-decision.ts";
import { myStrikes } from "#core/moderation/decisions/strikes.ts";
import { undoDecision } from "#core/moderation/decisions/undo-decision.ts";
import { reportMember } from "#core/moderation/reports/report-member.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { describeOnBoth } from "../../support/databases.ts";
import {
  addCommunity,
  auditOf,
  codeOf,
  HOUR_MS,
  invite,
  joinAs,
  smallTown,
  type Town,
} from "../small-town.ts";

const BAN = { action: "ban", rule: "3", reason: "It sells a cure." } as const;
const WARN = { action: "warn", rule: "1", reason: "It is unkind." } as const;

interface Court extends Town {
  readonly otter: Actor;
  readonly heron: Actor;
  readonly mo: Actor;
  readonly kit: Actor;
  readonly ben: Actor;
}

/** Otter, whom Heron reports, and three who moderate. */
async function court(store: Store): Promise<Court> {
  const town = await smallTown(store);
  return {
    ...town,
    otter: await joinAs(town, "Loud Otter"),
    heron: await joinAs(town, "Quiet Heron"),
    mo: await invite(town, "Mo", "moderator"),
    kit: await invite(town, "Kit", "lead"),
    ben: await invite(town, "Ben Admin", "admin"),
  };
}

const report = async ({ core, heron }: Court, by: Actor = heron, accountId = "Loud Otter") => {
  const person = { platform: "north", spaceId: "Sunny Side/patients", accountId };
  const { caseId } = await reportMember(core, { actor: by, person, reason: "They sell things" });
  return caseId;
};

async function banned(town: Court, by: Actor = town.mo) {
  const caseId = await report(town);
  const { decisionId, proposalId } = await decideCase(town.core, { actor: by, named: caseId, chosen: BAN });
  if (proposalId === null) throw new Error("nobody else is asked");
  return { caseId, decisionId, proposalId };
}

async function appealed(town: Court, chosen: Chosen = WARN, by: Actor = town.mo) {
  const { core, otter } = town;
  const caseId = await report(town);
  const { decisionId } = await decideCase(core, { actor: by, named: caseId, chosen });
  const { appealId } = await fileAppeal(core, { actor: otter, decisionId, text: "It was a quote." });
  return { caseId, decisionId, appealId };
}

const decisionOf = ({ core }: Town, id: string) => core.db.decision.findUniqueOrThrow({ where: { id } });

/** Runs what must be refused, and says with what; it leaves neither a row of the audit nor a delivery. */
async function refused({ core }: Town, act: () => Promise<unknown>): Promise<string> {
  const count = async () => [await core.db.auditEntry.count(), await core.db.delivery.count()];
  const before = await count();
  const code = await codeOf(act());
  expect(await count()).toEqual(before);
  return code;
}

/** Somebody gets powers that they had not when it began. */
const promote = async ({ core }: Town, actor: Actor): Promise<Actor> => {
  const { memberId } = actor;
  await core.tx((tx, now) => tx.memberRole.create({ data: { memberId, role: "moderator", createdAt: now } }));
  return { ...actor, roles: [...actor.roles, "moderator"] };
};

/** A second account of a member, on the other platform. */
async function secondAccount({ core, communityId, providersSpaceId }: Town, memberId: string, name: string) {
  await core.tx(async (tx, now) => {
    const id = core.newId();
    const place = { table: "Account", column: "externalIdSealed", row: id };
    const externalKey = accountKey(core, communityId, "south", name);
    const externalIdSealed = await core.vault.seal(tx, { memberId }, place, name);
    const data = { id, communityId, memberId, externalKey, externalIdSealed, createdAt: now };
    await tx.account.create({ data: { ...data, platform: "south", spaceId: providersSpaceId } });
  });
}

const actorOn = async ({ core }: Town, platform: string, accountExternalId: string): Promise<Actor> => {
  const { actor } = await findActor(core, { platform, accountExternalId });
  if (actor === undefined) throw new Error("nobody is known by that account");
  return actor;
};

describeOnBoth("nobody is both of two people", ({ openNew }) => {
  test("who reports from one platform does not decide from the other", async () => {
    const town = await court(await openNew());
    const { core, heron } = town;
    await promote(town, heron);
    await secondAccount(town, heron.memberId, "heron-at-work");
    const caseId = await report(town, await actorOn(town, "north", "Quiet Heron"));
    const other = await actorOn(town, "south", "heron-at-work");
    expect(other.roles).toContain("moderator");
    const chosen = WARN;
    const decide = () => decideCase(core, { actor: other, named: caseId, chosen });
    expect(await refused(town, decide)).toBe("second_person");
    const preview = () => previewDecision(core, { actor: other, named: caseId, chosen });
    expect(await refused(town, preview)).toBe("second_person");
    expect(await takeNextCase(core, { actor: other })).toBeUndefined();
    expect(await core.db.decision.count()).toBe(0);
  });

  test("whoever decided does not confirm it", async () => {
    const town = await court(await openNew());
    const { core, mo } = town;
    const { decisionId, proposalId } = await banned(town);
    await secondAccount(town, mo.memberId, "mo-at-work");
    for (const actor of [mo, await actorOn(town, "south", "mo-at-work")])
      expect(await refused(town, () => approveProposal(core, { actor, proposalId }))).toBe("second_person");
    expect(await decisionOf(town, decisionId)).toMatchObject({ confirmedById: null, state: "standing" });
  });

  test("whom it is about does not confirm it, whatever they have become", async () => {
    const town = await court(await openNew());
    const { core, otter } = town;
    const { decisionId, proposalId } = await banned(town);
    const actor = { ...otter, roles: ["moderator", "admin"] } as const;
    expect(await refused(town, () => approveProposal(core, { actor, proposalId }))).toBe("second_person");
    expect((await decisionOf(town, decisionId)).confirmedById).toBeNull();
  });

  test("whoever reported it does not confirm it", async () => {
    const town = await court(await openNew());
    const { core, kit, mo } = town;
    const caseId = await report(town, kit);
    const { proposalId } = await decideCase(core, { actor: mo, named: caseId, chosen: BAN });
    const confirm = () => approveProposal(core, { actor: kit, proposalId: proposalId ?? "" });
    expect(await refused(town, confirm)).toBe("second_person");
    expect(await core.db.proposal.findMany()).toMatchObject([{ state: "open", approverId: null }]);
  });

  test("a confirmation that comes too late is none, and the ban lapses", async () => {
    const town = await court(await openNew());
    const { core, clock, ben, otter } = town;
    const { decisionId, proposalId } = await banned(town);
    clock.advance(24 * HOUR_MS);
    const late = () => approveProposal(core, { actor: ben, proposalId });
    expect(await refused(town, late)).toBe("proposal_closed");
    expect(await endDecisionsDue(core)).toBe(1);
    expect(await refused(town, late)).toBe("proposal_closed");
    expect((await decisionOf(town, decisionId)).state).toBe("lapsed");
    const member = await core.db.member.findUniqueOrThrow({ where: { id: otter.memberId } });
    expect(member.state).toBe("active");
  });

  test("a confirmation counts once: not again, and not for another decision", async () => {
    const town = await court(await openNew());
    const { core, ben, kit } = town;
    const { decisionId, proposalId } = await banned(town);
    await approveProposal(core, { actor: ben, proposalId });
    for (const actor of [ben, kit])
      expect(await refused(town, () => approveProposal(core, { actor, proposalId }))).toBe("proposal_closed");
    const caseId = await report(town, town.heron, "a stranger");
    const other = await decideCase(core, { actor: town.mo, named: caseId, chosen: BAN });
    await core.tx((tx) =>
      tx.proposal.update({
        where: { id: other.proposalId ?? "" },
        data: { contentHash: "of another", targetId: decisionId },
      }),
    );
    const replay = () => approveProposal(core, { actor: ben, proposalId: other.proposalId ?? "" });
    expect(await refused(town, replay)).toBe("content_changed");
    expect((await decisionOf(town, other.decisionId)).confirmedById).toBeNull();
  });

  test.each([
    { action: "remove" },
    { rule: "kind" },
    { points: 9 },
    { endsAt: new Date("2099-01-01T00:00:00Z") },
    { decidedAt: new Date("2031-03-04T08:00:00Z") },
    { reason: "Something much milder." },
    { stays: "Everything." },
    { asRead: { number: 7, title: "No harassment", text: "Anything that we do not like." } },
    { by: "kit" },
    { subject: "heron" },
  ])("what was changed behind the proposal's back is not confirmed: %o", async (change) => {
    const town = await court(await openNew());
    const { core, ben, kit, heron } = town;
    const { decisionId, proposalId } = await banned(town);
    await core.tx(async (tx) => {
      const row = await tx.decision.findUniqueOrThrow({ where: { id: decisionId } });
      const detail = { ...(await openDetail(tx, core, row)), ...change };
      const data =
        "reason" in change || "stays" in change || "asRead" in change
          ? { detailSealed: await sealDetail(tx, core, row, detail) }
          : "by" in change
            ? { byId: kit.memberId }
            : "subject" in change
              ? { subjectMemberId: heron.memberId }
              : change;
      await tx.decision.update({ where: { id: decisionId }, data });
    });
    const confirm = () => approveProposal(core, { actor: ben, proposalId });
    expect(await refused(town, confirm)).toBe("content_changed");
    expect((await decisionOf(town, decisionId)).confirmedById).toBeNull();
  });

  test("a proposal of another community is not there", async () => {
    const town = await court(await openNew());
    const { core, clock, admin } = town;
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    const { caseId, proposalId } = await banned(town);
    const actor = other.admin;
    expect(await refused(town, () => approveProposal(core, { actor, proposalId }))).toBe("not_found");
    expect(await refused(town, () => undoDecision(core, { actor, named: caseId }))).toBe("not_found");
    expect(await refused(town, () => showCase(core, { actor, named: caseId }))).toBe("not_found");
  });

  test("of two confirmations at once, one counts", async () => {
    const town = await court(await openNew());
    const { core, kit, ben } = town;
    const { decisionId, proposalId } = await banned(town);
    const results = await Promise.all(
      [kit, ben].map((actor) => codeOf(approveProposal(core, { actor, proposalId }))),
    );
    expect(results.sort()).toEqual(["ok", "proposal_closed"]);
    expect(await auditOf(town, proposalId)).toEqual(["proposal.approved"]);
    const { confirmedById } = await decisionOf(town, decisionId);
    expect([kit.memberId, ben.memberId]).toContain(confirmedById);
  });

  test("what was undone is not confirmed any more, also when both come at once", async () => {
    const town = await court(await openNew());
    const { core, kit, ben } = town;
    const first = await banned(town);
    await undoDecision(core, { actor: kit, named: first.caseId });
    const confirm = () => approveProposal(core, { actor: ben, proposalId: first.proposalId });
    expect(await refused(town, confirm)).toBe("proposal_closed");
    expect(await decisionOf(town, first.decisionId)).toMatchObject({ state: "undone", confirmedById: null });

    const caseId = await report(town, town.heron, "a stranger");
    const { decisionId, proposalId } = await decideCase(core, { actor: town.mo, named: caseId, chosen: BAN });
    const [undo, approve] = await Promise.all([
      codeOf(undoDecision(core, { actor: kit, named: caseId })),
      codeOf(approveProposal(core, { actor: ben, proposalId: proposalId ?? "" })),
    ]);
    const { state, confirmedById } = await decisionOf(town, decisionId);
    // Whichever came second saw the first: an undone ban is never one that stands.
    expect(undo).toBe("ok");
    expect(state).toBe("undone");
    expect(["ok", "proposal_closed", "content_changed", "decision_over"]).toContain(approve);
    expect(confirmedById).toBe(approve === "ok" ? ben.memberId : null);
  });

  test("no length of time makes a ban for good one person's", async () => {
    const town = await court(await openNew());
    const { core, mo } = town;
    const DAY_MS = 24 * HOUR_MS;
    for (const [days, needsTwo] of [
      [28, false],
      [29, true],
      [3650, true],
    ] as const) {
      const caseId = await report(town, town.heron, `stranger ${days}`);
      const chosen = { ...BAN, forMs: days * DAY_MS };
      const { proposalId } = await decideCase(core, { actor: mo, named: caseId, chosen });
      expect([days, proposalId !== null]).toEqual([days, needsTwo]);
    }
    const caseId = await report(town, town.heron, "another");
    for (const forMs of [3651 * DAY_MS, Number.POSITIVE_INFINITY, Number.NaN, -1]) {
      const chosen = { ...BAN, forMs };
      expect(await refused(town, () => decideCase(core, { actor: mo, named: caseId, chosen }))).toBe(
        "invalid_input",
      );
    }
  });
});

describeOnBoth("what locks somebody out for good", ({ openNew }) => {
  const PAUSE = { action: "suspend-provider", rule: "9", reason: "It names your shop." } as const;

  /** Every action that makes somebody one who cannot take part, or cannot answer. */
  test.each(["ban", "suspend-provider"] as const)(
    "is one person's for a day only, for good and for longer than 28 days: %s",
    async (action) => {
      const town = await court(await openNew());
      const { core, mo } = town;
      const days: [number | undefined, boolean][] = [
        [28, false],
        [29, true],
        [undefined, true],
      ];
      for (const [count, needsTwo] of days) {
        const caseId = await report(town);
        const forMs = count === undefined ? {} : { forMs: count * 24 * HOUR_MS };
        const decided = await decideCase(core, {
          actor: mo,
          named: caseId,
          chosen: { ...PAUSE, action, ...forMs },
        });
        expect([count, decided.proposalId !== null, decided.confirmBy !== null]).toEqual([
          count,
          needsTwo,
          needsTwo,
        ]);
        await undoDecision(core, { actor: town.kit, named: caseId });
        await core.tx((tx) =>
          tx.case.update({ where: { id: caseId }, data: { openKey: null, state: "settled" } }),
        );
      }
    },
  );

  test("a provider who was paused by one person answers again after a day; by two, never until it is undone", async () => {
    const town = await court(await openNew());
    const { core, clock, mo, ben, otter } = town;
    const isPaused = async () =>
      (await core.db.decision.count({
        where: { subjectMemberId: otter.memberId, action: "suspend-provider", state: "standing" },
      })) > 0;
    const caseId = await report(town);
    const alone = await decideCase(core, { actor: mo, named: caseId, chosen: PAUSE });
    expect(await isPaused()).toBe(true);
    clock.advance(24 * HOUR_MS);
    expect(await endDecisionsDue(core)).toBe(1);
    expect(await isPaused()).toBe(false);
    expect(await auditOf(town, alone.decisionId)).toEqual(["decision.lapsed"]);
    const { proposalId } = await decideCase(core, { actor: ben, named: caseId, chosen: PAUSE });
    await approveProposal(core, { actor: mo, proposalId: proposalId ?? "" });
    clock.advance(90 * 24 * HOUR_MS);
    expect(await endDecisionsDue(core)).toBe(0);
    expect(await isPaused()).toBe(true);
  });

  test("does not become one person's by deciding it again and again", async () => {
    const town = await court(await openNew());
    const { core, clock, mo, ben } = town;
    const caseId = await report(town);
    const chosen = BAN;
    const first = await decideCase(core, { actor: mo, named: caseId, chosen });
    clock.advance(HOUR_MS);
    await undoDecision(core, { actor: mo, named: caseId });
    // A slip that is put right holds for the rest of the first one's day.
    const again = await decideCase(core, { actor: mo, named: caseId, chosen: { ...chosen, rule: "1" } });
    expect(again.confirmBy).toEqual(first.confirmBy);
    clock.advance(23 * HOUR_MS);
    expect(await endDecisionsDue(core)).toBe(1);
    for (const act of [previewDecision, decideCase])
      expect(await refused(town, () => act(core, { actor: mo, named: caseId, chosen }))).toBe(
        "second_person",
      );
    expect(await codeOf(decideCase(core, { actor: ben, named: caseId, chosen }))).toBe("ok");
  });
});

describeOnBoth("an appeal is looked at by somebody else", ({ openNew }) => {
  const overturn = (actor: Actor, named: string) =>
    ({ actor, named, outcome: "overturned", reason: "It is fine." }) as const;

  test("not by whoever decided", async () => {
    const town = await court(await openNew());
    const { core, mo } = town;
    const { appealId, decisionId } = await appealed(town);
    for (const act of [
      () => decideAppeal(core, overturn(mo, appealId)),
      () => decideAppeal(core, { ...overturn(mo, appealId), outcome: "upheld" }),
      () => askAppellant(core, { actor: mo, named: appealId, text: "Why?" }),
    ])
      expect(await refused(town, act)).toBe("second_person");
    expect((await decisionOf(town, decisionId)).state).toBe("standing");
    expect(await appealQueue(core, { actor: mo })).toMatchObject([{ yours: false }]);
  });

  test("not by whoever confirmed it", async () => {
    const town = await court(await openNew());
    const { core, ben, kit } = town;
    const { decisionId, proposalId } = await banned(town);
    await approveProposal(core, { actor: ben, proposalId });
    const { appealId } = await fileAppeal(core, { actor: town.otter, decisionId, text: "It was a quote." });
    expect(await refused(town, () => decideAppeal(core, overturn(ben, appealId)))).toBe("second_person");
    expect(await codeOf(decideAppeal(core, overturn(kit, appealId)))).toBe("ok");
  });

  test("and who decided it does not confirm the decision after it", async () => {
    const town = await court(await openNew());
    const { core, otter, ben, kit } = town;
    const { decisionId, proposalId } = await banned(town);
    const { appealId } = await fileAppeal(core, { actor: otter, decisionId, text: "It was a quote." });
    await decideAppeal(core, { ...overturn(kit, appealId), outcome: "upheld" });
    const confirm = (actor: Actor) => approveProposal(core, { actor, proposalId });
    expect(await refused(town, () => confirm(kit))).toBe("second_person");
    expect(await decisionOf(town, decisionId)).toMatchObject({ confirmedById: null, state: "standing" });
    expect(await codeOf(confirm(ben))).toBe("ok");
  });

  test("not by whom it is about, whatever they have become", async () => {
    const town = await court(await openNew());
    const { core, otter } = town;
    const { appealId, caseId } = await appealed(town);
    const actor = await promote(town, otter);
    expect(await refused(town, () => decideAppeal(core, overturn(actor, appealId)))).toBe("not_found");
    expect(await refused(town, () => undoDecision(core, { actor, named: caseId }))).toBe("not_found");
    expect(await appealQueue(core, { actor })).toEqual([]);
  });

  test("not by whoever reported", async () => {
    const town = await court(await openNew());
    const { core, heron } = town;
    const { appealId } = await appealed(town);
    const actor = await promote(town, heron);
    expect(await refused(town, () => decideAppeal(core, overturn(actor, appealId)))).toBe("second_person");
    const ask = () => askAppellant(core, { actor, named: appealId, text: "Why?" });
    expect(await refused(town, ask)).toBe("second_person");
  });

  test("not twice, and of two at once by one", async () => {
    const town = await court(await openNew());
    const { core, kit, ben } = town;
    const { appealId } = await appealed(town);
    const results = await Promise.all(
      [kit, ben].map((actor) => codeOf(decideAppeal(core, overturn(actor, appealId)))),
    );
    expect(results.sort()).toEqual(["appeal_closed", "ok"]);
    const again = () => decideAppeal(core, { ...overturn(town.admin, appealId), outcome: "upheld" });
    expect(await refused(town, again)).toBe("appeal_closed");
  });
});

describeOnBoth("a second person's yes", ({ openNew }) => {
  test("confirms nothing of somebody who moderates no more", async () => {
    const town = await court(await openNew());
    const { core, mo, ben } = town;
    const { proposalId } = await banned(town);
    await core.db.memberRole.deleteMany({ where: { memberId: mo.memberId } });
    expect(await refused(town, () => approveProposal(core, { actor: ben, proposalId }))).toBe(
      "second_person",
    );
    await core.db.memberRole.create({
      data: { memberId: mo.memberId, role: "moderator", createdAt: core.clock.now() },
    });
    expect(await codeOf(approveProposal(core, { actor: ben, proposalId }))).toBe("ok");
  });
});

describeOnBoth("the database itself refuses", ({ openNew }) => {
  test("one person in two parts, written past the program", async () => {
    const town = await court(await openNew());
    const { core, mo, otter, ben } = town;
    const { decisionId: id, proposalId } = await banned(town);
    const { appealId } = await fileAppeal(core, { actor: otter, decisionId: id, text: "It was a quote." });
    const writes: [
      what: string,
      write: (tx: Parameters<Parameters<typeof core.tx>[0]>[0]) => Promise<unknown>,
    ][] = [
      ["decided on oneself", (tx) => tx.decision.update({ where: { id }, data: { byId: otter.memberId } })],
      [
        "confirmed by oneself",
        (tx) => tx.decision.update({ where: { id }, data: { confirmedById: mo.memberId } }),
      ],
      [
        "confirmed by its subject",
        (tx) => tx.decision.update({ where: { id }, data: { confirmedById: otter.memberId } }),
      ],
      [
        "reviewed by who decided",
        (tx) => tx.appeal.update({ where: { id: appealId }, data: { reviewerId: mo.memberId } }),
      ],
      [
        "reviewed by its subject",
        (tx) => tx.appeal.update({ where: { id: appealId }, data: { reviewerId: otter.memberId } }),
      ],
      [
        "approved by its proposer",
        (tx) => tx.proposal.update({ where: { id: proposalId }, data: { approverId: mo.memberId } }),
      ],
      [
        "approved by its subject",
        (tx) => tx.proposal.update({ where: { id: proposalId }, data: { approverId: otter.memberId } }),
      ],
      [
        "proposed by its subject",
        (tx) => tx.proposal.update({ where: { id: proposalId }, data: { proposerId: otter.memberId } }),
      ],
      ["a state nobody knows", (tx) => tx.decision.update({ where: { id }, data: { state: "forever" } })],
      [
        "an outcome nobody knows",
        (tx) => tx.appeal.update({ where: { id: appealId }, data: { state: "lost" } }),
      ],
      [
        "a second appeal",
        (tx) =>
          tx.appeal.create({
            data: {
              id: core.newId(),
              communityId: town.communityId,
              decisionId: id,
              state: "open",
              filedAt: core.clock.now(),
              dueAt: core.clock.now(),
              againstId: ben.memberId,
            },
          }),
      ],
    ];
    for (const [what, write] of writes)
      await expect(
        core.tx((tx) => write(tx)),
        what,
      ).rejects.toThrow(/constraint/i);
    expect(await decisionOf(town, id)).toMatchObject({ byId: mo.memberId, confirmedById: null });
    expect(await core.db.appeal.findMany()).toMatchObject([{ state: "open", reviewerId: null }]);
  });
});

describeOnBoth("the next case", ({ openNew }) => {
  test("is another one for each of two who ask at once, also about somebody who is no member", async () => {
    const town = await court(await openNew());
    const { core, kit, mo } = town;
    const [one, two] = [await report(town), await report(town, town.heron, "a stranger")];
    const taken = await Promise.all([kit, mo].map((actor) => takeNextCase(core, { actor })));
    expect(taken.map((next) => next?.caseId).sort()).toEqual([one, two].sort());
    expect(await takeNextCase(core, { actor: town.ben })).toBeUndefined();
  });
});

describe("a case whose decision was a slip", () => {
  describeOnBoth("undone", ({ openNew }) => {
    test("waits again, and whoever reported is told what was decided instead", async () => {
      const town = await court(await openNew());
      const { core, kit, mo } = town;
      const { caseId } = await banned(town);
      await undoDecision(core, { actor: mo, named: caseId });
      expect(await showCase(core, { actor: kit, named: caseId })).toMatchObject({
        state: "open",
        decisions: [{ state: "undone" }],
      });
      expect(await auditOf(town, caseId)).toContain("case.read");
      expect(await myStrikes(core, { actor: town.otter })).toMatchObject({
        decisions: [{ state: "undone" }],
      });
      const dismiss = { action: "dismiss", reason: "It was a quote." } as const;
      await decideCase(core, { actor: kit, named: caseId, chosen: dismiss });
      const told = await core.db.delivery.findMany({
        where: { kind: "report-outcome" },
        orderBy: { seq: "asc" },
      });
      expect(told.map(({ op }) => op)).toEqual(["post", "edit"]);
    });

    test("stays closed where its subject was reported anew since", async () => {
      const town = await court(await openNew());
      const { core, kit, mo } = town;
      const caseId = await report(town);
      await decideCase(core, { actor: mo, named: caseId, chosen: WARN });
      const anew = await report(town);
      expect(anew).not.toBe(caseId);
      expect(await undoDecision(core, { actor: kit, named: caseId })).toMatchObject({ reopened: false });
      expect(await showCase(core, { actor: kit, named: caseId })).toMatchObject({ state: "decided" });
    });
  });
});

import { expect, test } from "vitest";
import { linkChannel } from "#core/communities/link-channel.ts";
import { pushPolicies } from "#core/moderation/automatic/push-policies.ts";
import { type Found, reportFound } from "#core/moderation/automatic/report-found.ts";
import { showCase } from "#core/moderation/cases/show-case.ts";
import { loadCrisisCard } from "#core/moderation/load-crisis-card.ts";
import { SHIPPED_RULES } from "#core/moderation/shipped-rules.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { auditOf, codeOf, invite, joinAs, smallTown } from "../small-town.ts";

const SOLD = "Selling two boxes of Mounjaro";

async function setUp(store: Parameters<typeof smallTown>[0]) {
  const town = await smallTown(store);
  const heron = await joinAs(town, "Quiet Heron", "heron#1");
  const mo = await invite(town, "Mo", "moderator");
  const found = (
    authorId: string,
    messageId: string | undefined,
    { kind = "sales", text = SOLD }: Partial<Pick<Found, "kind">> & { text?: string } = {},
  ) =>
    reportFound(town.core, {
      communityId: town.communityId,
      kind,
      post: {
        platform: "north",
        spaceId: "Sunny Side/patients",
        channelId: "lounge",
        messageId,
        authorId,
        text,
        writtenAt: new Date("2031-03-04T08:00:00Z"),
      },
      reason: "Automatic: found sales.",
    });
  const cases = () => town.core.db.case.findMany({ orderBy: { number: "asc" } });
  const alerts = () => town.core.db.crisisAlert.findMany({ orderBy: { id: "asc" } });
  return { ...town, town, heron, mo, found, cases, alerts };
}

describeOnBoth("an automatic report", ({ openNew }) => {
  test("is a case with the words, reported by nobody, as urgent as the rule that it may break", async () => {
    const { town, core, heron, mo, found, cases } = await setUp(await openNew());
    const reported = await found("heron#1", "m-1", { kind: "impersonation", text: "ER doc here" });
    const [only] = await cases();
    expect(reported).toEqual({ became: "case", caseId: only?.id });
    expect(only).toMatchObject({ subjectKind: "post", subjectMemberId: heron.memberId, severity: 3 });
    expect(SHIPPED_RULES.find(({ id }) => id === "honest-roles")?.severity).toBe(3);
    const shown = await showCase(core, { actor: mo, named: "1" });
    expect(shown.reports.map(({ reason }) => reason)).toEqual(["Automatic: found sales."]);
    expect(shown.evidence).toMatchObject([{ text: "ER doc here", author: "Quiet Heron", unchanged: true }]);
    expect(shown.possible).toContain("hide");
    expect(await core.db.report.findMany()).toMatchObject([{ reporterId: null }]);
    expect(await auditOf(town, only?.id ?? "")).toEqual(["report.filed", "case.read"]);
    expect(await core.db.delivery.count({ where: { kind: "case", op: "post" } })).toBe(1);
  });

  test("of the same message many times, and at once, is one report", async () => {
    const { core, found, cases } = await setUp(await openNew());
    await Promise.all([1, 2, 3].map(() => found("stranger#7", "m-1")));
    await found("stranger#7", "m-1", { kind: "harassment" });
    expect((await cases()).map(({ severity }) => severity)).toEqual([3]);
    expect(await core.db.report.count()).toBe(1);
    expect(await core.db.evidence.count()).toBe(1);
    expect(await core.db.copy.count({ where: { kind: "post" } })).toBe(1);
  });

  test("of what was never posted is about its writer, and keeps no place of it", async () => {
    const { core, found, cases } = await setUp(await openNew());
    await found("stranger#7", undefined);
    await found("heron#1", undefined);
    expect((await cases()).map(({ subjectKind }) => subjectKind)).toEqual(["account", "member"]);
    expect(await core.db.copy.count({ where: { kind: "post" } })).toBe(0);
  });

  test("in a raid becomes one case for each account, with little evidence of each", async () => {
    const { core, clock, found, cases } = await setUp(await openNew());
    for (let at = 0; at < 60; at += 1) await found("raider#1", `m-${at}`, { text: `${SOLD}, number ${at}` });
    const kinds = (await cases()).map(({ subjectKind }) => subjectKind);
    expect(kinds.filter((kind) => kind === "post").length).toBe(10);
    expect(kinds.filter((kind) => kind === "account").length).toBe(1);
    const account = (await cases()).find(({ subjectKind }) => subjectKind === "account");
    expect(await core.db.evidence.count({ where: { caseId: account?.id ?? "" } })).toBe(20);
    clock.advance(61_000);
    await found("calm#2", "later");
    expect((await cases()).at(-1)?.subjectKind).toBe("post");
  });

  test("of danger is an alert and no case; the member gets help, once", async () => {
    const { core, heron, found, cases, alerts } = await setUp(await openNew());
    const reported = await found("heron#1", "m-1", { kind: "crisis", text: "I want to die" });
    await found("heron#1", "m-2", { kind: "crisis", text: "I want to die now" });
    expect(reported).toEqual({ became: "alert" });
    expect(await cases()).toEqual([]);
    expect(await alerts()).toMatchObject([{ memberId: heron.memberId, level: "crisis" }]);
    const told = await core.db.delivery.findMany({ where: { kind: "crisis-support" } });
    expect(told.map(({ targetId }) => targetId)).toEqual([heron.memberId]);
  });

  test("of danger to somebody who is no member tells the team once, and shows who only on their platform", async () => {
    const { core, admin, patientsSpaceId, found, alerts } = await setUp(await openNew());
    await Promise.all([1, 2, 3].map((at) => found("stranger#7", `m-${at}`, { kind: "emergency" })));
    const [alert, ...more] = await alerts();
    expect(more).toEqual([]);
    expect(alert).toMatchObject({ memberId: null, level: "emergency" });
    expect(Buffer.from(alert?.personSealed ?? []).includes("stranger")).toBe(false);
    const card = () => core.tx((tx) => loadCrisisCard(tx, core, alert?.id ?? ""));
    expect(await card()).toMatchObject({ pseudonym: undefined, accountId: undefined, worried: 0 });
    const crisis = { purpose: "crisis", externalId: "moderators-only" } as const;
    await linkChannel(core, { actor: admin, spaceId: patientsSpaceId, ...crisis });
    expect(await card()).toMatchObject({ accountId: "stranger#7" });
    expect(await core.db.delivery.count({ where: { kind: "crisis-support" } })).toBe(0);
  });
});

describeOnBoth("a push of policies", ({ openNew }) => {
  const counts = { created: 1, changed: 0, byHand: 0, removed: 0, same: 0 };

  test("is written down before and after; one that fails leaves its beginning", async () => {
    const { town, core, admin, communityId } = await setUp(await openNew());
    const before = await auditOf(town, communityId);
    const push = (work: () => Promise<void>) =>
      pushPolicies(core, { actor: admin, platform: "north", counts, push: work });
    await push(async () => {});
    await expect(push(() => Promise.reject(new Error("away")))).rejects.toThrow("away");
    const verbs = (await auditOf(town, communityId)).slice(before.length);
    expect(verbs).toEqual(["policy.push-begun", "policy.pushed", "policy.push-begun"]);
  });

  test("is for admins", async () => {
    const { core, mo } = await setUp(await openNew());
    let pushed = false;
    const push = async () => {
      pushed = true;
    };
    expect(await codeOf(pushPolicies(core, { actor: mo, platform: "north", counts, push }))).toBe(
      "not_allowed",
    );
    expect(pushed).toBe(false);
  });
});

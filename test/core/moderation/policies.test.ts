import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Actor } from "#core/access.ts";
import type { Store, Tx } from "#core/foundation/store/open-store.ts";
import { accountKey } from "#core/foundation/vault/index-keys.ts";
import { findActor } from "#core/members/find-actor.ts";
import { adoptAtUpgrade } from "#core/moderation/policies/adopt-policies.ts";
import { lapsePoliciesDue, takeBackEmergency } from "#core/moderation/policies/end-emergency.ts";
import { sealFiles, witnessOf } from "#core/moderation/policies/policy-pack.ts";
import { proposePolicies } from "#core/moderation/policies/propose-policies.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { expireProposals } from "#core/proposals/expire-proposals.ts";
import { listProposals } from "#core/proposals/list-proposals.ts";
import { showProposal } from "#core/proposals/show-proposal.ts";
import type { PackSource } from "#core/screening/policies/pack.ts";
import { PolicyError } from "#core/screening/policies/policy-file.ts";
import { screen } from "#core/screening/screen.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { createManualClock, openTestCore } from "../../support/test-core.ts";
import { addCommunity, auditOf, codeOf, HOUR_MS, invite, joinAs, type Town } from "../small-town.ts";

const DAY_MS = 24 * HOUR_MS;

const ruleFile = (word: string, more = ""): PackSource => ({
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
${more}`,
});
const RAFFLE = ruleFile("raffle");
const RAID = ruleFile("crusade");

const dangerFile = (phrases: readonly string[]): PackSource => ({
  file: "danger.yaml",
  source: `about: How people here say it.
overrides:
  - rule: self-harm.intent
    alsoMatch: |
${phrases.map((phrase) => `      ${phrase}\n`).join("")}    mustMatch: [I will ${phrases[0]}]
`,
});

interface Hall extends Town {
  readonly home: string;
  readonly ben: Actor;
  readonly lea: Actor;
  readonly mo: Actor;
}

/** An admin Ada, a second one Ben, a lead Lea and a moderator Mo, with these files in the home folder from the beginning. */
async function hall(store: Store, own: readonly PackSource[] = []): Promise<Hall> {
  const home = mkdtempSync(join(tmpdir(), "curbside-hall-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  write(home, own);
  const clock = createManualClock();
  const town = await addCommunity(openTestCore(store, { clock, home }), clock, { name: "Sunny Side" });
  await town.core.refreshPolicies();
  return {
    ...town,
    home,
    ben: await invite(town, "Ben Admin", "admin"),
    lea: await invite(town, "Lea", "lead"),
    mo: await invite(town, "Mo", "moderator"),
  };
}

function write(home: string, files: readonly PackSource[]): void {
  mkdirSync(join(home, "policies"), { recursive: true });
  for (const { file, source } of files) writeFileSync(join(home, "policies", file), source);
}

/** Whether the rules in force find this word now, as every process sees it. */
async function finds({ core }: Town, word: string): Promise<boolean> {
  await core.refreshPolicies();
  const { signals } = screen(`A ${word} ticket`, { policies: core.policies() });
  return signals.some(({ rule }) => rule === `house.${word}`);
}

async function proposed({ core, admin }: Town, files: readonly PackSource[], actor = admin): Promise<string> {
  const { proposalId } = await proposePolicies(core, { actor, files });
  if (proposalId === undefined) throw new Error("nothing was proposed");
  return proposalId;
}

async function alone({ core, admin }: Town, files: readonly PackSource[], actor = admin): Promise<string> {
  const { proposalId } = await proposePolicies(core, { actor, files, atOnce: true });
  if (proposalId === undefined) throw new Error("nothing was put in force");
  return proposalId;
}

const approve = ({ core }: Town, actor: Actor, proposalId: string) =>
  codeOf(approveProposal(core, { actor, proposalId }));

/** Runs what must be refused, and says with what; it leaves neither an entry in the record, nor a delivery, nor other rules. */
async function refused({ core }: Town, act: () => Promise<unknown>): Promise<string> {
  const all = async () => [
    await core.db.auditEntry.count(),
    await core.db.delivery.count(),
    await core.db.policyPack.findMany({ orderBy: { id: "asc" } }),
  ];
  const before = await all();
  const code = await codeOf(act());
  expect(await all()).toEqual(before);
  return code;
}

const states = async ({ core }: Town) =>
  (await core.db.policyPack.findMany({ orderBy: { id: "asc" } })).map(({ state }) => state);

const policyVerbs = async ({ core }: Town) =>
  (await core.db.auditEntry.findMany({ orderBy: { seq: "asc" } }))
    .map(({ verb }) => verb)
    .filter((verb) => verb.startsWith("policy."));

/** A second account of a member, on the other platform. */
async function actorOnOther({ core, communityId, providersSpaceId }: Town, memberId: string): Promise<Actor> {
  await core.tx(async (tx, now) => {
    const id = core.newId();
    const place = { table: "Account", column: "externalIdSealed", row: id };
    const externalKey = accountKey(core, communityId, "south", "at-work");
    const externalIdSealed = await core.vault.seal(tx, { memberId }, place, "at-work");
    const data = { id, communityId, memberId, externalKey, externalIdSealed, createdAt: now };
    await tx.account.create({ data: { ...data, platform: "south", spaceId: providersSpaceId } });
  });
  const { actor } = await findActor(core, { platform: "south", accountExternalId: "at-work" });
  if (actor === undefined) throw new Error("nobody is known by that account");
  return actor;
}

describeOnBoth("rules that two people agree to", ({ openNew }) => {
  test("hold from the second one's yes on, and the record and the team say so", async () => {
    const town = await hall(await openNew());
    const { core, lea, communityId } = town;
    const proposalId = await proposed(town, [RAFFLE]);
    expect(await finds(town, "raffle")).toBe(false);
    expect(await listProposals(core, { actor: lea })).toMatchObject([
      { proposalId, act: "policy.change", subject: "everybody", proposedBy: "Ada Admin" },
    ]);
    expect((await showProposal(core, { actor: lea, proposalId })).about).toMatchObject({
      what: "policy",
      changes: {
        rules: [{ id: "house.raffle", change: "added" }],
        shown: { "house.raffle": { kind: "community", phrases: ["raffle ...3 ticket"] } },
        files: [{ file: "raffle.yaml", change: "added" }],
      },
    });
    expect(await approve(town, lea, proposalId)).toBe("ok");
    expect(await finds(town, "raffle")).toBe(true);
    expect(await policyVerbs(town)).toEqual(["policy.proposed", "policy.changed"]);
    expect(await auditOf(town, proposalId)).toEqual(["proposal.approved"]);
    const told = await core.db.delivery.findMany({ where: { kind: "policy-change" } });
    expect(told).toMatchObject([{ op: "post", communityId, targetKind: "channel" }]);
    expect(await states(town)).toEqual(["replaced", "in-force"]);
  });

  test("are taken away by two people as well, and what is the same is not proposed", async () => {
    const town = await hall(await openNew(), [RAFFLE]);
    expect(await finds(town, "raffle")).toBe(true);
    expect(await policyVerbs(town)).toEqual(["policy.adopted"]);
    const { core, admin, ben } = town;
    expect(await proposePolicies(core, { actor: admin, files: [RAFFLE] })).toMatchObject({
      proposalId: undefined,
    });
    const proposalId = await proposed(town, []);
    expect((await showProposal(core, { actor: ben, proposalId })).about).toMatchObject({
      changes: { rules: [{ id: "house.raffle", change: "removed" }] },
    });
    expect(await approve(town, ben, proposalId)).toBe("ok");
    expect(await finds(town, "raffle")).toBe(false);
  });

  test("are not changed by whoever edits the home folder, at no start", async () => {
    const town = await hall(await openNew(), [RAFFLE]);
    write(town.home, [RAID, { ...RAFFLE, source: "about: Nothing.\n" }]);
    const again = openTestCore(town.core.store, {
      clock: town.clock,
      keys: town.core.keys,
      home: town.home,
    });
    expect(await adoptAtUpgrade(again)).toBeUndefined();
    expect(await finds({ ...town, core: again }, "crusade")).toBe(false);
    expect(await finds({ ...town, core: again }, "raffle")).toBe(true);
  });

  test("are refused before anybody is asked where they are broken, or do not do what their examples say", async () => {
    const town = await hall(await openNew());
    const { core, admin } = town;
    const broken = { ...RAFFLE, source: RAFFLE.source.replace("raffle ...3", "(a+)+") };
    await expect(proposePolicies(core, { actor: admin, files: [broken] })).rejects.toThrow(PolicyError);
    const wrong = { ...RAFFLE, source: RAFFLE.source.replace("The raffle was fun", "My raffle ticket") };
    expect(await refused(town, () => proposed(town, [wrong]))).toBe("policy_examples");
    expect(await refused(town, () => alone(town, [wrong]))).toBe("policy_examples");
    const twice = [RAFFLE, { ...RAID, file: RAFFLE.file }];
    expect(await refused(town, () => proposed(town, twice))).toBe("invalid_input");
    const endless = [{ ...RAFFLE, source: `${RAFFLE.source}${"# words\n".repeat(70_000)}` }];
    expect(await refused(town, () => proposed(town, endless))).toBe("too_long");
    expect(await core.db.proposal.count()).toBe(0);
  });

  test("and that are of the upgrade are those that were in force before it", async () => {
    const store = await openNew();
    const town = await hall(store);
    const { core, home, clock } = town;
    // As an older version leaves it: communities, own files, and nobody ever asked for a second person.
    const before = await openNew();
    const old = openTestCore(before, { clock, home });
    write(home, [RAFFLE]);
    await before.tx(async (tx) => {
      await old.vault.createKey(tx, "system", clock.now());
      await tx.community.create({
        data: { id: "c", name: "Old", slug: "old", country: "GB", bridge: "on", createdAt: clock.now() },
      });
    });
    await old.refreshPolicies();
    expect(await finds({ ...town, core: old }, "raffle")).toBe(true);
    expect(await adoptAtUpgrade(old)).toBe(1);
    write(home, [RAID]);
    expect(await adoptAtUpgrade(old)).toBeUndefined();
    expect(await finds({ ...town, core: old }, "raffle")).toBe(true);
    expect(await finds({ ...town, core: old }, "crusade")).toBe(false);
    expect(await before.db.auditEntry.findMany()).toMatchObject([
      { verb: "policy.adopted", actor: "system", communityId: "c" },
    ]);
    expect(await policyVerbs({ ...town, core })).toEqual([]);
  });
});

describeOnBoth("nobody is both of the two", ({ openNew }) => {
  test("not who proposed it, from neither platform, and not who may not agree", async () => {
    const town = await hall(await openNew());
    const { core, admin, mo, clock } = town;
    const otter = await joinAs(town, "Loud Otter");
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    const proposalId = await proposed(town, [RAFFLE]);
    const twin = await actorOnOther(town, admin.memberId);
    for (const [actor, code] of [
      [admin, "second_person"],
      [twin, "second_person"],
      [mo, "not_allowed"],
      [otter, "not_allowed"],
      [other.admin, "not_found"],
      [{ ...mo, roles: ["admin"] } as Actor, "not_allowed"],
    ] as const)
      expect([
        actor.pseudonym,
        await refused(town, () => approveProposal(core, { actor, proposalId })),
      ]).toEqual([actor.pseudonym, code]);
    expect(await finds(town, "raffle")).toBe(false);
    expect(await refused(town, () => proposed(town, [RAFFLE], mo))).toBe("not_allowed");
    const promoted = { ...mo, roles: ["lead"] } as Actor;
    expect(await refused(town, () => proposed(town, [RAFFLE], promoted))).toBe("not_allowed");
  });

  test("nor whoever lost the role, or left, since it was proposed", async () => {
    const town = await hall(await openNew());
    const { core, admin, ben, lea } = town;
    const first = await proposed(town, [RAFFLE], ben);
    await core.tx((tx) => tx.memberRole.deleteMany({ where: { memberId: ben.memberId } }));
    expect(await refused(town, () => approveProposal(core, { actor: admin, proposalId: first }))).toBe(
      "second_person",
    );
    const second = await proposed(town, [RAFFLE]);
    await core.tx((tx) => tx.member.update({ where: { id: lea.memberId }, data: { state: "banned" } }));
    expect(await refused(town, () => approveProposal(core, { actor: lea, proposalId: second }))).toBe(
      "not_allowed",
    );
    expect(await finds(town, "raffle")).toBe(false);
  });

  test("not late, not twice, and of two at once one counts", async () => {
    const town = await hall(await openNew());
    const { core, clock, ben, lea } = town;
    const late = await proposed(town, [RAFFLE]);
    clock.advance(core.config.timing.proposalMs);
    expect(await refused(town, () => approveProposal(core, { actor: ben, proposalId: late }))).toBe(
      "proposal_closed",
    );
    await expireProposals(core);
    expect(await refused(town, () => approveProposal(core, { actor: ben, proposalId: late }))).toBe(
      "proposal_closed",
    );
    const raced = await proposed(town, [RAFFLE]);
    const both = await Promise.all([approve(town, ben, raced), approve(town, lea, raced)]);
    // Whoever comes second finds it closed, or the rules no longer those that it was proposed on.
    expect(both.filter((code) => code === "ok")).toHaveLength(1);
    expect(["proposal_closed", "content_changed"]).toContain(both.find((code) => code !== "ok"));
    expect(await refused(town, () => approveProposal(core, { actor: ben, proposalId: raced }))).toBe(
      "proposal_closed",
    );
    expect(await states(town)).toEqual(["replaced", "in-force"]);
  });

  test("not on other rules than it was proposed on, and a newer proposal of one's own takes the older one's place", async () => {
    const town = await hall(await openNew());
    const { core, admin, ben, lea } = town;
    const old = await proposed(town, [RAFFLE]);
    const mine = await proposed(town, [RAFFLE, RAID]);
    expect(await refused(town, () => approveProposal(core, { actor: ben, proposalId: old }))).toBe(
      "proposal_closed",
    );
    const theirs = await proposed(town, [RAID], ben);
    expect(await approve(town, lea, theirs)).toBe("ok");
    expect(await refused(town, () => approveProposal(core, { actor: ben, proposalId: mine }))).toBe(
      "content_changed",
    );
    expect(await finds(town, "crusade")).toBe(true);
    expect(await finds(town, "raffle")).toBe(false);
    expect(await codeOf(proposePolicies(core, { actor: admin, files: [RAFFLE, RAID] }))).toBe("ok");
  });

  type Tamper = (tx: Tx, town: Hall, ids: { mine: string; theirs: string }) => Promise<unknown>;
  const TAMPERS: readonly (readonly [what: string, tamper: Tamper])[] = [
    [
      "its hash",
      (tx, _, { mine: id }) => tx.proposal.update({ where: { id }, data: { contentHash: "another" } }),
    ],
    [
      "its proposer",
      (tx, { lea }, { mine: id }) =>
        tx.proposal.update({ where: { id }, data: { proposerId: lea.memberId } }),
    ],
    [
      "its target",
      (tx, _, { mine: id }) => tx.proposal.update({ where: { id }, data: { targetId: "another" } }),
    ],
    [
      "its act",
      (tx, _, { mine: id }) => tx.proposal.update({ where: { id }, data: { act: "policy.confirm" } }),
    ],
    [
      "its files, with others that were sealed for it",
      async (tx, { core, communityId }, { mine: id }) => {
        const { contentSealed } = await tx.proposal.findUniqueOrThrow({ where: { id } });
        const place = { table: "Proposal", column: "contentSealed", row: id };
        const change = JSON.parse(await core.vault.open(tx, { communityId }, place, contentSealed));
        const forged = JSON.stringify({ ...change, files: [RAID] });
        const sealed = await core.vault.seal(tx, { communityId }, place, forged);
        return tx.proposal.update({ where: { id }, data: { contentSealed: sealed } });
      },
    ],
  ];
  for (const [what, tamper] of TAMPERS)
    test(`not where somebody changed ${what} in the database`, async () => {
      const town = await hall(await openNew());
      const { core, ben } = town;
      const theirs = await proposed(town, [RAID], ben);
      const mine = await proposed(town, [RAFFLE]);
      await core.tx((tx) => tamper(tx, town, { mine, theirs }));
      expect(await refused(town, () => approveProposal(core, { actor: ben, proposalId: mine }))).toBe(
        "content_changed",
      );
      expect(await finds(town, "raffle")).toBe(false);
      expect(await finds(town, "crusade")).toBe(false);
    });

  test("not with the sealed files of another proposal", async () => {
    const town = await hall(await openNew());
    const { core, ben } = town;
    const theirs = await proposed(town, [RAID], ben);
    const mine = await proposed(town, [RAFFLE]);
    await core.tx(async (tx) => {
      const { contentSealed, contentHash } = await tx.proposal.findUniqueOrThrow({ where: { id: theirs } });
      await tx.proposal.update({ where: { id: mine }, data: { contentSealed, contentHash } });
    });
    await expect(approveProposal(core, { actor: ben, proposalId: mine })).rejects.toThrow("cannot be opened");
    expect(await states(town)).toEqual(["in-force"]);
  });
});

describeOnBoth("in an emergency", ({ openNew }) => {
  test("one person's rules hold at once and are over after a day, to the minute, whether or not the clock's work runs", async () => {
    const town = await hall(await openNew(), [RAFFLE]);
    const { core, clock, ben } = town;
    const proposalId = await alone(town, [RAFFLE, RAID]);
    expect(await finds(town, "crusade")).toBe(true);
    clock.advance(DAY_MS - 1);
    expect(await finds(town, "crusade")).toBe(true);
    clock.advance(1);
    expect(await finds(town, "crusade")).toBe(false);
    expect(await finds(town, "raffle")).toBe(true);
    expect(await refused(town, () => approveProposal(core, { actor: ben, proposalId }))).toBe(
      "proposal_closed",
    );
    expect(await lapsePoliciesDue(core)).toBe(1);
    expect(await lapsePoliciesDue(core)).toBe(0);
    expect(await states(town)).toEqual(["in-force", "lapsed"]);
    expect(await finds(town, "raffle")).toBe(true);
    expect(await policyVerbs(town)).toEqual(["policy.adopted", "policy.put-in-force-alone", "policy.lapsed"]);
    const ops = await core.db.delivery.findMany({
      where: { kind: "policy-change" },
      orderBy: { seq: "asc" },
    });
    expect(ops.map(({ op }) => op)).toEqual(["post", "edit"]);
  });

  test("a second person's yes makes them hold for good", async () => {
    const town = await hall(await openNew());
    const { clock, core, admin, ben } = town;
    const proposalId = await alone(town, [RAID]);
    expect(await refused(town, () => approveProposal(core, { actor: admin, proposalId }))).toBe(
      "second_person",
    );
    expect(await approve(town, ben, proposalId)).toBe("ok");
    clock.advance(30 * DAY_MS);
    expect(await lapsePoliciesDue(core)).toBe(0);
    expect(await finds(town, "crusade")).toBe(true);
    expect(await states(town)).toEqual(["replaced", "in-force"]);
    expect(await policyVerbs(town)).toEqual(["policy.put-in-force-alone", "policy.confirmed"]);
  });

  test("there is one at a time, and nobody chains them, from neither platform, nor by taking them back in time", async () => {
    const town = await hall(await openNew());
    const { core, clock, admin, ben, lea } = town;
    await alone(town, [RAID]);
    for (const actor of [admin, ben])
      expect(await refused(town, () => alone(town, [RAFFLE], actor))).toBe("policy_emergency");
    clock.advance(DAY_MS - HOUR_MS);
    await takeBackEmergency(core, { actor: admin });
    expect(await finds(town, "crusade")).toBe(false);
    const twin = await actorOnOther(town, admin.memberId);
    for (const actor of [admin, twin])
      expect(await refused(town, () => alone(town, [RAID], actor))).toBe("policy_alone");
    clock.advance(6 * DAY_MS);
    expect(await refused(town, () => alone(town, [RAID]))).toBe("policy_alone");
    // Somebody else may, and after theirs two people agree to something: that is a second person.
    await alone(town, [RAID], ben);
    clock.advance(DAY_MS);
    await alone(town, [RAFFLE], lea);
    expect(await refused(town, () => alone(town, [RAID], ben))).toBe("policy_emergency");
    clock.advance(HOUR_MS);
    expect(await approve(town, admin, await proposed(town, [RAID], lea))).toBe("ok");
    expect(await states(town)).toEqual(["replaced", "lapsed", "lapsed", "replaced", "in-force"]);
    await alone(town, [RAID, RAFFLE], ben);
    expect(await finds(town, "raffle")).toBe(true);
  });

  test("the same person may again after a week", async () => {
    const town = await hall(await openNew());
    const { core, clock } = town;
    await alone(town, [RAID]);
    clock.advance(DAY_MS);
    await lapsePoliciesDue(core);
    clock.advance(7 * DAY_MS);
    await alone(town, [RAID]);
    expect(await finds(town, "crusade")).toBe(true);
  });

  test("one alone makes no rule about danger find less, and more only", async () => {
    const town = await hall(await openNew(), [dangerFile(["catch the night bus", "join the stars"])]);
    const { ben } = town;
    const hears = () =>
      screen("I will join the stars", { policies: town.core.policies() }).verdict === "crisis";
    expect(hears()).toBe(true);
    for (const files of [[], [RAID], [dangerFile(["catch the night bus"])]])
      expect(await refused(town, () => alone(town, files))).toBe("policy_weaker");
    const own = (action: string): PackSource => ({
      file: "own.yaml",
      source: `about: x
rules:
  - id: own.method
    kind: method
    severity: high
    action: ${action}
    text: Not here.
    match: frobnicate the ...3 valve
    mustMatch: [frobnicate the valve]
    mustNotMatch: [the valve]
`,
    });
    const more = dangerFile(["catch the night bus", "join the stars", "sail away for good"]);
    await alone(town, [more, own("hold")]);
    await town.core.refreshPolicies();
    expect(hears()).toBe(true);
    expect(screen("sail away for good", { policies: town.core.policies() }).verdict).toBe("crisis");
    // Two people may.
    expect(await approve(town, ben, await proposed(town, []))).toBe("ok");
    await town.core.refreshPolicies();
    expect(hears()).toBe(false);
  });

  test("what was confirmed is exactly what holds", async () => {
    const town = await hall(await openNew());
    const { core, ben } = town;
    const proposalId = await alone(town, [RAID]);
    await core.tx((tx) =>
      tx.proposal.update({ where: { id: proposalId }, data: { contentHash: "another" } }),
    );
    expect(await refused(town, () => approveProposal(core, { actor: ben, proposalId }))).toBe(
      "content_changed",
    );
    await core.tx((tx) => tx.proposal.update({ where: { id: proposalId }, data: { act: "policy.change" } }));
    expect(await refused(town, () => approveProposal(core, { actor: ben, proposalId }))).toBe(
      "content_changed",
    );
  });

  test("the moderators of every community are told, by names of their own people only", async () => {
    const town = await hall(await openNew());
    const { core, clock, admin } = town;
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    await alone(town, [RAID]);
    const { loadCard } = await import("#core/deliveries/load-card.ts");
    const rows = await core.db.delivery.findMany({ where: { kind: "policy-change" } });
    const cards = await core.tx((tx) =>
      Promise.all(
        rows.map(async (row) => [row.communityId, await loadCard(tx, core, row as never)] as const),
      ),
    );
    expect(Object.fromEntries(cards)).toMatchObject({
      [town.communityId]: {
        state: "emergency",
        by: ["Ada Admin"],
        until: new Date(clock.now().getTime() + DAY_MS),
        changes: [{ id: "house.crusade", change: "added" }],
        proposalId: expect.any(String),
      },
      [other.communityId]: { by: undefined, proposalId: undefined },
    });
  });
});

describeOnBoth("what is in force", ({ openNew }) => {
  test("is nothing that somebody wrote into the database by hand", async () => {
    const town = await hall(await openNew(), [RAFFLE]);
    const { core, admin, ben, communityId, clock } = town;
    await alone(town, [RAID]);
    clock.advance(DAY_MS);
    await lapsePoliciesDue(core);
    const [base, lapsed] = await core.db.policyPack.findMany({ orderBy: { id: "asc" } });
    if (base === undefined || lapsed === undefined) throw new Error("no packs");
    const agreed = { state: "in-force", slot: "in-force", proposedById: admin.memberId } as const;
    const row = { ...lapsed, id: core.newId(), endedAt: null, filesSealed: new Uint8Array([1]) };
    const refusedWrites: [what: string, write: (tx: Tx) => Promise<unknown>][] = [
      [
        "two in force",
        (tx) => tx.policyPack.create({ data: { ...row, ...agreed, approvedById: ben.memberId } }),
      ],
      [
        "one person for both",
        (tx) =>
          tx.policyPack.create({
            data: { ...row, state: "replaced", slot: null, approvedById: admin.memberId },
          }),
      ],
      [
        "in force by one",
        (tx) => tx.policyPack.update({ where: { id: lapsed.id }, data: { state: "in-force" } }),
      ],
      [
        "alone for good",
        (tx) =>
          tx.policyPack.create({ data: { ...row, state: "emergency", slot: "emergency", confirmBy: null } }),
      ],
      [
        "a state nobody knows",
        (tx) => tx.policyPack.update({ where: { id: base.id }, data: { state: "maybe" } }),
      ],
      [
        "a state without its slot",
        (tx) => tx.policyPack.update({ where: { id: base.id }, data: { slot: null } }),
      ],
      [
        "other files",
        (tx) => tx.policyPack.update({ where: { id: base.id }, data: { filesSealed: new Uint8Array([1]) } }),
      ],
      [
        "another proposer",
        (tx) => tx.policyPack.update({ where: { id: lapsed.id }, data: { proposedById: ben.memberId } }),
      ],
      ["none any more", (tx) => tx.policyPack.deleteMany()],
    ];
    for (const [what, write] of refusedWrites)
      await expect(
        core.tx((tx) => write(tx)),
        what,
      ).rejects.toThrow(/constraint|never|unique/i);
    // What the database cannot refuse is in force nowhere: a lapsed pack with a second person whom nobody asked.
    await core.tx(async (tx) => {
      await tx.policyPack.update({ where: { id: base.id }, data: { state: "replaced", slot: null } });
      const data = { ...agreed, approvedById: ben.memberId, confirmBy: null };
      await tx.policyPack.update({
        where: { id: lapsed.id },
        data: { state: data.state, slot: data.slot, approvedById: data.approvedById, confirmBy: null },
      });
    });
    await expect(core.refreshPolicies()).rejects.toThrow(PolicyError);
    const word = (text: string) =>
      screen(text, { policies: core.policies() }).signals.map(({ rule }) => rule);
    // Who runs goes on as it was; who starts is stopped.
    expect(word("A raffle ticket")).toContain("house.raffle");
    expect(word("A crusade ticket")).not.toContain("house.crusade");
    const fresh = openTestCore(core.store, { clock, keys: core.keys, home: town.home });
    await expect(fresh.refreshPolicies()).rejects.toThrow(PolicyError);
    expect(() => fresh.policies()).toThrow(PolicyError);
    expect(() => fresh.policies()).toThrow(/in force/);
    // One person alone puts nothing over it; two put it right.
    await expect(alone(town, [RAFFLE], ben)).rejects.toThrow(PolicyError);
    expect(await approve(town, ben, await proposed(town, [RAFFLE]))).toBe("ok");
    expect(await finds({ ...town, core: fresh }, "raffle")).toBe(true);
    expect(communityId).toBe(town.communityId);
  });

  test("is never held longer by a later date that somebody wrote", async () => {
    const town = await hall(await openNew());
    const { core, clock } = town;
    await alone(town, [RAID]);
    expect(await finds(town, "crusade")).toBe(true);
    await core.tx((tx) =>
      tx.policyPack.updateMany({ where: { slot: "emergency" }, data: { confirmBy: new Date("2099-01-01") } }),
    );
    clock.advance(DAY_MS);
    const again = openTestCore(core.store, { clock, keys: core.keys, home: town.home });
    await expect(again.refreshPolicies()).rejects.toThrow(PolicyError);
  });

  test("stops with words where this version cannot read a file of it any more, and goes on where it ran", async () => {
    const town = await hall(await openNew(), [RAFFLE]);
    const { core, clock, admin, ben, communityId } = town;
    expect(await finds(town, "raffle")).toBe(true);
    const facts = {
      ...{ id: core.newId(), communityId, adopted: false, confirmBy: null },
      ...{ proposedById: admin.memberId, approvedById: ben.memberId },
    };
    const pack = {
      files: [{ file: "old.yaml", source: "about: x\nfrom-another-version: true\n" }],
      changes: [],
    };
    await core.tx(async (tx, now) => {
      await tx.policyPack.updateMany({
        where: { slot: "in-force" },
        data: { state: "replaced", slot: null },
      });
      const filesSealed = await sealFiles(tx, core, facts.id, pack);
      const held = { state: "in-force", slot: "in-force", inForceAt: now } as const;
      await tx.policyPack.create({
        data: { ...facts, ...held, filesSealed, witness: witnessOf(core, facts, pack) },
      });
    });
    await expect(core.refreshPolicies()).rejects.toThrow(/in force/);
    expect(screen("A raffle ticket", { policies: core.policies() }).signals).not.toEqual([]);
    const fresh = openTestCore(core.store, { clock, keys: core.keys, home: town.home });
    await fresh.refreshPolicies();
    expect(() => fresh.policies()).toThrow(/in force/);
    const proposalId = await proposed({ ...town, core: fresh }, [RAFFLE]);
    expect(await approve(town, ben, proposalId)).toBe("ok");
    expect(await finds({ ...town, core: fresh }, "raffle")).toBe(true);
  });
});

describe("rules that are in force", () => {
  describeOnBoth("are read", ({ openNew }) => {
    test("again only when they changed", async () => {
      const town = await hall(await openNew());
      const { core, ben } = town;
      expect(await core.refreshPolicies()).toBe(false);
      const before = core.policies();
      expect(core.policies()).toBe(before);
      await approve(town, ben, await proposed(town, [RAFFLE]));
      expect(await core.refreshPolicies()).toBe(true);
      expect(await core.refreshPolicies()).toBe(false);
      expect(core.policies()).not.toBe(before);
    });
  });
});

import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { endDecisionsDue } from "#core/moderation/decisions/end-due.ts";
import { restraintLine } from "#core/moderation/decisions/restraint.ts";
import { reportPost } from "#core/moderation/reports/report-post.ts";
import { setThreshold } from "#core/moderation/thresholds/set-threshold.ts";
import { proposeExport } from "#core/privacy/propose-export.ts";
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
});

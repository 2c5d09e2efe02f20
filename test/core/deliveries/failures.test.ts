import { expect, test } from "vitest";
import type { DeliveryTrouble } from "#core/messenger.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { type Outbox, openOutbox } from "./outbox.ts";

const textsOf = ({ north }: Outbox) => north.said().map(({ text }) => text);
const refusal = (trouble: DeliveryTrouble) => ({ how: "before", trouble }) as const;

async function addQuestion({ core }: Outbox): Promise<void> {
  const now = core.clock.now();
  await core.db.question.create({
    data: {
      id: "question-1",
      communityId: "community-1",
      number: 1,
      askerId: "member-1",
      status: "waiting",
      topic: "medicines",
      forWhom: "self",
      ageBand: "adult",
      draftedAt: now,
    },
  });
}

/** What was ordered beside the test's own orders. */
const notices = ({ core }: Outbox) =>
  core.db.delivery.findMany({
    where: { subjectId: { contains: "question-1" } },
    select: { kind: true, conversation: true, subjectId: true, targetKind: true },
  });

describeOnBoth("what a failure means", ({ openNew }) => {
  test("a rate limit waits as long as it is told, and costs no attempt", async () => {
    const outbox = await openOutbox(await openNew());
    outbox.texts.set("a", "a1");
    await outbox.post("a");
    outbox.north.faults.set(1, refusal({ why: "rate-limited", retryAfterMs: 30_000 }));
    await outbox.loop.runOnce();
    outbox.clock.advance(29_000);
    expect(await outbox.loop.runOnce()).toBe(0);
    outbox.clock.advance(5_000);
    expect(await outbox.loop.runOnce()).toBe(1);
    expect(textsOf(outbox)).toEqual(["a1"]);
    expect(await outbox.core.db.delivery.findFirst()).toMatchObject({ attempts: 0, state: "done" });
  });

  test("signed out: the platform stops, its backlog stays until a restart, another platform goes on", async () => {
    const outbox = await openOutbox(await openNew());
    for (const subject of ["a", "b"]) {
      outbox.texts.set(subject, subject);
      await outbox.post(subject, { conversation: subject });
    }
    outbox.north.faults.set(1, refusal({ why: "signed-out" })).set(2, refusal({ why: "signed-out" }));
    await outbox.loop.runOnce();
    outbox.clock.advance(86_400_000);
    expect(await outbox.loop.runOnce()).toBe(0);
    expect((await outbox.states()).map(({ state }) => state)).toEqual(["ready", "ready"]);
    await outbox.drain([outbox.newLoop("restarted")]);
    expect(textsOf(outbox).sort()).toEqual(["a", "b"]);
  });

  test("signed out during a check: the restart checks before it says it again", async () => {
    const outbox = await openOutbox(await openNew());
    outbox.texts.set("a", "a1");
    await outbox.post("a");
    outbox.north.faults
      .set(1, { how: "after-store", trouble: { why: "ambiguous" } })
      .set(2, refusal({ why: "signed-out" }));
    await outbox.loop.runOnce();
    outbox.clock.advance(600_000);
    await outbox.loop.runOnce();
    expect((await outbox.states())[0]).toMatchObject({ state: "unknown", trouble: "signed-out" });
    await outbox.drain([outbox.newLoop("restarted")]);
    expect(textsOf(outbox)).toEqual(["a1"]);
  });

  test("closed direct messages: it waits in the inbox, and the team learns that it does", async () => {
    const outbox = await openOutbox(await openNew());
    await addQuestion(outbox);
    outbox.texts.set("a", "a1");
    const conversation = "q:question-1:asker";
    await outbox.post("a", { conversation, kind: "answer", target: outbox.member });
    outbox.north.faults.set(1, refusal({ why: "closed" }));
    await outbox.loop.runOnce();
    expect((await outbox.states())[0]).toMatchObject({ state: "dropped", trouble: "inbox" });
    expect(await outbox.core.db.member.findFirst()).toMatchObject({ reach: "inbox" });
    expect(await notices(outbox)).toEqual([
      {
        kind: "team-notice",
        conversation: "q:question-1:team",
        subjectId: "in-inbox:question-1",
        targetKind: "thread",
      },
    ]);
  });

  for (const trouble of [
    { why: "rejected", what: "too_long" },
    { why: "closed" },
    { why: "gone" },
  ] satisfies DeliveryTrouble[])
    test(`a card for the team that ends dead (${trouble.why}) is told to its author, and the next card goes`, async () => {
      const outbox = await openOutbox(await openNew());
      await addQuestion(outbox);
      outbox.texts.set("a", "a1").set("b", "b1");
      const conversation = "q:question-1:team";
      await outbox.post("a", { conversation, kind: "triage" });
      await outbox.post("b", { conversation, kind: "follow-up" });
      outbox.north.faults.set(1, refusal(trouble));
      await outbox.drain();
      expect((await outbox.states()).find(({ subjectId }) => subjectId === "a")?.state).toBe("dead");
      expect(textsOf(outbox)).toEqual(["b1"]);
      expect((await notices(outbox)).map(({ kind, targetKind }) => [kind, targetKind])).toEqual([
        ["notice", "member"],
      ]);
    });

  test("a missing permission is tried again for a while, then told to the author", async () => {
    const outbox = await openOutbox(await openNew());
    await addQuestion(outbox);
    outbox.texts.set("a", "a1");
    await outbox.post("a", { conversation: "q:question-1:team", kind: "triage" });
    for (let n = 1; n <= 8; n += 1) outbox.north.faults.set(n, refusal({ why: "forbidden", what: "scope" }));
    await outbox.drain();
    expect((await outbox.states()).find(({ subjectId }) => subjectId === "a")).toMatchObject({
      state: "dead",
      trouble: "forbidden:scope",
    });
    expect(await notices(outbox)).toHaveLength(1);
  });

  test("a copy that somebody deleted by hand: its edit ends, and a new post stands again", async () => {
    const outbox = await openOutbox(await openNew());
    outbox.texts.set("a", "a1");
    await outbox.post("a");
    await outbox.drain();
    outbox.north.faults.set(2, refusal({ why: "gone" }));
    await outbox.edit("a");
    await outbox.drain();
    expect(await outbox.core.db.copy.count({ where: { removedAtMs: null } })).toBe(0);
    await outbox.post("a", { version: 2 });
    await outbox.drain();
    expect(textsOf(outbox)).toEqual(["a1", "a1"]);
    expect(await outbox.core.db.copy.findMany()).toMatchObject([{ removedAtMs: null }]);
  });
});

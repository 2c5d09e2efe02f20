import { describe, expect, test } from "vitest";
import type { SlackPerson } from "#sandbox/slack/person.ts";
import { type Rig, rig, sees, until } from "./rig.ts";

const ANSWER = { "What this often is": "It is often harmless." };

async function auditOf(it: Rig, verb: string): Promise<number> {
  return it.core.db.auditEntry.count({ where: { verb } });
}

/** How much the app said over its socket so far; each acknowledgement is one. */
function acks(it: Rig): number {
  return it.slack.received.filter(({ method }) => method === "WS").length;
}

async function atComposer(it: Rig): Promise<SlackPerson> {
  const ana = await it.provider("Ana");
  await it.ask("Why am I so tired?");
  await ana.press("Answer");
  await ana.when(() => ana.form !== undefined);
  return ana;
}

async function answerOnce(it: Rig): Promise<void> {
  const ana = await atComposer(it);
  expect(await ana.submit(ANSWER)).toBe("closed");
  await until(() => it.patients.cardsOf("answer")[0]);
  expect(await auditOf(it, "question.answered")).toBe(1);
}

describe("what Slack tells", () => {
  test("three times, under three event ids, is kept once and leaves no payload behind", async () => {
    await using it = await rig();
    const ana = await it.provider("Ana");
    const { ts } = await it.ask("Why am I so tired?");
    it.slack.faults.add("slack-duplicate-event", { times: 2 });
    const before = acks(it);
    ana.type(it.intakeId, "Could be iron?", { thread: ts });
    await sees(ana, "never reaches the patient");
    await until(() => acks(it) >= before + 3);
    const typed = await it.core.db.arrival.findMany({ where: { kind: "thread-typed" } });
    expect(typed.map(({ state, payloadSealed }) => ({ state, payloadSealed }))).toEqual([
      { state: "handled", payloadSealed: null },
    ]);
  });

  test("and could not be stored is not acknowledged, told again, and then counts", async () => {
    await using it = await rig();
    const ana = await it.provider("Ana");
    const { ts } = await it.ask("Why am I so tired?");
    await it.core.db.$executeRawUnsafe("ALTER TABLE Arrival RENAME TO ArrivalAway");
    ana.type(it.intakeId, "Could be iron?", { thread: ts });
    await until(() => it.logged.find(({ event }) => event === "slack.library"));
    await it.core.db.$executeRawUnsafe("ALTER TABLE ArrivalAway RENAME TO Arrival");
    // Slack tells again only what was not acknowledged.
    await sees(ana, "never reaches the patient");
    expect(await it.core.db.arrival.count({ where: { kind: "thread-typed" } })).toBe(1);
  });

  test("as a press, twice, is one press", async () => {
    await using it = await rig();
    const ana = await it.provider("Ana");
    await it.ask("Why am I so tired?");
    it.slack.faults.add("slack-redeliver");
    const before = acks(it);
    await ana.press("Answer");
    await until(() => acks(it) >= before + 2);
    await ana.when(() => ana.form !== undefined);
    expect(await auditOf(it, "question.claimed")).toBe(1);
  });

  test("as a form, twice, is one answer", async () => {
    await using it = await rig();
    const ana = await atComposer(it);
    it.slack.faults.add("slack-redeliver");
    const before = acks(it);
    await ana.submit(ANSWER);
    await until(() => acks(it) >= before + 2);
    await until(() => it.patients.cardsOf("answer")[0]);
    expect(await auditOf(it, "question.answered")).toBe(1);
  });

  test("after a refresh whose first reconnect failed still arrives", async () => {
    await using it = await rig();
    it.slack.faults.add("slack-500", { method: "apps.connections.open" });
    it.slack.disconnect(it.appId, "refresh_requested");
    await until(() => it.slack.connections(it.appId) === 0);
    await until(() => it.slack.connections(it.appId) > 0, 20_000);
    await answerOnce(it);
  });

  test("over HTTP, signed, arrives just the same", async () => {
    await using it = await rig({ mode: "http" });
    await answerOnce(it);
  });
});

import { describe, expect, test } from "vitest";
import { credentialCard } from "#core/credentials/credential-card.ts";
import { showCredential } from "#core/credentials/decision/show-credential.ts";
import { importLeie } from "#core/credentials/registries/leie/import-leie.ts";
import { importNppes } from "#core/credentials/registries/nppes/import-nppes.ts";
import { standingOf } from "#core/credentials/standing.ts";
import { dueCredentials } from "#core/credentials/watch/due-credentials.ts";
import { nextDue } from "#core/credentials/watch/next-due.ts";
import { sweepCredentials } from "#core/credentials/watch/sweep-credentials.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { auditOf, HOUR_MS, joinAs } from "../small-town.ts";
import {
  nextLicences,
  type Registry,
  ROBINS_LICENCE,
  ROBINS_ROW,
  registryTown,
  removeRegistry,
  verified,
} from "./claims.ts";
import { type Fields, leieFile, nppesFile, workFolder } from "./registries/files.ts";

const DAY_MS = 24 * HOUR_MS;

const standing = ({ core, clock }: Registry, memberId: string) =>
  standingOf(core.db, memberId, clock.now()).then((found) => (found.ok ? "ok" : found.why));

const told = async ({ core }: Registry, kind: string) =>
  (await core.db.delivery.findMany({ where: { kind }, orderBy: { id: "asc" } })).map(
    ({ subjectId }) => subjectId.split(":")[0],
  );

const dayOf = ({ clock }: Registry) => clock.now().toISOString().slice(0, 10);

async function nextList(town: Registry, rows: readonly Fields[]): Promise<void> {
  const { file } = workFolder();
  const { folder, clock } = town;
  const common = { folder, now: clock.now(), acceptSmaller: true, asOf: dayOf(town) };
  await importLeie({ ...common, path: file("UPDATED.csv", leieFile(rows)) });
}

async function nextNppes(town: Registry, rows: readonly Fields[]): Promise<void> {
  const { file } = workFolder();
  const { folder, clock } = town;
  const name = `npidata_pfile_20050523-${dayOf(town).replaceAll("-", "")}.csv`;
  await importNppes({ folder, now: clock.now(), acceptSmaller: true, path: file(name, nppesFile(rows)) });
}

describeOnBoth("a credential that stands", ({ openNew }) => {
  test("is asked about once when a new file comes, and stands on when the board says so again", async () => {
    const town = await registryTown(await openNew());
    const { core, clock } = town;
    const { credentialId, memberId } = await verified(town);
    await sweepCredentials(core);
    clock.advance(20 * DAY_MS);
    expect(await sweepCredentials(core)).toBe(0);
    await nextLicences(town, [{ ...ROBINS_LICENCE, expires: "2028-01-31" }]);
    expect(await sweepCredentials(core)).toBe(1);
    expect(await sweepCredentials(core)).toBe(0);
    expect(await standing(town, memberId)).toBe("ok");
    const row = await core.db.credential.findUniqueOrThrow({ where: { id: credentialId } });
    expect(row).toMatchObject({ checkedAt: clock.now(), expiresAt: new Date("2028-01-31T23:59:59Z") });
    expect(row.nextDueAt).toEqual(new Date(clock.now().getTime() + 31 * DAY_MS));
  });

  test.each([
    [
      "the licence is suspended",
      (town: Registry) => nextLicences(town, [{ ...ROBINS_LICENCE, status: "SUSPENDED" }]),
    ],
    [
      "the licence is expired",
      (town: Registry) => nextLicences(town, [{ ...ROBINS_LICENCE, status: "EXPIRED" }]),
    ],
    [
      "the licence is in the file no more",
      (town: Registry) => nextLicences(town, [{ ...ROBINS_LICENCE, number: "PH60000001" }]),
    ],
    [
      "the licence is under another name",
      (town: Registry) => nextLicences(town, [{ ...ROBINS_LICENCE, last: "HOLLOWAY" }]),
    ],
    [
      "they are on the list of exclusions",
      (town: Registry) => nextList(town, [{ LASTNAME: "VALE", FIRSTNAME: "ROBIN", NPI: "1245319599" }]),
    ],
    [
      "the NPI is deactivated",
      (town: Registry) => nextNppes(town, [{ ...ROBINS_ROW, "NPI Deactivation Date": "03/20/2026" }]),
    ],
    [
      "the NPI is in NPPES no more",
      (town: Registry) => nextNppes(town, [{ ...ROBINS_ROW, NPI: "1679576722" }]),
    ],
    [
      "NPPES has another name",
      (town: Registry) => nextNppes(town, [{ ...ROBINS_ROW, "Provider Last Name (Legal Name)": "HOLLOWAY" }]),
    ],
  ])("is suspended at once when %s; the provider and the moderators are told why", async (_, change) => {
    const town = await registryTown(await openNew());
    const { core, clock, admin } = town;
    const { credentialId, memberId } = await verified(town);
    await sweepCredentials(core);
    clock.advance(25 * DAY_MS);
    await change(town);
    await sweepCredentials(core);
    expect(await standing(town, memberId)).toBe("suspended");
    expect((await told(town, "credential-notice")).at(-1)).toBe("suspended");
    expect((await told(town, "credential-alert")).at(-1)).toBe("suspended");
    const { decidedFor } = await showCredential(core, { actor: admin, credentialId });
    expect(decidedFor?.length).toBeGreaterThan(10);
    expect((await auditOf(town, credentialId)).slice(-2)).toEqual([
      "credential.suspended",
      "credential.rechecked",
    ]);
    expect(await sweepCredentials(core)).toBe(0);
  });

  test("with a namesake who is new on the list stays, and a person must look", async () => {
    const town = await registryTown(await openNew());
    const { core, clock } = town;
    const { credentialId, memberId } = await verified(town);
    await sweepCredentials(core);
    clock.advance(25 * DAY_MS);
    await nextList(town, [{ LASTNAME: "VALE", FIRSTNAME: "ROBIN", DOB: "19610402" }]);
    await sweepCredentials(core);
    expect(await standing(town, memberId)).toBe("ok");
    expect((await told(town, "credential-alert")).at(-1)).toBe("due");
    const row = await core.db.credential.findUniqueOrThrow({ where: { id: credentialId } });
    expect(row.nextDueAt).toEqual(clock.now());
    clock.advance(30 * DAY_MS);
    await sweepCredentials(core);
    expect(await standing(town, memberId)).toBe("expired");
  });

  test("is not lost to a file that is missing, and is when nobody brought a new one for too long", async () => {
    const town = await registryTown(await openNew());
    const { core, clock } = town;
    const { memberId } = await verified(town);
    removeRegistry(town, "license-wa-health");
    await sweepCredentials(core);
    expect(await standing(town, memberId)).toBe("ok");
    clock.advance(60 * DAY_MS);
    await sweepCredentials(core);
    expect(await standing(town, memberId)).toBe("ok");
    clock.advance(2 * DAY_MS);
    await sweepCredentials(core);
    expect(await standing(town, memberId)).toBe("expired");
    expect((await told(town, "credential-notice")).at(-1)).toBe("expired");
  });

  test("ends on the day of the licence, after the provider heard of it once a month before", async () => {
    const town = await registryTown(await openNew());
    const { core, clock, admin } = town;
    await nextLicences(town, [{ ...ROBINS_LICENCE, expires: "2026-03-31" }]);
    const { memberId } = await verified(town);
    await sweepCredentials(core);
    expect(await dueCredentials(core, { actor: admin, withinDays: 31 })).toMatchObject([
      { provider: "Robin Vale", why: "expires", dueAt: new Date("2026-03-31T23:59:59Z") },
    ]);
    clock.advance(DAY_MS);
    await sweepCredentials(core);
    clock.advance(DAY_MS);
    await sweepCredentials(core);
    expect((await told(town, "credential-notice")).filter((about) => about === "due-soon")).toHaveLength(1);
    expect((await told(town, "credential-alert")).filter((about) => about === "due")).toHaveLength(1);
    clock.advance(28 * DAY_MS);
    await sweepCredentials(core);
    // Noon of its last day: it is in force until that is over.
    expect(await standing(town, memberId)).toBe("ok");
    clock.advance(DAY_MS);
    await sweepCredentials(core);
    expect(await standing(town, memberId)).toBe("expired");
    expect(await dueCredentials(core, { actor: admin, withinDays: 400 })).toEqual([]);
  });

  test("that is lost gives its open question back, and an old answer keeps what stood beside it", async () => {
    const town = await registryTown(await openNew());
    const { core, clock } = town;
    const { credentialId, actor } = await verified(town);
    const heron = await joinAs(town, "Quiet Heron");
    const asked = {
      topic: "Medicines",
      forWhom: "self",
      ageBand: "30-44",
      tried: "",
      text: "Is a dry mouth usual?",
    } as const;
    const ask = async () => {
      const { questionId } = await draftQuestion(core, { actor: heron, ...asked });
      await sendQuestion(core, { actor: heron, questionId });
      await claimQuestion(core, { actor, questionId });
      return questionId;
    };
    const answered = await ask();
    const text = {
      often: "I'm sorry. It is common and mostly harmless.",
      can: "",
      urgent: "",
      clinician: "",
    };
    const { messageId } = await answerQuestion(core, { actor, questionId: answered, text });
    // It reached the patient: what did not yet would be taken back.
    await core.db.delivery.updateMany({ data: { state: "done" } });
    await sweepCredentials(core);
    const written = clock.now();
    clock.advance(25 * DAY_MS);
    const open = await ask();
    await nextLicences(town, [{ ...ROBINS_LICENCE, status: "EXPIRED" }]);
    await sweepCredentials(core);
    expect((await core.db.question.findUniqueOrThrow({ where: { id: open } })).status).toBe("waiting");
    expect((await core.db.question.findUniqueOrThrow({ where: { id: answered } })).status).toBe("answered");
    const card = await credentialCard(core, { credentialId, messageId });
    expect(card).toMatchObject({ status: "suspended", since: clock.now(), reviewers: 2 });
    expect(card.written).toMatchObject({ at: written, checkedAt: written });
    expect((await credentialCard(core, { credentialId })).written).toBeUndefined();
  });
});

describe("when a credential is due", () => {
  const checkedAt = new Date("2026-03-01T00:00:00Z");
  const later = (days: number) => new Date(checkedAt.getTime() + days * DAY_MS);

  test("by a file after a month, by a person after 120 days, and never after it ends", () => {
    expect(nextDue({ checkedAt, expiresAt: null, byFile: true })).toEqual(later(31));
    expect(nextDue({ checkedAt, expiresAt: null, byFile: false })).toEqual(later(120));
    expect(nextDue({ checkedAt, expiresAt: later(10), byFile: true })).toEqual(later(10));
    expect(nextDue({ checkedAt, expiresAt: later(200), byFile: false })).toEqual(later(120));
  });
});

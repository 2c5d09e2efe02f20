import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { writeCheck } from "#core/credentials/decision/check-detail.ts";
import { askForCompany } from "#core/moderation/ask-for-company.ts";
import { worryAbout } from "#core/moderation/worry-about.ts";
import { exportHtml } from "#core/privacy/export-html.ts";
import { exportMember, type MemberExport } from "#core/privacy/export-member.ts";
import { PARTS } from "#core/privacy/what-is-kept.ts";
import { describeOnBoth } from "../../support/databases.ts";
import type { TestCore } from "../../support/test-core.ts";
import { moderatedTown, standing } from "../moderation/moderated.ts";
import { joinAs } from "../small-town.ts";
import { type Busy, busyTown } from "./busy-town.ts";

const exportOf = (core: TestCore, { memberId }: Actor): Promise<MemberExport> =>
  core.tx((tx, now) => exportMember(tx, core, { memberId, now }));

/** Each text with a telling word, and who finds it in their export: nobody else does. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  // What Heron asked, what she got, and what she wrote of others.
  marmalade: ["Quiet Heron"],
  umbrella: ["Quiet Heron", "Ana Pharmacist"],
  trombone: ["Quiet Heron"],
  velvet: ["Quiet Heron"],
  saucers: ["Quiet Heron", "Ana Pharmacist"],
  walnut: ["Quiet Heron", "Ana Pharmacist"],
  pineapples: ["Quiet Heron"],
  harmonica: ["Quiet Heron"],
  gravel: ["Quiet Heron"],
  carpet: ["Quiet Heron"],
  bucket: ["Quiet Heron"],
  // An earlier version of an answer is its writer's; what was taken back is gone.
  bicycles: ["Ana Pharmacist"],
  cushions: [],
  // What Otter asked, and an answer that nobody passed.
  ribbons: ["Loud Otter"],
  teapots: ["Loud Otter"],
  lemons: ["Ana Pharmacist"],
  raisins: [],
  // Reports, the moderators' notes, what was reported, and what was decided.
  pebbles: ["Loud Otter"],
  thimble: ["Loud Otter"],
  mustard: [],
  cabbage: [],
  kettles: ["Quiet Heron"],
  pillows: ["Quiet Heron"],
  drum: ["Quiet Heron"],
  feather: ["Quiet Heron"],
  curtain: ["Quiet Heron"],
  // A dismissal is told to whoever reported, and to nobody else.
  butter: ["Quiet Heron"],
  candle: ["Loud Otter"],
  // A worry is kept until somebody took the alert, and whom it is about never reads it.
  ladder: ["Loud Otter"],
  hammer: ["Ana Pharmacist"],
  barrel: [],
  compass: ["Quiet Heron"],
  anchor: [],
  // Who they are elsewhere.
  "heron-account": ["Quiet Heron"],
  "otter-account": ["Loud Otter"],
  "2000001 Ana Pharmacist": ["Ana Pharmacist"],
  "2000001 Bea Nurse": ["Bea Nurse"],
};

const idsIn = ({ core }: Busy) =>
  core.db.member.findMany({ select: { id: true } }).then((rows) => rows.map(({ id }) => id));

describeOnBoth("an export", ({ openNew }) => {
  test("has what is kept of its member and what they were shown, and nothing of anybody else", async () => {
    const town = await busyTown(await openNew());
    const { core, everybody } = town;
    const found: Record<string, string[]> = Object.fromEntries(Object.keys(WORDS).map((word) => [word, []]));
    for (const actor of everybody) {
      const content = await exportOf(core, actor);
      const files = [JSON.stringify(content), exportHtml(content)];
      for (const word of Object.keys(WORDS)) {
        const holds = files.map((file) => file.includes(word));
        // Both files hold the same.
        expect([actor.pseudonym, word, holds[0]]).toEqual([actor.pseudonym, word, holds[1]]);
        if (holds[0]) found[word]?.push(actor.pseudonym);
      }
      const named = everybody.filter(({ pseudonym }) =>
        files.some((file) => new RegExp(`\\b${pseudonym}\\b`).test(file)),
      );
      expect(named.map(({ pseudonym }) => pseudonym)).toEqual([actor.pseudonym]);
      for (const id of await idsIn(town)) for (const file of files) expect(file).not.toContain(id);
    }
    expect(found).toEqual(WORDS);
  });

  test("of a patient has every part in its order, with days as ISO 8601", async () => {
    const town = await busyTown(await openNew());
    const { core, heron } = town;
    const content = JSON.parse(JSON.stringify(await exportOf(core, heron)));
    expect(Object.keys(content)).toEqual(["schema", "community", "madeAt", ...PARTS, "leftOut"]);
    expect(content).toMatchObject({
      schema: "curbside.member-export/1",
      community: "Sunny Side",
      you: {
        name: "Quiet Heron",
        state: "active",
        country: "GB",
        roles: [{ role: "patient", since: "2031-03-04T09:00:00.000Z" }],
      },
      accounts: [{ platform: "north", accountId: "heron-account" }],
      agreements: [
        { purpose: "joining", questionNumber: null, withdrawnAt: null },
        { purpose: "bridge", questionNumber: 1, withdrawnAt: null },
        { purpose: "bridge", questionNumber: 3, withdrawnAt: expect.stringMatching(/^2031-.*Z$/) },
      ],
      questions: [
        {
          number: 1,
          status: "answered",
          texts: [
            {
              kind: "question",
              state: "sent",
              typed: { question: "My head hurts after marmalade. What helps?", tried: "Rest" },
              card: { question: "My head hurts after marmalade. What helps?", tried: "Rest" },
            },
            {
              kind: "ask-back-reply",
              typed: { question: "Only near a trombone." },
              card: { question: "Only near a trombone." },
              typedAndWaiting: { question: "Only near a velvet." },
            },
          ],
          received: [
            { kind: "ask-back", written: { text: "Is it worse with an umbrella?" } },
            {
              kind: "answer",
              written: { often: "This is often about saucers and harmless." },
              from: { profession: "Pharmacist", jurisdiction: "United Kingdom", shownName: null },
            },
            { kind: "reply", written: { text: "Keep a walnut near." } },
          ],
          ratings: [{ rating: "helped" }],
        },
        { number: 2, status: "draft", sentAt: null, texts: [{ state: "draft" }], received: [] },
        {
          number: 3,
          status: "taken-back",
          texts: [{ state: "removed", typed: null, card: null, typedAndWaiting: null }],
        },
      ],
      notes: [{ goesUnder: "ask", text: "Is it the harmonica?" }],
      providing: { texts: [], holding: [], looksYouGave: [], steppedBackFrom: [] },
      credentials: [],
      decisions: [
        {
          whatWeDid: "We noted a strike, which fades after 90 days.",
          rule: "rule 1 (be kind)",
          reason: "You were loud about kettles.",
          points: 1,
          state: "standing",
          appeal: {
            state: "upheld",
            said: [
              { by: "you", text: "It was a song about pillows." },
              { by: "reviewer", text: "Which drum was it?" },
              { by: "you", text: "The blue feather." },
              { by: "reviewer", text: "It stays for the curtain." },
            ],
          },
        },
      ],
      agreedLooks: [{ what: "account", reason: "The police ask for the compass." }],
      told: {
        reports: [
          { about: "message", questionNumber: 1, reason: "It speaks of gravel.", outcome: null },
          {
            about: "post",
            reason: "They sell a carpet.",
            state: "decided",
            outcome: { acted: false, reason: "It was a joke about butter." },
          },
        ],
        credentialsQuestioned: [
          { profession: "Pharmacist", text: "It hangs on a bucket.", state: "dismissed" },
        ],
        worries: [],
      },
      alerts: [{ level: "crisis", takenByRole: "moderator" }],
    });
    expect(content.alerts).toHaveLength(1);
    expect(content.acts.yours.map(({ act }: { act: string }) => act)).toContain("question.sent");
    expect(content.acts.ofOthers).toContainEqual(
      expect.objectContaining({ act: "question.claimed", byRole: "provider" }),
    );
    const others = content.acts.ofOthers.map(({ act }: { act: string }) => act);
    expect(others.filter((act: string) => /^(report|case|worry|decision|appeal)\./.test(act))).toEqual([]);
    expect(content.leftOut.join(" ")).toMatch(/worried about you.*it would tell who/);
  });

  test("of a provider has what they wrote, with the question as a number, and what was checked of them", async () => {
    const town = await busyTown(await openNew());
    const content = JSON.parse(JSON.stringify(await exportOf(town.core, town.ana)));
    expect(content).toMatchObject({
      questions: [],
      providing: {
        texts: [
          { questionNumber: 1, kind: "ask-back", state: "sent" },
          {
            questionNumber: 1,
            kind: "answer",
            earlierVersions: [{ written: { often: "This is often about bicycles and harmless." } }],
            written: { often: "This is often about saucers and harmless." },
          },
          { questionNumber: 1, kind: "reply" },
          { questionNumber: 5, kind: "answer", state: "held", looks: [{ outcome: "sent-back" }] },
        ],
        holding: expect.arrayContaining([expect.objectContaining({ questionNumber: 5 })]),
      },
      credentials: [
        {
          profession: "Pharmacist",
          firstName: "Ana",
          lastName: "Vale",
          licenceNumber: "2000001 Ana Pharmacist",
          status: "verified",
          proofs: [{ kind: "video", state: "done", byRole: "admin" }],
          questioned: [{ state: "dismissed", yourReplies: [{ text: "It lies under a hammer." }] }],
        },
      ],
    });
    const bea = await exportOf(town.core, town.bea);
    expect(bea.providing).toMatchObject({
      looksYouGave: [{ questionNumber: 5, outcome: "sent-back" }],
      steppedBackFrom: [{ questionNumber: 4 }],
    });
  });

  test("shows an answer that the moderators hid as hidden, and one whose patient was erased as unreadable", async () => {
    const town = await busyTown(await openNew());
    const { core, heron, ana } = town;
    const { id } = await core.db.message.findFirstOrThrow({ where: { kind: "answer", state: "sent" } });
    await core.tx((tx, now) => tx.message.update({ where: { id }, data: { hiddenAt: now } }));
    const [first] = (await exportOf(core, heron)).questions;
    expect(first?.received.find(({ kind }) => kind === "answer")).toMatchObject({
      written: null,
      hiddenAt: core.clock.now(),
    });
    await core.tx((tx) => core.vault.forget(tx, { memberId: heron.memberId }));
    const { texts } = (await exportOf(core, ana)).providing;
    expect(texts.map(({ questionNumber, written }) => [questionNumber, written === null])).toEqual([
      [1, true],
      [1, true],
      [1, true],
      [5, false],
    ]);
  });

  test("has no row of somebody else of the same name, and no word of a register that does not fit", async () => {
    const town = await moderatedTown(await openNew());
    const { core } = town;
    const ana = await standing(town);
    const { id: credentialId, communityId } = await core.db.credential.findFirstOrThrow();
    const says = "This person may be on the list (one row). VALE, ANNABEL (TX; excluded 2019).";
    const candidate = { rowHash: "f", score: 1, says, cleared: false, born: "unknown" } as const;
    const field = { field: "first name", outcome: "similar", registry: "ANNABEL" } as const;
    await core.tx((tx, now) =>
      writeCheck(tx, core, {
        ...{ communityId, credentialId, memberId: ana.memberId, source: "exclusions", method: "bulk" },
        ...{ result: "review", file: "UPDATED.csv", asOf: "2031-02-10", sha256: "f", byId: null },
        ...{ detail: { says, fields: [field], candidates: [candidate], url: null }, checkedAt: now },
      }),
    );
    const content = await exportOf(core, ana);
    expect(content.credentials[0]?.checks.at(-1)).toMatchObject({
      register: "exclusions",
      result: "review",
      file: "UPDATED.csv",
      says: null,
      compared: [{ field: "first name", outcome: "similar", inRegister: null }],
    });
    expect(JSON.stringify(content) + exportHtml(content)).not.toContain("ANNABEL");
  });

  test("has nothing of an alert that a worry raised, until its member asks for company in it", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock } = town;
    const heron = await joinAs(town, "Quiet Heron");
    const otter = await joinAs(town, "Loud Otter");
    const person = { platform: "north", spaceId: "Sunny Side/patients", accountId: "Quiet Heron" };
    await worryAbout(core, { actor: otter, person, why: "" });
    const { id: alertId } = await core.db.crisisAlert.findFirstOrThrow();
    const before = await exportOf(core, heron);
    expect(before.alerts).toEqual([]);
    expect(before.acts.ofOthers).toEqual([]);
    clock.advance(60_000);
    await askForCompany(core, { actor: heron, alertId });
    const { alerts } = await exportOf(core, heron);
    expect(alerts).toMatchObject([
      { level: "company", raisedAt: clock.now(), askedForCompanyAt: clock.now() },
    ]);
  });
});

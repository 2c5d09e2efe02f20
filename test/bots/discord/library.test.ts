import { describe, expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { attestCredential } from "#core/credentials/decision/attest-credential.ts";
import { passEntry } from "#core/library/pass-entry.ts";
import { proposeEntry } from "#core/library/propose-entry.ts";
import { findActor } from "#core/members/find-actor.ts";
import { requestLinkCode } from "#core/members/request-link-code.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";
import { answered, ask, join, screenOf, sees, teamCard } from "./patient.ts";
import { type Rig, rig, until } from "./rig.ts";

const WORDS = "Why are people tired all the time?";

/** A second provider, who looks at what Ana wrote. */
async function colleague({ core, admin, second }: Rig): Promise<Actor> {
  const { communityId } = admin;
  const account = { platform: "slack", externalId: "U2" };
  const { id: spaceId } = await core.db.space.findFirstOrThrow({ where: { communityId, platform: "slack" } });
  const { code } = await requestLinkCode(core, { communityId, spaceId, ...account });
  const { proposalId } = await attestCredential(core, {
    ...{ actor: admin, code, pseudonym: "Ben", role: "provider", first: "Ben", last: "Reed" },
    ...{ profession: "Nurse", jurisdiction: "United Kingdom", licence: "2000002", proof: "video" },
    ...{ source: "public register", checkedAt: new Date(core.clock.now().getTime() - 1000) },
  });
  await approveProposal(core, { actor: second, proposalId });
  const found = { platform: "slack", accountExternalId: "U2", spaceExternalId: "T1" };
  const { actor } = await findActor(core, found);
  if (actor === undefined) throw new Error("the colleague was not registered");
  return actor;
}

/** Robin's answer, which the team asks to keep. */
async function asked(it: Rig, robin: DiscordPerson): Promise<string> {
  await answered(it, robin);
  const { messageId } = await until(() => teamCard(it, "sent-copy"));
  const { entryId } = await proposeEntry(it.core, { actor: it.provider, named: { messageId }, words: WORDS });
  await sees(robin, "May we keep this answer for others?");
  return entryId;
}

const finds = async (person: DiscordPerson, words: string) => person.command("find", { words });

describe("the library on Discord", () => {
  test("keeps an answer that its patient says yes to; another one finds it, reads it and says that it helped", async () => {
    await using it = await rig();
    const robin = await join(it);
    const sam = await join(it, "sam");
    const entryId = await asked(it, robin);
    expect(screenOf(robin)).toContain(WORDS);
    await robin.press("Yes, keep it");
    await sees(robin, "Thank you. Somebody else looks at it");
    await finds(sam, "always tired");
    await sees(sam, "Nothing here yet about that");
    await passEntry(it.core, { actor: await colleague(it), entryId, months: 12 });
    await sees(robin, "It is in the library now");
    await finds(sam, "people are always tired");
    await sees(sam, WORDS);
    expect(screenOf(sam)).toContain("by a colleague (registered nurse)");
    expect(screenOf(sam)).not.toContain("Calm robin");
    await sam.press("Read");
    await sees(sam, "General information from the library");
    await Promise.all([sam.press("This answered it"), sam.press("This answered it")]);
    await sees(sam, "whoever wrote it will be glad");
    await until(async () => (await it.core.db.libraryUse.count()) === 1);
    expect(await it.core.db.libraryUse.findFirst()).toMatchObject({ found: 1, insteadOfAsking: 0 });

    await ask(sam, "Why am I so tired all the time?");
    expect(screenOf(sam)).toContain("This was answered before");
    await sam.press("This answered it");
    await sees(sam, "Your question was not sent");
    expect(await it.core.db.libraryUse.findFirst()).toMatchObject({ found: 1, insteadOfAsking: 1 });
    expect(await it.core.db.question.findFirst({ where: { number: 2 } })).toMatchObject({
      status: "cancelled",
    });
    const originals = { question: { number: 2 }, originalSealed: { not: null } };
    expect(await it.core.db.message.count({ where: originals })).toBe(0);

    await robin.command("my");
    await robin.press("Take it out of the library", { containing: "My questions" });
    await sees(robin, "It was taken out of the library");
    await finds(sam, "people are always tired");
    await until(() => screenOf(sam).split("Nothing here yet about that").length === 3);
    expect(JSON.stringify(it.logged)).not.toMatch(/tired/);
    expect(it.logged.filter(({ event }) => event.startsWith("discord."))).toEqual([]);
  });

  test("is nobody else's to say yes to, and shows help, and no answers, to somebody in danger", async () => {
    await using it = await rig();
    const robin = await join(it);
    const sam = await join(it, "sam");
    const entryId = await asked(it, robin);
    await sam.command("my");
    const { messages } = sam.screen().at(-1) ?? { messages: [] };
    await sam.forge(messages.at(-1)?.ref ?? "", { custom_id: `keep-yes:${entryId}`, component_type: 2 });
    await sees(sam, "Not yours to do");
    expect(await it.core.db.libraryEntry.findFirst()).toMatchObject({ patientAgreedAt: null });
    await finds(sam, "tired, I want to kill myself tonight");
    await sees(sam, "116 123");
    await robin.press("No, thank you");
    await sees(robin, "nobody asks you again");
    expect(await it.core.db.libraryEntry.findFirst()).toMatchObject({ state: "declined", textSealed: null });
    const lee = it.newPerson("lee");
    await finds(lee, "tired");
    await sees(lee, "/start");
  });

  test("pushes no word of it to who asked for quiet", async () => {
    await using it = await rig();
    const robin = await join(it);
    await robin.command("privacy");
    await robin.press("Edit");
    await robin.submit({ Quiet: "on", Country: "GB", "How replies reach you": "dm" });
    await ask(robin, "Why am I so tired?");
    await robin.press("Send this card");
    const { questionId } = await until(() => teamCard(it, "triage"));
    await claimQuestion(it.core, { actor: it.provider, questionId });
    const text = { often: "It is often harmless.", can: "", urgent: "", clinician: "" };
    const { messageId } = await answerQuestion(it.core, { actor: it.provider, questionId, text });
    await proposeEntry(it.core, { actor: it.provider, named: { messageId }, words: WORDS });
    await sees(robin, "Somebody asks you something");
    expect(screenOf(robin)).not.toContain(WORDS);
    await robin.press("Open", { containing: "Somebody asks you something" });
    await sees(robin, WORDS);
  });
});

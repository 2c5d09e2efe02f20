import { describe, expect, test } from "vitest";
import { namesFrom } from "#bots/discord/forms/claim-credential.ts";
import type { Actor } from "#core/access.ts";
import { createCommunity } from "#core/communities/create-community.ts";
import { linkSpace } from "#core/communities/link-space.ts";
import { claimCredential } from "#core/credentials/claim/claim-credential.ts";
import { suspendCredential } from "#core/credentials/decision/suspend-credential.ts";
import { startProof } from "#core/credentials/proof/start-proof.ts";
import type { Mail } from "#core/mailer.ts";
import { join as joinCommunity } from "#core/members/join.ts";
import { CONSENT_VERSION } from "#core/members/joining-text.ts";
import { CLAIM, claim, claimed, verified } from "./claimant.ts";
import { answered, join, screenOf, sees, teamCard } from "./patient.ts";
import { rig, until } from "./rig.ts";

const NOBODY = "Nobody here has checked a credential of this person";
const OF_PROVIDER = "Credentials of Ana";

/** What the newest private line says. */
const newest = (person: Awaited<ReturnType<typeof join>>) =>
  person
    .screen()
    .flatMap(({ messages }) => messages)
    .filter(({ ephemeral }) => ephemeral)
    .sort((one, other) => (BigInt(one.ref) < BigInt(other.ref) ? -1 : 1))
    .at(-1);

describe("a patient who has an answer", () => {
  test("checks its credentials, sees what was and was not checked, and questions them", async () => {
    await using it = await rig();
    const robin = await join(it);
    await answered(it, robin);
    expect(screenOf(robin)).toMatch(
      /General information from a Pharmacist \(verified\), United Kingdom, checked \d+ \w+\./,
    );
    await robin.press("Check credentials");
    await sees(robin, OF_PROVIDER);
    await sees(robin, "the licence, as an admin read it");
    await sees(robin, "lists of excluded people");
    await robin.press("Question this credential");
    await robin.submit({ "What makes you doubt it?": "Their answer was about dogs." });
    await sees(robin, "A moderator will look. Nothing changes for anybody before");
    expect((await until(() => teamCard(it, "credential-alert"))).about).toBe("questioned");
    const [row] = await it.core.db.credential.findMany();
    expect(row).toMatchObject({ status: "verified", underReviewAt: null });
  });

  test("still reads what was confirmed when it was written, after the provider was set aside", async () => {
    await using it = await rig();
    const robin = await join(it);
    await answered(it, robin);
    const { id: credentialId } = await it.core.db.credential.findFirstOrThrow();
    await suspendCredential(it.core, {
      actor: it.admin,
      credentialId,
      reason: "The register shows a restriction",
    });
    expect(screenOf(robin)).toContain("Pharmacist (verified), United Kingdom, checked");
    await robin.press("Check credentials");
    await sees(robin, "Suspended while it is looked at again. Since");
    await sees(robin, "When this was written, on");
    await sees(robin, "it was confirmed: checked");
    expect(screenOf(robin)).not.toContain("restriction");
  });
});

describe("a name on a licence", () => {
  test.each([
    ["Vale, Robin Jane", "Robin Jane", "Vale"],
    ["Robin Jane Vale", "Robin Jane", "Vale"],
    ["  van der Berg ,  Ana ", "Ana", "van der Berg"],
    ["Vale", "", "Vale"],
    ["", "", ""],
  ])("%j is read as %j %j", (typed, first, last) => {
    expect(namesFrom(typed)).toEqual({ first, last });
  });
});

describe("somebody who claims a credential", () => {
  test("reads what is never asked for, fills in the form, and is told each step", async () => {
    await using it = await rig();
    const sam = await join(it, "sam");
    await sam.command("claim");
    await sees(sam, "Never give us a photo of an ID or licence, a date of birth");
    await sam.press("Fill in the form");
    await sam.submit(CLAIM);
    await sees(sam, "we have your claim");
    await sees(sam, "We have your claim");
    expect((await until(() => teamCard(it, "credential-alert"))).about).toBe("claimed");
    await sam.command("claim");
    await sees(
      sam,
      "Pharmacist (Ontario): You said who you are; nobody has decided yet. Nothing shows yet that it is yours.",
    );
    expect(newest(sam)?.labels).toEqual([]);
    expect(JSON.stringify([...it.team.cards.values()])).not.toContain("204817");
  });

  test("proves it with the code, and stands once two people decided", async () => {
    await using it = await rig();
    const sam = await join(it, "sam");
    await verified(it, sam);
    await sam.command("claim");
    await sees(sam, "Pharmacist (Ontario): Confirmed.");
    expect(newest(sam)?.labels).toEqual(["Fill in the form"]);
  });

  test("who has not joined is told how to", async () => {
    await using it = await rig();
    const casey = it.newPerson("casey");
    await casey.command("claim");
    await sees(casey, "/start");
  });

  test("with a wrong field is told which and why, nothing is kept, and the form opens again", async () => {
    await using it = await rig();
    const sam = await join(it, "sam");
    await claim(sam, { ...CLAIM, NPI: "1234567890" });
    await sees(sam, "one of these seems mistyped");
    expect(await it.core.db.credential.count({ where: { status: "claimed" } })).toBe(0);
    await sam.press("Fill in the form again");
    await sam.submit({ ...CLAIM, "Name on the licence": "Vale" });
    await until(() => newest(sam)?.text.includes("first name"));
    await sam.press("Fill in the form again");
    await sam.submit({ ...CLAIM, NPI: "1234567893" });
    await sees(sam, "we have your claim");
  });

  test("chooses a profession, and reads which places are known where theirs is not", async () => {
    await using it = await rig();
    const sam = await join(it, "sam");
    await expect(claim(sam, { ...CLAIM, Profession: "Pharmacist and physician" })).rejects.toThrow();
    await sam.submit({ ...CLAIM, Profession: "pharmacist", "Licensed where?": "Atlantis" });
    await sees(sam, "such as Washington, Ontario or United Kingdom");
    await sam.press("Fill in the form again");
    await sam.submit({ ...CLAIM, "Licensed where?": "Ontario, Canada" });
    await sees(sam, "we have your claim");
    const row = await it.core.db.credential.findFirstOrThrow({ where: { status: "claimed" } });
    expect(row).toMatchObject({ profession: "Pharmacist", jurisdiction: "Ontario" });
  });

  test("who types what is never kept is refused before anything of it is stored", async () => {
    await using it = await rig();
    const sam = await join(it, "sam");
    const before = await it.core.db.arrival.count();
    await claim(sam, { ...CLAIM, "Licence number": "204817, ssn 123-45-6789" });
    await sees(sam, "a social security number");
    await sees(sam, "Nothing of this was kept");
    expect(newest(sam)?.labels).toEqual(["Fill in the form again"]);
    expect(await it.core.db.arrival.count()).toBe(before);
    expect(await it.core.db.credential.count({ where: { status: "claimed" } })).toBe(0);
  });

  test("who enters a wrong code hears how many tries are left, and can try again", async () => {
    await using it = await rig();
    const sam = await join(it, "sam");
    const { core, admin: actor } = it;
    const credentialId = await claimed(it, sam);
    const { code } = await startProof(core, { actor, credentialId, kind: "video" });
    await sees(sam, "An admin has a code for you");
    await sam.press("Enter code");
    await sam.submit({ Code: code === "000 000" ? "111111" : "000000" });
    await sees(sam, "4 tries are left");
    const later = new Date(core.clock.now().getTime() - 1);
    await core.db.controlProof.updateMany({ data: { expiresAt: later } });
    await sam.press("Enter it again");
    await sam.submit({ Code: code });
    await sees(sam, "No code waits for you");
  });

  test("proves it by work e-mail where the community sends mail", async () => {
    const sent: Mail[] = [];
    const mail = { domains: ["clinic.example"], send: async (one: Mail) => void sent.push(one) };
    await using it = await rig({ mail });
    const sam = await join(it, "sam");
    await claimed(it, sam);
    await sam.command("claim");
    await until(() => newest(sam)?.labels.includes("Prove by work e-mail"));
    await sam.press("Prove by work e-mail");
    await sam.submit({ "Your work e-mail address": "robin@gmail.com" });
    await sees(sam, "Anybody can get an address there");
    await sam.press("Another address");
    await sam.submit({ "Your work e-mail address": "robin@clinic.example" });
    await sees(sam, "A code is on its way to robin@clinic.example");
    const code = /\d{3} \d{3}/.exec(sent[0]?.text ?? "")?.[0] ?? "";
    await sam.press("Enter code");
    await sam.submit({ Code: code.startsWith("0") ? "999 999" : "000 000" });
    await sees(sam, "4 tries are left");
    await sam.press("Enter it again");
    await sam.submit({ Code: code });
    await sees(sam, "that was the right code");
    await sees(sam, "Shown to be yours");
  });

  test("in two communities enters the code by direct message for the one that it was made for", async () => {
    await using it = await rig();
    const sam = await join(it, "sam");
    const { core, admin } = it;
    const other = { name: "Moon Side", country: "GB", bridge: "on", adminPseudonym: "Moon Admin" } as const;
    const { communityId, adminMemberId } = await createCommunity(core, { ...other, actor: admin });
    const actor: Actor = { memberId: adminMemberId, communityId, pseudonym: "Moon Admin", roles: ["admin"] };
    const { guildId } = it.discord.addGuild({ name: "Moon Side" });
    const space = { platform: "discord", side: "patients", externalId: guildId } as const;
    const { spaceId } = await linkSpace(core, { actor, ...space });
    const member = await joinCommunity(core, {
      communityId,
      spaceId,
      platform: "discord",
      externalId: sam.id,
      pseudonym: "Pale Moon",
      country: "GB",
      statesAdult: true,
      textVersion: CONSENT_VERSION,
    });
    const { credentialId } = await claimCredential(core, {
      claimant: { actor: member },
      typed: {
        ...{ first: "Robin", last: "Vale", former: "", profession: "Pharmacist", jurisdiction: "Ontario" },
        ...{ licence: "204817", npi: "", display: "" as const },
      },
    });
    const { code } = await startProof(core, { actor, credentialId, kind: "video" });
    await sees(sam, "An admin has a code for you");
    await sam.press("Enter code");
    await sam.submit({ Code: code });
    await sees(sam, "that was the right code");
    await sam.command("claim", {}, { dm: true });
    await until(() => newest(sam)?.text.includes("Sunny Side"));
  });

  test("whose credential is questioned says their side, without hearing who asked", async () => {
    await using it = await rig();
    const sam = await join(it, "sam");
    await verified(it, sam);
    const robin = await join(it);
    await robin.userMenu("Check credentials", sam.id);
    await robin.press("Question this credential");
    await robin.submit({ "What makes you doubt it?": "I know them as a plumber." });
    await sees(robin, "A moderator will look");
    await sees(sam, "Somebody questions your credential");
    expect(screenOf(sam)).not.toContain("plumber");
    await sam.press("Say your side");
    await sam.submit({ "What should they know?": "I was one before." });
    await sees(sam, "The moderators read it");
    await until(() =>
      [...it.team.cards.values()].some(
        (card) => card.kind === "credential-alert" && card.about === "replied",
      ),
    );
  });
});

describe("the menu on a person", () => {
  test("says the same of a stranger, a patient, and somebody whose claim waits", async () => {
    await using it = await rig();
    const robin = await join(it);
    const sam = await join(it, "sam");
    const waits = await join(it, "wren");
    await claimed(it, waits);
    const shown: (string | undefined)[] = [];
    for (const other of [it.newPerson("casey"), sam, waits, robin]) {
      await robin.userMenu("Check credentials", other.id);
      shown.push(newest(robin)?.text);
    }
    expect(new Set(shown).size).toBe(1);
    expect(shown[0]).toContain(NOBODY);
    expect(newest(robin)?.labels).toEqual([]);
  });

  test("on a verified provider tells what they are, and never the name that they have here", async () => {
    await using it = await rig();
    const sam = await join(it, "sam");
    const credentialId = await verified(it, sam);
    const casey = it.newPerson("casey");
    await casey.userMenu("Check credentials", sam.id);
    const text = newest(casey)?.text ?? "";
    expect(text).toMatch(/Pharmacist \(verified\), Ontario, checked in \w+ \d{4}/);
    expect(text).not.toMatch(/Calm sam|Vale|204817|Ontario College/);
    const raw = it.discord.messages(it.askChannelId).filter(({ ephemeralFor }) => ephemeralFor === casey.id);
    expect(JSON.stringify(raw)).not.toContain(credentialId);
  });

  test("on a provider who answers by name shows that name and all that was checked", async () => {
    await using it = await rig();
    const sam = await join(it, "sam");
    await verified(it, sam, { ...CLAIM, "Licensed where?": "Scotland" });
    const casey = it.newPerson("casey");
    await casey.userMenu("Check credentials", sam.id);
    const text = newest(casey)?.text ?? "";
    expect(text).toContain("Credentials of Robin Vale");
    expect(text).toContain("We did not check");
    expect(text).not.toContain("Calm sam");
  });

  test("tells nothing any more of a provider who was set aside", async () => {
    await using it = await rig();
    const sam = await join(it, "sam");
    const credentialId = await verified(it, sam);
    await suspendCredential(it.core, { actor: it.admin, credentialId, reason: "A doubt" });
    const casey = it.newPerson("casey");
    await casey.userMenu("Check credentials", sam.id);
    await sees(casey, NOBODY);
  });
});

describe("what is never kept, typed to the bot", () => {
  const SSN = "Here you are: my ssn is 123-45-6789.";

  test("by somebody whose claim is open is not taken up, and they are told to delete it", async () => {
    await using it = await rig();
    const sam = await join(it, "sam");
    await claimed(it, sam);
    await sam.type(sam.dm(), SSN);
    await sees(sam, "I did not take up your message, and I kept nothing of it.");
    await sees(sam, "a social security number");
    await sees(sam, "only you can");
    await sam.type(sam.dm(), "", { files: ["licence.jpg"] });
    await sees(sam, "Nobody here needs a picture of an ID or a licence");
    // What was handled is forgotten a moment after they were told.
    await until(
      async () => (await it.core.db.arrival.count({ where: { payloadSealed: { not: null } } })) === 0,
    );
  });

  test("does not cross with an open question, and whoever may be in danger is heard first", async () => {
    await using it = await rig();
    const sam = await join(it, "sam");
    await answered(it, sam);
    await claimed(it, sam);
    await sam.type(sam.dm(), `I want to kill myself tonight. ${SSN}`);
    await sees(sam, "You can talk to someone now");
    await sees(sam, "I did not take up your message");
    expect(await until(() => teamCard(it, "crisis"))).toBeDefined();
    expect(screenOf(sam)).not.toContain("What will be sent to question");
  });

  test("by a patient without a claim goes its usual way", async () => {
    await using it = await rig();
    const robin = await join(it);
    await answered(it, robin);
    await robin.type(robin.dm(), SSN);
    await sees(robin, "What will be sent to question");
  });

  test("is cut out of an edited message too", async () => {
    await using it = await rig();
    const sam = await join(it, "sam");
    await answered(it, sam);
    await claimed(it, sam);
    const typed = await sam.type(sam.dm(), "How long will it take?");
    await sees(sam, "What will be sent to question");
    await sam.edit(typed, SSN);
    await sees(sam, "I did not take up your message");
  });

  test("is deleted in a private thread where the bot may, else the person is asked to", async () => {
    await using it = await rig();
    const sam = await join(it, "sam");
    sam.closeDms();
    await claimed(it, sam);
    await sam.command("privacy");
    await sam.press("Edit");
    await sam.submit({ Quiet: "off", Country: "GB", "How replies reach you": "thread" });
    await answered(it, sam);
    const thread = await until(() => sam.screen().find(({ place }) => place === "thread")?.channelId);
    const bot = it.discord.messages(thread)[0]?.authorId ?? "";
    const typed = await sam.type(thread, `<@${bot}> ${SSN}`);
    await sees(sam, "I deleted it here.");
    expect(it.discord.messages(thread).find(({ id }) => id === typed)?.deleted).toBe(true);
    it.discord.setOverwrites(it.askChannelId, [{ id: bot, type: 1, allow: 0n, deny: 1n << 13n }]);
    const kept = await sam.type(thread, `<@${bot}> ${SSN}`);
    await sees(sam, "only you can");
    expect(it.discord.messages(thread).find(({ id }) => id === kept)?.deleted).toBe(false);
  });
});

import { describe, expect, test } from "vitest";
import { INVITED_BITS } from "#bots/discord/invite.ts";
import { showAppeal } from "#core/moderation/appeals/appeal-queue.ts";
import { decideAppeal } from "#core/moderation/appeals/decide-appeal.ts";
import { askAppellant } from "#core/moderation/appeals/reply-to-appeal.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";
import { codeOn, decide, HOUR_MS, reportedPost } from "./moderated.ts";
import { join, screenOf, sees, teamCard } from "./patient.ts";
import { type Rig, rig, until } from "./rig.ts";

const SIDE = "What do you want to say?";

/** Sam, after a decision, and the case it was made in. */
async function decided(it: Rig, chosen: Parameters<typeof decide>[2]) {
  const robin = await join(it);
  const sam = await join(it, "sam");
  const { caseNumber } = await reportedPost(it, { author: sam, reporter: robin });
  await decide(it, caseNumber, chosen);
  await sees(sam, "A decision of the moderators");
  return { robin, sam, caseNumber };
}

const thread = async (it: Rig, named: string) =>
  (await showAppeal(it.core, { actor: it.second, named })).thread.map(({ kind, text }) => `${kind}: ${text}`);

async function byCode(person: DiscordPerson, code: string, text: string): Promise<void> {
  await person.command("appeal");
  await person.submit({ Code: code, [SIDE]: text });
}

describe("an appeal", () => {
  test("by code after a ban is heard from the old button, overturned, and undone in the server", async () => {
    await using it = await rig();
    const { sam, caseNumber } = await decided(it, { action: "ban" });
    await until(() => sam.standing(it.guildId) === "banned");
    await sam.press("I disagree", { in: sam.dm() });
    await sees(sam, "This community is closed to you");
    await sam.press("Ask for another look");
    await sam.submit({ Code: codeOn(sam).toLowerCase().replace("-", " "), [SIDE]: "It was my brother." });
    await sees(sam, "Sunny Side has your appeal.");
    expect(await thread(it, caseNumber)).toEqual(["appeal: It was my brother."]);
    const { core, second: actor } = it;
    await decideAppeal(core, { actor, named: caseNumber, outcome: "overturned", reason: "We believe you." });
    await until(() => sam.standing(it.guildId) === "out");
    sam.rejoin(it.guildId);
    await sam.command("my");
    await sees(sam, "You have not sent a question yet.");
    expect((await until(() => teamCard(it, "appeal"))).state).toBe("overturned");
  });

  test("is answered with a question, and the reply reaches whoever looks at it", async () => {
    await using it = await rig();
    const { sam, caseNumber } = await decided(it, { action: "warn" });
    await sam.press("I disagree");
    await sam.submit({ [SIDE]: "I only asked." });
    await sees(sam, "has your appeal");
    await askAppellant(it.core, { actor: it.second, named: caseNumber, text: "Whose site is it?" });
    await sees(sam, "Whose site is it?");
    await sam.press("Reply");
    await sam.submit({ [SIDE]: "A shop I like. Write to me at sam@example.org" });
    await sees(sam, "Whoever looks at it again will read it.");
    expect(await thread(it, caseNumber)).toEqual([
      "appeal: I only asked.",
      "appeal-question: Whose site is it?",
      "appeal-reply: A shop I like. Write to me at [e-mail address]",
    ]);
    await decideAppeal(it.core, {
      actor: it.second,
      named: caseNumber,
      outcome: "upheld",
      reason: "It is your shop.",
    });
    await sees(sam, "A different person looked, and it stays as it was decided:");
  });

  test("by code may come from anybody who has it, and more with the same code is a reply", async () => {
    await using it = await rig();
    const { sam, caseNumber } = await decided(it, { action: "strike" });
    const code = codeOn(sam);
    const friend = it.newPerson("casey");
    await byCode(friend, code, "They asked me to write.");
    await sees(friend, "has your appeal");
    await byCode(friend, code, "And this too.");
    await sees(friend, "Whoever looks at it again will read it.");
    expect(await thread(it, caseNumber)).toEqual([
      "appeal: They asked me to write.",
      "appeal-reply: And this too.",
    ]);
  });

  test("with a wrong code is told so and tried again, and not more than ten times an hour", async () => {
    await using it = await rig();
    const casey = it.newPerson("casey");
    await byCode(casey, "2222-2222", "Let me in");
    await sees(casey, "There is no decision that this code belongs to");
    for (let tried = 1; tried < 10; tried += 1) {
      await casey.press("Try again");
      await casey.submit({ Code: `2222-222${tried}`, [SIDE]: "Let me in" });
    }
    expect(screenOf(casey)).not.toContain("That was too often.");
    await byCode(casey, "2222-3333", "Let me in");
    await sees(casey, "That was too often.");
    it.clock.advance(HOUR_MS + 1000);
    await byCode(casey, "2222-4444", "Let me in");
    await until(
      () =>
        casey
          .screen()
          .flatMap(({ messages }) => messages)
          .filter(({ text }) => text.includes("no decision that this code")).length === 11,
    );
  });

  test("needs no code from the account that was banned, also where direct messages are closed", async () => {
    await using it = await rig();
    const robin = await join(it);
    const sam = await join(it, "sam");
    const { caseNumber } = await reportedPost(it, { author: sam, reporter: robin });
    it.discord.faults.add("discord-dm-closed", { person: sam.id, times: 1000 });
    await decide(it, caseNumber, { action: "ban" });
    await until(() => sam.standing(it.guildId) === "banned");
    expect(screenOf(sam)).not.toContain("A decision of the moderators");
    // From another server with the bot, of whose community they are no member.
    const { guildId } = it.discord.addGuild({ name: "Elsewhere" });
    const [applicationId = ""] = it.discord.guild(it.guildId).installed.keys();
    it.discord.installApplication({ guildId, applicationId, permissions: INVITED_BITS });
    it.discord.addChannel({ guildId, name: "general" });
    sam.rejoin(guildId);
    await sam.command("appeal", {}, { guildId });
    await sam.submit({ [SIDE]: "I only told what helped me." });
    await sees(sam, "Sunny Side has your appeal.");
    await sam.command("appeal", {}, { guildId });
    await sam.submit({ [SIDE]: "And this." });
    await sees(sam, "Whoever looks at it again will read it.");
    expect(await thread(it, caseNumber)).toEqual([
      "appeal: I only told what helped me.",
      "appeal-reply: And this.",
    ]);
  });

  test("from one's own account is about the decision that is chosen, and of somebody without one needs a code", async () => {
    await using it = await rig();
    const { robin, sam, caseNumber } = await decided(it, { action: "warn" });
    const again = await reportedPost(it, { author: sam, reporter: robin, text: "Buy again" });
    await decide(it, again.caseNumber, { action: "strike" });
    await sam.command("appeal");
    await sam.submit({ [SIDE]: "Both" });
    await sees(sam, "There are several decisions about you");
    await sam.press("Try again");
    const day = it.core.clock.now().toISOString().slice(0, 10);
    const which = `Sunny Side, ${day}: we ask you to keep to it (rule 3 (no selling or recruiting))`;
    await sam.submit({ "Which decision?": which, [SIDE]: "The first was a joke." });
    await sees(sam, "has your appeal");
    expect(await thread(it, caseNumber)).toEqual(["appeal: The first was a joke."]);
    await robin.command("appeal");
    await expect(robin.submit({ [SIDE]: "Me too" })).rejects.toThrow("Code");
    robin.dismiss();
  });

  test("that is refused is heard: a stranger gets the lines under a wrong code, and after too many tries", async () => {
    await using it = await rig();
    const casey = it.newPerson("casey");
    await byCode(casey, "2222-2222", "I want to kill myself tonight");
    await sees(casey, "116 123");
    await sees(casey, "There is no decision that this code belongs to");
    expect(screenOf(casey)).not.toContain("Our team is being told");
    for (let tried = 1; tried < 10; tried += 1) await byCode(casey, `2222-222${tried}`, "Let me in");
    const calls = () => screenOf(casey).split("116 123").length;
    const before = calls();
    await byCode(casey, "2222-3333", "I want to kill myself tonight");
    await sees(casey, "That was too often.");
    expect(calls()).toBeGreaterThan(before);
  });

  test("brings help at once where its words sound as if somebody were in danger, also after a ban", async () => {
    await using it = await rig();
    const { sam } = await decided(it, { action: "ban" });
    await until(() => sam.standing(it.guildId) === "banned");
    await sam.press("I disagree", { in: sam.dm() });
    await sam.press("Ask for another look");
    await sam.submit({ Code: codeOn(sam), [SIDE]: "This was all I had. I want to kill myself tonight" });
    await sees(sam, "116 123");
    await sees(sam, "has your appeal");
    expect((await until(() => teamCard(it, "crisis"))).pseudonym).toBe("Calm sam");
  });
});

describe("one's own strikes", () => {
  test("are told with their points, when they fade, and how each stands", async () => {
    await using it = await rig();
    const { robin, sam } = await decided(it, { action: "strike", rule: "10" });
    await robin.command("my-strikes");
    await sees(robin, "Nothing was decided about you.");
    await sam.command("my-strikes");
    await sees(sam, "You have 3 points. The next fades on");
    await sees(sam, "We noted a strike, which fades after 90 days: rule 10 (nothing illegal).");
    await sees(sam, "You can ask for another look until");
    const shown = () =>
      sam
        .screen()
        .flatMap(({ messages }) => messages)
        .filter(({ ephemeral }) => ephemeral);
    await sam.press("I disagree", { in: shown().at(-1)?.ref ?? "" });
    await sam.submit({ [SIDE]: "It is legal here." });
    await sees(sam, "has your appeal");
    await sam.command("my-strikes");
    await sees(sam, "Somebody else is looking at it again.");
    expect(shown().at(-1)?.labels).toEqual([]);
  });

  test("that are several are each appealed from a list", async () => {
    await using it = await rig();
    const { robin, sam } = await decided(it, { action: "warn" });
    const { caseNumber } = await reportedPost(it, { author: sam, reporter: robin, text: "Buy again" });
    await decide(it, caseNumber, { action: "strike" });
    await sam.command("my-strikes");
    await sees(sam, "You have 1 point.");
    const today = it.core.clock.now().toISOString().slice(0, 10);
    await sam.choose("I disagree with…", [
      `${today}: we ask you to keep to it (rule 3 (no selling or recruiting))`,
    ]);
    await sam.submit({ [SIDE]: "The first was a joke." });
    await sees(sam, "has your appeal");
    const appeal = await it.core.db.appeal.findFirstOrThrow({ include: { decision: true } });
    expect(appeal.decision.action).toBe("warn");
  });
});

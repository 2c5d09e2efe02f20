import { describe, expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { createCommunity } from "#core/communities/create-community.ts";
import { linkSpace } from "#core/communities/link-space.ts";
import { join as joinCommunity } from "#core/members/join.ts";
import { CONSENT_VERSION } from "#core/members/joining-text.ts";
import { showCase } from "#core/moderation/cases/show-case.ts";
import { endDecisionsDue } from "#core/moderation/decisions/end-due.ts";
import { undoDecision } from "#core/moderation/decisions/undo-decision.ts";
import { proposeExport } from "#core/privacy/propose-export.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";
import { codeOn, decide, HOUR_MS, reportedPost } from "./moderated.ts";
import { answered, join, screenOf, sees, teamCard } from "./patient.ts";
import { type Rig, rig, until } from "./rig.ts";

/** Everything that the bot asked of Discord, in its order. */
const asked = (it: Rig, what: RegExp): number =>
  it.discord.received.findLastIndex(({ method, path }) => what.test(`${method} ${path}`));

async function reported(it: Rig) {
  const robin = await join(it);
  const sam = await join(it, "sam");
  return { robin, sam, ...(await reportedPost(it, { author: sam, reporter: robin })) };
}

/** A second community with a server of its own, which somebody is in too. */
async function anotherCommunity({ core, discord, guildId: first, admin }: Rig, person: DiscordPerson) {
  const [applicationId = ""] = discord.guild(first).installed;
  const { guildId } = discord.addGuild({ name: "Lantern" });
  discord.installApplication({ guildId, applicationId });
  const names = { name: "Lantern", adminPseudonym: "Lantern Admin" };
  const made = await createCommunity(core, { ...names, actor: admin, country: "GB", bridge: "on" });
  const actor: Actor = { ...admin, communityId: made.communityId, memberId: made.adminMemberId };
  const space = { platform: "discord", side: "patients", externalId: guildId } as const;
  const { spaceId } = await linkSpace(core, { actor, ...space });
  person.rejoin(guildId);
  await joinCommunity(core, {
    communityId: made.communityId,
    spaceId,
    platform: "discord",
    externalId: person.id,
    pseudonym: "Calm Lantern",
    country: "GB",
    statesAdult: true,
    textVersion: CONSENT_VERSION,
  });
  return { guildId };
}

describe("a time-out", () => {
  test("is told, then enforced in the server, told to whoever reported, and over by itself", async () => {
    await using it = await rig();
    const { robin, sam, caseNumber } = await reported(it);
    await decide(it, caseNumber, { action: "time-out", forMs: 24 * HOUR_MS });
    await until(() => sam.standing(it.guildId) === "timed-out");
    await sees(sam, "We paused your writing here.");
    await sees(sam, 'rule 3, \\"No selling or recruiting\\"');
    await sees(sam, "It was an offer to sell.");
    await sees(robin, "We looked, and we took action. The other person isn't told who reported.");
    expect(screenOf(sam)).not.toContain("robin");
    expect(screenOf(robin)).not.toContain("offer to sell");
    it.clock.advance(25 * HOUR_MS);
    await endDecisionsDue(it.core);
    await until(() => sam.standing(it.guildId) === "member");
    await sees(sam, "This is over");
  });

  test("keeps nobody from an appeal, nor from help", async () => {
    await using it = await rig();
    const { sam, caseNumber } = await reported(it);
    await decide(it, caseNumber, { action: "time-out", forMs: 24 * HOUR_MS });
    await until(() => sam.standing(it.guildId) === "timed-out");
    await expect(sam.command("help-now")).rejects.toThrow("in a timeout");
    await sam.command("help-now", {}, { dm: true });
    await sees(sam, "Get help now");
    await sam.press("I disagree", { in: sam.dm() });
    await sam.submit({ "What do you want to say?": "It was a joke." });
    await sees(sam, "Sunny Side has your appeal. A different person looks at it");
    await sees(sam, "You asked for another look.");
    expect((await until(() => teamCard(it, "appeal"))).state).toBe("open");
  });
});

describe("a ban", () => {
  test("is told with its code before it is done, since nobody can be written to afterwards", async () => {
    await using it = await rig();
    const { sam, caseNumber } = await reported(it);
    await decide(it, caseNumber, { action: "ban" });
    await until(() => sam.standing(it.guildId) === "banned");
    expect(codeOn(sam)).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const told = asked(it, new RegExp(`POST .*/channels/${sam.dm()}/messages`));
    expect(told).toBeGreaterThan(-1);
    expect(asked(it, /PUT .*\/bans\//)).toBeGreaterThan(told);
    expect(() => sam.rejoin(it.guildId)).toThrow("banned");
  });

  test("closes everything but help to somebody who can still reach the bot, and says how to appeal", async () => {
    await using it = await rig();
    const { sam, caseNumber } = await reported(it);
    const elsewhere = it.discord.addGuild({ name: "Elsewhere" });
    const [applicationId = ""] = it.discord.guild(it.guildId).installed;
    it.discord.installApplication({ ...elsewhere, applicationId });
    sam.rejoin(elsewhere.guildId);
    await decide(it, caseNumber, { action: "ban" });
    await until(() => sam.standing(it.guildId) === "banned");
    for (const command of ["my", "ask", "privacy", "my-strikes"]) {
      const before = sam.screen().flatMap(({ messages }) => messages).length;
      await sam.command(command, {}, { dm: true });
      const after = sam.screen().flatMap(({ messages }) => messages);
      expect(after.length).toBe(before + 1);
      expect(after.at(-1)?.text).toContain("This community is closed to you");
      expect(after.at(-1)?.labels).toEqual(["Ask for another look"]);
    }
    await sam.command("help-now", {}, { dm: true });
    await sees(sam, "Get help now");
    await sam.type(sam.dm(), "Why?");
    await until(() => sam.screen().at(-1)?.messages.at(-1)?.text.includes("This community is closed to you"));
  });

  test("is told directly to somebody who reads in a private thread, and waits for nobody whose messages are closed", async () => {
    await using it = await rig();
    const { robin, sam, caseNumber } = await reported(it);
    await sam.command("privacy");
    await sam.press("Edit");
    await sam.submit({ Quiet: "off", Country: "GB", "How replies reach you": "thread" });
    await decide(it, caseNumber, { action: "ban" });
    await until(() => sam.standing(it.guildId) === "banned");
    expect(codeOn(sam)).not.toBe("");
    const kim = await join(it, "kim");
    kim.closeDms();
    await it.core.db.member.updateMany({ where: { pseudonym: "Calm kim" }, data: { reach: "thread" } });
    await decide(it, (await reportedPost(it, { author: kim, reporter: robin })).caseNumber, {
      action: "ban",
    });
    await until(() => kim.standing(it.guildId) === "banned");
    const { trouble } = await it.core.db.delivery.findFirstOrThrow({
      where: { kind: "decision" },
      orderBy: { id: "desc" },
    });
    expect(trouble).toBe("inbox");
  });

  test("in one of two communities is told where it is about that one, and nowhere else", async () => {
    await using it = await rig();
    const { sam, caseNumber } = await reported(it);
    const { guildId } = await anotherCommunity(it, sam);
    await decide(it, caseNumber, { action: "ban" });
    await until(() => sam.standing(it.guildId) === "banned");
    await sam.press("I disagree", { in: sam.dm() });
    await sees(sam, "This community is closed to you");
    await sam.command("my", {}, { dm: true });
    await sees(sam, "You have not sent a question yet.");
    expect(sam.standing(guildId)).toBe("member");
  });

  test("that the bot has no permission for is seen on the case, and told to the moderators once it is given up", async () => {
    await using it = await rig();
    const { sam, caseNumber } = await reported(it);
    const { roles } = it.discord.guild(it.guildId);
    const own = [...roles.values()].find(({ managed }) => managed);
    if (own === undefined) throw new Error("the bot has no role");
    roles.set(own.id, { ...own, permissions: own.permissions & ~(1n << 2n) });
    await decide(it, caseNumber, { action: "ban" });
    await until(
      async () =>
        (await it.core.db.delivery.count({ where: { trouble: { contains: "channel-permission" } } })) > 0,
    );
    const { effects } = await showCase(it.core, { actor: it.second, named: caseNumber });
    const restrained = effects.find(({ what, platform }) => what === "restrained" && platform === "discord");
    expect(restrained?.state).not.toBe("done");
    expect(restrained?.trouble).toContain("channel-permission");
    expect(sam.standing(it.guildId)).toBe("member");
    const [told] = await until(() => {
      it.clock.advance(60_000);
      const { refused } = teamCard(it, "case") ?? { refused: [] };
      return refused.length > 0 ? refused : undefined;
    });
    expect(told).toEqual({ platform: "discord", trouble: "forbidden:channel-permission", isDone: false });
    roles.set(own.id, own);
    await undoDecision(it.core, { actor: it.second, named: caseNumber });
    await decide(it, caseNumber, { action: "ban" });
    await until(() => sam.standing(it.guildId) === "banned");
    await until(() => teamCard(it, "case")?.refused[0]?.isDone === true);
  });
});

describe("a removal", () => {
  test("lets them come back as who they were, and appeal with the code until then", async () => {
    await using it = await rig();
    const { sam, caseNumber } = await reported(it);
    await decide(it, caseNumber, { action: "remove" });
    await until(() => sam.standing(it.guildId) === "out");
    await sam.press("I disagree", { in: sam.dm() });
    await sees(sam, "With the code in the message that told you");
    await sam.press("Ask for another look");
    sam.dismiss();
    sam.rejoin(it.guildId);
    await sam.command("start");
    await sam.press("Next");
    await sam.press("Next");
    await sam.press("Join");
    await sam.submit({ "Name here": "Somebody else", Country: "GB", "I am 18 or over": "yes" });
    await sees(sam, "Welcome, Calm sam");
    await sam.press("I disagree", { in: sam.dm() });
    await sam.submit({ "What do you want to say?": "I sold nothing." });
    await sees(sam, "has your appeal");
  });
});

describe("a reported post", () => {
  test("of somebody who is no member goes from the channel, and the person can be banned", async () => {
    await using it = await rig();
    const robin = await join(it);
    const casey = it.newPerson("casey");
    const first = await reportedPost(it, { author: casey, reporter: robin });
    await decide(it, first.caseNumber, { action: "hide" });
    await until(() => it.discord.messages(first.channelId).find(({ id }) => id === first.messageId)?.deleted);
    await robin.userMenu("Report this person", casey.id);
    await robin.submit({ "What is wrong?": "They come back to sell." });
    await decide(it, String(Number(first.caseNumber) + 1), { action: "ban" });
    await until(() => casey.standing(it.guildId) === "banned");
    await undoDecision(it.core, { actor: it.second, named: String(Number(first.caseNumber) + 1) });
    await until(() => casey.standing(it.guildId) === "out");
  });
});

describe("a hidden answer", () => {
  test("is hidden where it stands, and shown again when that was a mistake", async () => {
    await using it = await rig();
    const robin = await join(it);
    await answered(it, robin);
    await robin.press("Report");
    await robin.submit({ "What is wrong?": "This cannot be right." });
    const inDm = () =>
      robin
        .screen()
        .filter(({ place }) => place === "dm")
        .flatMap(({ messages }) => messages)
        .find(({ text }) => text.includes("An answer to your question"))?.text ?? "";
    await until(() => inDm().includes("Rest and drink water."));
    await decide(it, "1", { action: "hide", rule: "4", reason: "It told you what to take." });
    await until(() => inDm().includes("The moderators of this community hid this text."));
    expect(inDm()).not.toContain("Rest and drink water.");
    await sees(robin, "We looked, and we took action.");
    await sees(robin, "Your conversation goes on");
    await undoDecision(it.core, { actor: it.second, named: "1" });
    await until(() => inDm().includes("Rest and drink water."));
  });
});

describe("what two people may see of a member", () => {
  test("is told to them by name, with the reason", async () => {
    await using it = await rig();
    const robin = await join(it);
    const reason = "You asked us for it by e-mail.";
    const { proposalId } = await proposeExport(it.core, { actor: it.admin, member: "Calm robin", reason });
    await approveProposal(it.core, { actor: it.second, proposalId });
    await sees(robin, "Two people may save a copy of your data");
    await sees(
      robin,
      `Admin and ${it.second.pseudonym} of the team agreed to save a copy of what is kept about you here.`,
    );
    await sees(robin, reason);
    await sees(robin, "It holds your own things, and nothing of other people.");
    await until(() => teamCard(it, "reveal"));
    expect(teamCard(it, "reveal")).toMatchObject({ what: "export", person: "Calm robin", reason });
  });
});

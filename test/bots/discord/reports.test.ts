import { ChannelType, REST, Routes } from "discord.js";
import { describe, expect, test } from "vitest";
import { rememberTarget } from "#bots/discord/targets-in-hand.ts";
import { showCase } from "#core/moderation/cases/show-case.ts";
import { OWN_RULES } from "../../support/own-rules.ts";
import { chatOf, decide, reportedPost } from "./moderated.ts";
import { answered, inThread, join, sees, teamCard } from "./patient.ts";
import { type Rig, rig, TOKEN, until } from "./rig.ts";

const caseOf = ({ core, admin }: Rig, named = "1") => showCase(core, { actor: admin, named });

describe("a report of a message", () => {
  test("keeps what stood there when the menu was opened, and tells the moderators neither who nor why", async () => {
    await using it = await rig();
    const robin = await join(it);
    const sam = await join(it, "sam");
    const channelId = chatOf(it);
    const messageId = await sam.type(channelId, "Take two of mine, they are better", {
      files: ["offer.png"],
    });
    await robin.messageMenu("Report", messageId);
    await sam.edit(messageId, "Nothing to see");
    await robin.submit({
      "What is wrong?": "They tell people what to take.",
      "Which rule, if you know": "4. No dosing advice",
    });
    await sees(robin, "The other person isn't told who reported.");
    const { evidence, severity, person, reports } = await caseOf(it);
    expect(evidence).toMatchObject([
      {
        text: "Take two of mine, they are better\n[with a file]",
        author: "Calm sam",
        what: "post",
        unchanged: true,
      },
    ]);
    expect({ severity, person, reports: reports.length }).toEqual({
      severity: 2,
      person: "Calm sam",
      reports: 1,
    });
    const card = await until(() => teamCard(it, "case"));
    expect(card).toMatchObject({ about: "post", reports: 1 });
    expect(JSON.stringify(card)).not.toMatch(/robin|sam/);
  });

  test("in a private thread is for leads and admins alone, and one in an open thread for all who moderate", async () => {
    await using it = await rig();
    const robin = await join(it);
    const sam = await join(it, "sam");
    const rest = new REST().setToken(TOKEN);
    rest.options.api = it.discord.apiUrl;
    const parent = chatOf(it);
    for (const type of [ChannelType.PrivateThread, ChannelType.PublicThread]) {
      const body = { name: "aside", type };
      const { id } = (await rest.post(Routes.threads(parent), { body })) as { id: string };
      for (const person of [sam, robin]) await rest.put(Routes.threadMembers(id, person.id));
      const messageId = await sam.type(id, "Meet me, I sell it");
      await robin.messageMenu("Report", messageId);
      await robin.submit({ "What is wrong?": "They sell things." });
    }
    await until(async () => (await it.core.db.case.count()) === 2);
    const cases = await it.core.db.case.findMany({ orderBy: { number: "asc" } });
    expect(cases.map(({ onlyLeads }) => onlyLeads)).toEqual([true, false]);
    const card = await until(() => teamCard(it, "case"));
    expect(card.about).toBeUndefined();
    expect(JSON.stringify(card)).not.toContain("sam");
  });

  test("adds to the case that is open about it, and says so to whoever reports twice", async () => {
    await using it = await rig();
    const robin = await join(it);
    const kim = await join(it, "kim");
    const { messageId } = await reportedPost(it, { author: it.newPerson("casey"), reporter: robin });
    for (const person of [kim, robin]) {
      await person.messageMenu("Report", messageId);
      await person.submit({ "What is wrong?": "Again." });
    }
    await sees(robin, "You told us before");
    const { about, person, reports } = await caseOf(it);
    expect({ about, person, reports: reports.length }).toEqual({ about: "post", person: null, reports: 2 });
    expect(await it.core.db.case.count()).toBe(1);
  });

  test("whose form stayed open for so long that the message was forgotten is asked for again, and danger is heard", async () => {
    await using it = await rig();
    const robin = await join(it);
    const sam = await join(it, "sam");
    const messageId = await sam.type(chatOf(it), "Buy this");
    await robin.messageMenu("Report", messageId);
    const other = { channelId: "1", messageId: "1", authorId: "1", text: "", files: 0, isPrivate: false };
    for (let press = 0; press < 500; press += 1)
      rememberTarget({ id: `other-${press}`, accountId: "1" }, other);
    await robin.submit({ "What is wrong?": "They sell this. I want to kill myself tonight" });
    await sees(robin, "This form was open for too long");
    await sees(robin, "116 123");
    await until(() => teamCard(it, "crisis"));
    expect(await it.core.db.case.count()).toBe(0);
    await robin.messageMenu("Report", messageId);
    await robin.submit({ "What is wrong?": "They sell." });
    await sees(robin, "Thank you. A moderator will look.");
  });

  test("that is a card of ours is the same case as the button on the card", async () => {
    await using it = await rig();
    const robin = await join(it);
    await robin.command("privacy");
    await robin.press("Edit");
    await robin.submit({ Quiet: "off", Country: "GB", "How replies reach you": "thread" });
    await answered(it, robin);
    const card = await until(() =>
      robin
        .screen()
        .filter(({ place }) => place === "thread")
        .flatMap(({ messages }) => messages)
        .find(({ text }) => text.includes("Rest and drink water.")),
    );
    await until(async () => (await it.core.db.copy.count({ where: { kind: "answer" } })) > 0);
    await robin.messageMenu("Report", card.ref);
    await robin.submit({ "What is wrong?": "This is wrong." });
    await sees(robin, "The conversation is paused until then.");
    await robin.press("Report", { in: card.ref });
    await robin.submit({ "What is wrong?": "Still wrong." });
    await sees(robin, "You told us before");
    const { about, person, evidence } = await caseOf(it);
    expect({ about, person }).toEqual({ about: "message", person: "Ana" });
    expect(evidence).toMatchObject([{ what: "answer" }]);
    expect(evidence[0]?.text).toContain("Rest and drink water.");
    expect(await it.core.db.case.count()).toBe(1);
    expect(inThread(robin)).toContain("paused");
  });

  test("is refused in words on one's own and on what holds nobody's words", async () => {
    await using it = await rig();
    const robin = await join(it);
    await robin.messageMenu("Report", await robin.type(chatOf(it), "Hello all"));
    await sees(robin, "You cannot report yourself or what you wrote.");
    const panel = await until(() =>
      it.discord.messages(it.askChannelId).find(({ embeds }) => embeds.length > 0),
    );
    await robin.messageMenu("Report", panel.id);
    await sees(robin, "This is Curbside itself");
    expect(robin.form).toBeUndefined();
    expect(await it.core.db.case.count()).toBe(0);
  });

  test("tells somebody who has not joined how to, and of the platform's own way", async () => {
    await using it = await rig();
    const casey = it.newPerson("casey");
    await casey.messageMenu("Report", await it.newPerson("kim").type(chatOf(it), "Buy this"));
    await sees(casey, "Use /start to join");
    await sees(casey, "report this to the platform itself");
  });
});

describe("a report by a rule of one's own", () => {
  test("is chosen in the form, makes its case as urgent, and the decision reads the rule out, title and all", async () => {
    await using it = await rig({ rules: OWN_RULES.replace("No photos", "No *photos*") });
    const robin = await join(it);
    const sam = await join(it, "sam");
    await robin.messageMenu("Report", await sam.type(chatOf(it), "Look who is in bed 4"));
    const refused = robin.submit({ "What is wrong?": "Spam", "Which rule, if you know": "8. No flooding" });
    await expect(refused).rejects.toThrow();
    await robin.submit({
      "What is wrong?": "A photo of others.",
      "Which rule, if you know": "21. No *photos* of wards",
    });
    await sees(robin, "Thank you. A moderator will look.");
    expect((await caseOf(it)).severity).toBe(2);
    await decide(it, "1", { action: "strike", rule: "21", reason: "Others are in it." });
    await sees(sam, "A decision of the moderators");
    await sees(sam, "It is about rule 21, ");
    await sees(sam, "No *photos* of wards");
    await sees(sam, "Other patients may be in them, and they were not asked.");
    await sam.command("my-strikes");
    await sees(sam, "rule 21 (no *photos* of wards)");
    const raw = JSON.stringify(it.discord.messages(sam.dm()).map(({ embeds }) => embeds));
    expect(raw).toContain(String.raw`No \\*photos\\* of wards`);
    await sees(sam, "2 points");
  });
});

describe("a report of a person", () => {
  test("is about the member or the account, and keeps no one's words", async () => {
    await using it = await rig();
    const robin = await join(it);
    const sam = await join(it, "sam");
    const casey = it.newPerson("casey");
    for (const person of [sam, casey]) {
      await robin.userMenu("Report this person", person.id);
      await robin.submit({ "What is wrong?": "They follow me around." });
    }
    expect(await caseOf(it, "1")).toMatchObject({ about: "member", person: "Calm sam", evidence: [] });
    expect(await caseOf(it, "2")).toMatchObject({ about: "account", person: null, evidence: [] });
  });

  test("is refused on oneself and on the bot", async () => {
    await using it = await rig();
    const robin = await join(it);
    await robin.userMenu("Report this person", robin.id);
    await sees(robin, "You cannot report yourself or what you wrote.");
    const bot = it.discord.messages(it.askChannelId)[0]?.authorId ?? "";
    await robin.userMenu("Report this person", bot);
    await sees(robin, "This is Curbside itself");
  });

  test("brings help at once where the words of whoever reports sound as if they were in danger", async () => {
    await using it = await rig();
    const robin = await join(it);
    const sam = await join(it, "sam");
    await robin.userMenu("Report this person", sam.id);
    await robin.submit({ "What is wrong?": "They will not stop. I want to kill myself tonight" });
    await sees(robin, "116 123");
    await sees(robin, "Thank you. A moderator will look.");
    expect((await until(() => teamCard(it, "crisis"))).level).toBe("crisis");
  });
});

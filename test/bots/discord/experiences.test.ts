import { describe, expect, test } from "vitest";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { undoDecision } from "#core/moderation/decisions/undo-decision.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";
import { digitsIn } from "../../support/digits.ts";
import { join, sees } from "./patient.ts";
import { type Rig, rig, until } from "./rig.ts";

const TYPED = {
  About: "Walking",
  "What happened": "I began to walk after lunch. Jack Miller came along, call him on 020 7946 0958.",
  "What helped": "Company.",
};

/** Up to the card that will be shared. */
async function write(person: DiscordPerson, fields: Record<string, string> = TYPED): Promise<void> {
  await person.command("experience share");
  await person.submit(fields);
  await sees(person, "step 1 of 2");
  await person.choose("Topic", ["Food and movement"]);
  await person.choose("Whose experience is it?", ["My own"]);
  await person.choose("How did it go?", ["It helped some"]);
  await person.choose("How soon could you tell?", ["Within weeks"]);
  await person.press("Next");
  await sees(person, "step 2 of 2");
}

async function share(person: DiscordPerson, fields?: Record<string, string>): Promise<void> {
  await write(person, fields);
  await person.press("This community may read it: no");
  await person.press("Share this");
  await sees(person, "others can find it now");
}

/** What stands in the newest message. */
function newest(person: DiscordPerson): string {
  const all = person.screen().flatMap(({ messages }) => messages);
  return all.sort((one, other) => (BigInt(one.ref) > BigInt(other.ref) ? 1 : -1)).at(-1)?.text ?? "";
}

async function find(person: DiscordPerson, words = "walking", topic?: string): Promise<string> {
  await person.command("experience find", { words, ...(topic === undefined ? {} : { topic }) });
  return newest(person);
}

const faultsOf = (it: Rig) => it.logged.filter(({ event }) => event.startsWith("discord."));

describe("experiences on Discord", () => {
  test("are written, chosen, seen as others will, and shared only with a yes", async () => {
    await using it = await rig();
    const robin = await join(it);
    const sam = await join(it, "sam");
    await robin.command("experience share");
    await robin.submit(TYPED);
    await sees(robin, "~~Jack Miller~~");
    expect(newest(robin)).toContain("~~020 7946 0958~~");
    await robin.press("Next");
    await sees(robin, "Still to choose: the topic, whose experience it is, how it went, and how soon");
    await robin.press("Cancel");
    await write(robin);
    const card = newest(robin);
    expect(card).toContain("Calm robin · Food and movement · first-hand");
    expect(card).toContain("[name] came along, call him on [phone number].");
    for (const use of [
      "This community may read it",
      "Verified providers may read it",
      "The library may quote it",
    ])
      expect(card).toContain(`[${use}: no]`);
    await robin.press("Share this");
    await sees(robin, "Press the button that lets this community read it");
    expect(await find(sam)).toContain("Nobody has shared an experience about that yet");
    await robin.press("This community may read it: no");
    await robin.press("Share this");
    await sees(robin, "others can find it now");
    const seen = await find(sam);
    expect(seen).toContain("Nobody checked them, and bodies differ");
    expect(seen).toContain("[name] came along");
    expect(seen).toContain("Numbers are shown once at least five people wrote");
    expect(digitsIn(seen, "7946")).toEqual([]);
    expect(seen).not.toMatch(/helped some|within weeks|you should/i);
    expect(await find(sam, "walking", "Medicines")).toContain("Nobody has shared");
    expect(faultsOf(it)).toEqual([]);
  });

  test("hint at advice and hold nothing back; danger gets help at once", async () => {
    await using it = await rig();
    const robin = await join(it);
    await write(robin, {
      About: "Triptan",
      "What happened": "Take 50 mg twice a day. Triptan worked for me.",
    });
    expect(newest(robin)).toContain("A hint: say what happened to you");
    expect(newest(robin)).toContain("50 mg");
    await robin.press("This community may read it: no");
    await robin.press("Share this");
    await sees(robin, "others can find it now");
    await robin.command("experience share");
    await robin.submit({ About: "Nights", "What happened": "I want to kill myself tonight." });
    await sees(robin, "116 123");
    expect(newest(robin)).toContain("step 1 of 2");
    expect(newest(robin)).toContain("[Next]");
    await robin.command("experience find", { words: "I want to kill myself" });
    expect(newest(robin)).toContain("116 123");
    expect(faultsOf(it)).toEqual([]);
  });

  test("with a label hide each line, say why in words, and are never shown to who wishes so", async () => {
    await using it = await rig();
    const robin = await join(it);
    const sam = await join(it, "sam");
    await write(robin, { ...TYPED, "What happened": "A hard year.\nThen I walked || away." });
    await robin.choose("A label before it, so that readers can choose", ["self-harm", "death and dying"]);
    expect(newest(robin)).toContain("||A hard year.||\n||Then I walked || away.||");
    await robin.press("This community may read it: no");
    await robin.press("Share this");
    await sees(robin, "others can find it now");
    const seen = await find(sam);
    expect(seen.indexOf("Label: death and dying and self-harm.")).toBeGreaterThan(-1);
    expect(seen.indexOf("Label:")).toBeLessThan(seen.indexOf("||A hard year.||"));
    expect(seen).toContain("||Walking||");
    await sam.press("Never show me: self-harm");
    await sees(sam, "you are not shown experiences with the label");
    expect(await find(sam)).toContain("Nobody has shared");
    await sam.press("Show them again");
    expect(await find(sam)).toContain("||Walking||");
    expect(faultsOf(it)).toEqual([]);
  });

  test("come three at a time, and More goes on with what was not seen", async () => {
    await using it = await rig();
    const sam = await join(it, "sam");
    for (const name of ["ana", "ben", "cat", "dan"]) await share(await join(it, name));
    const first = await find(sam);
    const names = ["ana", "ben", "cat", "dan"];
    const shown = names.filter((name) => first.includes(`Calm ${name}`));
    expect(shown).toHaveLength(3);
    await sam.press("More");
    expect(names.filter((name) => newest(sam).includes(`Calm ${name}`))).toEqual(
      names.filter((name) => !shown.includes(name)),
    );
    expect(newest(sam)).not.toContain("[More]");
  });

  test("are changed, withdrawn, shared again and deleted by their author", async () => {
    await using it = await rig();
    const robin = await join(it);
    const sam = await join(it, "sam");
    await share(robin);
    await robin.command("experience mine");
    await robin.choose("Open one to change or withdraw it", ["1: Walking (shared)"]);
    await robin.press("Verified providers may read it: no");
    await sees(robin, "Verified providers may read it: yes");
    await robin.press("Edit");
    await robin.submit({ "What helped": "Nothing but company." });
    expect(await find(sam)).not.toContain("Nothing but company.");
    await robin.press("Next");
    await robin.press("Share this");
    expect(await find(sam)).toContain("Nothing but company.");
    await robin.command("experience mine");
    await robin.choose("Open one to change or withdraw it", ["1: Walking (shared)"]);
    await robin.press("Withdraw");
    await sees(robin, "Nobody finds it any more");
    expect(await find(sam)).toContain("Nobody has shared");
    await robin.command("experience mine");
    await robin.choose("Open one to change or withdraw it", ["1: Walking (withdrawn; nobody finds it)"]);
    await robin.press("Share again");
    expect(await find(sam)).toContain("Nothing but company.");
    await robin.press("Withdraw");
    await robin.command("experience mine");
    await robin.choose("Open one to change or withdraw it", ["1: Walking (withdrawn; nobody finds it)"]);
    await robin.press("Delete for good");
    await sees(robin, "No word of it is kept here");
    await robin.command("experience mine");
    expect(newest(robin)).toContain("You have not shared an experience yet.");
    expect(faultsOf(it)).toEqual([]);
  });

  test("are reported, lose the words that moderators remove, and their author can disagree", async () => {
    await using it = await rig();
    const robin = await join(it);
    const sam = await join(it, "sam");
    await share(robin, { About: "Walking", "What happened": "It was good. My shop sells poles." });
    await find(sam);
    await sam.press("Report 1");
    await sam.submit({ "What is wrong?": "It sells." });
    await sees(sam, "A moderator will look.");
    const { id: named } = await it.core.db.case.findFirstOrThrow({ where: { subjectKind: "experience" } });
    const words = ["My shop sells poles."];
    const chosen = { action: "redact", rule: "1", reason: "It points at a shop.", words } as const;
    await decideCase(it.core, { actor: it.admin, named, chosen });
    await sees(robin, "We removed: “My shop sells poles.”");
    expect(await find(sam)).toContain("It was good. [removed by the moderators]");
    await robin.press("I disagree");
    await robin.submit({ "What do you want to say?": "It is my neighbour's." });
    await until(async () => (await it.core.db.appeal.count()) === 1);
    await undoDecision(it.core, { actor: it.second, named });
    expect(await find(sam)).toContain("My shop sells poles.");
  });
});

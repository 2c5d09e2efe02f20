import { describe, expect, test } from "vitest";
import { ask, sees, teamCard } from "./patient.ts";
import { rig, until } from "./rig.ts";

describe("somebody who is here for another", () => {
  test("says so when they join or later, and asks for their parent: the card says it, and no name crosses", async () => {
    await using it = await rig();
    const robin = it.newPerson("robin");
    await robin.command("start");
    await robin.press("Next");
    await robin.press("Next");
    await robin.press("Join");
    const joining = { "Name here": "Calm robin", Country: "GB", "I am 18 or over": "yes" };
    await robin.submit({ ...joining, "I am here for": "Someone I care for, or both of us" });
    await sees(robin, "Welcome, Calm robin");
    const roles = async () =>
      (await it.core.db.memberRole.findMany({ where: { member: { pseudonym: "Calm robin" } } }))
        .map(({ role }) => role)
        .sort();
    expect(await roles()).toEqual(["caregiver", "patient"]);
    await robin.command("privacy");
    await robin.press("I'm here for myself only");
    await until(async () => (await roles()).join() === "patient");
    await robin.press("I'm here for someone else too");
    await until(async () => (await roles()).join() === "caregiver,patient");

    await robin.command("ask");
    await robin.submit({
      "Your question": "My mother Margaret Whitfield forgets her pills. What helps?",
      Topic: "Medicines",
      "For whom": "For my parent",
      Age: "75 or over",
    });
    await sees(robin, "For my parent");
    await sees(robin, "Names of others stay out.");
    await robin.press("Send this card");
    const card = await until(() => teamCard(it, "triage"));
    expect(card.forWhom).toBe("parent");
    expect(JSON.stringify(card)).not.toContain("Whitfield");
    await ask(robin, "I am Margaret Whitfield. What helps?");
    expect(
      robin
        .screen()
        .flatMap(({ messages }) => messages.at(-1)?.text ?? [])
        .join(),
    ).not.toContain("Names of others stay out.");
  });
});

import { describe, expect, test } from "vitest";
import { answered, join, screenOf, sees, teamCard } from "./patient.ts";
import { rig, until } from "./rig.ts";

const GRAVE = "I want to kill myself tonight";

describe("what is typed to the bot", () => {
  test("with no open question is told that nobody sees it", async () => {
    await using it = await rig();
    const robin = await join(it);
    await robin.type(robin.dm(), "Hello?");
    await sees(robin, "nobody will see this");
    expect(teamCard(it, "crisis")).toBeUndefined();
  });

  test("with no open question is heard all the same when it shows danger", async () => {
    await using it = await rig();
    const robin = await join(it);
    await robin.type(robin.dm(), GRAVE);
    await sees(robin, "You can talk to someone now");
    expect(screenOf(robin)).not.toContain("nobody will see this");
    const card = await until(() => teamCard(it, "crisis"));
    expect(JSON.stringify(card)).not.toContain("tonight");
  });

  test("by somebody who never joined brings help lines, or the way in", async () => {
    await using it = await rig();
    const casey = it.newPerson("casey");
    await casey.type(casey.dm(), "Hello?");
    await sees(casey, "/start");
    await casey.type(casey.dm(), GRAVE);
    await sees(casey, "If you or someone else is in danger right now");
  });

  test("is sent at once where the patient wished so, until they no longer do", async () => {
    await using it = await rig();
    const robin = await join(it);
    await answered(it, robin);
    await robin.type(robin.dm(), "Thank you, one more thing.");
    await sees(robin, "What will be sent to question 1");
    await robin.press("Send this card");
    await sees(robin, "Don't ask next time");
    await robin.press("Don't ask next time");
    await sees(robin, "are sent at once");
    await robin.type(robin.dm(), "It is worse at night.");
    await sees(robin, "Sent at once, since nothing had to be taken out");
    await until(() =>
      [...it.team.cards.values()].some((card) => JSON.stringify(card).includes("worse at night")),
    );
    await robin.type(robin.dm(), "My number is 020 7946 0958.");
    await sees(robin, "Removed to protect you");
    await robin.press("Ask me first again");
    await sees(robin, "you see each reply");
  });
});

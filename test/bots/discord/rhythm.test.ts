import { describe, expect, test } from "vitest";
import { faceOf } from "#bots/discord/cards/cards.ts";
import { digestContentFace, myDigestFace } from "#bots/discord/cards/digest.ts";
import { inLanguage } from "#core/language/language.ts";
import { WELCOME_MS } from "#core/rhythm/plan-welcome.ts";
import { sendDigestsDue } from "#core/rhythm/send-digests-due.ts";
import { welcomeDue } from "#core/rhythm/welcome-due.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";
import { ask, join, screenOf, sees } from "./patient.ts";
import { type Rig, rig } from "./rig.ts";
import { SAMPLES } from "./sample-cards.ts";

const WEEK_MS = 7 * 24 * 3_600_000;

async function share(person: DiscordPerson): Promise<void> {
  await person.command("experience share");
  await person.submit({
    About: "Walking",
    "What happened": "I walk after lunch.",
    "What helped": "Company.",
  });
  await person.choose("Topic", ["Symptoms"]);
  await person.choose("Whose experience is it?", ["My own"]);
  await person.choose("How did it go?", ["It helped some"]);
  await person.choose("How soon could you tell?", ["Within weeks"]);
  await person.press("Next");
  await person.press("This community may read it: no");
  await person.press("Share this");
  await sees(person, "others can find it now");
}

async function weekLater(it: Rig): Promise<void> {
  it.clock.advance(WEEK_MS);
  await sendDigestsDue(it.core);
}

const dmOf = (person: DiscordPerson) => JSON.stringify(person.screen().filter(({ place }) => place === "dm"));

describe("what comes by itself on Discord", () => {
  test("is a welcome with a button for the digest; the digest says nothing before Show, opens what it names, and stops with one press", async () => {
    await using it = await rig();
    const [robin, wren] = [await join(it, "robin"), await join(it, "wren")];
    expect(screenOf(robin)).not.toContain("Good that you are here");
    it.clock.advance(WELCOME_MS);
    await welcomeDue(it.core);
    await sees(robin, "/find: look whether somebody asked the same before.");
    await sees(robin, "off until you press the button");
    await robin.press("Send me a weekly digest");
    await sees(robin, "It is on: Sunday, 12 to 18 h UTC");
    await robin.press("Day and hours");
    expect(robin.form?.fields.map(({ value }) => value)).toEqual(["7", "afternoon"]);
    await robin.submit({ Day: "Wednesday", Hours: "6 to 12 h UTC" });
    await sees(robin, "It is on: Wednesday, 6 to 12 h UTC");

    await ask(wren, "Why am I so tired? Call me on 020 7946 0958.");
    await wren.press("Send this card");
    await sees(wren, "received");
    await wren.press("Ask other members too");
    await sees(wren, "Members of this community would read exactly this, and not your name.");
    expect(await it.core.db.peerQuestion.count()).toBe(0);
    await wren.press("Let others here read this question");
    await sees(wren, "They read this, and not who you are.");
    await share(wren);

    await weekLater(it);
    await sees(robin, "Your week is here");
    expect(dmOf(robin)).toContain("1 question that you may know something about");
    expect(screenOf(robin)).not.toMatch(/tired|Walking|Company/);
    await robin.press("Show");
    await sees(robin, "1. Why am I so tired? Call me on [phone number].");
    await sees(robin, "2. Walking: Company.");
    expect(dmOf(wren)).not.toContain("Your week is here");
    await robin.press("Open 2");
    await sees(robin, "What a member shared");
    expect(screenOf(robin)).toContain("Calm wren");
    await robin.press("Open 1");
    await sees(robin, "If you know something like it");
    await robin.press("Share what helped me");
    await robin.submit({ About: "Iron", "What happened": "I got a test." });
    await sees(robin, "step 1 of 2");
    expect(await it.core.db.experience.count()).toBe(2);
    await robin.press("Stop these");
    await sees(robin, "Stopped. No more weekly digests.");
    await weekLater(it);
    expect(await it.core.db.digest.count()).toBe(1);
    expect(await it.core.db.rhythm.count({ where: { digest: "on" } })).toBe(0);

    await robin.command("questions");
    await sees(robin, "Questions from other members");
    await wren.press("Let nobody read it any more");
    await sees(wren, "No other member reads it any more.");
    await robin.press("Report");
    await robin.submit({ "What is wrong?": "It names somebody." });
    await sees(robin, "There is no such question");
    expect(it.logged.filter(({ event }) => event.startsWith("discord."))).toEqual([]);
  });

  test("is said in Spanish to whoever uses Discord in it", () => {
    inLanguage("es", () => {
      expect(faceOf(SAMPLES.digest).body).toMatch(
        /^2 respuestas nuevas cercanas.*1 pregunta.*Pulsa Mostrar/s,
      );
      expect(faceOf(SAMPLES.welcome).buttons.map(({ label }) => label)).toEqual([
        "Quiero un resumen semanal",
        "Ayuda ahora",
      ]);
      const mine = myDigestFace({
        isOn: true,
        isOffered: true,
        nextAt: undefined,
        weekday: 1,
        band: "night",
      });
      expect(mine.body).toContain("Está activado: Lunes, de 0 a 6 h UTC");
      const content = { week: "2031-03-03", isNear: true, answers: [], tip: undefined };
      const questions = [{ questionId: "1", text: "**¿Por qué?**" }];
      expect(digestContentFace({ ...content, questions }).body).toBe(
        "**Puede que sepas algo de esto**\n1. \\*\\*¿Por qué?\\*\\*",
      );
    });
  });
});

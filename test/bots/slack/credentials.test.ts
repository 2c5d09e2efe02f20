import { describe, expect, test } from "vitest";
import { rig, screenOf, sees, until } from "./rig.ts";

const CLAIM = {
  "The name that the team sees": "Cleo",
  "First name, as on the licence": "Cleo",
  "Last name, as on the licence": "Marsh",
  Profession: "Dietitian",
  "Licensed where?": "GB",
  "Licence number": "DT1234567",
};

describe("a claim on Slack", () => {
  test("is made from App Home, told to the moderators without a number, and shown as it stands", async () => {
    await using it = await rig();
    const cleo = it.newcomer("Cleo");
    cleo.openHome();
    await cleo.when(() => cleo.homeText().includes("I'm a provider"));
    await cleo.press("I'm a provider", { in: "home" });
    await cleo.when(() => cleo.form !== undefined);
    expect(cleo.form?.text).toContain("Never give us");
    const unchosen = Object.fromEntries(Object.entries(CLAIM).filter(([label]) => label !== "Profession"));
    await expect(cleo.submit(unchosen)).rejects.toThrow("Profession: Please complete this required field.");
    expect(await cleo.submit(CLAIM)).toBe("closed");
    await sees(cleo, "We have your claim");
    await cleo.when(() => cleo.homeText().includes("nobody has decided yet"));
    expect(cleo.homeText()).not.toContain("Prove by work e-mail");
    await sees(cleo, "A provider claims a credential");
    expect(screenOf(cleo)).not.toContain("DT1234567");
    const [row] = await it.core.db.credential.findMany();
    expect(row).toMatchObject({
      status: "claimed",
      display: "named",
      profession: "Dietitian",
      jurisdiction: "United Kingdom",
    });
    await it.ask("Does breakfast matter?");
    await sees(cleo, "Does breakfast matter?");
    await cleo.press("Answer");
    await sees(cleo, "Your role here does not allow this");
  });

  test("that cannot be right is refused under the field at fault, and keeps what was typed", async () => {
    await using it = await rig();
    const cleo = it.newcomer("Cleo");
    cleo.openHome();
    await cleo.when(() => cleo.homeText().includes("I'm a provider"));
    await cleo.press("I'm a provider", { in: "home" });
    await cleo.when(() => cleo.form !== undefined);
    await cleo.submit({ ...CLAIM, NPI: "1234567890" });
    expect(cleo.form?.errors).toHaveProperty("NPI");
    await cleo.submit({ NPI: "", "Licensed where?": "Atlantis" });
    expect(cleo.form?.errors["Licensed where?"]).toContain("such as Washington, Ontario or United Kingdom");
    await cleo.submit({ "Licensed where?": "GB", "The name that the team sees": "Calm Harbor" });
    expect(cleo.form?.errors).toHaveProperty("The name that the team sees");
    expect(await cleo.submit({ "The name that the team sees": "Cleo" })).toBe("closed");
    expect(await until(() => it.core.db.credential.count())).toBe(1);
  });

  test("with what is never kept is refused before anything of it is stored", async () => {
    await using it = await rig();
    const cleo = it.newcomer("Cleo");
    cleo.openHome();
    await cleo.when(() => cleo.homeText().includes("I'm a provider"));
    await cleo.press("I'm a provider", { in: "home" });
    await cleo.when(() => cleo.form !== undefined);
    const before = await it.core.db.arrival.count();
    await cleo.submit({ ...CLAIM, "Earlier last names": "Marsh, born 03/14/1975" });
    expect(JSON.stringify(cleo.form?.errors)).toContain("Nothing of this was kept");
    expect(await it.core.db.arrival.count()).toBe(before);
    expect(await it.core.db.credential.count()).toBe(0);
  });
});

describe("what patients can check", () => {
  test("is open to the team too, with a way to question it for everybody but whose it is", async () => {
    await using it = await rig();
    const [ana, ben] = [await it.provider("Ana"), await it.provider("Ben")];
    ana.openHome();
    await ana.when(() => ana.homeText().includes("What patients can check"));
    await ana.press("What patients can check", { in: "home" });
    await ana.when(() => ana.form !== undefined);
    expect(ana.form?.text).toContain("We did not check");
    expect(ana.form?.fields).toEqual([]);
    await ana.close();
    await it.ask("Why am I so tired?");
    await ana.press("Answer");
    await ana.when(() => ana.form !== undefined);
    await ana.submit({ "What this often is": "I'm sorry. It is often harmless." });
    await sees(ben, "Check credentials");
    await ben.press("Check credentials");
    await ben.when(() => ben.form !== undefined);
    expect(ben.form?.text).toContain("When this was written");
    expect(await ben.submit({ "Question this credential": "I doubt it." })).toBe("closed");
    await sees(ben, "Somebody questions a credential");
    await sees(ana, "Somebody questions your credential");
  });
});

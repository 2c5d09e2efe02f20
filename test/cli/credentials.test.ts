import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { questionCredential } from "#core/credentials/cases/question-credential.ts";
import { claimCredential } from "#core/credentials/claim/claim-credential.ts";
import { readActor } from "#core/members/read-actor.ts";
import { requestLinkCode } from "#core/members/request-link-code.ts";
import { digitsIn } from "../support/digits.ts";
import { CredentialHome, PAT, ROBIN, SAM } from "./credential-home.ts";

const NO_ID = "0193a2c4-7f1e-7b6a-9c3d-5e8f10a2b4c6";

async function newHome(options?: { registries: boolean }): Promise<CredentialHome> {
  const home = new CredentialHome();
  onTestFinished(() => home[Symbol.asyncDispose]());
  await home.setUp(options);
  return home;
}

const widest = (text: string) => Math.max(...text.split("\n").map((line) => line.length));

describe("from a claim to a badge", () => {
  const home = new CredentialHome();
  let robin = "";
  beforeAll(async () => {
    await home.setUp();
    robin = await home.claim(ROBIN, "Robin V");
  });
  afterAll(() => home[Symbol.asyncDispose]());

  test("the queue says what waits and what comes next", async () => {
    const { stdout } = await home.credential("queue");
    expect(stdout).toContain("Robin V  Pharmacist, Washington");
    expect(stdout).toContain(`curbside credential check ${robin}`);
    expect(await home.json(["credential", "queue"])).toMatchObject([
      { credentialId: robin, waitsFor: "check", next: `curbside credential check ${robin}` },
    ]);
  });

  test("a check shows each register with its sentence and what it comes to", async () => {
    const { exit, stdout } = await home.credential("check", robin);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^NPPES: fits\. The NPI is in use/m);
    expect(stdout).toMatch(/^State licence file: fits\./m);
    expect(stdout).toMatch(/^Exclusion list \(LEIE\): not on it\./m);
    expect(stdout).toContain("The registers: nothing speaks against it");
    const again = await home.json(["credential", "check", robin, "--dob", "1980-02-03"]);
    expect(again).toMatchObject({ outcome: "approve", suspended: false });
    const shown = await home.json(["credential", "show", robin]);
    expect(digitsIn(JSON.stringify([again, shown]), "1980", "19800203")).toEqual([]);
  });

  test("without a proof of control it cannot be proposed", async () => {
    const { exit, stderr } = await home.credential("approve", robin);
    expect(exit).toBe(3);
    expect(stderr).toContain("curbside credential prove");
  });

  test("a call back goes to a number that is old enough, or to one of a page", async () => {
    const young = await home.credential("prove", robin, "--by", "call-back");
    expect(young.exit).toBe(3);
    expect(young.stderr).toContain("not the same for 90 days");
    const page = ["--phone", "(206) 555-0100", "--phone-from", "https://clinic.example/contact"];
    const begun = await home.credential("prove", robin, "--by", "call-back", ...page);
    expect(begun.exit).toBe(0);
    expect(begun.stdout).toContain("+1 206 555 0100");
    expect(begun.stdout).toContain("https://clinic.example/contact");
    expect(begun.stdout).toMatch(/Read the code to the one who comes to the phone: \d{3} \d{3}/);
    expect(begun.stdout).toContain("Never read it to anybody else");
    const code = /\d{3} \d{3}(?= {2}\(until)/.exec(begun.stdout)?.[0] ?? "";
    await home.enterCode(robin, code);
    expect(await home.json(["credential", "queue"])).toMatchObject([{ waitsFor: "first-person" }]);
  });

  test("the screen has the claim beside the registers, fits 100 columns and needs no colour", async () => {
    const { stdout } = await home.credential("show", robin);
    expect(widest(stdout)).toBeLessThanOrEqual(100);
    expect(stdout).not.toContain("\u001b");
    expect(stdout).toMatch(/last name +Vale +VALE +same/);
    expect(stdout).toMatch(/middle name +- +- +not compared/);
    expect(stdout).toMatch(/nppes\.csv of 2026-02-26, 3 days old; .+ by Ada/);
    expect(stdout).toContain("2 of 3: registers, and one proof that the account is theirs");
    expect(stdout).toContain("a call back to a phone number that is listed for their practice");
    expect(stdout).toContain("nobody has proposed it");
  });

  test("one admin proposes and cannot approve, a second one does", async () => {
    const proposed = await home.credential("approve", robin, "--role", "provider");
    expect(proposed.stdout).toContain(`curbside credential approve ${robin}`);
    const alone = await home.credential("approve", robin);
    expect(alone.exit).toBe(3);
    expect(alone.stderr).toContain("You proposed this");
    expect((await home.credential("show", robin)).stdout).toContain("proposed by Ada, to be a provider");
    const ignored = await home.curbside(["credential", "approve", robin, "--role", "lead"], { who: "ben" });
    expect(ignored.exit).toBe(3);
    expect(ignored.stderr).toContain("first person's to give");
    const approved = await home.json(["credential", "approve", robin], { who: "ben" });
    expect(approved).toMatchObject({ done: "approved", credentialId: robin });
    expect((await home.credential("show", robin)).stdout).toContain("approved by Ben");
    expect((await home.credential("queue")).stdout).toBe("Nothing waits.\n");
    expect((await home.curbside(["badge", "issue", robin])).exit).toBe(0);
  });

  test("a second run is refused with what is possible then", async () => {
    const again = await home.curbside(["credential", "approve", robin], { who: "ben" });
    expect(again.exit).toBe(3);
    expect(again.stderr).toContain("is verified");
    expect((await home.credential("reject", robin, "--reason", "late")).exit).toBe(3);
  });

  test("FHIR has a result for each look and each proof, and no name of who is not named", async () => {
    const bundle = await home.json(["credential", "show", robin, "--fhir"]);
    expect(bundle).toMatchObject({ resourceType: "Bundle", type: "collection" });
    const [practitioner, ...results] = bundle.entry.map(({ resource }: { resource: object }) => resource);
    expect(practitioner).toMatchObject({ resourceType: "Practitioner", name: [{ text: "Robin V" }] });
    expect(JSON.stringify(bundle)).not.toContain("Vale");
    expect(results.map(({ targetLocation }: { targetLocation: string[] }) => targetLocation[0])).toEqual([
      expect.stringContaining("us-npi"),
      "Practitioner.qualification[0]",
      "Practitioner",
      "Practitioner.name",
    ]);
    expect(results.every(({ status }: { status: string }) => status === "validated")).toBe(true);
    const printed = await home.credential("show", robin, "--fhir");
    expect(JSON.parse(printed.stdout)).toEqual(bundle);
  });

  test("what is due comes the soonest first, and says when it is late", async () => {
    expect((await home.credential("due", "--within", "10")).stdout).toBe("Nothing is due within 10 days.\n");
    const due = await home.json(["credential", "due"]);
    expect(due).toMatchObject([
      {
        credentialId: robin,
        why: "check",
        overdue: false,
        dueAt: expect.stringMatching(/^2026-04-01T09:00:00/),
      },
    ]);
    const late = await home.curbside(["credential", "due"], { days: 40 });
    expect(late.stdout).toMatch(/^OVERDUE 2026-04-01 \(9 days ago\) {2}Robin V/);
  });

  test("the calendar has one whole day for each, and nobody's legal name", async () => {
    const { exit, stdout } = await home.credential("due", "--ics");
    expect(exit).toBe(0);
    expect(stdout.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(stdout.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).toBe(true);
    expect(stdout).toContain(`UID:${robin}.check@credentials.curbside\r\n`);
    expect(stdout).toContain("DTSTART;VALUE=DATE:20260401\r\nDTEND;VALUE=DATE:20260402\r\n");
    expect(stdout).not.toContain("Vale");
  });

  test("members' questions are shown with all that was said, and decided on by somebody else", async () => {
    expect((await home.credential("challenge")).stdout).toBe("Nobody questions a credential.\n");
    await home.open(async (core) => {
      const ben = await core.db.member.findFirstOrThrow({ where: { pseudonym: "Ben" } });
      const actor = await readActor(core.db, ben.id);
      if (actor === undefined) throw new Error("nobody");
      await questionCredential(core, { actor, credentialId: robin, reason: "The register has another town" });
    });
    const listed = await home.credential("challenge");
    expect(listed.stdout).toContain("Ben asks: The register has another town");
    expect(listed.stdout).toContain("--agree");
    const agree = ["challenge", robin, "--agree", "--reason", "Worth a call"] as const;
    expect((await home.curbside(["credential", ...agree], { who: "ben" })).exit).toBe(3);
    expect((await home.credential(...agree)).stdout).toContain("under review from now on");
    expect((await home.credential(...agree)).exit).toBe(3);
    expect((await home.credential("show", robin)).stdout).toContain("under review");
    const settled = await home.json(["credential", "challenge", robin, "--settle", "--reason", "Same place"]);
    expect(settled).toEqual({ credentialId: robin, state: "settled" });
    expect((await home.credential("challenge", robin)).exit).toBe(4);
  });

  test("a check by hand that finds the licence gone ends its standing", async () => {
    await home.dropLicence(5);
    const checked = await home.curbside(["credential", "check", robin], { days: 6 });
    expect(checked.stdout).toContain("is suspended now");
    const shown = await home.curbside(["credential", "show", robin], { days: 6 });
    expect(shown.stdout).toContain("suspended");
    expect((await home.curbside(["credential", "revoke", robin, "--reason", "Gone"], { days: 6 })).exit).toBe(
      0,
    );
    expect((await home.curbside(["credential", "revoke", robin, "--reason", "Gone"], { days: 6 })).exit).toBe(
      3,
    );
    expect((await home.json(["audit", "verify"])).ok).toBe(true);
  });
});

describe("two people", () => {
  test("are two members: neither a second token, nor whose credential it is, will do", async () => {
    const home = await newHome();
    const robin = await home.ready(ROBIN, "Robin V");
    await home.json(["credential", "approve", robin]);
    const { ada, holder } = await home.open(async (core) => ({
      ada: await core.db.member.findFirstOrThrow({ where: { pseudonym: "Ada" } }),
      holder: await core.db.member.findFirstOrThrow({ where: { pseudonym: "Robin V" } }),
    }));
    await home.tokenFor(ada.id, "ada-at-home");
    const same = await home.curbside(["credential", "approve", robin], { who: "ada-at-home" });
    expect(same.exit).toBe(3);
    expect(same.stderr).toContain("You proposed this");

    await home.json(["member", "role", "Robin V", "--give", "admin"]);
    await home.tokenFor(holder.id, "robin");
    const own = await home.curbside(["credential", "approve", robin], { who: "robin" });
    expect(own.exit).toBe(3);
    expect(own.stderr).toContain("This is about you");
    for (const argv of [
      ["check", robin],
      ["prove", robin, "--by", "video"],
      ["reject", robin, "--reason", "no"],
    ])
      expect((await home.curbside(["credential", ...argv], { who: "robin" })).exit).toBe(3);
    expect((await home.json(["credential", "show", robin])).status).toBe("attested");
    expect((await home.curbside(["credential", "approve", robin], { who: "lea" })).exit).toBe(0);
  });

  test("a proposal's id works as it did", async () => {
    const home = await newHome();
    const robin = await home.ready(ROBIN, "Robin V");
    const { proposalId } = await home.json(["credential", "approve", robin]);
    expect(await home.json(["credential", "approve", proposalId], { who: "ben" })).toMatchObject({
      done: "approved",
      proposalId,
      credentialId: robin,
    });
    expect((await home.curbside(["credential", "approve", proposalId], { who: "lea" })).exit).toBe(3);
  });

  test("a proposal that ran out is no proposal any more, and can be made anew", async () => {
    const home = await newHome();
    const robin = await home.ready(ROBIN, "Robin V");
    await home.json(["credential", "approve", robin]);
    const later = { days: 8 };
    expect((await home.curbside(["credential", "show", robin], later)).stdout).toContain(
      "nobody agreed in time",
    );
    expect(await home.json(["credential", "approve", robin], { ...later, who: "ben" })).toMatchObject({
      done: "proposed",
    });
  });

  test("a row of the exclusion list is cleared by its first characters, with a note, by both", async () => {
    const home = await newHome();
    const pat = await home.ready(PAT, "Pat Q");
    const shown = await home.credential("show", pat);
    const row = /([0-9a-f]{12}) {2}score [\d.]+ {2}MAY BE THEM/.exec(shown.stdout)?.[1] ?? "";
    expect(row).toHaveLength(12);
    const bare = await home.credential("approve", pat);
    expect(bare.exit).toBe(3);
    expect(bare.stderr).toContain("--note");
    const kept = await home.credential(
      "approve",
      pat,
      "--note",
      "DOB is 02/03/1991, theirs is another",
      "--clear",
      row,
    );
    expect(kept.exit).toBe(3);
    expect(kept.stderr).toContain("a date of birth");
    expect(kept.stderr).not.toContain("1991");
    const note = ["--note", "Another town, and thirty years older"];
    expect((await home.credential("approve", pat, ...note, "--clear", row.slice(0, 11))).exit).toBe(2);
    expect((await home.credential("approve", pat, ...note, "--clear", "0123456789ab")).exit).toBe(2);
    expect((await home.credential("approve", pat, ...note, "--clear", row)).exit).toBe(0);
    const proposed = await home.curbside(["credential", "show", pat], { who: "ben" });
    expect(proposed.stdout).toContain("somebody else: QUILL, PAT");
    expect(proposed.stdout).toContain("Another town, and thirty years older");
    expect((await home.curbside(["credential", "approve", pat], { who: "ben" })).exit).toBe(0);
    expect((await home.credential("check", pat)).stdout).toContain("others of that name only");
  });
});

describe("where no file speaks", () => {
  test("a look by a person is recorded with page and day, and moves the due date", async () => {
    const home = await newHome({ registries: false });
    const sam = await home.claim(SAM, "Sam R");
    const look = [
      "--saw",
      "in-force",
      "--source",
      "College of Pharmacists",
      "--url",
      "https://college.example/204817",
      "--checked",
      "2026-02-28",
    ];
    expect((await home.credential("check", sam, ...look, "--expires", "2027-02-28")).exit).toBe(0);
    const { code } = await home.json(["credential", "prove", sam, "--by", "video"]);
    await home.enterCode(sam, code);
    const note = ["--note", "Active on the college's page."];
    expect((await home.credential("approve", sam)).exit).toBe(3);
    expect((await home.credential("approve", sam, ...note)).exit).toBe(0);
    expect((await home.curbside(["credential", "approve", sam], { who: "lea" })).exit).toBe(0);
    const dueAt = async () => (await home.json(["credential", "due", "--within", "365"]))[0].dueAt;
    expect(await dueAt()).toBe("2026-06-28T00:00:00.000Z");
    const again = [...look.slice(0, 7), "2026-06-01", "--expires", "2027-02-28"];
    expect((await home.curbside(["credential", "check", sam, ...again], { days: 100 })).exit).toBe(0);
    expect(await dueAt()).toBe("2026-09-29T00:00:00.000Z");
    expect((await home.credential("show", sam)).stdout).toContain("https://college.example/204817");
  });

  test("what an admin adds has the name on the licence, and says what stays open", async () => {
    const home = await newHome({ registries: false });
    const { code } = await home.open(async (core) => {
      const { id: spaceId, communityId } = await core.db.space.findFirstOrThrow();
      return requestLinkCode(core, { communityId, spaceId, platform: "slack", externalId: "U1" });
    });
    const met = ["--code", code, "--name", "Sam R", "--proof", "video"];
    const licence = ["--profession", "pharmacist", "--jurisdiction", "Ontario", "--licence", "204817"];
    const looked = ["--source", "College of Pharmacists", "--checked", "2026-02-28"];
    const nameless = await home.credential("add", ...met, ...licence, ...looked, "--first", "Sam");
    expect(nameless.exit).toBe(2);
    expect(nameless.stderr).toContain("--last is missing");
    const named = [...looked, "--first", "Sam", "--last", "Reed", "--former", "Marsh, Vale"];
    const { exit, stdout } = await home.credential("add", ...met, ...licence, ...named);
    expect(exit).toBe(0);
    expect(stdout).toContain(
      "Open, and for them to see too: The registries here are those of the United States",
    );
    const [, id = ""] = /credential show (\S+)/.exec(stdout) ?? [];
    const shown = await home.curbside(["credential", "show", id], { who: "ben" });
    expect(shown.stdout).toContain("Marsh, Vale");
    expect(shown.stdout).toContain("The registries here are those of the United States");
    expect((await home.curbside(["credential", "approve", id], { who: "ben" })).exit).toBe(0);
  });

  test("what was said against another claim of the number stands on the screen of the next", async () => {
    const home = await newHome({ registries: false });
    const sam = await home.claim(SAM, "Sam R");
    const page = ["--source", "College of Pharmacists", "--url", "https://college.example/204817"];
    const gone = ["--saw", "not-in-force", "--checked", "2026-02-28"];
    expect((await home.credential("check", sam, ...page, ...gone)).exit).toBe(0);
    expect((await home.credential("reject", sam, "--reason", "Not in force.")).exit).toBe(0);
    const next = await home.open(async (core) => {
      const { memberId } = await core.db.credential.findUniqueOrThrow({ where: { id: sam } });
      const actor = await readActor(core.db, memberId);
      if (actor === undefined) throw new Error("nobody");
      return claimCredential(core, { claimant: { actor }, typed: SAM });
    });
    const { stdout } = await home.credential("show", next.credentialId);
    expect(stdout).toMatch(
      /^said before +About another claim of theirs to the same number, on 2026-03-01: A/m,
    );
    expect(widest(stdout)).toBeLessThanOrEqual(100);
  });

  test("NPPES is asked live where it is set: its silence says nothing, and its word against somebody counts", async () => {
    const home = await newHome({ registries: false });
    const wren = await home.claim({ ...PAT, first: "Wren", last: "O'Dell-Marsh" }, "Wren M");
    const off = await home.credential("check", wren, "--live");
    expect(off.exit).toBe(2);
    expect(off.stderr).toContain("nppes_api");
    const recorded = (name: string) =>
      readFileSync(join(import.meta.dirname, "../fixtures/registries/nppes-api", name), "utf8");
    let answer = recorded("individual-2026.json");
    const server = createServer((_request, response) => response.end(answer));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const env = { CURBSIDE_NPPES_API: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/` };
    const ask = ["credential", "check", wren, "--live"];
    expect((await home.json(ask, { env })).live).toMatchObject({ source: "nppes-live", result: "match" });
    const shown = await home.credential("show", wren);
    expect(shown.stdout).toContain("NPPES, asked live: fits");
    expect(widest(shown.stdout)).toBeLessThanOrEqual(100);
    expect(await home.json(["credential", "queue"])).toMatchObject([{ waitsFor: "check" }]);

    answer = recorded("empty.json");
    expect((await home.json(ask, { env })).live).toMatchObject({ result: "unknown" });
    answer = "nonsense";
    expect((await home.curbside(ask, { env })).exit).toBe(75);
    answer = recorded("individual-2026.json")
      .replaceAll("O'Dell-Marsh", "Sandoval")
      .replaceAll("Marsh", "Ruiz")
      .replaceAll("Wren", "Tamika");
    expect((await home.json(ask, { env })).live).toMatchObject({ result: "mismatch" });
    const look = [
      "--saw",
      "in-force",
      "--source",
      "Board",
      "--url",
      "https://board.example/2",
      "--checked",
      "2026-02-28",
    ];
    expect((await home.credential("check", wren, ...look)).exit).toBe(0);
    const { code } = await home.json(["credential", "prove", wren, "--by", "video"]);
    await home.enterCode(wren, code);
    const refused = await home.credential("approve", wren, "--note", "I believe them");
    expect(refused.exit).toBe(3);
    expect(refused.stderr).toContain("somebody else's");
    const sam = await home.claim(SAM, "Sam R");
    expect((await home.curbside(["credential", "check", sam, "--live"], { env })).stderr).toContain("NPI");
  });
});

describe("what cannot be meant", () => {
  const home = new CredentialHome();
  let robin = "";
  beforeAll(async () => {
    await home.setUp({ registries: false });
    robin = await home.claim(ROBIN, "Robin V");
  });
  afterAll(() => home[Symbol.asyncDispose]());

  test("wrong flags end with 2 and say which", async () => {
    const wrong = [
      [["queue", "--review"], "terminal"],
      [["check"], "--first"],
      [["check", robin, "--dob", "1980-02-31"], "--dob"],
      [["check", robin, "--live", "--dob", "1980-02-03"], "--live"],
      [["check", robin, "--source", "Board"], "--url"],
      [
        [
          "check",
          robin,
          "--source",
          "Board",
          "--url",
          "board",
          "--saw",
          "in-force",
          "--checked",
          "2026-02-01",
        ],
        "--url",
      ],
      [
        [
          "check",
          robin,
          "--source",
          "B",
          "--url",
          "https://b.example",
          "--saw",
          "in-force",
          "--checked",
          "today",
        ],
        "--checked",
      ],
      [["prove", robin], "--by"],
      [["prove", robin, "--by", "fax"], "call-back, video"],
      [["prove", robin, "--by", "call-back", "--phone", "2065550100"], "go together"],
      [["prove", robin, "--by", "call-back", "--phone", "12", "--phone-from", "x"], "--phone"],
      [["prove", robin, "--by", "video", "--phone", "1", "--phone-from", "x"], "go with"],
      [["approve", robin, "--role", "boss"], "--role"],
      [["approve"], "missing required argument"],
      [["reject", robin], "--reason"],
      [["revoke", robin], "--reason"],
      [["due", "--within", "soon"], "--within"],
      [["due", "--ics", "--json"], "--ics"],
      [["challenge", robin, "--agree", "--dismiss", "--reason", "x"], "cannot both"],
      [["challenge", "--agree", "--reason", "x"], "--agree needs"],
      [["challenge", "--reason", "x"], "--reason goes with"],
      [["show", robin, "--dance"], "--dance"],
    ] as const;
    for (const [argv, says] of wrong) {
      const { exit, stderr } = await home.curbside(["credential", ...argv]);
      expect([argv, exit]).toEqual([argv, 2]);
      expect(stderr).toContain(says);
      expect(stderr).not.toContain("reference");
    }
  });

  test("a credential that is not there ends with 4, also as JSON", async () => {
    const reason = ["--reason", "x"];
    for (const argv of [
      ["show", NO_ID],
      ["check", NO_ID],
      ["prove", NO_ID, "--by", "video"],
      ["approve", NO_ID],
      ["reject", NO_ID, ...reason],
      ["revoke", NO_ID, ...reason],
      ["suspend", NO_ID, ...reason],
      ["challenge", NO_ID],
      ["challenge", NO_ID, "--agree", ...reason],
      ["show", "' OR 1=1"],
    ]) {
      const { exit, stdout } = await home.curbside(["credential", ...argv, "--json"]);
      expect([argv, exit]).toEqual([argv, 4]);
      expect(JSON.parse(stdout)).toMatchObject({ code: "not_found" });
    }
  });

  test("without a set-up, or signed in as nobody, each says what to run first", async () => {
    const nowhere = { CURBSIDE_HOME: join(home.folder, "nowhere") };
    for (const argv of [["queue"], ["show", NO_ID], ["due"], ["challenge"], ["approve", NO_ID]]) {
      const { exit, stderr } = await home.curbside(["credential", ...argv], { env: nowhere });
      expect(exit).toBe(3);
      expect(stderr).toContain("curbside init");
      const nobody = await home.curbside(["credential", ...argv], { who: "nobody" });
      expect(nobody.exit).toBe(3);
      expect(nobody.stderr).toContain("curbside login");
    }
  });

  test("a lead reads and says no, and neither checks nor proposes", async () => {
    const as = { who: "lea" };
    expect((await home.curbside(["credential", "queue"], as)).exit).toBe(0);
    expect((await home.curbside(["credential", "check", robin], as)).exit).toBe(3);
    expect((await home.curbside(["credential", "approve", robin], as)).exit).toBe(3);
    const rejected = await home.curbside(
      ["credential", "reject", robin, "--reason", "Not a number of WA"],
      as,
    );
    expect(rejected.exit).toBe(0);
    expect((await home.credential("show", robin)).stdout).toContain("Not a number of WA");
    expect((await home.curbside(["credential", "reject", robin, "--reason", "again"], as)).exit).toBe(3);
  });
});

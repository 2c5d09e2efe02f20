import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lastFullMonth } from "#core/reporting/month.ts";
import { CredentialHome } from "../credential-home.ts";

/** April has begun. */
const APRIL = { days: 35 };
const MARCH = ["report", "--month", "2026-03"];

let home: CredentialHome;

beforeAll(async () => {
  home = new CredentialHome();
  await home.setUp({ registries: false });
  // Six claims.
  for (let at = 0; at < 6; at += 1)
    await home.claim(
      {
        first: "Sam",
        last: "Reed",
        former: "",
        profession: "pharmacist",
        jurisdiction: "Ontario",
        licence: `20481${at}`,
        npi: "",
        display: "",
      },
      `Provider ${at}`,
      at,
    );
  const [first = ""] = await home.open(async ({ db }) =>
    (await db.credential.findMany()).map(({ id }) => id),
  );
  await home.json(["credential", "reject", first, "--reason", "The number is another one"], { days: 8 });
});
afterAll(() => home[Symbol.asyncDispose]());

const line = (stdout: string, words: string) => stdout.split("\n").find((one) => one.includes(words));

describe("curbside report", () => {
  test("prints a month as Markdown, small numbers hidden", async () => {
    const { exit, stdout } = await home.curbside(MARCH, APRIL);
    expect(exit).toBe(0);
    expect(stdout.split("\n")[0]).toBe("# Transparency report: Harbour, March 2026");
    expect(line(stdout, "Claims made")).toBe("| Claims made | 6 |");
    expect(line(stdout, "| Rejected")).toBe("| Rejected | hidden |");
    expect(line(stdout, "Withdrawn for good")).toBe("| Withdrawn for good | 0 |");
  });

  test("prints the document with --json, and nothing else", async () => {
    const document = await home.json(MARCH, APRIL);
    expect(document).toMatchObject({
      schema: "curbside.transparency/1",
      community: "Harbour",
      month: "2026-03",
    });
    const providers = document.sections.find(({ id }: { id: string }) => id === "providers");
    expect(providers.counts).toContainEqual({
      id: "claims.rejected",
      words: "Rejected",
      count: { hidden: true },
    });
    const { stdout } = await home.curbside([...MARCH, "--format", "json"], APRIL);
    expect(JSON.parse(stdout)).toEqual(document);
  });

  test("writes a page to a file", async () => {
    const file = join(home.folder, "march.html");
    const { exit, stdout } = await home.curbside([...MARCH, "--format", "html", "--out", file], APRIL);
    expect([exit, stdout]).toEqual([0, `${file}: the report of March 2026.\n`]);
    expect(readFileSync(file, "utf8")).toMatch(/^<!DOCTYPE html>\n<html lang="en">.*<\/html>\n$/s);
    const nowhere = join(home.folder, "none", "march.html");
    expect((await home.curbside([...MARCH, "--out", nowhere], APRIL)).exit).toBe(2);
    expect(existsSync(nowhere)).toBe(false);
  });

  test("says what cannot be meant, and that a month is not over", async () => {
    const typed = async (...argv: string[]) => (await home.curbside(["report", ...argv], APRIL)).exit;
    expect(await typed("--month", "March")).toBe(2);
    expect(await typed("--format", "pdf")).toBe(2);
    expect(await typed("--format", "html", "--json")).toBe(2);
    expect(await typed("--post", "--format", "html")).toBe(2);
    const early = await home.curbside(["report", "--month", "2026-04"], APRIL);
    expect(early.exit).toBe(3);
    expect(early.stderr).toContain("must be over: that is on 2026-05-01");
  });

  test("posts once to the sides that have a channel, and says so the second time", async () => {
    const post = () => home.curbside([...MARCH, "--post"], APRIL);
    expect((await post()).exit).toBe(4);
    const link = ["community", "link", "--platform", "slack", "--space", "T1", "--side", "providers"];
    await home.json([...link, "--channel", "C9", "--purpose", "moderation"]);
    const first = await post();
    expect([first.exit, first.stdout]).toEqual([
      0,
      "The report of March 2026 is not posted, since no channel is linked: where patients ask.\nThe report of March 2026 is being posted: where the team moderates.\n",
    ]);
    expect((await post()).stdout).toContain(
      "was posted already, and is not posted again: where the team moderates",
    );
    const posted = await home.open(({ db }) => db.delivery.count({ where: { kind: "transparency" } }));
    expect(posted).toBe(1);
  });

  test("is not for everybody", async () => {
    expect((await home.curbside(MARCH, { ...APRIL, who: "lea" })).exit).toBe(0);
    const post = await home.curbside([...MARCH, "--post"], { ...APRIL, who: "lea" });
    expect(post.exit).toBe(3);
  });

  test("of the program itself is of the last full month unless one is named", () => {
    const argv = ["--conditions=source", "src/cli/main.ts", "report", "--json"];
    const env = { ...process.env, ...home.envOf("ada"), NO_COLOR: "1" };
    const { status, stdout } = spawnSync(process.execPath, argv, { encoding: "utf8", env });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ month: lastFullMonth(new Date()).id });
  });
});

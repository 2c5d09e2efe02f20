import { expect, test } from "vitest";
import { runProgram } from "#cli/program.ts";
import { retention } from "#core/privacy/retention.ts";

async function said(...argv: string[]): Promise<string> {
  let stdout = "";
  const exit = await runProgram(argv, {
    env: {},
    stdout: (text) => {
      stdout += text;
    },
    stderr: () => undefined,
    ask: undefined,
    terminal: false,
    columns: () => 100,
    colours: false,
  });
  expect(exit).toBe(0);
  return stdout;
}

test("curbside retention says of each kind of record how long it is kept, and why, without a community", async () => {
  const text = await said("retention");
  expect(text).toContain("Worries about somebody\n  since it was written: 7 days");
  expect(text).toContain("nobody can appeal any more: 20 days");
  expect(text).toContain("The record of acts\n  for good");
  const kinds: { what: string; days?: number }[] = JSON.parse(await said("retention", "--json"));
  expect(kinds.map(({ what }) => what)).toEqual(retention().map(({ what }) => what));
  // What a clock ends has whole days, and what has none says why it stays.
  for (const { days } of kinds.filter((one) => "days" in one)) expect(Number.isInteger(days)).toBe(true);
});

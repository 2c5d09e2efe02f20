import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** A few thousand messages of `npm run fuzz:screening`; the whole million is run by hand. */
test("nothing that must never happen happens to generated messages", { timeout: 60_000 }, () => {
  const seed = "20261125";
  const { status, stdout } = spawnSync(
    process.execPath,
    ["--conditions=source", "scripts/screening/fuzz.ts", "--messages", "3000", "--seed", seed],
    { encoding: "utf8" },
  );
  expect(stdout).toContain(`3000 messages, seed ${seed}: 0 failed`);
  expect(status).toBe(0);
});

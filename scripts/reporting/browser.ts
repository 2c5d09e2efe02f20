import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const CHROMIUM = "/usr/bin/chromium";

export const NO_BROWSER = `there is no browser here (${CHROMIUM}; on Debian: apt-get install chromium)`;

export const hasBrowser = (): boolean => existsSync(CHROMIUM);

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--hide-scrollbars",
  "--enable-logging=stderr",
];

/** Opens a file in a real browser with a profile of its own. Gives what it printed and what it complained about. */
export function openInBrowser(file: string, ...flags: readonly string[]): { stdout: string; stderr: string } {
  const profile = mkdtempSync(join(tmpdir(), "curbside-browser-"));
  try {
    const argv = [...FLAGS, `--user-data-dir=${profile}`, ...flags, pathToFileURL(file).href];
    const { status, stdout, stderr } = spawnSync(CHROMIUM, argv, { encoding: "utf8", timeout: 60_000 });
    if (status !== 0) throw new Error(`the browser ended with ${status}: ${stderr}`);
    return { stdout, stderr };
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

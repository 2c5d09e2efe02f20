import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { transparencyHtml } from "#cli/transparency/html.ts";
import { hasBrowser, NO_BROWSER, openInBrowser } from "./browser.ts";
import { syntheticMonth } from "./synthetic-month.ts";

/** Takes the picture of the page of a made-up month, in a real browser: `npm run docs:report-picture [FILE]`. */
const LARGEST = 300_000;

const picture = resolve(
  process.argv[2] ?? join(import.meta.dirname, "../../docs/images/transparency-report.png"),
);

if (!hasBrowser()) {
  process.stderr.write(`No picture was taken: ${NO_BROWSER}.\n`);
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), "curbside-report-"));
try {
  const page = join(folder, "report.html");
  writeFileSync(page, transparencyHtml(syntheticMonth()));
  mkdirSync(dirname(picture), { recursive: true });
  openInBrowser(page, `--screenshot=${picture}`, "--window-size=1200,1800");
  const { size } = statSync(picture);
  process.stdout.write(`${picture}: ${size} bytes\n`);
  if (size > LARGEST) throw new Error(`the picture has ${size} bytes, more than ${LARGEST}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

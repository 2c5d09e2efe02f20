import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { transparencyHtml } from "#cli/transparency/html.ts";
import { exportHtml } from "#core/privacy/export-html.ts";
import { sheetHtml } from "#core/visit-sheet/sheet-html.ts";
import { hasBrowser, NO_BROWSER, openInBrowser } from "./browser.ts";
import { SYNTHETIC_EXPORT } from "./synthetic-export.ts";
import { syntheticMonth } from "./synthetic-month.ts";
import { SYNTHETIC_SHEET } from "./synthetic-sheet.ts";

/** Takes the picture of a made-up page, in a real browser: `npm run docs:picture transparency-report|member-export|visit-sheet [FILE]`. */
const LARGEST = 300_000;

const PAGES: Readonly<Record<string, () => string>> = {
  "transparency-report": () => transparencyHtml(syntheticMonth()),
  "member-export": () => exportHtml(SYNTHETIC_EXPORT),
  "visit-sheet": () => sheetHtml(SYNTHETIC_SHEET),
};

function takePicture(html: string, picture: string): void {
  const folder = mkdtempSync(join(tmpdir(), "curbside-page-"));
  try {
    const page = join(folder, "page.html");
    writeFileSync(page, html);
    mkdirSync(dirname(picture), { recursive: true });
    openInBrowser(page, `--screenshot=${picture}`, "--window-size=1200,1800");
    const { size } = statSync(picture);
    process.stdout.write(`${picture}: ${size} bytes\n`);
    if (size > LARGEST) throw new Error(`the picture has ${size} bytes, more than ${LARGEST}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [name = "", file] = process.argv.slice(2);
const page = PAGES[name];
if (page === undefined) {
  process.stderr.write(`Say which picture: ${Object.keys(PAGES).join(" or ")}.\n`);
  process.exit(2);
}
if (!hasBrowser()) {
  process.stderr.write(`No picture was taken: ${NO_BROWSER}.\n`);
  process.exit(1);
}
takePicture(page(), resolve(file ?? join(import.meta.dirname, "../../docs/images", `${name}.png`)));

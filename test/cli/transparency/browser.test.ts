import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { transparencyHtml } from "#cli/transparency/html.ts";
import { hasBrowser, NO_BROWSER, openInBrowser } from "../../../scripts/reporting/browser.ts";
import { syntheticMonth } from "../../../scripts/reporting/synthetic-month.ts";

const NAME = `</title><script>document.documentElement.lang = "xx"</script><img src="x" onerror="alert(1)">`;

const skipped = hasBrowser() ? "" : ` (skipped: ${NO_BROWSER})`;

describe.skipIf(!hasBrowser())(`the page in a real browser${skipped}`, () => {
  let folder = "";
  let page = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "curbside-page-"));
    page = join(folder, "report.html");
    writeFileSync(page, transparencyHtml(syntheticMonth(NAME)));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("runs nothing, shows the name as a text, and has its style past its own policy", () => {
    const { stdout, stderr } = openInBrowser(page, "--dump-dom");
    expect(stdout).toContain('<html lang="en">');
    expect(stdout).toContain("Transparency report: &lt;/title&gt;&lt;script&gt;");
    expect(stdout).not.toMatch(/<(script|img|iframe|link)\b/);
    expect(stderr).not.toMatch(/Content Security Policy|Refused to/);
  });

  test("can be looked at", () => {
    const picture = join(folder, "page.png");
    openInBrowser(page, `--screenshot=${picture}`, "--window-size=1200,1800");
    // An empty page of that size is far smaller.
    expect(statSync(picture).size).toBeGreaterThan(30_000);
  });
});

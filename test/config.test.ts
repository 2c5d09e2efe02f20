import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { ConfigError, loadConfig } from "../src/config.ts";

function home(yaml = "") {
  const folder = mkdtempSync(join(tmpdir(), "curbside-config-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "config.yaml"), yaml);
  return folder;
}

const load = (settings: Record<string, string>, yaml = "") =>
  loadConfig({
    CURBSIDE_HOME: home(yaml),
    ...Object.fromEntries(
      Object.entries(settings).map(([key, value]) => [`CURBSIDE_${key.toUpperCase()}`, value]),
    ),
  });

function problemsOf(settings: Record<string, string>): readonly string[] {
  try {
    load(settings);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ key }) => key);
    throw error;
  }
  return [];
}

const MAIL = {
  smtp_url: "smtp://me:hidden-word@mail.clinic.example",
  mail_from: "Curbside <c@community.example>",
  mail_domains: "clinic.example, *.Health.example",
};

describe("settings of mail and of NPPES", () => {
  test("both are off unless set", () => {
    expect(load({})).toMatchObject({ mail: null, nppesApi: null });
    expect(load({ mail_from: "c@community.example", mail_domains: "clinic.example" }).mail).toBeNull();
  });

  test("the password is printed nowhere", () => {
    const { mail } = load(MAIL);
    expect(mail?.smtpUrl.reveal()).toBe(MAIL.smtp_url);
    expect(mail?.domains).toEqual(["clinic.example", "*.health.example"]);
    expect(`${JSON.stringify(mail)} ${inspect(mail, { depth: 9 })} ${mail?.smtpUrl}`).not.toContain(
      "hidden-word",
    );
  });

  test("domains may be a list in the file", () => {
    const yaml = `smtp_url: ${MAIL.smtp_url}\nmail_from: c@community.example\nmail_domains:\n  - clinic.example\n  - nhs.net\n`;
    expect(load({}, yaml).mail?.domains).toEqual(["clinic.example", "nhs.net"]);
  });

  test("the address may stand in a file that only its owner reads", () => {
    const file = join(home(), "smtp");
    writeFileSync(file, `${MAIL.smtp_url}\n`, { mode: 0o600 });
    const { smtp_url, ...rest } = MAIL;
    expect(load({ ...rest, smtp_url_file: file }).mail?.smtpUrl.reveal()).toBe(smtp_url);
    chmodSync(file, 0o644);
    expect(problemsOf({ ...rest, smtp_url_file: file })).toEqual(["smtp_url_file"]);
  });

  test("what is wrong is named by its key, and a wrong address is not repeated", () => {
    expect(problemsOf({ smtp_url: MAIL.smtp_url })).toEqual(["mail_from", "mail_domains"]);
    expect(problemsOf({ ...MAIL, mail_from: "nobody" })).toEqual(["mail_from"]);
    expect(problemsOf({ ...MAIL, mail_domains: "gmail.com,*.com,clinic.example" })).toEqual([
      "mail_domains",
      "mail_domains",
    ]);
    expect(() => load({ ...MAIL, smtp_url: "smtp://me:hidden-word@x.example?ignoreTLS=true" })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("hidden-word") }),
    );
  });

  test("NPPES is asked over https, or on this machine", () => {
    for (const url of ["https://npiregistry.cms.hhs.gov/api/", "http://127.0.0.1:8080/api/"])
      expect(load({ nppes_api: url }).nppesApi).toBe(url);
    for (const url of [
      "http://npiregistry.cms.hhs.gov/api/",
      "npiregistry.cms.hhs.gov",
      "https://a:b@x.example/",
      "https://x.example/?x=1",
    ])
      expect(problemsOf({ nppes_api: url })).toEqual(["nppes_api"]);
  });
});

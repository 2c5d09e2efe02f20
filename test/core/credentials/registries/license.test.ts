import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importLicense } from "#core/credentials/registries/license/import-license.ts";
import { loadProfile, shippedProfiles } from "#core/credentials/registries/license/load-profile.ts";
import { dayReader, ProfileError, statusReader } from "#core/credentials/registries/license/profile.ts";
import { licenseDigits, sameNumber } from "#core/credentials/registries/license-number.ts";
import { openRegistries } from "#core/credentials/registries/open-registries.ts";
import { NOW, workFolder } from "./files.ts";

async function imported(profile: string, content: string, name = "file.csv") {
  const work = workFolder();
  const asked = {
    folder: work.folder,
    path: work.file(name, content),
    profile,
    asOf: "2026-02-10",
    now: NOW,
    acceptSmaller: true,
  };
  const counts = await importLicense(asked);
  const registries = openRegistries(work.folder);
  const find = (state: string, number: string) =>
    registries.findLicenses(state, number)?.flatMap(({ found }) => found);
  return { ...work, counts, find };
}

/** Files as the states write them; the people do not exist. */
const FILES: Record<string, { content: string; state: string; number: string; expected: object }> = {
  "tx-medical": {
    state: "TX",
    content:
      '"license_number","last_name","first_name","license_type","registration_status","license_status","license_expiration_date","disciplinary_status"\n"T1234","VALE","ROBIN","Physician","ACTIVE","NONE","2027-10-31T00:00:00.000","NONE"\n',
    number: "t1234",
    expected: { last: "VALE", first: "ROBIN", status: "active", expiresAt: "2027-10-31", discipline: null },
  },
  "wa-health": {
    state: "WA",
    content:
      "CredentialNumber,LastName,FirstName,MiddleName,CredentialType,Status,BirthYear,ExpirationDate,ActionTaken\nMD60123456,VALE,ROBIN,J,Physician And Surgeon License,ACTIVE WITH CONDITIONS,1961,20270131,Yes\n",
    number: "MD.60123456",
    expected: { status: "limited", expiresAt: "2027-01-31", discipline: "Yes", middle: "J" },
  },
  "il-idfpr": {
    state: "IL",
    content:
      "license_number,last_name,first_name,description,license_status,original_issue_date,expiration_date,ever_disciplined\n036012345,VALE,ROBIN,LICENSED PHYSICIAN,NOT RENEWED,01/02/2001,07/31/2023,N\n",
    number: "036-012345",
    expected: { number: "036012345", status: "inactive", expiresAt: "2023-07-31", discipline: null },
  },
  "co-dora": {
    state: "CO",
    content:
      "lastname,firstname,middlename,licensetype,licensenumber,licensestatusdescription,licenseexpirationdate,programaction\nVALE,ROBIN,,DR,12345,Active,2027-04-30T00:00:00.000,\nOAK,ANA,,PHA,12345,Expired,2020-04-30T00:00:00.000,\n",
    number: "DR.0012345",
    expected: { number: "DR12345", last: "VALE", status: "active" },
  },
  "ct-elicense": {
    state: "CT",
    content:
      "name,fullcredentialcode,credentialnumber,credentialtype,credential,status,statusreason,expirationdate\nROBIN J VALE JR,1.045678,45678,1,Physician/Surgeon,INACTIVE,LAPSED DUE TO NON-RENEWAL,2024-01-31\n",
    number: "1.045678",
    expected: { name: "ROBIN J VALE JR", last: "VALE", status: "expired" },
  },
  "de-dpr": {
    state: "DE",
    content:
      "last_name,first_name,license_no,license_type,license_status,expiration_date,disciplinary_action\nVALE,ROBIN,C1-0001234,Physician M.D.,Probation,2027-03-31,Y\n",
    number: "C1-0001234",
    expected: { status: "limited", discipline: "Y" },
  },
  "md-physicians": {
    state: "MD",
    content:
      "Maryland Board of Physicians,,,,,\nList of 02/01/2026,,,,,\nLicense #,Last Name,First Name,License Status,Expiration Date,Discipline\nD0012345,VALE,ROBIN,Active,9/30/2027,\n",
    number: "D12345",
    expected: { status: "active", expiresAt: "2027-09-30" },
  },
  "fl-mqa": {
    state: "FL",
    content:
      'Rank-Code|License-Number|Last-Name|First-Name|Profession-Name|License-Status-Description|License-Active-Status-Description|Expire-Date|Board-Action-Indicator\nME|68414|VALE|ROBIN|Medical Doctor|CLEAR|ACTIVE|01/31/2027|N|\nOS|68414|OAK "DE|ANA|Osteopathic|CLEAR|DELINQUENT|01/31/2020|Y|\nME|1|A|B|broken|row|here|CLEAR|x|y|z|\n',
    number: "ME 68414",
    expected: { number: "ME68414", last: "VALE", status: "active", discipline: null },
  },
};

describe("the profiles that come with Curbside", () => {
  test("are those of eight states, each tried here", () => {
    expect(shippedProfiles()).toEqual(Object.keys(FILES).sort());
  });

  test.each(Object.entries(FILES))(
    "%s reads the state's file",
    async (profile, { content, state, number, expected }) => {
      const { find, counts } = await imported(profile, content);
      expect(find(state, number)).toMatchObject([expected]);
      expect(find(state, "999")).toEqual([]);
      expect(find("NY", number)).toBeUndefined();
      expect(counts.rejected).toBe(profile === "fl-mqa" ? 1 : 0);
    },
  );

  test("numbers that are only unique with their letters give all rows without them", async () => {
    const { find } = await imported("fl-mqa", FILES["fl-mqa"]?.content ?? "");
    expect(find("Florida", "68414")?.map(({ last }) => last)).toEqual(["VALE", 'OAK "DE']);
    expect(find("FL", "OS68414")).toMatchObject([{ status: "inactive", discipline: "Y" }]);
  });

  test("several rows of one number are all given", async () => {
    const head = "license_number,last_name,first_name,license_status,expiration_date,ever_disciplined";
    const rows = "1,VALE,ROBIN,ACTIVE,,N\n1,VALE,ROBIN,REVOKED,,N\n";
    const { find } = await imported("il-idfpr", `${head}\n${rows}`);
    expect(find("IL", "0001")?.map(({ status }) => status)).toEqual(["active", "revoked"]);
  });

  test("a kind that differs is somebody else's licence", async () => {
    const head = "name,fullcredentialcode,credential,status,statusreason,expirationdate";
    const rows =
      "ANA OAK,10.112345,Nurse,ACTIVE,,\nROBIN VALE,1.012345,Physician,ACTIVE,,\nBO ELM PHD,10.000777,Nurse,ACTIVE,,\nDOTY CARE LLC,,Business,ACTIVE,,\n";
    const { find, counts } = await imported("ct-elicense", `${head}\n${rows}`);
    const last = (number: string) => find("CT", number)?.map((row) => row.last);
    expect(last("1.12345")).toEqual(["VALE"]);
    expect(last("012345")).toEqual(["VALE"]);
    expect(last("1.000777")).toEqual([]);
    expect(last("C2-0000777")).toEqual([]);
    expect(last("10.777")).toEqual(["ELM"]);
    expect(counts).toMatchObject({ rows: 3, rejected: 1 });
  });

  test("a column that can tell against somebody must be there", async () => {
    const content = FILES["tx-medical"]?.content.replace("license_status", "standing_code") ?? "";
    await expect(imported("tx-medical", content)).rejects.toMatchObject({
      code: "wrong_file",
      details: { missing: ["license_status"] },
    });
  });

  test("in Florida a licence is active by the word that says so, and a row that lacks a field is not read one column off", async () => {
    const head =
      "Rank-Code|License-Number|Last-Name|First-Name|Profession-Name|License-Status-Description|License-Active-Status-Description|Expire-Date|Board-Action-Indicator";
    const rows =
      "ME|1|VALE|ROBIN|MD|CLEAR|ACTIVE|01/31/2027|N|\nME|2|OAK|ANA|MD|CLEAR|INACTIVE|01/31/2027|N|\nME|3|ELM|BO|MD|CLEAR||01/31/2027|N|\nME|4|ASH|CLEAR|ACTIVE|01/31/2027|N|x|\n";
    const { find, counts } = await imported("fl-mqa", `${head}\n${rows}`);
    const status = (number: string) => find("FL", number)?.map((row) => row.status);
    expect([status("ME1"), status("ME2"), status("ME3"), status("ME4")]).toEqual([
      ["active"],
      ["inactive"],
      ["unknown"],
      [],
    ]);
    expect(counts).toMatchObject({ rows: 3, rejected: 1 });
  });

  test("a file of a thousand rows is what a portal gives to whoever does not ask for all", async () => {
    const work = workFolder();
    const head = "license_number,last_name,first_name,license_status,expiration_date,ever_disciplined\n";
    const row = "1,VALE,ROBIN,ACTIVE,,N\n";
    const asked = { folder: work.folder, profile: "il-idfpr", asOf: "2026-02-10", now: NOW };
    const path = work.file("il.csv", head + row.repeat(1000));
    await expect(importLicense({ ...asked, path })).rejects.toMatchObject({ code: "shrunk_file" });
    const broken = work.file("il.csv", head + row.repeat(2) + "1,2\n".repeat(4));
    await expect(importLicense({ ...asked, path: broken, acceptSmaller: true })).rejects.toMatchObject({
      code: "damaged_file",
    });
  });

  test("the year of birth in Washington's file is never taken in", async () => {
    const { folder } = await imported("wa-health", FILES["wa-health"]?.content ?? "");
    expect(readFileSync(join(folder, "license-wa-health.sqlite")).includes("1961")).toBe(false);
  });

  test("no word is active in one list and something else in another, and an unknown word is unknown", () => {
    for (const name of shippedProfiles()) {
      const status = statusReader(loadProfile("/nowhere", name));
      expect(status("SOMETHING NEW", "")).toBe("unknown");
      expect(status("", "")).toBe("unknown");
      for (const word of ["suspended", "Revoked", "EXPIRED", "inactive"])
        expect(status(word, "")).not.toBe("active");
    }
  });

  test("of two columns the graver counts", () => {
    const status = statusReader(loadProfile("/nowhere", "tx-medical"));
    expect(status("ACTIVE", "SUSPENDED BY BOARD")).toBe("suspended");
    expect(status("ACTIVE", "UNDER BOARD ORDER")).toBe("limited");
    expect(status("ACTIVE", "CLEARED")).toBe("active");
    expect(status("ACTIVE", "A NEW WORD")).toBe("unknown");
    expect(status("NONE", "")).toBe("unknown");
  });

  test("a day that is none in any form is no day", () => {
    const day = dayReader(loadProfile("/nowhere", "wa-health"));
    expect(["2027-01-31T00:00:00.000", "1/31/2027", "20270131", "31/01/2027", "soon", ""].map(day)).toEqual([
      20270131, 20270131, 20270131, 0, 0, 0,
    ]);
  });
});

describe("an admin's own profile", () => {
  const OWN =
    "title: Board of Tests\nstate: NV\ncolumns:\n  number: Lic\n  name: Holder\n  status: Stand\nnameOrder: last-first\nstatus:\n  active: [GOOD]\n";

  test("lies in registries/profiles, and is used by its name or path", async () => {
    const work = workFolder();
    mkdirSync(join(work.folder, "profiles"), { recursive: true });
    writeFileSync(join(work.folder, "profiles", "nv-tests.yaml"), OWN);
    const path = work.file("nv_20260210.csv", "Lic;x,Holder,Stand\n");
    await expect(
      importLicense({ folder: work.folder, path, profile: "nv-tests", now: NOW }),
    ).rejects.toMatchObject({ code: "wrong_file", details: { missing: ["Lic"] } });
    const good = work.file("nv_20260210.csv", 'Lic,Holder,Stand\nA-1,"VALE, ROBIN J",Good\n');
    await importLicense({
      folder: work.folder,
      path: good,
      profile: join(work.folder, "profiles", "nv-tests.yaml"),
      now: NOW,
      acceptSmaller: true,
    });
    const [nevada] = openRegistries(work.folder).findLicenses("Nevada", "a1") ?? [];
    expect(nevada).toMatchObject({
      source: { asOf: "2026-02-10" },
      found: [{ last: "VALE", status: "active" }],
    });
  });

  test.each([
    ["state: NV", "state: Nevada", "state: must be the two letters"],
    ["  name: Holder\n", "", "needs last:"],
    ["nameOrder: last-first", "nameOrdre: last-first", "nameOrdre"],
    ["active: [GOOD]", "active: [GOOD]\n  revoked: [Good]", '"Good" stands in two lists'],
    ["status:\n  active", "status:\n\tactive", "line "],
  ])("with %j as %j is refused in words", (from, to, says) => {
    const work = workFolder();
    const path = work.file("nv-tests.yaml", OWN.replace(from, to));
    const error = (() => {
      try {
        return loadProfile(work.folder, path);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(ProfileError);
    expect((error as ProfileError).problems.join("\n")).toContain(says);
  });

  test("that is nowhere is not found", () => {
    expect(() => loadProfile("/nowhere", "no-such")).toThrow("not_found");
  });
});

describe("licence numbers", () => {
  test.each([
    ["ME68414", "68414"],
    ["032024", "32024"],
    ["2017-01132", "201701132"],
    ["MD.0012345", "12345"],
    ["12345 MD", "12345"],
    ["000", "0"],
    ["ab-c", "ABC"],
  ])("%s is looked up by %s", (number, digits) => {
    expect(licenseDigits(number)).toBe(digits);
  });

  test("are one apart from signs, case and zeros in front of the digits", () => {
    expect(sameNumber("md.0012345", "MD12345")).toBe(true);
    expect(sameNumber("2017-01132", "201701132")).toBe(true);
    expect(sameNumber("ME68414", "OS68414")).toBe(false);
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z]{0,3}$/),
        fc.nat(9_999_999),
        fc.nat(4),
        (letters, number, zeros) => {
          expect(
            sameNumber(`${letters}${number}`, `${letters.toLowerCase()}-${"0".repeat(zeros)}${number}`),
          ).toBe(true);
        },
      ),
    );
  });
});

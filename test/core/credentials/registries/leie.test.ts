import { describe, expect, test } from "vitest";
import { mayBeCut } from "#core/credentials/registries/leie/columns.ts";
import { importLeie } from "#core/credentials/registries/leie/import-leie.ts";
import { openRegistries } from "#core/credentials/registries/open-registries.ts";
import { type Fields, leieFile, NOW, workFolder } from "./files.ts";

const WHO: Fields = { LASTNAME: "VALE", FIRSTNAME: "ROBIN" };

async function imported(rows: readonly Fields[], form = {}) {
  const work = workFolder();
  const path = work.file("UPDATED.csv", leieFile(rows, form));
  const counts = await importLeie({
    folder: work.folder,
    path,
    asOf: "2026-02-10",
    now: NOW,
    acceptSmaller: true,
  });
  const registries = openRegistries(work.folder);
  const last = (...names: string[]) => registries.exclusionsFor({ names })?.found.map((row) => row.last);
  return { ...work, counts, registries, last };
}

describe("the list of exclusions", () => {
  test.each([{ quotedHeader: true }, { quotedHeader: false }])(
    "is read with its header quoted or not: %j",
    async (form) => {
      const { registries, counts } = await imported([WHO], form);
      expect(counts).toMatchObject({ rows: 1, rejected: 0 });
      expect(registries.exclusionsFor({ names: ["Vale"] })?.found).toMatchObject([
        {
          last: "VALE",
          middle: null,
          npi: null,
          type: "1128a1",
          excluded: "2019-03-20".replaceAll("-", ""),
          waived: null,
          born: "19610402",
        },
      ]);
    },
  );

  test("zeros are no day and no NPI; a waiver is still a hit", async () => {
    const { registries } = await imported([
      { ...WHO, DOB: "00000000", NPI: "0000000000" },
      { ...WHO, FIRSTNAME: "ANA", NPI: "1234567893", WAIVERDATE: "20200101", WVRSTATE: "TX" },
    ]);
    const found = registries.exclusionsFor({ names: ["VALE"] })?.found;
    expect(found).toMatchObject([
      { born: null, npi: null },
      { waived: "20200101", waiverState: "TX" },
    ]);
    expect(registries.exclusionsFor({ names: [], npi: "1234567893" })?.found).toMatchObject([
      { first: "ANA" },
    ]);
    expect(registries.exclusionsFor({ names: [], npi: "0000000000" })?.found).toEqual([]);
  });

  test("compound names are found whole, by each part, and written together", async () => {
    const { last } = await imported([
      { ...WHO, LASTNAME: "VAN HORNE" },
      { ...WHO, LASTNAME: "WELLS-LUTZ" },
      { ...WHO, LASTNAME: "O'BRIEN" },
    ]);
    expect(last("VANHORNE")).toEqual(["VAN HORNE"]);
    expect(last("Horne")).toEqual(["VAN HORNE"]);
    expect(last("Lutz")).toEqual(["WELLS-LUTZ"]);
    expect(last("Wells Lutz")).toEqual(["WELLS-LUTZ"]);
    expect(last("Obrien")).toEqual(["O'BRIEN"]);
    expect(last("O’Brien")).toEqual(["O'BRIEN"]);
    expect(last("Smith-Wells")).toEqual(["WELLS-LUTZ"]);
  });

  test("a name that was cut at its width is found by the longer one, and no shorter name is taken for it", async () => {
    const cut = "WOLFESCHLEGELSTEINHA";
    const { last } = await imported([
      { ...WHO, LASTNAME: cut },
      { ...WHO, LASTNAME: "WOLFESCHL" },
    ]);
    expect(cut).toHaveLength(20);
    expect(last("Wolfeschlegelsteinhausenbergerdorff")).toEqual([cut]);
    expect(mayBeCut("LASTNAME", cut)).toBe(true);
    // Cut behind a blank, which is gone.
    expect(mayBeCut("LASTNAME", cut.slice(1))).toBe(true);
    expect(mayBeCut("LASTNAME", "WOLFESCHL")).toBe(false);
  });

  test("a second name that was cut, and a part that is written together elsewhere, hide nobody", async () => {
    const { last } = await imported([
      { ...WHO, LASTNAME: "CHRISTOPHERSON-RIVER" },
      { ...WHO, LASTNAME: "WOLFESCHLEGELSTEINHA" },
      { ...WHO, LASTNAME: "VANHORNE" },
      { ...WHO, LASTNAME: "VAN DYKE-SMITH" },
    ]);
    expect(last("Rivera")).toEqual(["CHRISTOPHERSON-RIVER"]);
    expect(last("Oak-Wolfeschlegelsteinhausen")).toEqual(["WOLFESCHLEGELSTEINHA"]);
    expect(last("Van Horne-Oak")).toContain("VANHORNE");
    expect(last("Vandyke")).toEqual(["VAN DYKE-SMITH"]);
    expect(last("Christopher")).toEqual([]);
  });

  test("nothing to look somebody up by is no clean answer", async () => {
    const { registries } = await imported([WHO]);
    expect(registries.exclusionsFor({ names: ["—", ""] })).toBeUndefined();
    expect(registries.exclusionsFor({ names: ["Oak"] })?.found).toEqual([]);
  });

  test("diacritics do not hide anybody", async () => {
    const { last } = await imported([{ ...WHO, LASTNAME: "LUKASZEWICZ" }]);
    expect(last("Łukaszewicz")).toEqual(["LUKASZEWICZ"]);
  });

  test("a row that stands there twice counts once; businesses are kept", async () => {
    const { counts, registries } = await imported([
      WHO,
      WHO,
      { BUSNAME: "VALE CARE INC", LASTNAME: "", NPI: "1234567893" },
    ]);
    expect(counts.total).toBe(2);
    expect(registries.exclusionsFor({ names: [], npi: "1234567893" })?.found).toMatchObject([
      { business: "VALE CARE INC", last: null },
    ]);
  });

  test("one month's changes are refused by their name", async () => {
    const work = workFolder();
    for (const name of ["2602excl.csv", "2602rein.csv"]) {
      const path = work.file(name, leieFile([WHO]));
      await expect(
        importLeie({ folder: work.folder, path, asOf: "2026-02-10", now: NOW }),
      ).rejects.toMatchObject({ code: "changes_only" });
    }
  });

  test("a list that is too short, sharply smaller, empty, cut off or broken is refused, and the old one stays", async () => {
    const fresh = workFolder();
    const short = fresh.file("UPDATED.csv", leieFile([WHO]));
    const asked = { asOf: "2026-02-20", now: NOW };
    await expect(importLeie({ ...asked, folder: fresh.folder, path: short })).rejects.toMatchObject({
      code: "shrunk_file",
    });
    const many = Array.from({ length: 20 }, (_, at) => ({ ...WHO, ZIP: String(10_000 + at) }));
    const { folder, file, registries } = await imported(many);
    const whole = leieFile(many);
    const refusals = [
      [leieFile(many.slice(0, 19)), "shrunk_file"],
      ["", "wrong_file"],
      [leieFile([]), "damaged_file"],
      [whole.slice(0, -30), "damaged_file"],
      [`${whole}"VALE","ANA"\r\n`, "damaged_file"],
      [whole.replace("DOB", "BORN"), "wrong_file"],
    ] as const;
    for (const [content, code] of refusals)
      await expect(
        importLeie({ ...asked, folder, path: file("UPDATED.csv", content) }),
      ).rejects.toMatchObject({ code });
    expect(registries.exclusionsFor({ names: ["VALE"] })).toMatchObject({
      source: { asOf: "2026-02-10", total: 20 },
    });
  });

  test("somebody who was reinstated is gone with the next list", async () => {
    const many = Array.from({ length: 60 }, (_, at) => ({ ...WHO, ZIP: String(10_000 + at) }));
    const { folder, file, last } = await imported([...many, { LASTNAME: "OAK", FIRSTNAME: "ANA" }]);
    expect(last("OAK")).toEqual(["OAK"]);
    await importLeie({ folder, path: file("UPDATED.csv", leieFile(many)), asOf: "2026-02-20", now: NOW });
    expect(last("OAK")).toEqual([]);
  });
});

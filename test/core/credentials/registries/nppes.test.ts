import { readdirSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { ZipFile } from "yazl";
import { isNpi } from "#core/credentials/npi.ts";
import { importNppes, readNppesName } from "#core/credentials/registries/nppes/import-nppes.ts";
import { openRegistries } from "#core/credentials/registries/open-registries.ts";
import { registryStatus } from "#core/credentials/registries/registry-status.ts";
import { npiOf } from "../../../../scripts/registries/nppes-rows.ts";
import { type Fields, NOW, NPPES_HEADER, nppesFile, workFolder } from "./files.ts";

const FULL = "npidata_pfile_20050523-20260208.csv";
const PRACTICE = "Provider Business Practice Location Address";
const taxonomy = (at: number, code: string, license: string, state: string, primary: string): Fields => ({
  [`Healthcare Provider Taxonomy Code_${at}`]: code,
  [`Provider License Number_${at}`]: license,
  [`Provider License Number State Code_${at}`]: state,
  [`Healthcare Provider Primary Taxonomy Switch_${at}`]: primary,
});
const person = (npi: string, more: Fields = {}): Fields => ({
  NPI: npi,
  "Entity Type Code": "1",
  "Provider Last Name (Legal Name)": "VALE",
  "Provider First Name": "ROBIN",
  ...more,
});
const phone = (number: string): Fields => ({ [`${PRACTICE} Telephone Number`]: number });
const [ANN, BEN, CAT] = [npiOf(100_000_001), npiOf(100_000_002), npiOf(100_000_003)];

/** Imports rows and gives look-ups in what came of them. */
async function imported(rows: readonly Fields[], { name = FULL, header = NPPES_HEADER } = {}) {
  const work = workFolder();
  const { folder } = work;
  const path = work.file(name, nppesFile(rows, header));
  const counts = await importNppes({ folder, path, now: NOW, acceptSmaller: true });
  return {
    ...work,
    counts,
    registries: openRegistries(folder),
    provider: (npi: string) => openRegistries(folder).findNppes(npi)?.found,
  };
}

/** Imports a further file into the same folder. */
const further = (folder: string, path: string, more = {}) => importNppes({ folder, path, now: NOW, ...more });

/** A zip file with these members; with `zip64`, in the form that files of more than 4 GB need. */
async function zipOf(
  members: Readonly<Record<string, string | Buffer>>,
  { zip64 = false, compress = true } = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(members))
    zip.addBuffer(Buffer.from(content as string), name, { forceZip64Format: zip64, compress });
  zip.end({ forceZip64Format: zip64, comment: "" });
  return buffer(zip.outputStream as NodeJS.ReadableStream & AsyncIterable<Uint8Array>);
}

describe("what NPPES writes", () => {
  test("columns are found by name: renamed, in another order, and without the one that older files lack", async () => {
    const older = NPPES_HEADER.filter((name) => name !== "Certification Date")
      .map((name) => (name === "Provider Sex Code" ? "Provider Gender Code" : name))
      .reverse();
    expect(older).toHaveLength(329);
    const { provider } = await imported([person(ANN)], { header: older });
    expect(provider(ANN)).toMatchObject({ last: "VALE", first: "ROBIN", entity: "individual" });
  });

  test("a blank entity type is a deactivated number, though its check digit fits", async () => {
    const gone = { NPI: "1710983663", "NPI Deactivation Date": "03/14/2019" };
    const { provider } = await imported([gone, person(ANN)]);
    expect(isNpi("1710983663")).toBe(true);
    expect(provider("1710983663")).toMatchObject({
      entity: null,
      deactivated: true,
      deactivatedAt: "2019-03-14",
    });
    expect(provider(ANN)).toMatchObject({ deactivated: false, deactivatedAt: null });
  });

  test("a kind of entity that there is not is a broken row", async () => {
    const { counts, provider } = await imported([person(ANN), person(BEN, { "Entity Type Code": "X" })]);
    expect(counts).toMatchObject({ rows: 1, rejected: 1 });
    expect(provider(BEN)).toBeUndefined();
  });

  test("a number that was deactivated on the day when it was taken up again stays so", async () => {
    const { provider } = await imported([
      person(ANN, { "NPI Deactivation Date": "03/14/2019", "NPI Reactivation Date": "03/14/2019" }),
    ]);
    expect(provider(ANN)?.deactivated).toBe(true);
  });

  test("a number that was taken up again is not deactivated", async () => {
    const { provider } = await imported([
      person(ANN, { "NPI Deactivation Date": "03/14/2019", "NPI Reactivation Date": "05/02/2019" }),
    ]);
    expect(provider(ANN)?.deactivated).toBe(false);
  });

  test("placeholders are nothing: <UNAVAIL>, --, N/A, NONE", async () => {
    const { provider } = await imported([
      person(ANN, {
        "Provider Name Suffix Text": "--",
        "Provider Middle Name": "N/A",
        "Provider Other Last Name": "NONE",
        [`${PRACTICE} Telephone Number`]: "<UNAVAIL>",
      }),
    ]);
    expect(provider(ANN)).toMatchObject({
      suffix: null,
      middle: null,
      other: null,
      phone: null,
      phoneSince: null,
    });
  });

  test("a licence keeps its leading zero, and is found by state in letters or in full", async () => {
    const { provider, registries } = await imported([
      person(ANN, {
        ...taxonomy(1, "207R00000X", "032024", "Georgia", "N"),
        ...taxonomy(2, "207R00000X", "ME68414", "FL", "Y"),
      }),
    ]);
    expect(provider(ANN)?.taxonomies).toEqual([
      { code: "207R00000X", license: "032024", state: "GA", primary: false },
      { code: "207R00000X", license: "ME68414", state: "FL", primary: true },
    ]);
    for (const [state, number] of [
      ["GA", "032024"],
      ["georgia", "32024"],
      ["FL", "me-68414"],
      ["Florida", "68414"],
    ] as const)
      expect(registries.findNppesByLicense(state, number)?.found.map(({ npi }) => npi)).toEqual([ANN]);
    expect(registries.findNppesByLicense("GA", "68414")?.found).toEqual([]);
  });

  test("of two numbers with the same digits, the one with the letters that were asked for", async () => {
    const { registries } = await imported([
      person(ANN, taxonomy(1, "207R00000X", "ME68414", "FL", "Y")),
      person(BEN, taxonomy(1, "207R00000X", "OS 68414", "FL", "Y")),
    ]);
    const found = (number: string) =>
      registries.findNppesByLicense("FL", number)?.found.map(({ npi }) => npi);
    expect(found("OS68414")).toEqual([BEN]);
    expect(found("68414")).toEqual([ANN, BEN]);
    expect(found("XX68414")).toEqual([]);
  });

  test("the primary taxonomy: one Y is it, one code alone is it, anything else is ambiguous", async () => {
    const { provider } = await imported([
      person(ANN, { ...taxonomy(1, "207R00000X", "", "", "N"), ...taxonomy(2, "390200000X", "", "", "Y") }),
      person(BEN, taxonomy(1, "363A00000X", "", "", "")),
      person(CAT, { ...taxonomy(1, "207R00000X", "", "", "Y"), ...taxonomy(2, "163W00000X", "", "", "Y") }),
      person(npiOf(100_000_004), {
        ...taxonomy(1, "207R00000X", "", "", "N"),
        ...taxonomy(2, "163W00000X", "", "", "N"),
      }),
      person(npiOf(100_000_005)),
    ]);
    const primary = [ANN, BEN, CAT, npiOf(100_000_004), npiOf(100_000_005)].map(
      (npi) => provider(npi)?.primary,
    );
    expect(primary).toEqual([
      { is: "one", code: "390200000X" },
      { is: "one", code: "363A00000X" },
      { is: "ambiguous" },
      { is: "ambiguous" },
      { is: "none" },
    ]);
  });

  test("titles are read out of free text, and a former name is kept with its type", async () => {
    const { provider } = await imported([
      person(ANN, {
        "Provider Credential Text": "P.T., D P T",
        "Provider Other Last Name": "SMITH",
        "Provider Other Last Name Type Code": "1",
      }),
    ]);
    expect(provider(ANN)).toMatchObject({ titles: ["PT", "DPT"], other: { last: "SMITH", type: "1" } });
  });

  test("commas, doubled quotes, line breaks in fields, CRLF and Latin-1 are read; rows that do not fit are told", async () => {
    const work = workFolder();
    const head = `\ufeff${nppesFile([]).replace("\n", "\r\n")}`;
    const row = nppesFile([person(ANN, { "Provider Last Name (Legal Name)": 'O"BRIEN, THE\nOLD' })])
      .split("\n")
      .slice(1)
      .join("\n");
    const content = Buffer.concat([
      Buffer.from(head),
      Buffer.from(row.replace(/\n$/, "\r\n")),
      Buffer.from('"1","too","short"\r\n'),
      Buffer.from(
        nppesFile([person(BEN, { "Provider Last Name (Legal Name)": "MUÑOZ" })]).split("\n")[1] ?? "",
        "latin1",
      ),
    ]);
    const path = work.file(FULL, content);
    const counts = await importNppes({ folder: work.folder, path, now: NOW, acceptSmaller: true });
    expect(counts).toMatchObject({ rows: 2, rejected: 1, rejectedAt: [3], latin1: 1, asOf: "2026-02-08" });
    const registries = openRegistries(work.folder);
    expect(registries.findNppes(ANN)?.found?.last).toBe('O"BRIEN, THE OLD');
    expect(registries.findNppes(BEN)?.found?.last).toBe("MUÑOZ");
  });
});

describe("names of files", () => {
  test("say what is in them and of which day", () => {
    expect(readNppesName(FULL)).toEqual({ kind: "full", from: "2005-05-23", to: "2026-02-08" });
    expect(readNppesName("npidata_pfile_20260209-20260215.csv")).toMatchObject({
      kind: "weekly",
      to: "2026-02-15",
    });
    expect(readNppesName("NPPES_Deactivated_NPI_Report_020926_V2.zip")).toMatchObject({
      kind: "deactivated",
      to: "2026-02-09",
    });
  });

  test("in a zip the data is chosen, never the file that holds only the header; also in ZIP64", async () => {
    for (const zip64 of [false, true]) {
      const work = workFolder();
      const members = {
        "npidata_pfile_20050523-20260208_fileheader.csv": nppesFile([]),
        "pl_pfile_20050523-20260208.csv": "NPI,x\n",
        [`inner/${FULL}`]: nppesFile([person(ANN)]),
      };
      const path = work.file(
        "NPPES_Data_Dissemination_February_2026_V2.zip",
        await zipOf(members, { zip64 }),
      );
      const counts = await importNppes({ folder: work.folder, path, now: NOW, acceptSmaller: true });
      expect(counts).toMatchObject({ rows: 1, asOf: "2026-02-08", kind: "full" });
      expect(counts.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test("a zip that is cut off, or holds nothing of NPPES, is refused", async () => {
    const work = workFolder();
    const zip = await zipOf({
      [FULL]: nppesFile(Array.from({ length: 50 }, (_, at) => person(npiOf(100_000_001 + at)))),
    });
    const cut = work.file("a.zip", zip.subarray(0, zip.length - 40));
    await expect(further(work.folder, cut)).rejects.toMatchObject({ code: "damaged_file" });
    const other = work.file("b.zip", await zipOf({ "readme.txt": "x" }));
    await expect(further(work.folder, other)).rejects.toMatchObject({ code: "wrong_file" });
    const flipped = Buffer.from(await zipOf({ [FULL]: nppesFile([person(ANN)]) }, { compress: false }));
    flipped.write("X", flipped.indexOf('"VALE"') + 1);
    await expect(further(work.folder, work.file("c.zip", flipped))).rejects.toMatchObject({
      code: "damaged_file",
    });
    expect(readdirSync(work.root).includes("registries") ? readdirSync(work.folder) : []).toEqual([]);
  });
});

describe("a full file", () => {
  const many = (count: number, more: Fields = {}) =>
    Array.from({ length: count }, (_, at) => person(npiOf(100_000_001 + at), more));

  test("takes the place of the one before; a phone number that stayed keeps its day", async () => {
    const first = [person(ANN, phone("2025550101")), person(BEN, phone("2025550102"))];
    const { folder, file, provider } = await imported(first, { name: "npidata_pfile_20050523-20260111.csv" });
    const second = [
      person(ANN, phone("2025550101")),
      person(BEN, phone("2025550199")),
      person(CAT, phone("2025550103")),
    ];
    const again = await further(folder, file(FULL, nppesFile(second)));
    expect(again.before).toMatchObject({ asOf: "2026-01-11", total: 2 });
    expect([ANN, BEN, CAT].map((npi) => provider(npi)?.phoneSince)).toEqual([
      "2026-01-11",
      "2026-02-08",
      "2026-02-08",
    ]);
    expect(readdirSync(folder)).toEqual(["nppes.sqlite"]);
  });

  test("is refused with far fewer rows, unless somebody says that it is right", async () => {
    const { folder, file } = await imported(many(100), { name: "npidata_pfile_20050523-20260111.csv" });
    const path = file(FULL, nppesFile(many(89)));
    await expect(further(folder, path)).rejects.toMatchObject({
      code: "shrunk_file",
      details: { rows: 89, before: 100 },
    });
    expect(openRegistries(folder).findNppes(ANN)?.source.asOf).toBe("2026-01-11");
    expect(await further(folder, path, { acceptSmaller: true })).toMatchObject({ total: 89 });
  });

  test("is refused when it is older; the same day may come again", async () => {
    const { folder, file } = await imported([person(ANN)]);
    const older = file("npidata_pfile_20050523-20260111.csv", nppesFile([person(ANN)]));
    await expect(further(folder, older)).rejects.toMatchObject({ code: "older_file" });
    expect(await further(folder, file(FULL, nppesFile([person(ANN)])))).toMatchObject({ rows: 1 });
  });

  test("that is empty, of something else, cut off or without a day is refused, and the old one stays", async () => {
    const { folder, file } = await imported([person(ANN), person(BEN)]);
    const rows = nppesFile([person(ANN), person(BEN)]);
    const refusals = [
      ["", "wrong_file"],
      [nppesFile([]), "damaged_file"],
      ["Code,Grouping\n207R00000X,x\n", "wrong_file"],
      [rows.slice(0, -300), "damaged_file"],
      [rows.slice(0, -700), "damaged_file"],
    ] as const;
    for (const [content, code] of refusals)
      await expect(further(folder, file(FULL, content))).rejects.toMatchObject({ code });
    await expect(further(folder, file("npidata.csv", rows))).rejects.toMatchObject({ code: "undated_file" });
    await expect(further(folder, file("npidata.csv", rows), { asOf: "2026-13-01" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    await expect(further(folder, file("npidata.csv", rows), { asOf: "2027-01-01" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    expect(readdirSync(folder)).toEqual(["nppes.sqlite"]);
    expect(openRegistries(folder).findNppes(ANN)?.found?.last).toBe("VALE");
  });
});

describe("a weekly file", () => {
  const week = (from: string, to: string) => `npidata_pfile_${from}-${to}.csv`;

  test("changes and adds rows; licences that are gone are found no more, phones stay as old as they are", async () => {
    const { folder, file, provider } = await imported([
      person(ANN, { ...taxonomy(1, "207R00000X", "111", "TX", "Y"), ...phone("2025550101") }),
      person(BEN),
    ]);
    const changes = [
      person(ANN, {
        ...taxonomy(1, "207R00000X", "222", "TX", "Y"),
        ...phone("2025550101"),
        "Provider Last Name (Legal Name)": "OAK",
      }),
      person(CAT, taxonomy(1, "163W00000X", "333", "TX", "Y")),
    ];
    const done = await further(folder, file(week("20260209", "20260215"), nppesFile(changes)));
    expect(done).toMatchObject({ kind: "weekly", rows: 2, total: 3, asOf: "2026-02-15" });
    expect(done.gap).toBeUndefined();
    expect(provider(ANN)).toMatchObject({ last: "OAK", phoneSince: "2026-02-08" });
    const registries = openRegistries(folder);
    const found = (number: string) =>
      registries.findNppesByLicense("TX", number)?.found.map(({ npi }) => npi);
    expect([found("111"), found("222"), found("333")]).toEqual([[], [ANN], [CAT]]);
  });

  test("is refused without a registry, and when it does not come after it; a gap is told", async () => {
    const empty = workFolder();
    const alone = empty.file(week("20260209", "20260215"), nppesFile([person(ANN)]));
    await expect(further(empty.folder, alone)).rejects.toMatchObject({ code: "no_registry" });
    const { folder, file } = await imported([person(ANN)]);
    const same = file(week("20260202", "20260208"), nppesFile([person(ANN)]));
    await expect(further(folder, same)).rejects.toMatchObject({ code: "older_file" });
    const late = file(week("20260216", "20260222"), nppesFile([person(ANN)]));
    expect(await further(folder, late)).toMatchObject({ gap: { from: "2026-02-09", to: "2026-02-16" } });
    // The registry is whole until the day before the gap, however new its last file is.
    const [nppes] = registryStatus(folder, new Date("2026-04-01T12:00:00Z"));
    expect(nppes).toMatchObject({ state: "stale", ageDays: 52, covered: { until: "2026-02-08" } });
  });
});

describe("the report of deactivated numbers", () => {
  const sheet = (rows: string) =>
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
  const inline = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const shared = (at: string, index: number) => `<c r="${at}" t="s"><v>${index}</v></c>`;

  test.each(["csv", "xlsx with inline texts", "xlsx with shared texts", "xlsx in a zip"])(
    "as %s",
    async (form) => {
      const { folder, file, provider } = await imported([person(ANN), person(BEN)]);
      const name = "NPPES_Deactivated_NPI_Report_020926_V2";
      const title = "NPPES Deactivated Records as of Feb 09 2026";
      const inlineSheet = sheet(
        `<row r="1">${inline("A1", title)}</row><row r="2">${inline("A2", "NPI")}${inline("B2", "NPPES Deactivation Date")}</row>` +
          `<row r="3">${inline("A3", ANN)}${inline("B3", "02/03/2026")}</row><row r="4">${inline("A4", CAT)}<c r="B4"><v>46056</v></c></row>`,
      );
      const sharedSheet = sheet(
        `<row r="1">${shared("A1", 0)}</row><row r="2">${shared("A2", 1)}${shared("B2", 2)}</row>` +
          `<row r="3">${shared("A3", 3)}${shared("B3", 4)}</row><row r="4">${shared("A4", 5)}${shared("B4", 4)}</row>`,
      );
      const texts = [title, "NPI", "NPPES Deactivation Date", ANN, "02/03/2026", CAT];
      const strings = `<sst>${texts.map((text) => `<si><r><t>${text.slice(0, 2)}</t></r><r><t>${text.slice(2)}</t></r><rPh><t>x</t></rPh></si>`).join("")}</sst>`;
      const book = { "xl/workbook.xml": "<workbook/>" };
      const xlsx = await zipOf({ ...book, "xl/worksheets/sheet1.xml": inlineSheet });
      const paths: Record<string, () => Promise<string>> = {
        csv: async () =>
          file(`${name}.csv`, `NPI,NPPES Deactivation Date\r\n${ANN},02/03/2026\r\n${CAT},02/03/2026\r\n`),
        "xlsx with inline texts": async () => file(`${name}.xlsx`, xlsx),
        "xlsx with shared texts": async () =>
          file(
            `${name}.xlsx`,
            await zipOf({
              ...book,
              "xl/sharedStrings.xml": strings,
              "xl/worksheets/sheet1.xml": sharedSheet,
            }),
          ),
        "xlsx in a zip": async () =>
          file(`${name}.zip`, await zipOf({ "NPPES Deactivated NPI Report 20260209.xlsx": xlsx })),
      };
      const done = await further(folder, (await paths[form]?.()) ?? "");
      expect(done).toMatchObject({ kind: "deactivated", rows: 2, total: 3, asOf: "2026-02-09" });
      expect(provider(ANN)).toMatchObject({ deactivated: true, deactivatedAt: "2026-02-03", last: "VALE" });
      expect(provider(CAT)).toMatchObject({ deactivated: true, deactivatedAt: "2026-02-03" });
      expect(provider(BEN)).toMatchObject({ deactivated: false });
      // Only deactivations are newer: the registry is as old as before.
      expect(openRegistries(folder).findNppes(ANN)?.source.asOf).toBe("2026-02-08");
      const week = file("npidata_pfile_20260209-20260215.csv", nppesFile([person(ANN)]));
      await further(folder, week);
      expect(provider(ANN)).toMatchObject({ deactivated: true });
      const next = [person(ANN), person(BEN, { "NPI Reactivation Date": "02/16/2026" })];
      await further(folder, file("npidata_pfile_20050523-20260222.csv", nppesFile(next)), {
        acceptSmaller: true,
      });
      expect(provider(ANN)).toMatchObject({ deactivated: true, deactivatedAt: "2026-02-03" });
      expect(provider(CAT)).toMatchObject({ deactivated: true });
      const again = [person(ANN, { "NPI Reactivation Date": "02/20/2026" })];
      await further(folder, file("npidata_pfile_20260223-20260301.csv", nppesFile(again)));
      expect(provider(ANN)).toMatchObject({ deactivated: false });
    },
  );
});

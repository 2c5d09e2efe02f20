import type { DatabaseSync, StatementSync } from "node:sqlite";
import { slashDay } from "../days.ts";
import { licenseDigits } from "../license-number.ts";
import { stateCode } from "../states.ts";
import { SLOT, taxonomySlot } from "./columns.ts";

const NOTHING: ReadonlySet<string> = new Set(["", "<UNAVAIL>", "--", "N/A", "NONE"]);

/** A field, or null when it is empty or says in some way that it is. */
export const orNull = (text: string | undefined): string | null =>
  text === undefined || text === "" || NOTHING.has(text.toUpperCase()) ? null : text;

/** Puts a row of NPPES into the table of providers, in the place of one with the same NPI. */
export class ProviderWriter {
  readonly #provider: StatementSync;
  readonly #day: number;
  readonly #states = new Map<string, string>();

  /** `day` is the one that the file speaks of. */
  constructor(db: DatabaseSync, day: number) {
    this.#provider = db.prepare(
      `INSERT OR REPLACE INTO provider VALUES (${new Array(22).fill("?").join(", ")})`,
    );
    this.#day = day;
  }

  /** Gives the row's NPI, or 0 when it has none, or a kind of entity that there is not, and was not written. `found` gets each of its licences. */
  write(row: readonly string[], found: (digits: string, state: string, npi: number) => void): number {
    const npi = Number(row[SLOT.npi]);
    const entity = row[SLOT.entity] ?? "";
    if (!Number.isInteger(npi) || npi < 1_000_000_000 || !/^[12]?$/.test(entity)) return 0;
    this.#provider.run(
      npi,
      Number(entity),
      orNull(row[SLOT.replacement]),
      orNull(row[SLOT.organisation]),
      orNull(row[SLOT.last]),
      orNull(row[SLOT.first]),
      orNull(row[SLOT.middle]),
      orNull(row[SLOT.suffix]),
      orNull(row[SLOT.credential]),
      orNull(row[SLOT.otherLast]),
      orNull(row[SLOT.otherFirst]),
      orNull(row[SLOT.otherMiddle]),
      orNull(row[SLOT.otherType]),
      this.#state(row[SLOT.state]) || null,
      orNull(row[SLOT.phone]),
      this.#day,
      slashDay(row[SLOT.enumerated]),
      slashDay(row[SLOT.updated]),
      orNull(row[SLOT.deactivatedFor]),
      slashDay(row[SLOT.deactivated]),
      slashDay(row[SLOT.reactivated]),
      this.#taxonomies(row, npi, found),
    );
    return npi;
  }

  /** The same few spellings come again and again. */
  #state(text: string | undefined): string {
    if (text === undefined || text === "") return "";
    const before = this.#states.get(text);
    if (before !== undefined) return before;
    const state = orNull(text) === null ? "" : stateCode(text);
    if (this.#states.size < 5000) this.#states.set(text, state);
    return state;
  }

  #taxonomies(
    row: readonly string[],
    npi: number,
    found: (digits: string, state: string, npi: number) => void,
  ): string | null {
    let lines = "";
    for (let slot = taxonomySlot(0); slot < row.length; slot += 4) {
      const code = row[slot] ?? "";
      const license = orNull(row[slot + 1]);
      if (code === "" && license === null) continue;
      const state = this.#state(row[slot + 2]);
      lines += `${lines === "" ? "" : "\n"}${code}\t${license ?? ""}\t${state}\t${row[slot + 3] ?? ""}`;
      if (license !== null) found(licenseDigits(license), state, npi);
    }
    return lines === "" ? null : lines;
  }
}

/**
 * Days are numbers such as 20260208, 0 when there is none; `entity` is 1 for a person, 2 for an organisation, 0 when blank.
 * `reported` holds the report of deactivated numbers, which outlives the files that come after it. `taxonomies` holds one line for each: code, licence, state, "Y" when it is the primary one, with tabs between.
 */
const PROVIDER = `
CREATE TABLE provider (
  npi INTEGER PRIMARY KEY, entity INTEGER NOT NULL, replacement TEXT,
  organisation TEXT, last TEXT, first TEXT, middle TEXT, suffix TEXT, credential TEXT,
  other_last TEXT, other_first TEXT, other_middle TEXT, other_type TEXT,
  state TEXT, phone TEXT, phone_since INTEGER NOT NULL,
  enumerated INTEGER NOT NULL, updated INTEGER NOT NULL,
  deactivated_for TEXT, deactivated INTEGER NOT NULL, reactivated INTEGER NOT NULL,
  taxonomies TEXT
) STRICT;
CREATE TABLE reported (npi INTEGER PRIMARY KEY, day INTEGER NOT NULL) STRICT;
CREATE TABLE license (
  digits TEXT NOT NULL, state TEXT NOT NULL, npi INTEGER NOT NULL, PRIMARY KEY (digits, state, npi)
) STRICT, WITHOUT ROWID;`;

/**
 * Licences are written down as they come and sorted at the end, which is far quicker than to keep them in order; in ten heaps
 * by their first digit, so that each sort is short enough for Ctrl-C to be heard between two.
 */
const HEAPS = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

export const heapOf = (digits: string): number => {
  const code = digits.charCodeAt(0);
  return code >= 48 && code <= 57 ? code - 48 : 9;
};

export const SCHEMA = `${PROVIDER}
${HEAPS.map((heap) => `CREATE TABLE found_${heap} (digits TEXT NOT NULL, state TEXT NOT NULL, npi INTEGER NOT NULL) STRICT;`).join("\n")}`;

/** Sorts the licences into their table, heap by heap. */
export const SORT_LICENSES: readonly string[] = [
  ...HEAPS.map(
    (heap) =>
      `INSERT OR IGNORE INTO license SELECT digits, state, npi FROM found_${heap} ORDER BY digits, state, npi`,
  ),
  HEAPS.map((heap) => `DROP TABLE found_${heap}`).join("; "),
];

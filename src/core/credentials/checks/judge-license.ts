import { LICENSE_STATUSES, type LicenseStatus } from "../registries/license/profile.ts";
import type { Profession } from "../registries/nucc/profession-of.ts";
import type { Check, FieldOutcome } from "./check.ts";
import { type LicenseRow, professionsOn } from "./license-rows.ts";
import { supported } from "./profession-words.ts";

export interface Judged {
  readonly result: Check["result"];
  readonly says: string;
  /** It is over by its last day, and by no word of the board. */
  readonly byDay: boolean;
  readonly fields: readonly FieldOutcome[];
  readonly profession?: Profession;
  readonly expiresAt?: string;
}

const isEnded = (status: LicenseStatus) => status === "inactive" || status === "expired";
const isTaken = (status: LicenseStatus) => status === "suspended" || status === "revoked";
const gravity = ({ license }: LicenseRow) => LICENSE_STATUSES.indexOf(license.status);

/** Whether it is over: by the word of the board, or by its last day. Suspended and revoked count whatever else is written. */
function isOver(
  rows: readonly LicenseRow[],
  gravest: LicenseRow,
  today: string,
): string | "unclear" | undefined {
  const { status, said, standing } = gravest.license;
  if (status === "suspended" || status === "revoked")
    return `it is ${status} (${standing ?? said ?? status})`;
  const over = rows.filter(
    ({ license }) => isEnded(license.status) || (license.expiresAt !== null && license.expiresAt < today),
  );
  if (over.length === 0) return undefined;
  if (over.length < rows.length) return "unclear";
  if (isEnded(status)) return `it is ${status} (${said ?? status})`;
  return `it expired on ${gravest.license.expiresAt}`;
}

type Kind = "same" | "different" | "not-compared" | "unread";

/** A kind that several professions have, such as nurses of advanced practice, tells that it is none of the others. */
function kind(
  rows: readonly LicenseRow[],
  claimed: readonly Profession[],
): { readonly is: Kind; readonly profession?: Profession } {
  const professions = professionsOn(rows[0]?.license ?? NO_LICENSE);
  if (professions === null) return { is: "unread" };
  const [only] = professions ?? [];
  const sole = professions?.length === 1 && only !== undefined ? { profession: only } : {};
  if (professions === undefined || claimed.length === 0) return { is: "not-compared", ...sole };
  const profession = supported(claimed, professions);
  if (profession === undefined) return { is: "different", ...sole };
  const sure = professions.length === 1 || !professions.includes(profession);
  return sure ? { is: "same", profession } : { is: "not-compared" };
}

const NO_LICENSE = { type: null } as LicenseRow["license"];

function fieldsOf({ license }: LicenseRow, kindIs: Kind, today: string): FieldOutcome[] {
  const { number, type, status, said, standing, expiresAt, discipline } = license;
  const field = (name: string, outcome: FieldOutcome["outcome"], registry: string | null) => ({
    field: name,
    outcome,
    ...(registry === null ? {} : { registry }),
  });
  return [
    field("licence number", "same", number),
    field("profession", kindIs === "unread" ? "not-compared" : kindIs, type),
    field(
      "status",
      status === "active" ? "same" : status === "unknown" ? "not-compared" : "different",
      [said, standing].filter((one) => one !== null).join(", ") || status,
    ),
    field(
      "expires",
      expiresAt === null ? "not-compared" : expiresAt < today ? "different" : "same",
      expiresAt,
    ),
    ...(discipline === null ? [] : [field("discipline", "different", discipline)]),
  ];
}

/** What the rows of one licence, whose name fits, say of it today. */
export function judgeLicense(
  rows: readonly [LicenseRow, ...LicenseRow[]],
  claimed: readonly Profession[],
  now: Date,
): Judged {
  const today = now.toISOString().slice(0, 10);
  const gravest = rows.reduce((one, other) => (gravity(other) > gravity(one) ? other : one), rows[0]);
  const { status, said, standing, type } = gravest.license;
  const discipline = rows.map(({ license }) => license.discipline).find((text) => text !== null);
  const expiresAt = rows
    .flatMap(({ license }) => license.expiresAt ?? [])
    .sort()
    .at(0);
  const { is, profession } = kind(rows, claimed);
  const over = isOver(rows, gravest, today);
  const verdict = (): [Check["result"], string] => {
    if (over !== undefined && over !== "unclear") return ["inactive", over];
    if (is === "different") return ["mismatch", `it is one for another profession (${type})`];
    if (over === "unclear") return ["review", "its rows do not say the same of whether it is active"];
    if (status === "limited") return ["review", `it is limited (${standing ?? said})`];
    if (status !== "active")
      return ["review", `what its status means is not known here (${said ?? "nothing is written"})`];
    if (discipline !== undefined) return ["review", `there is a matter of discipline (${discipline})`];
    if (is === "unread") return ["review", `which profession it is for is not known here (${type})`];
    if (expiresAt === undefined) return ["review", "no last day is written"];
    return ["match", `it is active until ${expiresAt}`];
  };
  const [result, says] = verdict();
  return {
    result,
    says,
    byDay: result === "inactive" && !isTaken(status) && !isEnded(status),
    fields: fieldsOf(
      { ...gravest, license: { ...gravest.license, discipline: discipline ?? null } },
      is,
      today,
    ),
    ...(profession === undefined ? {} : { profession }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

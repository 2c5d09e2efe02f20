import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { Sealed } from "#core/foundation/vault/vault.ts";
import { msg } from "#core/language/t.ts";
import { checkedText } from "#core/questions/message-text.ts";
import type { Choices } from "./choices.ts";
import type { Use } from "./uses.ts";

/** The fields of an experience, in the order in which one reads them. */
export const EXPERIENCE_FIELDS = {
  about: msg("About"),
  happened: msg("What happened"),
  helped: msg("What helped"),
  friend: msg("What I'd tell a friend"),
  since: msg("Since when"),
} as const;

export type Field = keyof typeof EXPERIENCE_FIELDS;
export type ExperienceText = Readonly<Record<Field, string>>;

export const FIELDS = Object.keys(EXPERIENCE_FIELDS) as readonly Field[];

/** In UTF-16 units, after cleaning: one message of a chat has room for all of it, and no cut falls into a hidden line. */
export const EXPERIENCE_LIMITS = {
  about: 60,
  happened: 900,
  helped: 600,
  friend: 400,
  since: 40,
} as const satisfies Record<Field, number>;

const NEEDED: ReadonlySet<Field> = new Set(["about", "happened"]);

/** Makes one text of each field. */
export function mapFields(make: (field: Field) => string): ExperienceText {
  return {
    about: make("about"),
    happened: make("happened"),
    helped: make("helped"),
    friend: make("friend"),
    since: make("since"),
  };
}

/** What was typed, as it may go on. Refuses empty, too_long. */
export const checkedExperience = (typed: ExperienceText): ExperienceText =>
  mapFields((field) =>
    checkedText(typed[field], `field “${EXPERIENCE_FIELDS[field]}”`, EXPERIENCE_LIMITS[field], {
      optional: !NEEDED.has(field),
    }),
  );

/** All of it as one reads it. */
export const asOneText = (text: ExperienceText): string =>
  FIELDS.filter((field) => text[field] !== "")
    .map((field) => `${EXPERIENCE_FIELDS[field]}: ${text[field]}`)
    .join("\n\n");

/** What waits to be shared. */
export interface Pending {
  readonly text: ExperienceText;
  readonly choices: Choices;
  /** What its author agreed to or took back on the preview of a change; Share makes it true. */
  readonly uses?: Partial<Record<Use, boolean>>;
}

type Column = "originalSealed" | "crossingSealed" | "pendingOriginalSealed" | "pendingSealed";

const place = (row: string, column: Column) => ({ table: "Experience", column, row });

interface Whose {
  readonly id: string;
  readonly authorId: string;
}

/** Sealed with the author's own key: to forget them is to forget it. */
export const sealExperience = (
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  { id, authorId }: Whose,
  column: Column,
  value: ExperienceText | Pending,
) => vault.seal(tx, { memberId: authorId }, place(id, column), JSON.stringify(value));

export const sealedExperience = ({ id, authorId }: Whose, column: Column, blob: Uint8Array): Sealed => ({
  owner: { memberId: authorId },
  place: place(id, column),
  blob,
});

async function open<T>(
  tx: Tx | Core["db"],
  { vault }: Pick<Core, "vault">,
  whose: Whose,
  column: Column,
  blob: Uint8Array | null,
): Promise<T | undefined> {
  if (blob === null) return undefined;
  const opened: T = JSON.parse(
    await vault.open(tx, { memberId: whose.authorId }, place(whose.id, column), blob),
  );
  return opened;
}

/** What others read; undefined where nothing is left of it, or it was never shared. */
export const openShared = (
  tx: Tx | Core["db"],
  core: Pick<Core, "vault">,
  row: Whose & { readonly crossingSealed: Uint8Array | null },
) => open<ExperienceText>(tx, core, row, "crossingSealed", row.crossingSealed);

export const openPending = (
  tx: Tx | Core["db"],
  core: Pick<Core, "vault">,
  row: Whose & { readonly pendingSealed: Uint8Array | null },
) => open<Pending>(tx, core, row, "pendingSealed", row.pendingSealed);

const versionPlace = (experienceId: string, version: number) => ({
  table: "ExperienceVersion",
  column: "crossingSealed",
  row: `${experienceId}/${version}`,
});

export const sealedVersion = (
  authorId: string,
  row: { readonly experienceId: string; readonly version: number; readonly crossingSealed: Uint8Array },
): Sealed => ({
  owner: { memberId: authorId },
  place: versionPlace(row.experienceId, row.version),
  blob: row.crossingSealed,
});

/** Keeps what stood until now. */
export async function keepVersion(
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  { id, authorId, version }: Whose & { readonly version: number },
  text: ExperienceText,
  sharedAt: Date,
): Promise<void> {
  const owner = { memberId: authorId };
  const crossingSealed = await vault.seal(tx, owner, versionPlace(id, version), JSON.stringify(text));
  await tx.experienceVersion.create({ data: { experienceId: id, version, crossingSealed, sharedAt } });
}

/** A version that was shared before; undefined where it was forgotten. */
export async function openVersion(
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  { id, authorId, version }: Whose & { readonly version: number },
): Promise<ExperienceText | undefined> {
  const row = await tx.experienceVersion.findUnique({
    where: { experienceId_version: { experienceId: id, version } },
  });
  if (row === null) return undefined;
  const { owner, place: where, blob } = sealedVersion(authorId, row);
  const text: ExperienceText = JSON.parse(await vault.open(tx, owner, where, blob));
  return text;
}
